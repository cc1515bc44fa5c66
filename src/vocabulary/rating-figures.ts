import type { Grade } from '../model/settings.ts';
import { foreignUnit, isForeignBetween } from './foreign.ts';
import { betweenWords, fractions, glyphs, unitWords } from './rating-tables.ts';
import { wordKey } from './word-key.ts';

export interface RatingScale {
  /** The best value of a bare number's scale. Below ten, it is also that of stars without empty ones. */
  readonly best?: number;
  /** Default: 0. */
  readonly worst?: number;
  /** Grades and words, instead of the letters from A+ to F. */
  readonly grades?: Readonly<Record<string, Grade>>;
}

/** A value, and the best one where the notation says it. */
export interface Figure {
  readonly value: number;
  readonly best?: number;
}

interface Notation {
  readonly pattern: RegExp;
  /** Null when the text is none of the kind after all. */
  readonly read: (match: RegExpExecArray, scale: RatingScale) => Figure | null;
}

const all = (kind: 'full' | 'half' | 'empty'): string =>
  glyphs.map((row) => row[kind] ?? '').join('');
const fullSigns = all('full');
const emptySigns = all('empty');
const halfSigns = all('half');
const full = `[${fullSigns}]`;
const empty = `[${emptySigns}]`;
/** Any glyph of a rating, for patterns with the flag `u`. */
const anyGlyph = `[${fullSigns}${halfSigns}${emptySigns}]`;
const fraction = '[½¼¾]';
const number = `(-?\\d{1,9}(?:[.,]\\d{1,17}|\\s?${fraction}|\\s1/2)?|${fraction})`;
const between = `([/⁄∕]|\\(?\\p{L}{1,8}(?:\\s+\\p{L}{1,8})?)`;
const unit = `(${full}|\\p{L}{1,14}\\.?)`;
const starRow = `(?:${full}\\s?){0,100}(?:${fraction}|1/2|[${halfSigns}])?\\s?(?:${empty}\\s?){0,100}`;

/** The notations, tried in this order; each matches the whole text. */
const notations: readonly Notation[] = [
  // 4/5 · 4,5 / 5 · 8 out of 10 · 4 out of 5 stars · 3½/4 · 4 (out of 5) · 8,6/10 points
  {
    pattern: new RegExp(`^${number}\\s*${between}\\s*${number}\\)?\\s*${unit}?$`, 'iu'),
    read: ([, value, words, best, name]) =>
      isBetween(words) && (name === undefined || unitOf(name) !== null)
        ? { value: numberIn(value), best: numberIn(best) }
        : null,
  },
  // 4 stars out of 5 · 4★/5
  {
    pattern: new RegExp(`^${number}\\s*${unit}\\s*${between}\\s*${number}\\)?$`, 'iu'),
    read: ([, value, name, words, best]) =>
      isBetween(words) && unitOf(name) !== null
        ? { value: numberIn(value), best: numberIn(best) }
        : null,
  },
  // 85% · 85 percent
  {
    pattern: new RegExp(`^${number}\\s*(?:%|per\\s?cent)$`, 'iu'),
    read: ([, value]) => ({ value: numberIn(value), best: 100 }),
  },
  // 3.5★ · 4.5 stars · 8 points
  {
    pattern: new RegExp(`^${number}\\s*${unit}$`, 'iu'),
    read: ([, value, name], scale) => counted(numberIn(value), unitOf(name), scale),
  },
  // ★★★★☆ · ★★★½ · ⭐⭐⭐⭐ · ½ · ★★★★ out of 5
  {
    pattern: new RegExp(`^(${starRow})(?:${between}\\s*${number})?$`, 'iu'),
    read: ([, row, words, best], scale) =>
      words === undefined || isBetween(words) ? countStars(row as string, best, scale) : null,
  },
  // **** · ***½ · ***1/2 · ****/5
  {
    pattern: new RegExp(
      `^(\\*{1,100})\\s?([½¼¾]|1/2(?!\\d))?\\s*(?:${between}\\s*${number})?$`,
      'iu',
    ),
    read: ([, row = '', part, words, best], scale) =>
      words === undefined || isBetween(words)
        ? {
            value: row.length + partOf(part),
            best: best === undefined ? starsBest(scale) : numberIn(best),
          }
        : null,
  },
  // 4.5 · 85 · 3½
  { pattern: new RegExp(`^${number}$`, 'u'), read: ([, value]) => ({ value: numberIn(value) }) },
];

const signs = `${fullSigns}${halfSigns}${emptySigns}`;

/** Ways to say a rating twice, or with a word on it; the first group is what counts. */
const wrappers: readonly { readonly pattern: RegExp; readonly hasWords: boolean }[] = [
  // ★ 4.5 · ★★★★☆ (4/5): the figure says it exactly, the stars are its picture.
  {
    pattern: new RegExp(
      `^[${fullSigns}*][${signs}½¼¾*\\s]*[\\s(:=–—-]*([^()${signs}*]+?)\\)?$`,
      'u',
    ),
    hasWords: false,
  },
  // 4/5 (★★★★☆)
  {
    pattern: new RegExp(`^([^()${signs}*]+?)[\\s(]+[${signs}½¼¾*\\s]+\\)?$`, 'u'),
    hasWords: false,
  },
  // 4/5 (80%) · 8/10 – superb · 2.75 (just about) · ★★★★☆, and a half for the dog
  { pattern: /^(.*?\S)\s*(?:\([^()]*\)|\s[–—-]\s.*|[–—].*|[,;:]\s.*)$/u, hasWords: true },
];

