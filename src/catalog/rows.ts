import { crc32 } from 'node:zlib';
import type { LoadedReview } from '../library/library.ts';
import { entryOf, type ListEntry } from '../library/query.ts';
import { lengthStep, oftenWords, partsOf } from '../library/search/parts.ts';
import type { FoundFile } from '../library/walk.ts';
import { shownReview } from '../markdown/redact/redact.ts';
import { fold } from '../text/fold.ts';
import { indexWords } from '../text/words.ts';
import { Damaged } from './database.ts';

/** What is known of one review, as the table `reviews` has it. */
export interface ReviewRow {
  readonly kind: string | null;
  readonly rating: number | null;
  readonly year: number | null;
  readonly published: string | null;
  readonly length: number;
  readonly fact: string;
  /** Whether its file holds several. */
  readonly isOneOfMany: boolean;
}

/** A review of several has its own part of the id, one alone `null`. */
type Fact = readonly [key: string | null, entry: Omit<ListEntry, 'id' | 'file'>];

/** The id of a review in a file: one of several has its own part behind the file's. */
export function idIn({ id }: FoundFile, key: string | null): string {
  return key === null ? id : `${id}/${key}`;
}

/** The row of a review that was read without its sections; only what is shown is in it. */
export function reviewRow(loaded: LoadedReview): ReviewRow {
  const { id: _, file: __, ...entry } = entryOf(loaded);
  const { item, rating, published, words } = entry;
  const fact: Fact = [typeof loaded.key === 'string' ? loaded.key : null, entry];
  return {
    kind: item.kind ?? null,
    rating: rating?.normalized ?? null,
    year: item.year ?? null,
    published: published?.slice(0, 10) ?? null,
    length: words,
    fact: JSON.stringify(fact),
    isOneOfMany: fact[0] !== null,
  };
}

/** The checksum of a row. */
export function checksum(file: number, place: number, fact: string): number {
  return crc32(`${file} ${place} ${fact}`);
}

/** A row as it is read for a listing: file, place, checksum, fact, with a blank between them. Throws `Damaged` where the checksum is another. */
export function readRow(line: string): { file: number; place: number; fact: Fact } {
  const [, file, place, crc, text = ''] = /^(\d+) (\d+) (\d+) (.*)$/s.exec(line) ?? [];
  if (checksum(Number(file), Number(place), text) !== Number(crc))
    throw new Damaged('a row has another checksum');
  return { file: Number(file), place: Number(place), fact: JSON.parse(text) as Fact };
}

/** What is written into `words` for one part of a review. */
export interface WordsRow {
  readonly number: number;
  readonly heading: string;
  readonly body: string;
  readonly often: string;
}

const perPart = 32;
const perReview = 2 ** 20;
/** As many parts of a review, and reviews of all times, have a number that JavaScript knows exactly. */
const mostParts = perReview / perPart;
const mostReviews = 2 ** 32;

/** The number of a part's row. */
function partNumber(review: number, part: number, step: number): number {
  return review * perReview + part * perPart + step;
}

/** What a row's number says. */
export function partOfNumber(number: number): { review: number; part: number; lengthStep: number } {
  const within = number % perReview;
  return {
    review: Math.floor(number / perReview),
    part: Math.floor(within / perPart),
    lengthStep: within % perPart,
  };
}

/** The numbers that the parts of a review may have. */
export function numbersOf(review: number): readonly [first: number, last: number] {
  return [review * perReview, (review + 1) * perReview - 1];
}

/** The rows of a review that was read whole, each part without its number's review; null for one that has too many parts. */
export function wordsRows(loaded: LoadedReview): readonly WordsRow[] | null {
  const parts = partsOf(shownReview(loaded.review));
  if (parts.length > mostParts) return null;
  return parts.flatMap(({ heading, text }, part): WordsRow[] => {
    const words = indexWords(fold(text));
    const headed = indexWords(fold(heading));
    if (words.length + headed.length === 0) return [];
    return [
      {
        number: partNumber(0, part, lengthStep(words.length)),
        heading: headed.join(' '),
        body: words.join(' '),
        often: oftenWords(words).join(' '),
      },
    ];
  });
}

export function isNumberable(review: number): boolean {
  return review < mostReviews;
}
