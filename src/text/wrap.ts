import { displayWidth, graphemes, graphemeWidth, isNarrow } from './width.ts';

/** A stretch of text in one style. A `\n` in it is a line break that must be kept. */
export interface Span<Style> {
  readonly text: string;
  readonly style: Style;
}

export type Line<Style> = readonly Span<Style>[];

interface Piece<Style> extends Span<Style> {
  readonly width: number;
}

/**
 * Sets spans in lines of at most `columns` display columns. Lines break at spaces (never at a no-break space), between
 * ideographs (no closing punctuation starts a line, no opening one ends it), between Thai words, and inside a word only
 * when it is longer than a line, between graphemes. Runs of white space become one space; no line starts or ends in one.
 * Takes linear time. `Infinity` columns: only the kept breaks break.
 */
export function wrapSpans<Style>(spans: readonly Span<Style>[], columns: number): Line<Style>[] {
  const lines: Span<Style>[][] = [];
  let line: Span<Style>[] = [];
  let used = 0;
  let space: Piece<Style> | null = null;
  let word: Piece<Style>[] = [];

  const endLine = (): void => {
    lines.push(line);
    line = [];
    used = 0;
    space = null;
  };
  const put = (piece: Piece<Style>): void => {
    append(line, piece);
    used += piece.width;
  };
  const endWord = (): void => {
    if (word.length === 0) return;
    const width = word.reduce((sum, piece) => sum + piece.width, 0);
    const gap: number = space === null || used === 0 ? 0 : 1;
    if (used > 0 && used + gap + width > columns) endLine();
    else if (gap > 0 && space !== null) put(space);
    space = null;
    for (const piece of word) {
      if (used + piece.width <= columns) put(piece);
      else for (const part of cut(piece)) {
        if (used > 0 && used + part.width > columns) endLine();
        put(part);
      }
    }
    word = [];
  };

  for (const { text, style } of spans) {
    for (const part of text.split(/([ \t\n]+)/)) {
      if (part === '') continue;
      if (/^[ \t\n]/.test(part)) {
        endWord();
        if (part.includes('\n')) endLine();
        else space = { text: ' ', style, width: 1 };
        continue;
      }
      const pieces = breakable(part);
      pieces.forEach((piece, index) => {
        const last = word.at(-1);
        if (index > 0 || (last !== undefined && mayBreakBetween(last.text, piece))) endWord();
        word.push({ text: piece, style, width: displayWidth(piece) });
      });
    }
  }
  endWord();
  if (line.length > 0 || lines.length === 0) endLine();
  return lines;
}

/** Adds a piece to a line, joined to the span before it when the style is the same. */
function append<Style>(line: Span<Style>[], { text, style }: Span<Style>): void {
  const last = line.at(-1);
  if (last !== undefined && last.style === style) line[line.length - 1] = { text: last.text + text, style };
  else line.push({ text, style });
}

/** A piece that is longer than a line, as its graphemes. */
function cut<Style>({ text, style }: Piece<Style>): Piece<Style>[] {
  return graphemes(text).map((cluster) => ({ text: cluster, style, width: graphemeWidth(cluster) }));
}

const spaceless = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/;
const ideographic = /[\u1100-\u11FF\u2E80-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]|[\uD840-\uD8BF]/;
/** What must not start a line, and what must not end one (JIS X 4051's classes, the common part). */
const closing = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々〻‼⁇⁈⁉ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;!?%\u3099\u309A\uFF05]/u;
const opening = /[\p{Ps}\p{Pi}（「『【〔［｛〈《]$/u;

/** A run without spaces as the pieces between which a line may break. */
function breakable(text: string): string[] {
  if (isNarrow(text)) return [text];
  if (spaceless.test(text)) return words(text);
  if (!ideographic.test(text)) return [text];
  const pieces: string[] = [];
  for (const cluster of graphemes(text)) {
    const last = pieces.at(-1);
    if (last === undefined || mayBreakBetween(last, cluster)) pieces.push(cluster);
    else pieces[pieces.length - 1] = last + cluster;
  }
  return pieces;
}

function mayBreakBetween(before: string, after: string): boolean {
  if (isAscii(before) && isAscii(after)) return false;
  const wide = ideographic.test(lastOf(before)) || ideographic.test(after.slice(0, 2));
  return wide && !closing.test(after) && !opening.test(before);
}

function isAscii(text: string): boolean {
  return text.charCodeAt(0) < 128 && text.charCodeAt(text.length - 1) < 128;
}

function lastOf(text: string): string {
  return text.slice(-2);
}

let wordSegmenter: Intl.Segmenter | undefined;

function words(text: string): string[] {
  wordSegmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  const pieces: string[] = [];
  for (const { segment, isWordLike } of wordSegmenter.segment(text)) {
    if (isWordLike === true || pieces.length === 0) pieces.push(segment);
    else pieces[pieces.length - 1] += segment;
  }
  return pieces;
}

/** As `wrapSpans`, for text without styles. */
export function wrapText(text: string, columns: number): string[] {
  return wrapSpans([{ text, style: null }], columns).map((line) => line.map((span) => span.text).join(''));
}

/** The display columns of a line. */
export function lineWidth(line: Line<unknown>): number {
  return line.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

/**
 * Sets preformatted text: every space stays, lines break only where they are longer than `columns`, between graphemes.
 * Tabs become spaces up to the next multiple of four columns.
 */
export function wrapPreformatted<Style>(line: Line<Style>, columns: number): Line<Style>[] {
  const lines: Span<Style>[][] = [[]];
  let used = 0;
  for (const { text, style } of line) {
    for (const cluster of graphemes(text)) {
      const shown = cluster === '\t' ? ' '.repeat(4 - (used % 4)) : cluster;
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
