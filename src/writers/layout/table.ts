import type { Tokens } from 'marked';
import { known } from '../../markdown/tokens.ts';
import { displayWidth } from '../../text/width.ts';
import { lineWidth, wrapSpans } from '../../text/wrap.ts';
import { inlineSpans } from './inline.ts';
import type { PageContext } from './page-context.ts';
import { padded, plain, stacked, type Style, type StyledLine, type StyledSpan, toned } from './style.ts';

type Cell = readonly StyledSpan[];

const gap = 2;
/** A column is not made narrower than this: words would be cut to crumbs. */
const narrowestColumn = 8;

/** A table that fits: as wide as it likes, else with wrapped cells, else as `heading: value` records. No word is lost. */
export function tableLines(table: Tokens.Table, columns: number, page: PageContext, style: Style): StyledLine[] {
  const header = table.header.map((cell) => inlineSpans(known(cell.tokens), page, { ...style, strong: true }));
  const rows = table.rows.map((row) => row.map((cell) => inlineSpans(known(cell.tokens), page, style)));
  const widths = columnWidths([header, ...rows], columns);
  return widths === null ? records(header, rows, columns) : grid(header, rows, widths, table.align);
}

function natural(cell: Cell): number {
  return Math.max(...wrapSpans(cell, Number.POSITIVE_INFINITY).map(lineWidth));
}

function longestWord(cell: Cell): number {
  return Math.max(0, ...cell.map(({ text }) => text).join('').split(/\s+/).map(displayWidth));
}

/** The columns of each column, or null when the table cannot be set as a grid. */
function columnWidths(rows: readonly (readonly Cell[])[], columns: number): number[] | null {
  const count = rows[0]?.length ?? 0;
  const measure = (of: (cell: Cell) => number): number[] => Array.from({ length: count }, (_, index) => Math.max(1, ...rows.map((row) => of(row[index] ?? []))));
  const wanted = measure(natural);
  const room = columns - gap * (count - 1);
  const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  if (total(wanted) <= room) return wanted;
  const words = measure(longestWord);
  const least = wanted.map((width, index) => Math.min(width, Math.max(narrowestColumn, words[index] as number)));
  if (total(least) > room) return null;
  // What is left goes to the columns in the measure of what each still wants.
  const missing = total(wanted) - total(least);
  const spare = room - total(least);
  const widths = least.map((width, index) => width + Math.floor((((wanted[index] as number) - width) * spare) / missing));
  for (let left = room - total(widths), at = 0; left > 0 && at < widths.length; at++) {
    if ((widths[at] as number) < (wanted[at] as number)) {
      widths[at] = (widths[at] as number) + 1;
      left--;
    }
  }
  return widths;
}

function grid(header: readonly Cell[], rows: readonly (readonly Cell[])[], widths: readonly number[], align: Tokens.Table['align']): StyledLine[] {
  const rule: StyledLine = widths.flatMap((width, index) => [...(index === 0 ? [] : [space(gap)]), toned('─'.repeat(width), 'rule')]);
  const body = rows.map((row) => rowLines(row, widths, align));
  const wraps = body.some((lines) => lines.length > 1);
  return [...rowLines(header, widths, align), rule, ...(wraps ? stacked(body) : body.flat())];
}

function space(columns: number): StyledSpan {
  return { text: ' '.repeat(columns), style: plain };
}

function rowLines(row: readonly Cell[], widths: readonly number[], align: Tokens.Table['align']): StyledLine[] {
  const cells = widths.map((width, index) => wrapSpans(row[index] ?? [], width).map((line) => aligned(line, width, align[index] ?? null)));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    widths.flatMap((width, index) => [...(index === 0 ? [] : [space(gap)]), ...padded(cells[index]?.[at] ?? [], width)]),
  );
}

function aligned(line: StyledLine, width: number, align: 'left' | 'right' | 'center' | null): StyledLine {
  const missing = width - lineWidth(line);
  const before = align === 'right' ? missing : align === 'center' ? missing >> 1 : 0;
  return before > 0 ? [space(before), ...line] : line;
}

/** Each row as lines `heading: value`, hanging under the value where there is room. */
function records(header: readonly Cell[], rows: readonly (readonly Cell[])[], columns: number): StyledLine[] {
  if (rows.length === 0) return header.flatMap((cell) => wrapSpans(cell, columns));
  return stacked(rows.map((row) => header.flatMap((cell, index) => recordLines(cell, row[index] ?? [], columns))));
}

function recordLines(name: Cell, value: Cell, columns: number): StyledLine[] {
  const label: StyledSpan[] = name.length === 0 ? [] : [...name, { text: ': ', style: name.at(-1)?.style ?? plain }];
  const [first = [], ...rest] = wrapSpans([...label, ...value], columns);
  if (rest.length === 0) return [first];
  const tail = wrapSpans([...label, ...value], columns - 2);
  return tail.map((line, index) => (index === 0 ? line : [space(2), ...line]));
}
