import { isAscii } from '../text/fold.ts';
import { segmentsOf } from '../text/segment.ts';

/** How long a text is. */
export interface TextLength {
  readonly words: number;
  /** How many of the words are characters of Chinese or Japanese, which are read one by one; absent for none. */
  readonly ideographs?: number;
}

const wordsPerMinute = 230;
const ideographsPerMinute = 500;

/** Minutes it takes to read a text of this length, rounded up: 230 words a minute, 500 characters of Chinese or Japanese. */
export function readingMinutes({ words, ideographs = 0 }: TextLength): number {
  return Math.ceil((words - ideographs) / wordsPerMinute + ideographs / ideographsPerMinute);
}

/** Several texts as one. */
export function summedLength(lengths: readonly TextLength[]): TextLength {
  const words = lengths.reduce((sum, length) => sum + length.words, 0);
  const ideographs = lengths.reduce((sum, length) => sum + (length.ideographs ?? 0), 0);
  return ideographs === 0 ? { words } : { words, ideographs };
}

/**
 * The length of a Markdown text. Words are runs between spaces that hold a letter or digit, link targets not counted. Of scripts
 * written without spaces each ideograph or kana counts as one, and Thai, Lao, Myanmar and Khmer have the words of a dictionary (UAX 29).
 */
export function lengthOf(markdown: string): TextLength {
  const prose = markdown
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ']')
    .replace(/^\[[^\]\r\n]+\]:.*$/gm, '');
  if (isAscii(prose) || !unspaced.test(prose)) return { words: runsIn(prose) };
  let ideographs = 0;
  let words = 0;
  const spaced = prose
    .replace(ideograph, () => {
      ideographs++;
      return ' ';
    })
    .replace(dictionaryRun, (run) => {
      words += wordsIn(run);
      return ' ';
    });
  words += ideographs + runsIn(spaced);
  return ideographs === 0 ? { words } : { words, ideographs };
}

const ideograph =
  /[\u3005-\u3007\u3041-\u30FA\u30FC-\u30FF\u3400-\u9FFF\uF900-\uFAFF]|[\uD840-\uD8BF][\uDC00-\uDFFF]/g;
const dictionaryRun = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]+/g;
const unspaced = new RegExp(`${ideograph.source}|${dictionaryRun.source}`);
const letterOrDigit = /[\p{L}\p{N}]/u;

function runsIn(text: string): number {
  let count = 0;
  for (const run of text.split(/\s+/)) if (letterOrDigit.test(run)) count++;
  return count;
}

let segmenter: Intl.Segmenter | undefined;

/** Built for the first text that needs it: that takes longer than counting a short review. */
function wordsIn(run: string): number {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  return segmentsOf(segmenter, run).filter(({ isWordLike }) => isWordLike === true).length;
}
