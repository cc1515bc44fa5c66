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
  /** The best value of a bare number's scale. Below ten, it is also that of stars without empty ones. */
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

/** A value, and the best one where the notation says it. */
interface Figure {
  readonly value: number;
  readonly best?: number;
}

interface Notation {
  readonly pattern: RegExp;
  /** Null when the text is none of the kind after all. */
  readonly read: (match: RegExpExecArray, scale: RatingScale) => Figure | null;
}

const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '1/2': 0.5 };
const number = '(-?\\d{1,9}(?:[.,]\\d{1,17}|\\s?[½¼¾]|\\s1/2)?|[½¼¾])';
const outOf = '(?:[/⁄∕]|\\(?out\\s+of|of|von|sur)';
const star = '(?:stars?|sterne?|★|⭐)';
const full = '[★⭐✭✮🌟]';
const empty = '[☆✩]';
const starRow = `(?:${full}\\s?){0,100}(?:[½¼¾]|1/2)?\\s?(?:${empty}\\s?){0,100}`;

/** The notations, tried in this order; each matches the whole text. */
const notations: readonly Notation[] = [
  // 4/5 · 4,5 / 5 · 8 out of 10 · 4 out of 5 stars · 3½/4 · 4 (out of 5)
  {
    pattern: new RegExp(`^${number}\\s*${outOf}\\s*${number}\\)?\\s*(?:${star})?$`, 'iu'),
    read: ([, value, best]) => ({ value: numberIn(value), best: numberIn(best) }),
  },
  // 4 stars out of 5 · 4★/5
  {
    pattern: new RegExp(`^${number}\\s*${star}\\s*${outOf}\\s*${number}\\)?$`, 'iu'),
    read: ([, value, best]) => ({ value: numberIn(value), best: numberIn(best) }),
  },
  // 85% · 85 percent
  {
    pattern: new RegExp(`^${number}\\s*(?:%|per\\s?cent)$`, 'iu'),
    read: ([, value]) => ({ value: numberIn(value), best: 100 }),
  },
  // 3.5★ · 4.5 stars
  {
    pattern: new RegExp(`^${number}\\s*${star}$`, 'iu'),
    read: ([, value], scale) => ({ value: numberIn(value), best: starsBest(scale) }),
  },
  // ★★★★☆ · ★★★½ · ⭐⭐⭐⭐ · ½ · ★★★★ out of 5
  {
    pattern: new RegExp(`^(${starRow})(?:${outOf}\\s*${number})?$`, 'iu'),
    read: ([, row, best], scale) => countStars(row as string, best, scale),
  },
  // **** · ***½ · ***1/2 · ****/5
  {
    pattern: new RegExp(
      `^(\\*{1,100})\\s?([½¼¾]|1/2(?!\\d))?\\s*(?:${outOf}\\s*${number})?$`,
      'iu',
    ),
    read: ([, row = '', part, best], scale) => ({
      value: row.length + partOf(part),
      best: best === undefined ? starsBest(scale) : numberIn(best),
    }),
  },
  // 4.5 · 85 · 3½
  { pattern: new RegExp(`^${number}$`, 'u'), read: ([, value]) => ({ value: numberIn(value) }) },
];

/** Ways to say a rating twice, or with a word on it; the first group is what counts. */
const wrappers: readonly { readonly pattern: RegExp; readonly mustSayBest: boolean }[] = [
  // ★ 4.5 · ★★★★☆ (4/5): the figure says it exactly, the stars are its picture.
  { pattern: /^[★⭐*][★⭐☆✩✭✮🌟½¼¾*\s]*[\s(:=–—-]*([^()★☆⭐*]+?)\)?$/u, mustSayBest: false },
  // 4/5 (★★★★☆)
  { pattern: /^([^()★☆⭐*]+?)[\s(]+[★⭐☆✩✭✮🌟½¼¾*\s]+\)?$/u, mustSayBest: false },
  // 4/5 (80%) · 8/10 – superb · ★★★★☆, and a half for the dog
  { pattern: /^(.*?\S)\s*(?:\([^()]*\)|\s[–—-]\s.*|[–—].*|[,;:]\s.*)$/u, mustSayBest: true },
];

const thumbs: Readonly<Record<string, boolean>> = {
  '👍': true,
  '👎': false,
  recommended: true,
  'highly recommended': true,
  'thumbs up': true,
  'not recommended': false,
  'thumbs down': false,
};

/** Longer than any rating with a word on it. */
const maxUnits = 200;

