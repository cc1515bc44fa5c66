import type { Rating } from './review.ts';

/** What a text that should be a rating turned out to be. */
export type RatingReading =
  /** `assumedScale` is true when nothing said how far the scale goes. */
  | { readonly kind: 'rating'; readonly rating: Rating; readonly assumedScale: boolean }
  /** Thumbs: no figure, only yes or no. */
  | { readonly kind: 'recommended'; readonly recommended: boolean }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'out-of-range'; readonly value: number; readonly best: number };

export interface RatingScale {
  /** The best value of a bare number's scale. */
  readonly best?: number;
  /** Default: 0. */
  readonly worst?: number;
  /** Letter grades as a share of the best, 0..1. */
  readonly grades?: Readonly<Record<string, number>>;
}

/** A rating as the model has it. Nothing is rounded or checked. */
export function rating(value: number, best: number, worst: number, source: string): Rating {
  return { value, best, worst, normalized: value / best, source };
}

interface Notation {
  readonly pattern: RegExp;
  /** Value and best; a missing best is for the scale to say. Null when the text is none after all. */
  readonly read: (match: RegExpExecArray) => { readonly value: number; readonly best?: number } | null;
}

const figure = '([+-]?\\d{1,9}(?:[.,]\\d{1,12})?)';
const stars = '(?:stars?|sterne?|★|⭐)';

/** The notations, tried in this order; each must match the whole text. */
const notations: readonly Notation[] = [
  // 4/5 · 4,5 / 5 · 8 out of 10 · 4 out of 5 stars · 3 of 4 · 4/5 ★
  { pattern: new RegExp(`^${figure}\\s*(?:/|out\\s+of|of|von)\\s*${figure}\\s*${stars}?$`, 'iu'), read: ([, value, best]) => ({ value: number(value), best: number(best) }) },
  // 85% · 85 percent
  { pattern: new RegExp(`^${figure}\\s*(?:%|percent)$`, 'iu'), read: ([, value]) => ({ value: number(value), best: 100 }) },
  // 3.5★ · 4 stars · ★ 4.5
  { pattern: new RegExp(`^${figure}\\s*${stars}$`, 'iu'), read: ([, value]) => ({ value: number(value), best: 5 }) },
  { pattern: new RegExp(`^[★⭐]\\uFE0F?\\s*${figure}$`, 'u'), read: ([, value]) => ({ value: number(value), best: 5 }) },
  // ★★★★☆ · ★★★½ · ⭐⭐⭐⭐ · ½
  { pattern: /^(?:[★⭐✭✮🌟]\uFE0F?\s?){0,100}½?\s?(?:[☆✩]\s?){0,100}$/u, read: ([all]) => countStars(all) },
  // **** · ***½ · ***1/2
  { pattern: /^(\*{1,100})\s?(½|1\/2)?$/u, read: ([, full = '', half]) => ({ value: full.length + (half === undefined ? 0 : 0.5), best: 5 }) },
  // 4.5 · 85 · 3½
  { pattern: /^(\d{1,3})½$/u, read: ([, whole]) => ({ value: Number(whole) + 0.5 }) },
  { pattern: new RegExp(`^${figure}$`, 'u'), read: ([, value]) => ({ value: number(value) }) },
];

/** `★★★★☆ (4/5)`: the figure says it exactly, the stars are its picture. */
const picture = /^[★⭐☆✩✭✮🌟½\uFE0F\s]+[\s(–—-]*([^()★☆]+?)\)?$/u;
const pictureAfter = /^([^()★☆⭐]+?)[\s(]+[★⭐☆✩½\uFE0F\s]+\)?$/u;

const thumbs: Readonly<Record<string, boolean>> = {
  '👍': true,
  '👎': false,
  recommended: true,
  'highly recommended': true,
  'thumbs up': true,
  'not recommended': false,
  'thumbs down': false,
};

/**
 * Reads a rating as an author writes one: `★★★★☆`, `★★★½`, `****`, `3.5★`, `4/5`, `8 out of 10`, `85%`, `4,5/5`, a grade of
 * `scale.grades`, `👍`, or a bare number. Exact: nothing is rounded. A bare number beyond `scale.best` is out of range.
 */
export function readRating(source: string, scale: RatingScale = {}): RatingReading {
  const text = source.trim();
  if (text === '' || text.length > 200) return { kind: 'unreadable' };
  const thumb = thumbs[text.toLowerCase().replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F!.]/gu, '')];
  if (thumb !== undefined) return { kind: 'recommended', recommended: thumb };
  const grade = gradeOf(text, scale.grades ?? {});
  if (grade !== undefined) return judge(grade, 1, scale, text, false);
  const read = readNotation(text) ?? readNotation(picture.exec(text)?.[1] ?? '') ?? readNotation(pictureAfter.exec(text)?.[1] ?? '');
  if (read === null) return { kind: 'unreadable' };
  const best = read.best ?? scale.best ?? assumedBest(read.value);
  return judge(read.value, best, scale, text, read.best === undefined && scale.best === undefined);
}

function gradeOf(text: string, grades: Readonly<Record<string, number>>): number | undefined {
  const name = Object.keys(grades).find((grade) => grade.toLowerCase() === text.replace('−', '-').toLowerCase());
  return name === undefined ? undefined : grades[name];
}

function readNotation(text: string): { value: number; best?: number } | null {
  if (text === '') return null;
  for (const { pattern, read } of notations) {
    const match = pattern.exec(text);
    if (match !== null) return read(match);
  }
  return null;
}

function judge(value: number, best: number, { worst = 0 }: RatingScale, source: string, assumedScale: boolean): RatingReading {
  if (!Number.isFinite(value) || !Number.isFinite(best) || best <= worst) return { kind: 'unreadable' };
  if (value < worst || value > best) return { kind: 'out-of-range', value, best };
  return { kind: 'rating', rating: rating(value, best, worst, source), assumedScale };
}

/** The usual scale that holds a bare number. */
function assumedBest(value: number): number {
  return [5, 10, 100].find((best) => value <= best) ?? 100;
}

function number(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

/** Full, half and empty stars. Without empty ones, the scale is the usual five. */
function countStars(text: string): { value: number; best: number } | null {
  const full = text.match(/[★⭐✭✮🌟]/gu)?.length ?? 0;
  const half = text.includes('½') ? 1 : 0;
  const empty = text.match(/[☆✩]/gu)?.length ?? 0;
  if (full + half + empty === 0) return null;
  const value = full + half / 2;
  // A half star may stand beside the empty star it belongs to, or in its place.
  const shown = full + empty + (half === 1 && full + empty < 5 ? 1 : 0);
  return { value, best: empty === 0 ? 5 : shown };
}
