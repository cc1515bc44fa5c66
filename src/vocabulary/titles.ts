import type { ItemKind } from '../model/review.ts';
import { drawnSigns } from './rating-tables.ts';
import { reviewHead, reviewTail } from './review-words.ts';
import { kindNamed } from './spelling-lookup.ts';

/** What a title or a heading says of the item: `Review: Heat (1995) ★★★★` names Heat, its year and a rating. */
export interface NamedByTitle {
  readonly name: string;
  readonly year?: number;
  /** The rating as written. */
  readonly rating?: string;
  /** What stands beside the year in brackets, who made it most likely. */
  readonly other?: string;
}

const firstYear = 1880;

/** Whether a number can be the year of a work: from the first films and records on to next year. */
function isYear(year: number): boolean {
  return year >= firstYear && year <= new Date().getFullYear() + 1;
}

/** Words for kinds as they stand in `Bokrecension` and `Recenzja książki`, and in no table. */
const inflected: Readonly<Record<string, ItemKind>> = {
  ...{ bok: 'book', bog: 'book', spel: 'game', spil: 'game', spill: 'game', skiva: 'album' },
  ...{ книгу: 'book', книги: 'book', игру: 'game', książki: 'book', filmu: 'film', gry: 'game' },
  ...{ serialu: 'series', płyty: 'album' },
  ...{ 読書メモ: 'book', 読書感想: 'book', ブックレビュー: 'book', 書評: 'book', 书评: 'book' },
  ...{ 读书笔记: 'book', 讀書筆記: 'book', 读书: 'book', 독후감: 'book', 서평: 'book' },
  ...{ 映画評: 'film', 影评: 'film', 影評: 'film' },
};

function kindOf(word: string): ItemKind | null {
  return inflected[word.toLowerCase()] ?? kindNamed(word);
}

const isKind = (word: string): boolean => kindOf(word) !== null;

/** The kind that `Book Review: …`, `Filmkritik: …` or `… – movie review` says; null where a title says none. */
export function kindInTitle(title: string): ItemKind | null {
  const plain = title.trim();
  const word = reviewHead(plain, isKind)?.kind ?? reviewTail(plain, isKind)?.kind;
  return word === undefined ? null : kindOf(word);
}

const amount = '\\d{1,3}(?:[.,]\\d{1,2})?[½¼¾]?';
const best = '(?:4|5|6|10|20|100)';
const rated = new RegExp(
  `\\s{0,9}(?:[:–—|([-]\\s{0,9}|\\s)((?:[${drawnSigns}]\\uFE0F?\\s?){2,12}|${amount}\\s?[★⭐🌟]\\uFE0F?|${amount}\\s?/\\s?${best}|\\d{1,3}\\s?%|${amount} (?:out of ${best}|stars?(?: out of ${best})?))[)\\]]?$`,
  'iu',
);
/** `(1995)`, `(2004–2010)`, `(1995; Ada Quill)`, `(Ada Quill, 1995)`. */
const bracketed = /(?<!\s)\s*[([]([^()[\]]{4,60})[)\]]$/;
const years = /^(\d{4})(?:\s?[-–]\s?(?:\d{4}|\d{2})?)?$/;

/** The year in brackets at the end of a title, and what else stands there. */
function bracketIn(title: string): { index: number; year: number; other?: string } | null {
  const match = bracketed.exec(title);
  if (match === null || match.index === 0 || !/\d{4}/.test(match[1] as string)) return null;
  const inside = (match[1] as string).replace(
    /^(\d{4}) (\p{L}[\p{L} -]*)$|^(\p{L}[\p{L} -]*) (\d{4})$/u,
    (all, first, after, before, last) => (isKind(after ?? before) ? (first ?? last) : all),
  );
  const parts = inside.split(/\s*[;,]\s*/);
  const year = Number(parts.map((part) => years.exec(part.trim())?.[1]).find(Boolean));
  const others = parts.filter((part) => !years.test(part.trim()));
  if (!isYear(year) || others.length > 2 || others.some((part) => /\d/.test(part))) return null;
  const [only] = others;
  const other = others.length === 1 && only !== undefined ? only.trim() : undefined;
  return { index: match.index, year, ...(other === undefined ? {} : { other }) };
}