/**
 * Reads a rating as an author writes one: `★★★★☆`, `★★★½`, `****`, `3.5★`, `4/5`, `8 out of 10`, `85%`, `4,5/5`, a grade of
 * `scale.grades` (as a percentage), `👍`, or a bare number. Exact: nothing is rounded. Where a text says it twice, as in
 * `★★★★☆ (4/5)`, the figure counts. A value beyond its scale is out of range.
 */
export function readRating(source: string, scale: RatingScale = {}): RatingReading {
  const text = source.trim();
  if (text === '' || text.length > maxUnits) return { kind: 'unreadable' };
  const thumb = thumbOf(text);
  if (thumb !== undefined) return { kind: 'recommended', recommended: thumb };
  const grade = gradeOf(text, scale.grades);
  if (grade !== undefined) return judge(percentage(grade), 100, {}, text, false);
  // U+FE0F asks for the colourful form of a star.
  const figure = readFigure(text.replaceAll('\uFE0F', '').replace(/(?<=[^.!])[.!]$/u, ''), scale);
  if (figure === null) return { kind: 'unreadable' };
  const best = figure.best ?? scale.best ?? assumedBest(figure.value);
  return judge(figure.value, best, scale, text, (figure.best ?? scale.best) === undefined);
}

function thumbOf(text: string): boolean | undefined {
  const name = text.toLowerCase().replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F!.]/gu, '');
  return Object.hasOwn(thumbs, name) ? thumbs[name] : undefined;
}

function gradeOf(text: string, grades: RatingScale['grades'] = {}): number | undefined {
  const wanted = text.replace('−', '-').toLowerCase();
  const name = Object.keys(grades).find((grade) => grade.toLowerCase() === wanted);
  return name === undefined ? undefined : grades[name];
}

/** 0.29 as 29: a product would be 28.999999999999996. */
function percentage(share: number): number {
  const text = String(share);
  return text.includes('e') ? share * 100 : Number(`${text}e2`);
}

function readFigure(text: string, scale: RatingScale): Figure | null {
  const plain = readNotation(text, scale);
  if (plain !== null) return plain;
  for (const { pattern, mustSayBest } of wrappers) {
    const inner = pattern.exec(text)?.[1]?.trim();
    if (inner === undefined) continue;
    const figure = readNotation(inner, scale) ?? (mustSayBest ? readFigure(inner, scale) : null);
    if (figure !== null && !(mustSayBest && figure.best === undefined))
      return withPicture(figure, text, scale);
  }
  return null;
}

/** `★★★★☆ (4)`, `★ 4.5`: stars beside it tell the scale of a bare figure. */
function withPicture(figure: Figure, text: string, scale: RatingScale): Figure {
  if (figure.best !== undefined) return figure;
  const shown = /[☆✩]/u.test(text) ? countOf(text, full) + countOf(text, empty) : starsBest(scale);
  return { value: figure.value, best: shown };
}

function readNotation(text: string, scale: RatingScale): Figure | null {
  for (const { pattern, read } of notations) {
    const match = pattern.exec(text);
    if (match !== null) return read(match, scale);
  }
  return null;
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

/** The usual scale that holds a bare number. */
function assumedBest(value: number): number {
  return [5, 10, 100].find((best) => value <= best) ?? 100;
}

/** Nobody draws ten stars: on a longer scale, stars are still out of five. */
function starsBest({ best }: RatingScale): number {
  return best !== undefined && best < 10 ? best : 5;
}

/** A number with a point or a comma, or with a fraction after it. */
function numberIn(text = ''): number {
  const [, whole = '', part] = /^(.*?)\s?([½¼¾]|(?<=\s)1\/2)?$/u.exec(text) ?? [];
  return Number(whole.replace(',', '.')) + partOf(part);
}

function partOf(text: string | undefined): number {
  return text === undefined ? 0 : (fractions[text] ?? 0);
}

function countOf(text: string, kind: string): number {
  return text.match(new RegExp(kind, 'gu'))?.length ?? 0;
}

/** Full, broken and empty stars. Without empty ones, the scale is the usual one. */
function countStars(row: string, best: string | undefined, scale: RatingScale): Figure | null {
  const whole = countOf(row, full);
  const part = partOf(/[½¼¾]|1\/2/u.exec(row)?.[0]);
  const rest = countOf(row, empty);
  if (whole + part + rest === 0) return null;
  const value = whole + part;
  if (best !== undefined) return { value, best: numberIn(best) };
  if (rest === 0) return { value, best: starsBest(scale) };
  // A half star may stand beside the empty star it belongs to, or in its place.
  return { value, best: whole + rest + (part > 0 && whole + rest < 5 ? 1 : 0) };
}
