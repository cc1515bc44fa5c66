import { breakable, mayBreakBetween } from './break.ts';
import { displayWidth, graphemes, graphemeWidth } from './width.ts';

/** A stretch of text in one style. A `\n` in it is a line break that must be kept. */
export interface Span<Style> {
  readonly text: string;
  readonly style: Style;
  /** True for what is of no use in parts, an address say: the word it stands in is never cut, and may stand over. */
  readonly isWhole?: boolean;
}

export type Line<Style> = readonly Span<Style>[];

/** Lines being filled: the one at work, and the word that may still grow. `used` counts display columns. */
interface Setter<Style> {
  readonly columns: number;
  readonly lines: Span<Style>[][];
  line: Span<Style>[];
  used: number;
  space: Span<Style> | null;
  word: Span<Style>[];
  wordWidth: number;
}

/** Spaces at which a line may break; the others (U+00A0, U+2007, U+202F) hold words together. */
const breakingSpaces = /([ \t\n\u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+)/;

/**
 * Sets spans in lines of at most `columns` display columns. Lines break at spaces (never at a no-break space), between
 * ideographs (no closing punctuation starts a line, no opening one ends it), between Thai words, and inside a word only
 * when it is longer than a line, between graphemes (never so that closing punctuation stands alone on the last), and never where it is whole. Runs of white space become one space; no line starts or ends in one.
 * Takes linear time. `Infinity` columns: only the kept breaks break. No spans: one empty line.
 */
export function wrapSpans<Style>(spans: readonly Span<Style>[], columns: number): Line<Style>[] {
  const setter: Setter<Style> = {
    columns,
    lines: [],
    line: [],
    used: 0,
    space: null,
    word: [],
    wordWidth: 0,
  };
  for (const { text, style, isWhole } of spans) {
    text.split(breakingSpaces).forEach((part, index) => {
      if (part === '') return;
      // What the pattern captures stands at the odd places.
      if (index % 2 === 1) addSpace(setter, part, style);
      else
        addWord(setter, isWhole === true ? { text: part, style, isWhole } : { text: part, style });
    });
  }
  endWord(setter);
  if (setter.line.length > 0 || setter.lines.length === 0) endLine(setter);
  return setter.lines;
}

function addSpace<Style>(setter: Setter<Style>, space: string, style: Style): void {
  endWord(setter);
  const breaks = space.split('\n').length - 1;
  for (let count = 0; count < breaks; count++) endLine(setter);
  if (breaks === 0) setter.space ??= { text: ' ', style };
}

function addWord<Style>(setter: Setter<Style>, span: Span<Style>): void {
  const pieces = span.isWhole === true ? [span.text] : breakable(span.text);
  pieces.forEach((piece, index) => {
    const last = setter.word.at(-1);
    if (index > 0 || (last !== undefined && mayBreakBetween(last.text, piece))) endWord(setter);
    setter.word.push({ ...span, text: piece });
    setter.wordWidth += displayWidth(piece);
  });
}

/** Puts the word on the line, or on the next when there is no room; cuts what is longer than a line. */
function endWord<Style>(setter: Setter<Style>): void {
  const { word, wordWidth, space, columns } = setter;
  if (word.length === 0) return;
  const gap = space === null || setter.used === 0 ? 0 : 1;
  if (setter.used > 0 && setter.used + gap + wordWidth > columns) endLine(setter);
  else if (gap > 0 && space !== null) put(setter, space, 1);
  const fits = setter.used + wordWidth <= columns || word.some(({ isWhole }) => isWhole);
  if (fits) {
    for (const span of word) append(setter.line, span);
    setter.used += wordWidth;
  } else putInParts(setter, word);
  setter.space = null;
  setter.word = [];
  setter.wordWidth = 0;
}

/** What closes a word: alone on a line, it would be lost. */
const closing = /^[\p{Pe}\p{Pf}.,;:!?"'…]+$/u;

function putInParts<Style>(setter: Setter<Style>, word: readonly Span<Style>[]): void {
  const clusters = word.flatMap(({ text, style }) =>
    Array.from(graphemes(text), (cluster) => ({
      span: { text: cluster, style },
      width: graphemeWidth(cluster),
    })),
  );
  let tail = clusters.length - 1;
  while (tail > 0 && closing.test((clusters[tail] as { span: Span<Style> }).span.text)) tail--;
  const tailWidth = clusters.slice(tail).reduce((sum, { width }) => sum + width, 0);
  clusters.forEach(({ span, width }, index) => {
    const needed = index === tail && tailWidth <= setter.columns ? tailWidth : width;
    if (setter.used > 0 && setter.used + needed > setter.columns) endLine(setter);
    put(setter, span, width);
  });
}

function put<Style>(setter: Setter<Style>, span: Span<Style>, width: number): void {
  append(setter.line, span);
  setter.used += width;
}

function endLine<Style>(setter: Setter<Style>): void {
  setter.lines.push(setter.line);
  setter.line = [];
  setter.used = 0;
  setter.space = null;
}

/** Adds a span to a line, joined to the one before it when the style is the same. */
function append<Style>(line: Span<Style>[], { text, style }: Span<Style>): void {
  const last = line.at(-1);
  if (last !== undefined && last.style === style)
    line[line.length - 1] = { text: last.text + text, style };
  else line.push({ text, style });
}

/** As `wrapSpans`, for text without styles. */
export function wrapText(text: string, columns: number): string[] {
  return wrapSpans([{ text, style: null }], columns).map((line) =>
    line.map((span) => span.text).join(''),
  );
}

/** The display columns of a line. */
export function lineWidth(line: Line<unknown>): number {
  return line.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

/** The display columns of the widest of some lines; 0 when there are none. */
export function widestLine(lines: readonly Line<unknown>[]): number {
  return lines.reduce((widest, line) => Math.max(widest, lineWidth(line)), 0);
}

const tabStop = 4;

/**
 * Sets a line of preformatted text: every space stays, and it breaks only where it is longer than `columns`, between
 * graphemes. Tabs become spaces up to the next multiple of four columns. No spans: one empty line.
 */
export function wrapPreformatted<Style>(line: Line<Style>, columns: number): Line<Style>[] {
  if (!line.some(({ text }) => text.includes('\t')) && lineWidth(line) <= columns) return [line];
  const lines: Span<Style>[][] = [[]];
  let used = 0;
  for (const { text, style } of line) {
    for (const cluster of graphemes(text)) {
      const shown = cluster === '\t' ? ' '.repeat(tabStop - (used % tabStop)) : cluster;
      const width = cluster === '\t' ? shown.length : graphemeWidth(cluster);
      if (used > 0 && used + width > columns) {
        lines.push([]);
        used = 0;
      }
      append(lines.at(-1) as Span<Style>[], { text: shown, style });
      used += width;
    }
  }
  return lines;
}
