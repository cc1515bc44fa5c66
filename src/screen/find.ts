import { fold, isAscii } from '../text/fold.ts';
import { graphemes } from '../text/width.ts';
import type { StyledLine } from '../writers/style.ts';
import { type Book, type Piece, textOf } from './book.ts';

/** What was found in a page, in order. */
export interface Hits {
  /** The words as they were typed. */
  readonly words: string;
  readonly count: number;
  /** The line in which a hit starts. */
  readonly lineOf: (hit: number) => number;
  /** The parts of a line that belong to hits, in order. */
  readonly within: (line: number) => readonly (Piece & { readonly hit: number })[];
  /** The first hit that starts in the line or after it; `count` when there is none. */
  readonly from: (line: number) => number;
}

/** What a page's lines say, folded, with a line end between each two. */
interface FoldedPage {
  readonly text: string;
  /** Where each line starts in it. */
  readonly starts: Uint32Array;
}

const pages = new WeakMap<readonly StyledLine[], Map<boolean, FoldedPage>>();

function foldedPage(book: Book, keepsCase: boolean): FoldedPage {
  const steps = folding(book, keepsCase);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Lines that are folded in one step: a fraction of a millisecond. */
const stepLines = 200;

/** Makes a page ready for searches, some lines at a step, so that the first letter of a search in a long page need not wait. */
export function* folding(
  { lines }: Pick<Book, 'lines'>,
  keepsCase = false,
): Generator<undefined, FoldedPage> {
  const known = pages.get(lines) ?? new Map<boolean, FoldedPage>();
  pages.set(lines, known);
  const before = known.get(keepsCase);
  if (before !== undefined) return before;
  const starts = new Uint32Array(lines.length + 1);
  const folded: string[] = [];
  let length = 0;
  for (const [at, line] of lines.entries()) {
    starts[at] = length;
    const text = foldedLine(textOf(line), keepsCase);
    length += text.length + 1;
    folded.push(text);
    if (at % stepLines === stepLines - 1) yield undefined;
  }
  starts[lines.length] = length;
  const page = { text: folded.join('\n'), starts };
  known.set(keepsCase, page);
  return page;
}

function foldedLine(text: string, keepsCase: boolean): string {
  if (isAscii(text)) return keepsCase ? text : text.toLowerCase();
  return graphemes(text)
    .map((cluster) => folded(cluster, keepsCase))
    .join('');
}

/** As `fold`; with its case when that counts. */
function folded(text: string, keepsCase: boolean): string {
  return keepsCase
    ? text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC')
    : fold(text);
}

/** What may stand where a line ends: the end, an indent, the bars of a quote. */
const between = '[\\s│┃┊]';
const spaceless = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\u0E00-\u0EFF]/;

/** Words as a pattern: white space is any, a line's end too; scripts without spaces may go on in the next line. */
function patternOf(words: string): RegExp | null {
  if (!/\s/.test(words) && !spaceless.test(words)) return null;
  const parts = words
    .split(/\s+/)
    .map((part) =>
      Array.from(part, (character) => character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).reduce(
        (pattern, character) =>
          pattern === '' || !spaceless.test(character)
            ? pattern + character
            : `${pattern}(?:\\n${between}*)?${character}`,
        '',
      ),
    );
  return new RegExp(parts.join(`${between}+`), 'gu');
}

/** More hits than these are not counted. */
const mostHits = 100_000;

/**
 * The places of a page where words stand, as it is shown: no pattern; case counts when the words have a capital, accents never; white space is a line's
 * end too. `null` for words without a character.
 */
export function findIn(book: Book, words: string): Hits | null {
  const keepsCase = /\p{Lu}/u.test(words);
  const wanted = folded(words, keepsCase).replace(/^\s+/, ' ').replace(/\s+$/, ' ');
  if (wanted.trim() === '') return null;
  const page = foldedPage(book, keepsCase);
  const { starts, endOf } = matches(page.text, wanted);
  const lineAt = (offset: number): number => lastAtOrBelow(page.starts, offset);
  return {
    words,
    count: starts.length,
    lineOf: (hit) => lineAt(starts[hit] ?? 0),
    from: (line) => lastAtOrBelow(starts, (page.starts[line] ?? 0) - 1) + 1,
    within: (line) => {
      const first = page.starts[line] ?? 0;
      const last = (page.starts[line + 1] ?? first + 1) - 1;
      const found: { hit: number; from: number; to: number }[] = [];
      let hit = Math.max(lastAtOrBelow(starts, first), 0);
      for (; hit < starts.length && (starts[hit] as number) < last; hit++) {
        const from = Math.max(starts[hit] as number, first) - first;
        const to = Math.min(endOf(hit), last) - first;
        if (to > from) found.push({ hit, from, to });
      }
      if (found.length === 0) return [];
      const unfolded = unitsOf(textOf(book.lines[line] as StyledLine), keepsCase);
      return found.map(({ hit, from, to }) => ({
        line,
        hit,
        from: unfolded[from] as number,
        to: endOfCharacter(unfolded, to - 1),
      }));
    },
  };
}

interface Matches {
  readonly starts: Uint32Array;
  readonly endOf: (match: number) => number;
}

function matches(text: string, wanted: string): Matches {
  const pattern = patternOf(wanted);
  // Arrays of numbers that grow take half of the time of a search.
  const starts = new Uint32Array(mostHits);
  let count = 0;
  if (pattern === null) {
    for (
      let at = text.indexOf(wanted);
      at >= 0 && count < mostHits;
      at = text.indexOf(wanted, at + wanted.length)
    )
      starts[count++] = at;
    const found = starts.slice(0, count);
    return { starts: found, endOf: (match) => (found[match] ?? 0) + wanted.length };
  }
  const ends = new Uint32Array(mostHits);
  for (const found of text.matchAll(pattern)) {
    if (count === mostHits) break;
    starts[count] = found.index;
    ends[count++] = found.index + found[0].length;
  }
  return { starts: starts.slice(0, count), endOf: (match) => ends[match] ?? 0 };
}

/** The index of the last of ascending numbers that is not above the limit; -1 for none. */
function lastAtOrBelow(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where the character ends that a unit of the folded text belongs to. */
function endOfCharacter(units: readonly number[], at: number): number {
  let next = at + 1;
  while (next < units.length - 1 && units[next] === units[at]) next++;
  return units[next] as number;
}

/** For each unit of the folded text, and its end, the unit of the text that it comes from. */
function unitsOf(text: string, keepsCase: boolean): readonly number[] {
  if (isAscii(text)) return Array.from({ length: text.length + 1 }, (_, at) => at);
  const units: number[] = [];
  let at = 0;
  for (const cluster of graphemes(text)) {
    for (let unit = folded(cluster, keepsCase).length; unit > 0; unit--) units.push(at);
    at += cluster.length;
  }
  units.push(at);
  return units;
}
