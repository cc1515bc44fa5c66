import type { Grade } from '../model/settings.ts';
import { type Figure, hasGlyphs } from './rating-figures.ts';
import { bestLetter, letterGrades, notRatedWords, recommendingWords } from './rating-tables.ts';
import { wordKey } from './word-key.ts';

/** Words that no table ranks (`loved it`), `recommended` when they say so; or no words for a rating. */
export type WordsReading =
  | { readonly kind: 'words'; readonly text: string; readonly recommended?: boolean }
  | { readonly kind: 'unreadable' };

type Grades = Readonly<Record<string, Grade>>;

/** `?`, `-`, `tbd`, `n/a`, `.nan`: there is no rating yet. */
export function isNotRated(text: string): boolean {
  return /^[?\-–—_.…]+$/.test(text) || notRatedWords.has(wordKey(text));
}

/** Yes, no and YAML’s infinity are no words for a rating. */
const answers = new Set(['inf', 'infinity', 'true', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** Words without a figure in them, with what they say of recommending it. */
export function wordsIn(text: string): WordsReading {
  const name = wordKey(text);
  if (/\p{N}/u.test(text) || text.includes('*') || hasGlyphs(text) || answers.has(name))
    return { kind: 'unreadable' };
  if (!/[\p{L}\p{Extended_Pictographic}]/u.test(text)) return { kind: 'unreadable' };
  const recommended = Object.hasOwn(recommendingWords, name) ? recommendingWords[name] : undefined;
  return { kind: 'words', text, ...(recommended === undefined ? {} : { recommended }) };
}

/** A grade, also with words on it (`B+ (solid)`, `B+ – solid`), unless another letter stands among them. */
export function gradeIn(text: string, grades: Grades | undefined): Required<Figure> | null {
  const whole = gradeNamed(text, grades);
  if (whole !== null) return whole;
  const [, name, words = ''] =
    /^([^\d(]{1,40}?)\s*(\([^()]*\)|\s[–—]\s.*|\s-\s.*)$/u.exec(text) ?? [];
  return name === undefined || /(?<!\p{L})[A-F][+−–-]?(?!\p{L})/u.test(words)
    ? null
    : gradeNamed(name, grades);
}

function gradeNamed(text: string, grades: Grades | undefined): Required<Figure> | null {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/[−–]/g, '-')
      .replace(/^([a-f])\s*(?:\+|plus)$/, '$1+')
      .replace(/^([a-f])\s*(?:-|minus)$/, '$1-');
  const wanted = plain(text);
  const table: Readonly<Record<string, Grade>> = grades ?? letterGrades;
  const name = Object.keys(table).find((each) => plain(each) === wanted);
  const grade = name === undefined ? undefined : table[name];
  if (grade === undefined) return null;
  if (typeof grade !== 'number') return grade;
  return grades === undefined
    ? { value: grade, best: bestLetter }
    : { value: percentage(grade), best: 100 };
}

/** 0.29 as 29: a product would be 28.999999999999996. */
function percentage(share: number): number {
  const text = String(share);
  return text.includes('e') ? share * 100 : Number(`${text}e2`);
}