/** The figure that a text gives, also said twice or with words on it; null when it gives none. */
export function readFigure(text: string, scale: RatingScale): Figure | null {
  const plain = readNotation(text, scale);
  if (plain !== null) return plain;
  for (const { pattern, hasWords } of wrappers) {
    const inner = pattern.exec(text)?.[1]?.trim();
    if (inner === undefined) continue;
    const figure = readNotation(inner, scale) ?? (hasWords ? readFigure(inner, scale) : null);
    if (figure === null) continue;
    if (!hasWords) return withPicture(figure, text, scale);
    // `7, maybe 8` is not 7.
    if (figure.best !== undefined || !/\p{N}/u.test(text.slice(inner.length))) return figure;
  }
  return null;
}

/** `★★★★☆ (4)`, `★ 4.5`: stars beside it tell the scale of a bare figure. */
function withPicture(figure: Figure, text: string, scale: RatingScale): Figure {
  if (figure.best !== undefined) return figure;
  const shown =
    countOf(text, empty) > 0 ? countOf(text, full) + countOf(text, empty) : starsBest(scale);
  return { value: figure.value, best: shown };
}

function readNotation(text: string, scale: RatingScale): Figure | null {
  for (const { pattern, read } of notations) {
    const match = pattern.exec(text);
    const figure = match === null ? null : read(match, scale);
    if (figure !== null) return figure;
  }
  return null;
}

/** Whether a text has a glyph of a rating in it. */
export function hasGlyphs(text: string): boolean {
  return new RegExp(anyGlyph, 'u').test(text);
}

/** Whether a rating is drawn, and says no figure. */
export function isDrawnOnly(text: string): boolean {
  return new RegExp(`^(?:${anyGlyph}|[½¼¾*\\s]|\\uFE0F)+$`, 'u').test(text);
}

let bare: { readonly start: RegExp; readonly mark: RegExp } | undefined;

/** Whether a line that is nothing but `text` may be a rating: it starts with a figure or a glyph and says its scale. No ornaments. */
export function looksLikeRating(text: string): boolean {
  bare ??= {
    start: new RegExp(`^(?:\\d|${full})`, 'u'),
    mark: new RegExp(`${anyGlyph}|/|\\p{L}`, 'u'),
  };
  return bare.start.test(text) && bare.mark.test(text) && !isOrnament(text);
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

function isBetween(words: string | undefined): boolean {
  if (words === undefined) return false;
  if (/^[/⁄∕]$/.test(words) || betweenWords.includes(wordKey(words))) return true;
  return isForeignBetween(words.replace(/^\(/, ''));
}

function unitOf(name: string | undefined): 'stars' | 'points' | null {
  if (name === undefined) return null;
  if (fullSigns.includes(name)) return 'stars';
  const word = wordKey(name);
  const isIn = (words: readonly string[]): boolean => words.includes(word);
  return isIn(unitWords.stars) ? 'stars' : isIn(unitWords.points) ? 'points' : foreignUnit(word);
}

/** Stars are of five; points have the scale of a bare number. */
function counted(
  value: number,
  name: ReturnType<typeof unitOf>,
  scale: RatingScale,
): Figure | null {
  if (name === null) return null;
  return name === 'stars' ? { value, best: starsBest(scale) } : { value };
}

function countOf(text: string, kind: string): number {
  return text.match(new RegExp(kind, 'gu'))?.length ?? 0;
}

/** Of how many families the full glyphs are: `★♥` is no row. */
function familiesIn(row: string): number {
  return glyphs.filter((family) => countOf(row, `[${family.full}]`) > 0).length;
}

/** Whether glyphs that also stand in texts for other things, as ornaments or greetings, are all that `text` has. */
function isOrnament(text: string): boolean {
  const common = glyphs.filter((family) => family.common === true);
  const hasCommon = common.some((family) => countOf(text, `[${family.full}]`) > 0);
  return hasCommon && countOf(text, empty) + countOf(text, `[${halfSigns}½]`) === 0;
}

/** Full, broken and empty stars. Without empty ones, the scale is the usual one. */
function countStars(row: string, best: string | undefined, scale: RatingScale): Figure | null {
  const whole = countOf(row, full);
  const part = partOf(/[½¼¾]|1\/2/u.exec(row)?.[0]) || countOf(row, `[${halfSigns}]`) * 0.5;
  const rest = countOf(row, empty);
  if (whole + part + rest === 0) return null;
  if (familiesIn(row) > 1) return null;
  const value = whole + part;
  if (best !== undefined) return { value, best: numberIn(best) };
  if (rest === 0) return { value, best: starsBest(scale) };
  // A half star may stand beside the empty star it belongs to, or in its place.
  return { value, best: whole + rest + (part > 0 && whole + rest < 5 ? 1 : 0) };
}
