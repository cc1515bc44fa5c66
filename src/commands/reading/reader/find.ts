import { relative } from 'node:path';
import type { Library, LoadedReview } from '../../../library/library.ts';
import { type Gathered, gather } from '../../../library/search/gather.ts';
import { mayHold } from '../../../library/search/look.ts';
import { placeHits, type SearchHit } from '../../../library/search/place.ts';
import { rank } from '../../../library/search/rank.ts';
import { type SearchTerm, searchTerms } from '../../../library/search/terms.ts';
import type { FoundFile } from '../../../library/walk.ts';
import type { FoundPlace } from '../../../screen/state.ts';
import { visibleLine } from '../../../text/visible.ts';
import { excerpt } from '../../../views/hits.ts';
import { type StyledLine, toned } from '../../../writers/style.ts';
import { foundFile } from './found-file.ts';

/** More places are not listed. */
const mostPlaces = 200;
/** The screen cuts what does not fit. */
const excerptColumns = 160;

/**
 * Looks for words in a library, file after file: gives how far it is, and at the end the places that `review search` would print, in its order. Words between
 * quotes are a phrase. A file that cannot be read is passed over.
 */
export function* findWords(
  library: Library,
  words: string,
  spoilers: boolean,
): Generator<string, readonly FoundPlace[]> {
  const terms = searchTerms(
    Array.from(
      words.matchAll(/"([^"]+)"|'([^']+)'|\S+/g),
      ([whole, double, single]) => double ?? single ?? whole,
    ),
  );
  if (terms.length === 0) return [];
  const { files } = library.walk();
  const { reviews, parts }: Gathered = { reviews: [], parts: [] };
  const found = new Map<string, FoundFile>();
  for (const [at, file] of files.entries()) {
    yield `looking: ${at} of ${files.length}`;
    for (const [place, loaded] of holding(library, file, terms).entries()) {
      if (!gather({ reviews, parts }, { file, place }, loaded.review, terms, spoilers)) continue;
      const own = foundFile(loaded, file.path);
      found.set(own.id, own);
    }
  }
  const places: FoundPlace[] = [];
  const ranked = rank(parts, terms.length, mostPlaces);
  for (const hit of placeHits(library, reviews, ranked, terms, spoilers) ?? []) {
    const file = found.get(hit.id);
    if (file !== undefined)
      places.push({ file, section: hit.section?.id ?? null, line: placeLine(hit) });
    yield `looking: ${places.length} of ${ranked.length} places`;
  }
  return places;
}

function holding(
  library: Library,
  file: FoundFile,
  terms: readonly SearchTerm[],
): readonly LoadedReview[] {
  const text = library.peek(file);
  if (text === null || !mayHold(text, relative(library.place.folder, file.path), terms)) return [];
  try {
    return library.loadAll(file);
  } catch {
    return [];
  }
}

/** `title › section: the words around`. */
function placeLine({ title, section, text, marks }: SearchHit): StyledLine {
  const around = visibleLine(text.replace(/\s+/g, ' ').trim());
  const place = section === null ? ': ' : ` › ${visibleLine(section.title)}: `;
  return [
    toned(visibleLine(title), 'title'),
    toned(place, 'muted'),
    ...excerpt(around, marks, excerptColumns),
  ];
}
