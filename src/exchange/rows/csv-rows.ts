import { pipeline, Readable } from 'node:stream';
import type { CsvError } from 'csv-parse';
import { loadCsv } from '../../data/csv/load-csv.ts';
import type { JsonMap } from '../../model/json.ts';
import type { RowProblem } from '../service.ts';
import { decoded } from './decoded.ts';

/** A line of a table. */
export interface TableLine {
  readonly cells: readonly string[];
  /** 1-based: the line on which it begins. */
  readonly line: number;
}

/** More bytes than this are no row. */
const longestRow = 1024 * 1024;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The lines of comma-, semicolon- or tab-separated values (RFC 4180, quotes and line ends as people's programs write them), one after the other and
 * without keeping them. What is broken is said, and the rest goes on.
 */
export async function* tableLines(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
  say: (problem: RowProblem) => void,
): AsyncGenerator<TableLine> {
  const { parse } = await loadCsv().loadStream();
  let told = 0;
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = typeof error?.lines === 'number' ? error.lines : told + 1;
      if (line !== told) say({ file, line, message: reasonOf(error) });
      told = line;
      return undefined;
    },
  });
  // What breaks off is thrown by the loop as well.
  pipeline(Readable.from(decoded(bytes)), parser, () => undefined);
  let before = 0;
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    yield { cells: record, line: before + 1 };
    before = info.lines;
  }
}

function reasonOf(error: CsvError | undefined): string {
  if (error?.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quote is opened and never closed: what follows it could not be read';
  if (error?.code === 'CSV_MAX_RECORD_SIZE')
    return 'the row is larger than 1 MiB: perhaps a quote is never closed';
  return error?.message ?? 'the row cannot be read';
}

/** What a row says, by the names of the header. Of a name that stands twice, the first cell that says something. */
export function valuesOf(header: readonly string[], cells: readonly string[]): JsonMap {
  const values = new Map<string, string>();
  for (const [index, name] of header.entries()) {
    const cell = cells[index] ?? '';
    if (name !== '' && cell.trim() !== '' && !values.has(name)) values.set(name, cell);
  }
  return Object.fromEntries(values);
}
