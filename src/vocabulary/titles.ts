import { drawnSigns } from './rating-tables.ts';

/** What a title or a heading says of the item: `Review: Heat (1995) ★★★★` names Heat, its year and a rating. */
export interface NamedByTitle {
  readonly name: string;
  readonly year?: number;
  /** The rating as written. */
  readonly rating?: string;
}

const firstYear = 1880;

/** Whether a number can be the year of a work: from the first films and records on to next year. */
function isYear(year: number): boolean {
  return year >= firstYear && year <= new Date().getFullYear() + 1;
}

const kindWord =
  '(?:(?:short |mini |quick )?(?:(film|movie|book|game|video game|board game|album|music|tv|series|record|restaurant|product|comic|anime|novel|concert|play) )?)';
/** What a text about a thing is called where no blank parts words. */
const cjkReview =
  '(?:读书笔记|讀書筆記|读书|书评|書評|影评|影評|读后感|讀後感|观后感|觀後感|评测|評測|感想文?|ブックレビュー|レビュー|読書メモ|読書感想|映画評|독후감|서평|리뷰|후기|감상문?)';
const head = new RegExp(
  `^(?:${kindWord}(?:reviews?|notes?(?= ?:)|rezension|buchkritik|filmkritik|kritik|critique|reseña|recensione|resenha|recensie|recenzja|рецензия)(?: on| of)?\\s*[:–—|-]\\s+|${cjkReview}\\s*[:：|｜-]\\s*)`,
  'i',
);
const tail = new RegExp(
  `\\s{0,9}[:–—|(-]?\\s{0,9}${kindWord}reviews?\\)?$|(?<=[》」』])(?:的)?${cjkReview}$`,
  'i',
);
/** The kind's word in `Book Review: …` or `… – movie review`; null where a title has none. */
export function kindWordInTitle(title: string): string | null {
  const plain = title.trim();
  return head.exec(plain)?.[1] ?? tail.exec(plain)?.[1] ?? null;
}

const rated = new RegExp(
  `\\s{0,9}(?:[:–—|([-]\\s{0,9}|\\s)((?:[${drawnSigns}]\\uFE0F?\\s?){2,12}|\\d{1,3}(?:[.,]\\d{1,2})?\\s?/\\s?(?:4|5|6|10|20|100)|\\d{1,3}\\s?%)[)\\]]?$`,
  'u',
);
const dated = /(?<!\s)\s*[([](\d{4})[)\]]$/;

/** `5/4` rates nothing, and `in 3/4` is a measure: what ends at another best than 5, 10 or 100 wants a mark before it. */
function isFigure([whole, figure = '']: RegExpExecArray): boolean {
  const [, value, best] = /^([\d.,]+)\s?\/\s?(\d+)$/.exec(figure) ?? [];
  if (value === undefined || best === undefined) return true;
  if (Number(value.replace(',', '.')) > Number(best)) return false;
  return /^(?:5|10|100)$/.test(best) || /^\s*[:–—|([-]/.test(whole);
}

/**
 * The name of the item in a title: without `Review:` before or behind it, without a rating or a year in brackets at its end. A title that is
 * nothing but those keeps them.
 */
export function namedByTitle(title: string): NamedByTitle {
  let name = title.trim();
  let year: number | undefined;
  let rating: string | undefined;
  // In whatever order they stand.
  for (let round = 0; round < 3; round++) {
    const before = name;
    const figure = rating === undefined ? rated.exec(name) : null;
    if (figure !== null && figure.index > 0 && isFigure(figure)) {
      rating = (figure[1] as string).trim();
      name = name.slice(0, figure.index).trim();
    }
    const word = tail.exec(name);
    if (word !== null && word.index > 0) name = name.slice(0, word.index).trim();
    const bracket = year === undefined ? dated.exec(name) : null;
    if (bracket !== null && bracket.index > 0 && isYear(Number(bracket[1]))) {
      year = Number(bracket[1]);
      name = name.slice(0, bracket.index).trim();
    }
    if (name === before) break;
  }
  const short = name.replace(head, '').trim();
  if (short !== '') name = short;
  return {
    name: unquoted(name),
    ...(year === undefined ? {} : { year }),
    ...(rating === undefined ? {} : { rating }),
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
