import { createRequire } from 'node:module';
import type { parse as parseStream } from 'csv-parse';

interface CsvOptions {
  readonly delimiter: string;
  readonly info: true;
  readonly relax_column_count: true;
  readonly relax_quotes: true;
  readonly skip_empty_lines: true;
}

/** A row and what was known after it: `bytes` in UTF-8 from the start of the text. */
export interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number; readonly lines: number };
}

/** The part of csv-parse that is used. */
export interface Csv {
  readonly parse: (source: string, options: CsvOptions) => CsvRow[];
  /** The parser of streams, loaded when it is called. */
  readonly loadStream: () => Promise<{ readonly parse: typeof parseStream }>;
}

let csv: Csv | undefined;

/** The parser, loaded at the first table that is met. The build puts it into a chunk of its own in the place of this module. */
export function loadCsv(): Csv {
  csv ??= {
    ...(createRequire(import.meta.url)('csv-parse/sync') as Pick<Csv, 'parse'>),
    loadStream: () => import('csv-parse'),
  };
  return csv;
}
