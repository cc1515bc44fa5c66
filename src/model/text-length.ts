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
  const plain = asciiWords(markdown);
  if (plain !== null) return { words: plain };
  const unlinked = markdown.includes('](')
    ? markdown.replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ']')
    : markdown;
  const prose = unlinked.includes(']:') ? unlinked.replace(/^\[[^\]\r\n]+\]:.*$/gm, '') : unlinked;
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

const encoder = new TextEncoder();
let bytes = new Uint8Array(65_536);

const other = 0;
const letter = 1;
const blank = 2;
const bracket = 3;
/** What each ASCII character is to a word. */
const classes = Uint8Array.from({ length: 128 }, (_, unit) =>
  isAsciiLetterOrDigit(unit) ? letter : isAsciiSpace(unit) ? blank : unit === 93 ? bracket : other,
);

/**
 * The words of a text that is ASCII and defines no link, in one look at its bytes; null for any other. A library is counted whenever it is
 * listed.
 */
function asciiWords(text: string): number | null {
  if (bytes.length < text.length) bytes = new Uint8Array(2 * text.length);
  const { read, written: end } = encoder.encodeInto(text, bytes);
  if (read < text.length || end !== text.length) return null;
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < end; at++) {
    const found = classes[bytes[at] as number];
    if (found === letter) {
      if (!isCounted) count++;
      isCounted = true;
    } else if (found === blank) isCounted = false;
    else if (found === bracket) {
      if (bytes[at + 1] === 40) at = targetEnd(at, end);
      // With what stands before it, it may define a link.
      if (at + 1 < end && bytes[at + 1] === 58) return null;
    }
  }
  return count;
}

/** Where the target of a link ends that is opened behind the bracket at `at`, parentheses in it counted; the bracket where none ends. */
function targetEnd(at: number, end: number): number {
  let isInner = false;
  for (let next = at + 2; next < end; next++) {
    const unit = bytes[next] as number;
    if (classes[unit] === blank) return at;
    if (unit === 40) {
      if (isInner) return at;
      isInner = true;
    } else if (unit === 41) {
      if (!isInner) return next;
      isInner = false;
    }
  }
  return at;
}

/** Unit by unit: to split each text took most of the time. */
function runsIn(text: string): number {
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isAsciiSpace(unit)) isCounted = false;
    else if (isCounted && unit < 128) continue;
    else if (unit < 128 ? isAsciiLetterOrDigit(unit) : !isCounted && isLetterAt(text, at)) {
      count++;
      isCounted = true;
    } else if (unit > 127 && space.test(text.charAt(at))) isCounted = false;
  }
  return count;
}

const space = /\s/;

function isAsciiLetterOrDigit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}

function isAsciiSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

function isLetterAt(text: string, at: number): boolean {
  return letterOrDigit.test(String.fromCodePoint(text.codePointAt(at) as number));
}

let segmenter: Intl.Segmenter | undefined;

/** Built for the first text that needs it: that takes longer than counting a short review. */
function wordsIn(run: string): number {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  return segmentsOf(segmenter, run).filter(({ isWordLike }) => isWordLike === true).length;
}
