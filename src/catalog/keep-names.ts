import type { Library } from '../library/library.ts';
import { knownFiles, type Present } from './known-files.ts';
import type { Database } from './load-libsql.ts';
import { hasNames, type NamedReview, writeNames } from './names.ts';
import { pagesOf } from './pages.ts';
import { idIn } from './rows.ts';

/** The part of the id that a review of several has, and its title, as JSON. */
const named =
  "json_array(json_extract(fact, '$[0]'), coalesce(json_extract(fact, '$[1].title'), json_extract(fact, '$[1].item.name'), ''))";

/** Keeps the list of names beside the catalog at a path, where it is not there, or the catalog or a folder was changed. */
export function keepNames(
  db: Database,
  library: Library,
  present: Present,
  path: string,
  isChanged: boolean,
): void {
  const { folder, config } = library.place;
  if (!isChanged && hasNames(path, folder)) return;
  const { files } = library.walk();
  const names = namesOf(db);
  const known = knownFiles(db);
  const all = files.flatMap((file): readonly NamedReview[] => {
    const own = names.get(known.get(present.inside(file))?.id ?? -1);
    return own?.map(([key, title]) => [idIn(file, key), title] as const) ?? [[file.id, '']];
  });
  const paths = files.map(present.inside);
  writeNames(path, { folder, config, paths }, all);
}

type Named = readonly [key: string | null, title: string];

/** Of each file, by its number, its reviews in their order. */
function namesOf(db: Database): ReadonlyMap<number, readonly Named[]> {
  const found = new Map<number, Named[]>();
  for (const lines of pagesOf(db, `file || ' ' || place || ' ' || ${named}`))
    for (const line of lines) {
      const [, file, place, text = ''] = /^(\d+) (\d+) (.*)$/s.exec(line) ?? [];
      const all = found.get(Number(file)) ?? [];
      all[Number(place)] = JSON.parse(text) as Named;
      found.set(Number(file), all);
    }
  return found;
}
