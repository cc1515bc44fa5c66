import type { MapEntry } from '../data/data-node.ts';
import { diagnose } from '../model/diagnostic.ts';
import { visibleLine } from '../text/visible.ts';
import { type RatingReading, readRating } from '../vocabulary/ratings.ts';
import { keyRange, knownKeys, type Rule, rangeOf, topOf } from './subject.ts';

/** Two keys that rate the item, each on its own: rating-ambiguous, at those that disagree with the first. */
export const ratings: Rule = (subject) => {
  const [first, ...others] = knownKeys(subject)
    .filter(({ entry, meaning }) => meaning.field === 'rating' && entry.value.kind === 'scalar')
    .map(({ entry }) => entry);
  if (first === undefined) return [];
  return others
    .filter((other) => disagree(first, other))
    .map((other) =>
      diagnose(
        'rating-ambiguous',
        `\`${lineOf(other)}\` rates otherwise than \`${lineOf(first)}\`; the first one counts.`,
        { range: keyRange(subject, other) },
      ),
    );
};

function lineOf({ key, value }: MapEntry): string {
  return visibleLine(`${key}: ${value.text}`).slice(0, 60);
}

function disagree(one: MapEntry, other: MapEntry): boolean {
  const a = readRating(one.value.text);
  const b = readRating(other.value.text);
  if (one.value.text.trim() === other.value.text.trim()) return false;
  return shareOf(a) === null || shareOf(a) !== shareOf(b);
}

function shareOf(reading: RatingReading): number | null {
  return reading.kind === 'rating' ? reading.rating.normalized : null;
}

/** A rating in words that nothing ranks: rating-words, at the words. */
export const ratingWords: Rule = (subject) => {
  const { rating, ratingText } = subject.review;
  if (rating !== null || ratingText === undefined) return [];
  const key = knownKeys(subject).find(
    ({ entry, meaning }) => meaning.field === 'rating' && entry.value.kind === 'scalar',
  );
  const range = key === undefined ? topOf(subject) : rangeOf(subject, key.entry.value);
  const message = `\`${visibleLine(ratingText).slice(0, 60)}\` is shown as the rating, and ranks nothing.`;
  const says = 'ratings are in words, and rank nothing';
  return [{ ...diagnose('rating-words', message, { range }), together: { says } }];
};
