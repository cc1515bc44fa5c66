import type { JsonMap } from '../model/json.ts';

/** A text of a review, with the day it speaks of and the rating it gives. */
export interface DatedText {
  /** ISO 8601. */
  readonly date: string | undefined;
  readonly rating: string | undefined;
  /** Markdown; empty where only a rating was given. */
  readonly text: string;
}

/** Orders ISO dates, the newest first; what has none comes last. */
export function newerFirst(one = '', other = ''): number {
  return one === other ? 0 : one < other ? 1 : -1;
}

/** One body of several texts, the newest first: that is the review, those before it are sections under their dates. */
export function bodyOf(texts: readonly DatedText[]): string {
  const [newest, ...earlier] = texts.filter(({ text }) => text !== '');
  if (newest === undefined) return '';
  const sections = earlier.map(({ date, text }) => `## ${date ?? 'Earlier'}\n\n${text}`);
  return [newest.text, ...sections].join('\n\n');
}

/** Ratings other than the one that counts, by their days. */
export function earlierRatings(
  rated: readonly Pick<DatedText, 'date' | 'rating'>[],
  rating: string | undefined,
): JsonMap {
  const earlier = new Map<string, string>();
  for (const { date = 'undated', rating: each } of rated)
    if (each !== undefined && each !== rating && !earlier.has(date)) earlier.set(date, each);
  return Object.fromEntries(earlier);
}
