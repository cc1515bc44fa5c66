import type { MapNode, ScalarNode } from '../data-node.ts';
import { loadCsv } from './load-csv.ts';

/** A table with a header: each row as a map from the header's names to its cells. */
export interface CsvTable {
  readonly header: readonly string[];
  /** Rows in their order. A row's offsets are those of its lines; its cells have no finer ones. */
  readonly rows: readonly MapNode[];
}

export type CsvResult = CsvTable | { readonly message: string; readonly offset: number };

/** The units that are looked at to tell which mark parts the cells. */
const sampleUnits = 64 * 1024;
const delimiters = [',', ';', '\t'];

/**
 * Parses comma-, semicolon- or tab-separated values (RFC 4180, quotes and ragged rows as people's programs write them) with a
 * header in the first row. A cell is text as it stands, `null` where it is empty; a name that stands twice keeps its first cell that
 * says something. Cells beyond the header are left out.
 */
export function parseCsvTable(source: string): CsvResult {
  const delimiter = delimiterOf(source);
  let rows: ReturnType<ReturnType<typeof loadCsv>['parse']>;
  try {
    rows = loadCsv().parse(source, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    const { message, lines } = error as { message: string; lines?: number };
    const starts = lineStarts(source);
    return { message: `${message}.`, offset: starts[Math.max(0, (lines ?? 1) - 1)] ?? 0 };
  }
  const [first, ...rest] = rows;
  if (first === undefined) return { header: [], rows: [] };
  const offsetOf = byteOffsets(source);
  const header = first.record.map((name) => name.trim());
  let start = offsetOf(first.info.bytes);
  const nodes = rest.map(({ record, info }) => {
    const end = offsetOf(info.bytes);
    const node = rowNode(source, header, record, start, end);
    start = end;
    return node;
  });
  return { header, rows: nodes };
}

/** The mark that stands most often in the first row outside of quotes; a comma where none does. */
export function delimiterOf(source: string): string {
  const counts = new Map(delimiters.map((mark) => [mark, 0]));
  let quoted = false;
  for (let at = 0; at < Math.min(source.length, sampleUnits); at++) {
    const unit = source.charAt(at);
    if (unit === '"') quoted = !quoted;
    else if (!quoted && (unit === '\n' || unit === '\r')) break;
    else if (!quoted && counts.has(unit)) counts.set(unit, (counts.get(unit) as number) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The offset in UTF-16 units of an offset in UTF-8; asked in rising order, so that the text is gone through once. */
function byteOffsets(source: string): (bytes: number) => number {
  let at = 0;
  let passed = 0;
  return (bytes) => {
    while (passed < bytes && at < source.length) {
      const point = source.codePointAt(at) as number;
      passed += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      at += point < 0x10000 ? 1 : 2;
    }
    return at;
  };
}

/** Offsets at which lines start. */
function lineStarts(source: string): number[] {
  const starts = [0];
  for (const end of source.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

function rowNode(
  source: string,
  header: readonly string[],
  record: readonly string[],
  start: number,
  end: number,
): MapNode {
  const cells = new Map<string, ScalarNode>();
  for (const [index, key] of header.entries()) {
    const text = (record[index] ?? '').trim();
    if (key === '' || (cells.has(key) && (text === '' || cells.get(key)?.value !== null))) continue;
    const value = text === '' ? null : text;
    cells.set(key, { kind: 'scalar', value, text, quoted: false, start, end });
  }
  const entries = [...cells].map(([key, value]) => ({
    key,
    keyStart: start,
    keyEnd: start,
    value,
  }));
  return { kind: 'map', flow: false, entries, start, end, text: source.slice(start, end) };
}
