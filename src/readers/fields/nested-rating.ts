import { isNull, type MapEntry, type MapNode } from '../../data/data-node.ts';
import { othersRatings, statusKeys, waitingWords } from '../../vocabulary/rating-tables.ts';
import { type Meaning, meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { wordKey } from '../../vocabulary/word-key.ts';
import { valueKeys } from './rating-values.ts';
import { entryOf, isScalar, itemText, textsOf } from './values.ts';

const deepest = 3;

/**
 * The rating within maps that are no fields (`game_info.rating`), unless a map's name says that it is not the critic's (`imdb.rating`).
 * Undefined when there is none, or more than one.
 */
export function nestedRating(entries: readonly MapEntry[]): MapEntry | undefined {
  const found = entries.flatMap((entry) => ratingsIn(entry, deepest));
  return found.length === 1 ? found[0] : undefined;
}

function ratingsIn({ key, value }: MapEntry, levels: number): MapEntry[] {
  const field = meaningOf(key)?.field ?? 'review';
  if (levels === 0 || value.kind !== 'map' || field !== 'review' || isOthers(key)) return [];
  // `scores/acting` is what was left of a field that was read.
  if (key.includes('/')) return [];
  return value.entries.flatMap((entry) =>
    isRating(entry)
      ? // A map of aspects rates no whole.
        entry.value.kind === 'map' && entryOf(entry.value, ...valueKeys) === undefined
        ? []
        : [entry]
      : ratingsIn(entry, levels - 1),
  );
}

function isRating({ key, value }: MapEntry): boolean {
  return meaningOf(key)?.field === 'rating' && !isNull(value) && value.kind !== 'list';
}

function isOthers(key: string): boolean {
  return othersRatings.test(normalizeKey(key));
}

/**
 * Keys with what stands inside an item lifted out when it speaks of the review: `book: {title, review: {rating}}`, `film: {name, rating}`.
 * A rating beside the item counts before one within it.
 */
export function withLifted(entries: readonly MapEntry[]): readonly MapEntry[] {
  const isRated = entries.some(isRating);
  const lifted: MapEntry[] = [];
  const kept = entries.map((entry) => {
    const { key, value } = entry;
    if (!isItem(meaningOf(key)) || value.kind !== 'map' || isOthers(key)) return entry;
    const inside = value.entries.filter(
      (each) => isReview(each) || (isRating(each) && isScalar(each.value) && !isRated),
    );
    if (inside.length === 0) return entry;
    for (const each of inside) lifted.push(each);
    return { ...entry, value: without(value, inside) };
  });
  return lifted.length === 0 ? entries : [...kept, ...lifted];
}

function without(map: MapNode, entries: readonly MapEntry[]): MapNode {
  const gone = new Set(entries);
  return { ...map, entries: map.entries.filter((entry) => !gone.has(entry)) };
}

function isItem(meaning: Meaning | null): boolean {
  return meaning?.field === 'named' || meaning?.field === 'itemName';
}

function isReview({ key, value }: MapEntry): boolean {
  return meaningOf(key)?.field === 'review' && value.kind === 'map';
}

/** Whether a status, a shelf or a tag says that the thing is still to be read, watched or played. */
export function isWaiting(entries: readonly MapEntry[]): boolean {
  return entries.some(
    ({ key, value }) =>
      statusKeys.has(normalizeKey(key)) &&
      (textsOf(value) ?? [itemText(value) ?? '']).some((text) => waitingWords.has(wordKey(text))),
  );
}

/** Whether keys are those of a Goodreads export, where a 0 stands for a book that was not rated. */
export function isGoodreads(entries: readonly MapEntry[]): boolean {
  return entries.some(({ key }) =>
    /^(?:exclusiveshelf|bookshelveswithpositions)$/.test(normalizeKey(key)),
  );
}
