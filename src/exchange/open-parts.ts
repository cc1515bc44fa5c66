import { delimiterOf } from '../data/csv/csv.ts';
import type { Json } from '../model/json.ts';
import { normalizeKey } from '../vocabulary/spellings.ts';
import { pageReviews } from './pages/page-reviews.ts';
import { tableLines, valuesOf } from './rows/csv-rows.ts';
import { decoded } from './rows/decoded.ts';
import { jsonLines, objectIn } from './rows/json-lines.ts';
import { jsonEntries } from './rows/json-rows.ts';
import type { Look, Row, RowProblem, Service } from './service.ts';
import type { Part, Source } from './source.ts';

/** What is looked at to tell whose a file is. */
const headUnits = 64 * 1024;
const headLines = 8;

/** A file as it begins. */
export interface Head extends Look {
  readonly source: Source;
  /** What parts the cells of a table. */
  readonly delimiter: string;
  /** True for JSON lines. */
  readonly isLines: boolean;
}

const pageStart = /^\s*<(?:!--|(?:!doctype|html|head|body|article|div|section|script|meta)\b)/i;

/** How a file begins: the lines of a table, the first entry of a JSON file. Throws what opening it throws. */
export async function headOf(source: Source): Promise<Head> {
  const text = await startOf(source);
  const bytes = (): AsyncIterable<Uint8Array> => bytesOf(text);
  const ignore = (): void => undefined;
  const isPage = pageStart.test(text);
  const isJson = !isPage && /^\s*[[{]/.test(text);
  const delimiter = delimiterOf(text);
  const lines: (readonly string[])[] = [];
  if (!isJson && !isPage)
    for await (const { cells } of tableLines(source.path, bytes(), delimiter, ignore)) {
      lines.push(cells);
      if (lines.length >= headLines) break;
    }
  const isLines = isJson && areLines(text, source.path);
  let json: Json | null = isLines ? objectIn(text.trimStart().split('\n', 1)[0] ?? '') : null;
  if (isJson && !isLines)
    for await (const { value } of jsonEntries(source.path, bytes(), ignore)) {
      json = value;
      break;
    }
  return { source, path: source.path, lines, json, isPage, isLines, delimiter };
}

/** Whether each line is an object: by the file's name, or because the first line is one and another begins with one. */
function areLines(text: string, path: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  const [first = '', second = ''] = text.trimStart().split('\n', 2);
  return (
    objectIn(first) !== null &&
    (/\.(?:jsonl|ndjson)$/i.test(path) || second.trimStart().startsWith('{'))
  );
}

async function startOf(source: Source): Promise<string> {
  let text = '';
  for await (const chunk of decoded(source.open())) {
    text += chunk;
    if (text.length >= headUnits) break;
  }
  return text.slice(0, headUnits);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

/** A file as a part of a service's export; null where the service does not know it, or finds nothing of use in it. */
export function partOf(head: Head, service: Service): Part | null {
  const name = service.recognise(head);
  if (name === null || name === 'ignored') return null;
  const { source } = head;
  return {
    source,
    service,
    name,
    rows: (say) =>
      head.isPage
        ? pageRows(source, name, say)
        : head.json === null
          ? tableRows(head, service, name, say)
          : jsonRows(head, name, say),
  };
}

/** More than this is no page of a review. */
const longestPage = 16 * 1024 * 1024;

async function* pageRows(
  source: Source,
  part: string,
  say: (problem: RowProblem) => void,
): AsyncGenerator<Row> {
  let html = '';
  for await (const chunk of decoded(source.open())) {
    html += chunk;
    if (html.length > longestPage) {
      say({ file: source.path, line: 1, message: 'the page is larger than 16 MiB' });
      return;
    }
  }
  for (const [index, values] of pageReviews(html).entries())
    yield { file: source.path, part, line: index + 1, values };
}

async function* jsonRows(
  { source, isLines }: Head,
  part: string,
  say: (problem: RowProblem) => void,
): AsyncGenerator<Row> {
  const entries = (isLines ? jsonLines : jsonEntries)(source.path, source.open(), say);
  for await (const { value, line } of entries)
    yield { file: source.path, part, line, values: value };
}

async function* tableRows(
  head: Head,
  service: Service,
  part: string,
  say: (problem: RowProblem) => void,
): AsyncGenerator<Row> {
  const { source, delimiter } = head;
  const headerAt = service.headerAt?.(head) ?? 0;
  const nameOf = columnNames(service);
  let header: readonly string[] | null = null;
  let index = 0;
  for await (const { cells, line } of tableLines(source.path, source.open(), delimiter, say)) {
    if (index++ < headerAt) continue;
    if (header === null) {
      header = cells.map(nameOf);
      continue;
    }
    const row = { file: source.path, part, line, values: valuesOf(header, cells) };
    const more = cells.length - header.length;
    if (more > 0 && cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      const message = `the row has ${cells.length} cells, the header ${header.length}: perhaps a comma is not in quotes`;
      say({ file: source.path, line, message });
    } else if (Object.keys(row.values).length > 0) yield row;
  }
}

/** A column by the service's own name for it, whatever its case or the name it has in older exports. */
function columnNames({ columns }: Service): (name: string) => string {
  const names = new Map<string, string>();
  for (const { name, also = [] } of columns)
    for (const each of [name, ...also]) names.set(normalizeKey(each), name);
  return (name) => {
    const plain = name.replace(/^\uFEFF/, '').trim();
    return names.get(normalizeKey(plain)) ?? plain;
  };
}
