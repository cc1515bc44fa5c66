import type { Line } from '../../data/lines.ts';
import { visibleLines } from '../../markdown/redact/visible-lines.ts';
import { inlineMarks, spoilerLengthAt } from '../../markdown/spoiler-inlines.ts';
import type { ExtraSynonyms } from '../../model/roles.ts';
import { linkIn } from '../../vocabulary/links.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import { meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { isAspect, type ManyRecord, mapOf } from './records.ts';

/** A longer line is no row of dashes that anybody wrote. */
const mostUnits = 10_000;

/**
 * The reviews in the rows of a Markdown table (GFM) with a rating column and at least two rows, each with a name in its title column, else in the first one of words.
 * Null where there is none, or where more than half of the names are aspects. Tables in fences are none.
 */
export function recordsInTables(
  source: string,
  from: number,
  headline: string,
  roles: ExtraSynonyms = {},
): readonly ManyRecord[] | null {
  const found: ManyRecord[] = [];
  for (const table of tablesIn(source, from)) {
    const records = recordsOf(table, headline, roles);
    if (records !== null) found.push(...records);
  }
  return found.length >= 2 ? found : null;
}

interface Row {
  readonly cells: readonly string[];
  readonly line: Line;
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

function* tablesIn(source: string, from: number): Generator<Table> {
  if (!source.includes('|', from) || !/^[ \t|:]*-/m.test(source.slice(from))) return;
  const lines = visibleLines(source, from);
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1] as Line;
    const line = lines[at] as Line;
    if (before.next !== line.start || !isDelimiter(line.text) || !before.text.includes('|'))
      continue;
    const rows: Row[] = [];
    for (let next = lines[at + 1]; next?.text.includes('|') === true; next = lines[at + 1]) {
      if (next.start !== (lines[at] as Line).next) break;
      rows.push({ cells: tableCells(next.text), line: next });
      at++;
    }
    yield { header: tableCells(before.text), rows };
  }
}

function isDelimiter(text: string): boolean {
  return (
    text.length < mostUnits &&
    text.includes('-') &&
    /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-*:?[ \t]*$/.test(text)
  );
}

/** The cells of a row of a Markdown table, without the bars at its ends and marks around the whole of a cell. */
export function tableCells(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const line = text.trim().replace(/^\|/, '');
  const marks = inlineMarks(line);
  for (let at = 0; at < line.length; at++) {
    const unit = line.charAt(at);
    // The bars of a spoiler belong together.
    const hidden = spoilerLengthAt(marks, at);
    if (hidden > 0) {
      cell += line.slice(at, at + hidden);
      at += hidden - 1;
      continue;
    }
    if (unit === '\\' && at + 1 < line.length) {
      const next = line.charAt(++at);
      cell += next === '|' ? '|' : unit + next;
    } else if (unit === '|') {
      cells.push(plainCell(cell));
      cell = '';
    } else cell += unit;
  }
  if (cell.trim() !== '') cells.push(plainCell(cell));
  return cells;
}

/** A cell without the marks around the whole of it. */
function plainCell(text: string): string {
  const plain = text.trim().replace(/^(\*\*|__|\*|_|`)([^*_`]+)\1$/, '$2');
  return linkIn(plain)?.text ?? plain;
}

function recordsOf(
  { header, rows }: Table,
  headline: string,
  roles: ExtraSynonyms,
): readonly ManyRecord[] | null {
  const fields = header.map((cell) => meaningOf(cell)?.field);
  const rating = fields.indexOf('rating');
  if (rating < 0 || rows.length < 2) return null;
  const titled = fields.findIndex(
    (field) => field === 'itemName' || field === 'title' || field === 'named',
  );
  const title = titled >= 0 ? titled : namingColumn(fields.slice(0, rating), rows);
  if (title < 0) return null;
  const named = rows.filter(({ cells }) => (cells[title] ?? '') !== '');
  const rated = named.filter(({ cells }) => isRated(cells[rating] ?? ''));
  const vague = named.filter(({ cells }) => isAspect(cells[title] ?? '', roles));
  if (isAspect(header[title] ?? '') || named.length < 2) return null;
  if (rated.length * 2 < named.length || vague.length * 2 > named.length) return null;
  return named.map(({ cells, line }) => ({
    node: mapOf(
      header.map((cell, index) => [
        index === title && titled < 0 ? 'item' : cell,
        cells[index] ?? '',
      ]),
      line.start,
      line.start + line.text.length,
    ),
    start: line.start,
    end: line.start + line.text.length,
    around: [header[title] ?? '', headline],
  }));
}

/** Of the columns before the rating, the first whose head is no other field and whose cells are words: dates and numbers name nothing. */
function namingColumn(fields: readonly (string | undefined)[], rows: readonly Row[]): number {
  const words = (column: number): number =>
    rows.filter(({ cells }) => /\p{L}/u.test(cells[column] ?? '')).length;
  const found = fields.findIndex(
    (field, column) => field === undefined && words(column) * 2 >= rows.length,
  );
  return found < 0 && words(0) * 2 >= rows.length && fields.length > 0 ? 0 : found;
}

function isRated(cell: string): boolean {
  return readRating(cell).kind === 'rating';
}
