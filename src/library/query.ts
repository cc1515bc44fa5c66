import { shownReview } from '../markdown/redact/redact.ts';
import { dateOf, type Review } from '../model/review.ts';
import type { LoadedReview } from './library.ts';

/** What a listing says of one review. */
export interface ListEntry {
  readonly id: string;
  readonly item: Review['item'];
  readonly title?: string;
  readonly author: Review['author'];
  readonly rating: Review['rating'];
  readonly ratingText?: string;
  readonly published?: string;
  /** Of what has no day of publication: when it was changed, else when its item was last watched, read … */
  readonly date?: string;
  readonly tags: readonly string[];
  readonly words: number;
  /** How many of them are characters of Chinese or Japanese; absent for none. */
  readonly ideographs?: number;
  readonly file: string;
}

/** The orders a listing can have. `-` before one turns it round. */
export const sortKeys = [
  'title',
  'item',
  'rating',
  'date',
  'year',
  'kind',
  'author',
  'words',
  'id',
] as const;
export type SortKey = (typeof sortKeys)[number];

/**
 * A review as a listing has it, without hidden text unless `spoilers`, when it was read without its sections: then its words were
 * counted.
 */
export function entryOf(
  { review, words = 0, ideographs, file }: LoadedReview,
  spoilers = false,
): ListEntry {
  const shown = shownReview(review, spoilers);
  const { id = '', item, title, author, rating, ratingText, published, tags } = shown;
  const date = shown.published === undefined ? dateOf(shown) : undefined;
  return {
    id,
    item,
    ...(title === undefined ? {} : { title }),
    author,
    rating,
    ...(ratingText === undefined ? {} : { ratingText }),
    ...(published === undefined ? {} : { published }),
    ...(date === undefined ? {} : { date }),
    tags,
    words,
    ...(ideographs === undefined ? {} : { ideographs }),
    file,
  };
}

/** A sort key with its direction, or null when `text` names none. */
export function parseSort(text: string): { key: SortKey; descending: boolean } | null {
  const name = text.replace(/^[-+]/, '').toLowerCase();
  const key = sortKeys.find((candidate) => candidate === (aliases[name] ?? name));
  if (key === undefined) return null;
  // The best and the newest first, unless turned round.
  const natural = key === 'rating' || key === 'date' || key === 'year' || key === 'words';
  return { key, descending: text.startsWith('-') ? !natural : natural };
}

const aliases: Readonly<Record<string, string>> = {
  published: 'date',
  name: 'item',
  stars: 'rating',
  critic: 'author',
};

/** Entries in order; those without a value come last either way, ties by id. */
export function sortEntries(
  entries: readonly ListEntry[],
  key: SortKey,
  descending: boolean,
): ListEntry[] {
  const turn = descending ? -1 : 1;
  return [...entries].sort((a, b) => {
    const left = sortValue(a, key);
    const right = sortValue(b, key);
    if (left === undefined || right === undefined)
      return left === right ? compare(a.id, b.id) : left === undefined ? 1 : -1;
    return turn * compare(left, right) || compare(a.id, b.id);
  });
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = String(a).toLowerCase();
  const right = String(b).toLowerCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortValue(entry: ListEntry, key: SortKey): string | number | undefined {
  switch (key) {
    case 'title':
      return entry.title ?? entry.item.name;
    case 'item':
      return entry.item.name ?? entry.title;
    case 'rating':
      return entry.rating?.normalized;
    case 'date':
      return entry.published ?? entry.date;
    case 'year':
      return entry.item.year;
    case 'kind':
      return entry.item.kind;
    case 'author':
      return entry.author[0]?.name;
    case 'words':
      return entry.words;
    case 'id':
      return entry.id;
  }
}