/** `5/4` rates nothing, and `in 3/4` is a measure: what ends at another best than 5, 10 or 100, and a figure in words, wants a mark before it. */
function isFigure([whole, figure = '']: RegExpExecArray): boolean {
  const isMarked = /^\s*[:–—|([-]/.test(whole);
  const [, value, best] = /^([\d.,]+)[½¼¾]?\s?(?:\/|out of)\s?(\d+)$/i.exec(figure) ?? [];
  if (value !== undefined && Number(value.replace(',', '.')) > Number(best)) return false;
  if (/[a-z]$|[a-z] /i.test(figure)) return isMarked;
  return best === undefined || /^(?:5|10|100)$/.test(best) || isMarked;
}

/**
 * The name of the item in a title: without `Review:` before or behind it, without a rating or a year in brackets at its end. A title that is
 * nothing but those keeps them.
 */
export function namedByTitle(title: string): NamedByTitle {
  let name = title.trim();
  let year: number | undefined;
  let rating: string | undefined;
  let other: string | undefined;
  // In whatever order they stand.
  for (let round = 0; round < 3; round++) {
    const before = name;
    const figure = rating === undefined ? rated.exec(name) : null;
    if (figure !== null && figure.index > 0 && isFigure(figure)) {
      rating = (figure[1] as string).trim();
      name = name.slice(0, figure.index).trim();
    }
    const word = reviewTail(name, isKind);
    if (word !== null) name = name.slice(0, word.start).trim();
    const bracket = year === undefined ? bracketIn(name) : null;
    if (bracket !== null) {
      ({ year, other } = bracket);
      name = name.slice(0, bracket.index).trim();
    }
    if (name === before) break;
  }
  const short = name.slice(reviewHead(name, isKind)?.end ?? 0).trim();
  if (short !== '') name = short;
  return {
    name: unquoted(name),
    ...(year === undefined ? {} : { year }),
    ...(rating === undefined ? {} : { rating }),
    ...(other === undefined ? {} : { other }),
  };
}

/** `"Heat"` in quotes as a whole is Heat; a quote within a name stays. */
function unquoted(name: string): string {
  const match =
    /^(?:"([^"]+)"|“([^“”]+)”|«\s?([^«»]+?)\s?»|„([^„“”]+)[“”]|'([^']+)'|《([^《》]+)》|『([^『』]+)』|「([^「」]+)」)$/.exec(
      name,
    );
  return match?.slice(1).find((text) => text !== undefined) ?? name;
}

/** What the name of a file says. */
export interface NamedByFile {
  readonly name?: string;
  readonly year?: number;
  /** An ISO date. */
  readonly published?: string;
}

const leadingDate = /^(\d{4})[-_.](\d{2})[-_.](\d{2})(?:[-_. ]+|$)/;
/** Of several of a day: `2011-11-06-01-…`. */
const sequence = /^0\d[-_](?=[a-z])/;
const lastYear = /(?:[-_]|(?<!\s)\s*[([])(\d{4})[)\]]?$/;

/**
 * What a file’s name, without its ending, says of its review: kept as it is when it has a space or a capital, else with its dashes as
 * spaces and a capital first. A leading date is when it was published; a year at its end the item’s.
 */
export function namedByFile(stem: string): NamedByFile {
  const date = leadingDate.exec(stem);
  const isDate = date !== null && Number(date[2]) <= 12 && Number(date[3]) <= 31;
  const rest = isDate ? stem.slice(date[0].length).replace(sequence, '') : stem;
  const end = lastYear.exec(rest);
  const hasYear = end !== null && end.index > 0 && isYear(Number(end[1]));
  const words = (hasYear ? rest.slice(0, end.index) : rest).trim();
  const name = /[\s\p{Lu}]/u.test(words) ? words : capitalized(words.replace(/[-_]+/g, ' ').trim());
  return {
    ...(name === '' || /^(?:index|_index)$/i.test(words) ? {} : { name }),
    ...(hasYear ? { year: Number(end[1]) } : {}),
    ...(isDate ? { published: `${date[1]}-${date[2]}-${date[3]}` } : {}),
  };
}

function capitalized(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
