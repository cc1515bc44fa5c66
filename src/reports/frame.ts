import type { Severity } from '../model/diagnostic.ts';
import type { Range } from '../model/position.ts';
import { visible } from '../text/visible.ts';
import { displayWidth, graphemes, graphemeWidth } from '../text/width.ts';
import { plain, type StyledLine, type Tone, toned } from '../writers/style.ts';

/** How each severity looks. */
export const severityTones: Readonly<Record<Severity, Tone>> = {
  error: 'caution',
  warning: 'warning',
  info: 'note',
};

export interface FrameOptions {
  /** Display columns of a line; `Infinity` for no end. */
  readonly columns: number;
  readonly severity: Severity;
}

/** A tab goes on to the next multiple of so many columns, as in most editors. */
const tabColumns = 4;
/** What is further away in its line than this is never shown. */
const farUnits = 2000;

/**
 * The line that a range starts in, between its neighbours, with carets under what of it stands in that line. Columns are display
 * columns: tabs are filled with spaces, wide characters count two, and what cannot be seen has its mark. A line that is
 * too long is cut around the range, `…` where something is missing.
 */
export function frameLines(
  source: string,
  { start, end }: Range,
  options: FrameOptions,
): StyledLine[] {
  const { columns, severity } = options;
  const lineStart = start.offset - (start.column - 1);
  const lineEnd = endOfLine(source, start.offset);
  const before = setOut(
    source.slice(Math.max(lineStart, start.offset - farUnits), start.offset),
    0,
  );
  const markedEnd = Math.min(end.offset, lineEnd, start.offset + farUnits);
  const marked = setOut(source.slice(start.offset, markedEnd), displayWidth(before));
  const after = setOut(
    source.slice(markedEnd, Math.min(lineEnd, markedEnd + farUnits)),
    displayWidth(before) + displayWidth(marked),
  );
  const above = neighbour(source, previousLine(source, lineStart), start.line - 1);
  const below = neighbour(source, nextLine(source, lineEnd), start.line + 1);
  const gutter = String(start.line + 1).length;
  const room = Math.max(columns - gutter - 4, 10);
  const skip = skippedColumns(displayWidth(before), displayWidth(marked + after), room);
  const line = (number: string, text: string): StyledLine => [
    toned(` ${number.padStart(gutter)} │ `, 'muted'),
    { text, style: plain },
  ];
  const shown = crop(before + marked + after, skip, room);
  const caretAt = displayWidth(before) - shown.skipped + (shown.skipped > 0 ? 1 : 0);
  const carets = Math.max(1, Math.min(displayWidth(marked), room - caretAt));
  const caretLine: StyledLine = [
    ...line('', ' '.repeat(caretAt)),
    toned('^'.repeat(carets), severityTones[severity]),
  ];
  const context = (found: Neighbour | null): StyledLine[] =>
    found === null ? [] : [line(String(found.number), crop(found.text, skip, room).text)];
  return [...context(above), line(String(start.line), shown.text), caretLine, ...context(below)];
}

/** Tabs as spaces and hidden characters as marks; `column` is where the text starts. */
function setOut(text: string, column: number): string {
  let out = '';
  text.split('\t').forEach((part, index) => {
    if (index > 0) {
      const at = column + displayWidth(out);
      out += ' '.repeat(tabColumns - (at % tabColumns));
    }
    out += visible(part);
  });
  return out;
}

interface Neighbour {
  readonly number: number;
  readonly text: string;
}

function neighbour(
  source: string,
  bounds: readonly [number, number] | null,
  number: number,
): Neighbour | null {
  if (bounds === null) return null;
  const text = setOut(source.slice(bounds[0], Math.min(bounds[1], bounds[0] + farUnits)), 0);
  return text.trim() === '' ? null : { number, text };
}

function endOfLine(source: string, from: number): number {
  const at = source.slice(from).search(/[\r\n]/);
  return at < 0 ? source.length : from + at;
}

/** The line that ends where another one starts. */
function previousLine(source: string, lineStart: number): readonly [number, number] | null {
  if (lineStart === 0) return null;
  const isCrlf = source.endsWith('\r\n', lineStart);
  const end = lineStart - (isCrlf ? 2 : 1);
  const start = Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1)) + 1;
  return [end === 0 ? 0 : start, end];
}

function nextLine(source: string, lineEnd: number): readonly [number, number] | null {
  if (lineEnd >= source.length) return null;
  const start = lineEnd + (source.startsWith('\r\n', lineEnd) ? 2 : 1);
  return [start, endOfLine(source, start)];
}

/** How much of a line's start is left out so that the range is seen with something before it. */
function skippedColumns(before: number, rest: number, room: number): number {
  if (before + rest <= room) return 0;
  const lead = Math.floor(room / 3);
  return before <= lead ? 0 : before - lead;
}

function crop(text: string, skip: number, room: number): { text: string; skipped: number } {
  let skipped = 0;
  let kept = '';
  let width = skip > 0 ? 1 : 0;
  const clusters = graphemes(text);
  let at = 0;
  for (; at < clusters.length && skipped < skip; at++)
    skipped += graphemeWidth(clusters[at] as string);
  for (; at < clusters.length; at++) {
    const cluster = clusters[at] as string;
    const isLast = at === clusters.length - 1;
    if (width + graphemeWidth(cluster) > room - (isLast ? 0 : 1)) break;
    kept += cluster;
    width += graphemeWidth(cluster);
  }
  const start = skip > 0 && (skipped > 0 || text !== '') ? '…' : '';
  return { text: start + kept + (at < clusters.length ? '…' : ''), skipped };
}
