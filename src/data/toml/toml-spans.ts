/** Where a value stands: 0-based offsets in UTF-16 units, `end` exclusive. Lists and inline tables have their parts. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
  readonly items?: readonly ValueSpan[];
  readonly entries?: ReadonlyMap<string, EntrySpan>;
}

export interface EntrySpan {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: ValueSpan;
}

/** The places of a document's values by `pathName`. */
export type Spans = ReadonlyMap<string, EntrySpan>;

/** A path of keys and places in lists as one name. */
export function pathName(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

interface Cursor {
  readonly source: string;
  at: number;
}

const bareKey = /[\w-]+/y;
const basicString = /"(?:[^"\\\r\n]|\\.)*"/y;
const literalString = /'[^'\r\n]*'/y;
const longBasic = /"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}/y;
const longLiteral = /'''(?:[^']|'{1,2}(?!'))*'{3,5}/y;
const blank = /(?:[ \t\r\n]|#[^\r\n]*)*/y;
const bareValue = /[^,\]}#\r\n]*/y;

function take(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.source);
  if (found === null) return null;
  cursor.at += found[0].length;
  return found[0];
}

/**
 * Where the keys and values of a TOML 1.0 document stand (https://toml.io/en/v1.0.0), by their paths. The parser says what the
 * values are and whether the document is one; this says where: for a document that is none, nothing is promised but an end.
 */
export function tomlSpans(source: string): Spans {
  const cursor: Cursor = { source, at: 0 };
  const spans = new Map<string, EntrySpan>();
  const counts = new Map<string, number>();
  let table: readonly (string | number)[] = [];
  for (take(cursor, blank); cursor.at < source.length; take(cursor, blank)) {
    const before = cursor.at;
    if (source[cursor.at] === '[') table = header(cursor, counts);
    else {
      const entry = pair(cursor);
      if (entry !== null) spans.set(pathName([...table, ...entry.keys]), entry.span);
    }
    // Nothing that this knows: the rest of the line is passed over.
    if (cursor.at === before) take(cursor, /[^\r\n]+/y);
  }
  return spans;
}

/** `[a.b]` and `[[a.b]]`; each of the latter is the next item of a list. */
function header(cursor: Cursor, counts: Map<string, number>): readonly (string | number)[] {
  const isList = cursor.source.startsWith('[[', cursor.at);
  cursor.at += isList ? 2 : 1;
  const path: (string | number)[] = [];
  const keys = dottedKey(cursor);
  for (const [index, key] of keys.entries()) {
    path.push(key);
    const name = pathName(path);
    const isLast = index === keys.length - 1;
    if (isLast && isList) counts.set(name, (counts.get(name) ?? -1) + 1);
    const count = counts.get(name);
    if (count !== undefined) path.push(count);
  }
  take(cursor, /[ \t]*\]{0,2}/y);
  return path;
}

function dottedKey(cursor: Cursor): string[] {
  const keys: string[] = [];
  do {
    take(cursor, /[ \t]*/y);
    const key = take(cursor, bareKey) ?? unquoted(take(cursor, basicString)) ?? literal(cursor);
    if (key === null) break;
    keys.push(key);
  } while (take(cursor, /[ \t]*\./y) !== null);
  return keys;
}

function literal(cursor: Cursor): string | null {
  return take(cursor, literalString)?.slice(1, -1) ?? null;
}

function unquoted(text: string | null): string | null {
  if (text === null) return null;
  try {
    // The escapes of TOML's basic strings are JSON's, but `\U` and `\e`, which no key of a review needs.
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}

function pair(cursor: Cursor): { keys: readonly string[]; span: EntrySpan } | null {
  const keyStart = cursor.at;
  const keys = dottedKey(cursor);
  const keyEnd = cursor.at;
  if (keys.length === 0 || take(cursor, /[ \t]*=[ \t]*/y) === null) return null;
  return { keys, span: { keyStart, keyEnd, value: valueSpan(cursor) } };
}

function valueSpan(cursor: Cursor): ValueSpan {
  const start = cursor.at;
  const first = cursor.source[start];
  if (first === '[') return listSpan(cursor);
  if (first === '{') return tableSpan(cursor);
  const isString = [longBasic, longLiteral, basicString, literalString].some(
    (pattern) => take(cursor, pattern) !== null,
  );
  if (isString) return { start, end: cursor.at };
  const text = take(cursor, bareValue) ?? '';
  return { start, end: start + text.trimEnd().length };
}

function listSpan(cursor: Cursor): ValueSpan {
  const start = cursor.at++;
  const items: ValueSpan[] = [];
  for (take(cursor, blank); !atEnd(cursor, ']'); take(cursor, blank)) {
    const before = cursor.at;
    items.push(valueSpan(cursor));
    take(cursor, blank);
    take(cursor, /,/y);
    if (cursor.at === before) break;
  }
  cursor.at++;
  return { start, end: cursor.at, items };
}

function tableSpan(cursor: Cursor): ValueSpan {
  const start = cursor.at++;
  const entries = new Map<string, EntrySpan>();
  for (take(cursor, blank); !atEnd(cursor, '}'); take(cursor, blank)) {
    const entry = pair(cursor);
    if (entry === null) break;
    entries.set(pathName(entry.keys), entry.span);
    take(cursor, blank);
    take(cursor, /,/y);
  }
  cursor.at++;
  return { start, end: cursor.at, entries };
}

function atEnd({ source, at }: Cursor, close: string): boolean {
  return at >= source.length || source[at] === close;
}
