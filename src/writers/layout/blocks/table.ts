import type { Tokens } from 'marked';
import { known } from '../../../markdown/tokens.ts';
import { longestPiece } from '../../../text/break.ts';
import { lineWidth, widestLine, wrapSpans } from '../../../text/wrap.ts';
import { blank, plain, type StyledLine, type StyledSpan, toned } from '../../style.ts';
import { framed, padded, prefixed, stacked } from '../lines.ts';
import type { Look } from '../look.ts';
import type { Flow } from './flow.ts';
import { inlineSpans } from './inline.ts';

type Cell = readonly StyledSpan[];
type Row = readonly Cell[];
type Align = Tokens.Table['align'];

/** A column with words to wrap is not made narrower than this: its lines would be crumbs. */
const narrowestColumn = 8;

/** A table that fits: as wide as it likes, else with wrapped cells, else as `heading: value` records. No word is lost or cut. */
export function tableLines(
  table: Tokens.Table,
  columns: number,
  { page, style }: Flow,
): StyledLine[] {
  const header = table.header.map((cell) =>
    inlineSpans(known(cell.tokens), page, { ...style, strong: true }),
  );
  const rows = table.rows.map((row) =>
    row.map((cell) => inlineSpans(known(cell.tokens), page, style)),
  );
  if (page.look.speaks) return framed('Table', recordLines(header, rows, columns), columns);
  const widths = columnWidths([header, ...rows], columns, page.look);
  return widths === null
    ? recordLines(header, rows, columns)
    : gridLines({ header, rows, widths, align: table.align }, page.look);
}

/** The columns of each column, or null when the table cannot be set as a grid. */
function columnWidths(
  rows: readonly Row[],
  columns: number,
  { cellGap, isGrid }: Look,
): number[] | null {
  const wanted = measured(rows, (cell) => widestLine(wrapSpans(cell, Number.POSITIVE_INFINITY)));
  const room = columns - cellGap.length * (wanted.length - 1);
  if (sum(wanted) <= room) return wanted;
  // Lines of a cell that do not meet cannot be told to be one cell's.
  if (!isGrid) return null;
  const words = measured(rows, (cell) => longestPiece(cell.map(({ text }) => text).join('')));
  const least = wanted.map((width, index) =>
    Math.min(width, Math.max(narrowestColumn, words[index] as number)),
  );
  return sum(least) > room ? null : shared(least, wanted, room);
}

/** Columns that want no more than an even share have what they want; the others share the rest. */
function shared(least: readonly number[], wanted: readonly number[], room: number): number[] {
  const widths = [...least];
  const open = new Set(wanted.keys());
  let isSettled = false;
  while (!isSettled && open.size > 0) {
    isSettled = true;
    const taken = sum(widths.filter((_, index) => !open.has(index)));
    const fair = (room - taken) / open.size;
    for (const index of open) {
      const more = (wanted[index] as number) - (widths[index] as number);
      if ((wanted[index] as number) > fair || sum(widths) + more > room) continue;
      widths[index] = wanted[index] as number;
      open.delete(index);
      isSettled = false;
    }
  }
  return spread(widths, wanted, room);
}

/** What is left over goes to the columns in the measure of what each still wants. */
function spread(given: readonly number[], wanted: readonly number[], room: number): number[] {
  const missing = Math.max(sum(wanted) - sum(given), 1);
  const spare = room - sum(given);
  const widths = given.map(
    (width, index) => width + Math.floor((((wanted[index] as number) - width) * spare) / missing),
  );
  let left = room - sum(widths);
  return widths.map((width, index) =>
    left > 0 && width < (wanted[index] as number) ? width + Math.sign(left--) : width,
  );
}

/** By column, the most that `measure` gives for any of its cells; at least 1. */
function measured(rows: readonly Row[], measure: (cell: Cell) => number): number[] {
  return (rows[0] ?? []).map((_, index) =>
    rows.reduce((most, row) => Math.max(most, measure(row[index] ?? [])), 1),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

interface Grid {
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly widths: readonly number[];
  readonly align: Align;
}

function gridLines({ header, rows, widths, align }: Grid, look: Look): StyledLine[] {
  const lines = (row: Row) => rowLines(row, widths, align, look);
  const rule = joined(
    widths.map((width) => [toned(look.tableRule.repeat(width), 'rule')]),
    look.ruleGap,
  );
  const body = rows.map(lines);
  // Where a row has several lines, air shows where the next one starts.
  const isTall = body.some((lines) => lines.length > 1);
  const below = isTall ? stacked(body) : body.flat();
  return header.every((cell) => cell.length === 0) ? below : [...lines(header), rule, ...below];
}

function joined(cells: readonly StyledLine[], gap: string): StyledLine {
  const between = gap.trim() === '' ? blank(gap.length) : toned(gap, 'rule');
  return cells.flatMap((cell, index) => (index === 0 ? cell : [between, ...cell]));
}

function rowLines(
  row: Row,
  widths: readonly number[],
  align: Align,
  { cellGap }: Look,
): StyledLine[] {
  const cells = widths.map((width, index) =>
    wrapSpans(row[index] ?? [], width).map((line) => aligned(line, width, align[index] ?? null)),
  );
  const height = cells.reduce((most, lines) => Math.max(most, lines.length), 0);
  return Array.from({ length: height }, (_, at) =>
    joined(
      widths.map((width, index) => padded(cells[index]?.[at] ?? [], width)),
      cellGap,
    ),
  );
}

function aligned(line: StyledLine, width: number, align: Align[number]): StyledLine {
  const missing = width - lineWidth(line);
  const before = align === 'right' ? missing : align === 'center' ? missing >> 1 : 0;
  return before > 0 ? [blank(before), ...line] : line;
}

/** Each row as lines `heading: value`, the value going on behind an indent. */
function recordLines(header: Row, rows: readonly Row[], columns: number): StyledLine[] {
  if (rows.length === 0) return header.flatMap((cell) => wrapSpans(cell, columns));
  return stacked(
    rows.map((row) => header.flatMap((name, index) => fieldLines(name, row[index] ?? [], columns))),
  );
}

/** How far the value of a record goes in. */
const recordIndent = 2;

function fieldLines(name: Cell, value: Cell, columns: number): StyledLine[] {
  if (name.length === 0 && value.length === 0) return [];
  const label: Cell =
    name.length === 0 ? [] : [...name, { text: ': ', style: name.at(-1)?.style ?? plain }];
  const whole = wrapSpans([...label, ...value], columns);
  if (whole.length === 1 || columns <= recordIndent) return whole;
  return prefixed(
    wrapSpans([...label, ...value], columns - recordIndent),
    [],
    [blank(recordIndent)],
  );
}
