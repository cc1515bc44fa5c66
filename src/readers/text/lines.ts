import { displayWidth } from '../../text/width.ts';

/** One line of a plain text that is not blank. */
export interface TextLine {
  /** Without white space at its ends. */
  readonly text: string;
  /** Offsets in the source of the text, without the white space around it. */
  readonly start: number;
  readonly end: number;
  /** White space before the text, in units. */
  readonly indent: number;
  /** The same in columns, a tab up to the next of four. */
  readonly margin: number;
  /** Whether a blank line, or the edge of the text, stands before it and after it. */
  readonly blankBefore: boolean;
  readonly blankAfter: boolean;
}

/** The lines of `source` between two offsets that are not blank. LF, CRLF and CR end lines. */
export function textLines(source: string, from: number, to: number): TextLine[] {
  const lines: (TextLine & { blankBefore: boolean; blankAfter: boolean })[] = [];
  let blank = true;
  for (let at = from; at <= to; ) {
    const end = lineEnd(source, at, to);
    const whole = source.slice(at, end);
    const text = whole.trim();
    if (text === '') {
      const last = lines.at(-1);
      if (last !== undefined) last.blankAfter = true;
      blank = true;
    } else {
      const indent = whole.indexOf(text);
      const start = at + indent;
      lines.push({
        text,
        start,
        end: start + text.length,
        indent,
        margin: columnsOf(whole.slice(0, indent)),
        blankBefore: blank,
        blankAfter: false,
      });
      blank = false;
    }
    at = end + (source.startsWith('\r\n', end) ? 2 : 1);
  }
  const last = lines.at(-1);
  if (last !== undefined) last.blankAfter = true;
  return lines;
}

/** Display columns of a text, a tab up to the next of four. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const part of text.split(/(\t)/))
    columns += part === '\t' ? 4 - (columns % 4) : displayWidth(part);
  return columns;
}

function lineEnd(source: string, from: number, to: number): number {
  let end = from;
  while (end < to && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++;
  return end;
}

/** Whether a text ends as a sentence or a quotation does. A long text is judged by its end alone. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？]['"”’»)\]*_]*$|["”»]$/u.test(text.slice(-12));
}

/** A line of a list, with its mark; a number is one of two digits, so that a year starts no list. */
export const listMark = /^(?:[-*+•·–‣]|\d{1,2}[.)])\s+(?=\S)/u;

export function startsSmall(text: string): boolean {
  return /^\p{Ll}/u.test(text);
}

/** Wider than this, no hand breaks its lines. */
const widestWrap = 132;

/**
 * The columns at which paragraphs are broken into lines by hand, or null when each line is a paragraph of its own.
 * Told by lines that stop in mid-sentence and go on in small letters.
 */
export function wrapColumns(lines: readonly TextLine[]): number | null {
  const needs: number[] = [];
  let pairs = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at] as TextLine;
    const next = lines[at + 1] as TextLine;
    if (line.blankAfter || line.text.length < 40) continue;
    pairs++;
    if (line.text.length > widestWrap || endsSentence(line.text) || !startsSmall(next.text))
      continue;
    needs.push(neededColumns(line, next));
  }
  if (needs.length === 0 || needs.length < pairs * 0.3) return null;
  needs.sort((a, b) => a - b);
  // One line in ten may have been broken early.
  return (needs[Math.floor(needs.length / 10)] as number) - 1;
}

/** The columns it would take to have the next line's first word on this one. */
export function neededColumns(line: TextLine, next: TextLine): number {
  const word = /^\S{1,60}/u.exec(next.text)?.[0] ?? '';
  return line.indent + line.text.length + 1 + word.length;
}
