import type { Rating } from '../model/review.ts';
import { isForeignNotRated } from './foreign.ts';
import { type RatingScale, readFigure } from './rating-figures.ts';
import { thumbs } from './rating-tables.ts';
import { gradeIn, isNotRated, type WordsReading, wordsIn } from './rating-words.ts';

/** What a text that should be a rating turned out to be. */
export type RatingReading =
  /** `assumedScale` is true when nothing said how far the scale goes. */
  | { readonly kind: 'rating'; readonly rating: Rating; readonly assumedScale: boolean }
  /** Thumbs: no figure, only yes or no. */
  | { readonly kind: 'recommended'; readonly recommended: boolean }
  | WordsReading
  /** Not rated yet: `?`, `tbd`, `n/a`. */
  | { readonly kind: 'none' }
  | { readonly kind: 'out-of-range'; readonly value: number; readonly best: number };

/** A rating as the model has it. Nothing is rounded or checked. */
export function rating(value: number, best: number, worst: number, source: string): Rating {
  return { value, best, worst, normalized: value / best, source };
}

/** Longer than any rating with a word on it. */
const maxUnits = 200;

/**
 * Reads a rating as an author writes one: `★★★★☆`, `★★★½`, `****`, `3.5★`, `4/5`, `8 out of 10`, `85%`, `4,5/5`, `👍`, a bare
 * number, a letter grade in twelfths (`B+` is 10/12) or, where there are `scale.grades`, one of those alone. Exact: nothing is rounded.
 * Where a text says it twice, as in `★★★★☆ (4/5)`, the figure counts. A value beyond its scale is out of range. Words that no
 * table ranks are `words`, what says that there is no rating yet is `none`.
 */
export function readRating(source: string, scale: RatingScale = {}): RatingReading {
  const text = source.trim();
  if (text === '') return { kind: 'none' };
  if (text.length > maxUnits) return { kind: 'unreadable' };
  const grade = gradeIn(text, scale.grades);
  if (grade !== null) return judge(grade.value, grade.best, {}, text, false);
  const thumb = thumbOf(text);
  if (thumb !== undefined) return { kind: 'recommended', recommended: thumb };
  if (isNotRated(text)) return { kind: 'none' };
  // U+FE0F asks for the colourful form of a star.
  const plain = text
    .replaceAll('\uFE0F', '')
    .replace(/(?<=[^.!])[.!]$/u, '')
    .replace(/(?<=[\d½¼¾])\s?\?$/u, '');
  const figure = readFigure(plain, scale);
  if (figure === null) return isForeignNotRated(text) ? { kind: 'none' } : wordsIn(text);
  const best = figure.best ?? scale.best ?? usualScale(figure.value);
  return judge(figure.value, best, scale, text, (figure.best ?? scale.best) === undefined);
}

/** Whether a rating was given in words or letters: its source says more than its figure. */
export function isInWords({ source }: Rating): boolean {
  return /\p{L}/u.test(source) && !/\p{N}/u.test(source);
}

/** What thumbs, or words such as `must read`, say of recommending it; undefined when it is nothing. */
export function recommendationIn(reading: RatingReading): boolean | undefined {
  return reading.kind === 'recommended' || reading.kind === 'words'
    ? reading.recommended
    : undefined;
}

function thumbOf(text: string): boolean | undefined {
  const name = text.toLowerCase().replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F!.]/gu, '');
  return Object.hasOwn(thumbs, name) ? thumbs[name] : undefined;
}

function judge(
  value: number,
  best: number,
  { worst = 0 }: RatingScale,
  source: string,
  assumedScale: boolean,
): RatingReading {
  if (!Number.isFinite(value) || !Number.isFinite(best) || best <= worst)
    return { kind: 'unreadable' };
  if (value < worst || value > best) return { kind: 'out-of-range', value, best };
  return { kind: 'rating', rating: rating(value, best, worst, source), assumedScale };
}

/** The usual scale that holds a bare number: 5, 10 or 100. */
export function usualScale(value: number): number {
  return [5, 10, 100].find((best) => value <= best) ?? 100;
}
