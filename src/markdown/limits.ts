import { blockBeginnings } from './spoiler-marks.ts';

/** Beyond these, Markdown is shown as plain text: marked's time or stack would grow out of bounds. */
const limits = {
  bodyUnits: 1024 * 1024,
  lineUnits: 64 * 1024,
  nesting: 250,
  tableColumns: 100,
  delimitersInParagraph: 2000,
} as const;

/** The first limit that `source` exceeds, in words, or null. One linear scan. */
export function findLimit(source: string): string | null {
  if (source.length > limits.bodyUnits) return `text longer than ${limits.bodyUnits / 1024} KiB`;
  return isFarBelow(source) ? null : exceeded(source);
}

/** So many marks and blanks before the words of a line may nest it too deeply: a tab counts for two. */
const leadingUnits = limits.nesting / 2;
const deepLine = new RegExp(`(?:^|\\n)[ \\t>*+-]{${leadingUnits}}`);
/** A line that may open a block of hidden text. */
const mayOpen = /(?:^|\n) *[:<[{(]/g;

/** Whether a text is far from every limit, as nearly all are: its marks are few enough in all, so no paragraph has too many. */
function isFarBelow(source: string): boolean {
  let delimiters = 0;
  let pipes = 0;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (!isDelimiter(unit)) continue;
    delimiters++;
    if (unit === 124) pipes++;
  }
  if (delimiters > limits.delimitersInParagraph || pipes > limits.tableColumns) return false;
  return !deepLine.test(source) && (source.match(mayOpen)?.length ?? 0) <= limits.nesting;
}

function exceeded(source: string): string | null {
  let delimiters = 0;
  let spoilers = 0;
  let start = 0;
  let lineNumber = 0;
  while (start < source.length) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    lineNumber++;
    const line = scanLine(source, start, end);
    if (end - start > limits.lineUnits && line.delimiters > limits.delimitersInParagraph)
      return `line ${lineNumber} is longer than ${limits.lineUnits / 1024} KiB`;
    spoilers = Math.max(0, spoilers + spoilerStep(source, start, end));
    if (line.nesting > limits.nesting || spoilers > limits.nesting)
      return `line ${lineNumber} is nested deeper than ${limits.nesting}`;
    if (line.pipes > limits.tableColumns)
      return `line ${lineNumber} has more than ${limits.tableColumns} table columns`;
    delimiters = line.isApart ? line.delimiters : delimiters + line.delimiters;
    if (delimiters > limits.delimitersInParagraph)
      return `the paragraph at line ${lineNumber} has more than ${limits.delimitersInParagraph} marks`;
    start = end + 1;
  }
  return null;
}

const spoilerOpens = new RegExp(` {0,3}(?:${blockBeginnings.join('|')})`, 'iy');
const spoilerCloses =
  / {0,3}(?::{3,}[ \t]*(?=\n|$)|<\/(?:details|spoiler|div|p|section|span|blockquote|aside)\b|\[\/(?:spoiler|details)|\{\{[<%][ \t]*\/|\{%-?[ \t]*(?:end|\/)|\(hide)/iy;

/** 1 for a line that opens a block of hidden text, -1 for one that closes such a block: each that is open is looked through for its close. */
function spoilerStep(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && source.charCodeAt(at) === 32) at++;
  if (!':<[{('.includes(source.charAt(at))) return 0;
  spoilerOpens.lastIndex = start;
  if (spoilerOpens.test(source)) return 1;
  spoilerCloses.lastIndex = start;
  return spoilerCloses.test(source) ? -1 : 0;
}

interface LineScan {
  /** Whether it is no more of the paragraph before it: blank, an item of a list, a row of a table, or taken for one. */
  readonly isApart: boolean;
  readonly nesting: number;
  readonly pipes: number;
  readonly delimiters: number;
}

const startOfOwn = /[ \t>]*(?:$|\n|\||(?:[-*+]|\d{1,9}[.)])[ \t])/y;

function isApart(source: string, start: number): boolean {
  startOfOwn.lastIndex = start;
  return startOfOwn.test(source);
}

/** Whether a paragraph's text has more marks than can be lexed in the time that a reader waits. */
export function hasTooManyMarks(text: string): boolean {
  if (text.length <= limits.delimitersInParagraph) return false;
  let marks = 0;
  for (let at = 0; at < text.length; at++) if (isDelimiter(text.charCodeAt(at))) marks++;
  return marks > limits.delimitersInParagraph;
}

const delimiterMarks = '*_~`[]<@&|!';
const delimiterUnits = Uint8Array.from({ length: 128 }, (_, unit) =>
  delimiterMarks.includes(String.fromCharCode(unit)) ? 1 : 0,
);

function isDelimiter(unit: number): boolean {
  return unit < 128 && delimiterUnits[unit] === 1;
}

function scanLine(source: string, start: number, end: number): LineScan {
  let nesting = 0;
  let leading = true;
  let spaces = 0;
  let pipes = 0;
  let delimiters = 0;
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 32 || unit === 9) {
      if (leading) spaces += unit === 9 ? 4 : 1;
      continue;
    }
    // `>`, `-`, `*`, `+` at the start of a line each open a container.
    const isMark = unit === 62 || unit === 45 || unit === 42 || unit === 43;
    const isSpaced = source.charCodeAt(i + 1) === 32;
    if (leading && isMark && (unit === 62 || isSpaced)) {
      nesting++;
      // The space behind a mark is part of it, and no indent.
      if (isSpaced) i++;
    } else leading = false;
    if (unit === 124) pipes++;
    if (isDelimiter(unit)) delimiters++;
  }
  return {
    isApart: isApart(source, start),
    nesting: nesting + (spaces >> 1) * (nesting > 0 ? 1 : 0),
    pipes,
    delimiters,
  };
}
