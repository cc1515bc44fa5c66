import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from './place.ts';

/** A review by its id, and the title it is shown with; empty where none is known. */
export type NamedReview = readonly [id: string, title: string];

/**
 * The plain list of names beside a catalog: read at every key that is pressed for a completion, with no database. First a line for the program that wrote it, then one
 * for each folder that was walked and for the configuration, its change before its path; an empty line; then one for each review.
 */
const form = `names of ${build}`;

/** The path of the list that belongs to the catalog at a path. */
export function namesPath(catalog: string): string {
  return catalog.replace(/\.db$/, '.names');
}

/**
 * The names of a library, in its order, as they were when they were last listed; null where nothing is kept, or a file was added to one of its folders, removed from
 * one or renamed since, or the configuration was changed. A title may be an older one.
 */
export function readNames(catalog: string, folder: string): readonly NamedReview[] | null {
  const text = textAt(namesPath(catalog));
  const head = text.indexOf('\n\n');
  if (head < 0) return null;
  const [first, ...watched] = text.slice(0, head).split('\n');
  if (first !== form) return null;
  const isSame = watched.every((line) => {
    const at = line.indexOf(' ');
    return line.slice(0, at) === changeOf(join(folder, line.slice(at + 1)));
  });
  if (!isSame) return null;
  return text
    .slice(head + 2, -1)
    .split('\n')
    .map((line) => line.split('\t') as [string, string]);
}

/** What a list of names is made from: the folder of a library, its configuration, and the paths of its files. */
export interface Listed {
  readonly folder: string;
  readonly config: string | null;
  readonly paths: readonly string[];
}

/** Keeps the names of a library. None are kept where an id cannot stand on a line, or the list cannot be written. */
export function writeNames(
  catalog: string,
  { folder, config, paths }: Listed,
  names: readonly NamedReview[],
): void {
  const target = namesPath(catalog);
  const watched = [
    ...foldersOf(folder, paths),
    ...(config === null ? [] : [relative(folder, config)]),
  ];
  const breaksLine = /[\t\n\r]/;
  try {
    if (
      names.length === 0 ||
      [...watched, ...names.map(([id]) => id)].some((each) => breaksLine.test(each))
    ) {
      rmSync(target, { force: true });
      return;
    }
    const lines = [
      form,
      ...watched.map((each) => `${changeOf(join(folder, each))} ${each}`),
      '',
      ...names.map(([id, title]) => `${id}\t${title.replace(/\s+/g, ' ')}`),
    ];
    const temporary = `${target}.${randomUUID()}`;
    writeFileSync(temporary, `${lines.join('\n')}\n`, { mode: 0o600 });
    renameSync(temporary, target);
  } catch {
    // Without it the folders are walked.
  }
}

/** The folders in which files lie and those between, as paths in the library; its own is `.`. */
function foldersOf(folder: string, paths: readonly string[]): readonly string[] {
  const found = new Set<string>(['.']);
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    for (let at = dirname(path.slice(prefix.length)); !found.has(at); at = dirname(at))
      found.add(at);
  }
  return [...found];
}

/** When what is at a path was last changed; `-` for nothing. */
function changeOf(path: string): string {
  try {
    return String(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? '-');
  } catch {
    return '-';
  }
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
