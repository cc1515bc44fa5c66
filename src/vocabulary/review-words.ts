/** What a text about a thing is called where no blank parts words. */
const cjk =
  '(读书笔记|讀書筆記|读书|书评|書評|影评|影評|读后感|讀後感|观后感|觀後感|评测|評測|感想文?|ブックレビュー|レビュー|読書メモ|読書感想|映画評|독후감|서평|리뷰|후기|감상문?)';
const english =
  '(?:(?:short |mini |quick )?(?:(film|movie|book|game|video game|board game|album|music|tv|series|record|restaurant|product|comic|anime|novel|concert|play|beer|whisky|whiskey|wine|podcast) )?)';
/** Germanic words, written together with what is reviewed: `Filmkritik`, `boekrecensie`. */
const compound =
  '(\\p{L}{2,16}?)[- ]?(?:rezension|kritik|besprechung|recensie|bespreking|recension|anmeldelse|review)';
const alone = '(?:rezension|kritik|besprechung|recensie|bespreking|recension|anmeldelse)';
/** Romance and Slavic words, with what is reviewed behind them: `Critique de film`, `Reseña del libro`, `Рецензия на фильм`. */
const phrase =
  '(?:critique|chronique|reseña|resena|cr[ií]tica|recensione|resenha|recenzja|рецензия|обзор|отзыв)';
const link =
  '(?:\\s+(?:de|du|del|della|di|do|da|des|sur|sobre|su|на|о|об)\\b)?(?:\\s+(?:la|le|el|il)\\b)?';
const after = '\\s*[:–—|-]\\s+';

/** Before a name. A group that matched is a word for the kind, which has to be one where `sure` is false. */
const heads: readonly { readonly pattern: RegExp; readonly sure: boolean }[] = [
  {
    pattern: new RegExp(`^${english}(?:reviews?|notes?(?= ?:))(?: on| of)?${after}`, 'i'),
    sure: true,
  },
  { pattern: new RegExp(`^${cjk}\\s*[:：|｜-]\\s*`, 'i'), sure: true },
  { pattern: new RegExp(`^(?:${alone}|${phrase})${after}`, 'iu'), sure: true },
  { pattern: new RegExp(`^${compound}${after}`, 'iu'), sure: false },
  {
    pattern: new RegExp(
      `^${phrase}${link.replaceAll('\\b', '(?!\\p{L})')}\\s+(\\p{L}{2,16})${after}`,
      'iu',
    ),
    sure: false,
  },
];

const before = '\\s{0,9}[:–—|(-]\\s{0,9}';
const tails: readonly { readonly pattern: RegExp; readonly sure: boolean }[] = [
  { pattern: new RegExp(`(?:${before}|\\s{1,9})${english}review\\)?$`, 'i'), sure: true },
  { pattern: new RegExp(`${before}${english}reviews\\)?$`, 'i'), sure: true },
  { pattern: new RegExp(`(?<=[》」』])(?:的)?${cjk}$`, 'i'), sure: true },
  { pattern: new RegExp(`\\s{0,9}[:：–—|｜(（-]\\s{0,9}${cjk}[)）]?$`, 'i'), sure: true },
  { pattern: new RegExp(`${before}(?:${alone}|${phrase})\\)?$`, 'iu'), sure: true },
  { pattern: new RegExp(`${before}${compound}\\)?$`, 'iu'), sure: false },
  {
    pattern: new RegExp(
      `${before}${phrase}${link.replaceAll('\\b', '(?!\\p{L})')}\\s+(\\p{L}{2,16})\\)?$`,
      'iu',
    ),
    sure: false,
  },
];

/** What a title says of being a review: where the words stand, and the word for the kind among them. */
export interface ReviewWords {
  readonly start: number;
  readonly end: number;
  readonly kind?: string;
}

/** `Review: …`, `Filmkritik: …`, `Reseña de libro: …` before a name; null where there is none. `isKind` tells what is a word for a kind. */
export function reviewHead(title: string, isKind: (word: string) => boolean): ReviewWords | null {
  return firstOf(heads, title, isKind);
}

/** `… – movie review`, `… (Rezension)` behind a name. */
export function reviewTail(title: string, isKind: (word: string) => boolean): ReviewWords | null {
  const found = firstOf(tails, title, isKind);
  return found !== null && found.start > 0 ? found : null;
}

/** Stems of all these words: a title without one needs no pattern compiled. */
const stems =
  /review|notes?|rezension|kritik|besprech|recensi|bespreking|anmeldelse|critique|chronique|rese[ñn]|cr[ií]tica|recenzja|рецензия|обзор|отзыв|[书書影读讀观觀评評感レ読映독서리후감]/i;

function firstOf(
  table: typeof heads,
  title: string,
  isKind: (word: string) => boolean,
): ReviewWords | null {
  if (title.length > 300 || !stems.test(title)) return null;
  for (const { pattern, sure } of table) {
    const match = pattern.exec(title);
    if (match === null) continue;
    const word = match[1];
    if (!sure && (word === undefined || !isKind(word))) continue;
    const end = match.index + match[0].length;
    return { start: match.index, end, ...(word === undefined ? {} : { kind: word }) };
  }
  return null;
}
