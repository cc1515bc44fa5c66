import type { DataNode, MapEntry } from './data-node.ts';
import { wellFormed } from './decode.ts';

/** What a JSON text holds, with offsets; or what is wrong with it, and where. */
export type JsonNodes =
  | { readonly node: DataNode }
  | { readonly message: string; readonly offset: number };

/** Deeper than this, JSON is refused: the parser is recursive. */
const maxDepth = 64;

/** Parses JSON (RFC 8259) into nodes that know their place. Keys that stand twice are both kept. */
export function parseJsonNodes(source: string): JsonNodes {
  const cursor: Cursor = { source, at: 0, depth: 0 };
  try {
    skipSpace(cursor);
    const node = parseValue(cursor);
    skipSpace(cursor);
    if (cursor.at < source.length) throw new JsonError('Something follows the value.', cursor.at);
    return { node };
  } catch (error) {
    if (error instanceof JsonError) return { message: error.message, offset: error.offset };
    throw error;
  }
}

/** Parses the JSON value that starts at `offset`; what follows it is left alone. */
export function parseJsonPrefix(source: string, offset: number): JsonNodes {
  try {
    return { node: parseValue({ source, at: offset, depth: 0 }) };
  } catch (error) {
    if (error instanceof JsonError) return { message: error.message, offset: error.offset };
    throw error;
  }
}

class JsonError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Cursor {
  readonly source: string;
  at: number;
  depth: number;
}

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings.
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const word = /true|false|null/y;

function match(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.source);
  if (found === null) return null;
  cursor.at += found[0].length;
  return found[0];
}

function skipSpace(cursor: Cursor): void {
  match(cursor, space);
}

function parseValue(cursor: Cursor): DataNode {
  const start = cursor.at;
  const first = cursor.source[start];
  if (first === '{') return nested(cursor, parseObject);
  if (first === '[') return nested(cursor, parseArray);
  if (first === '"') {
    const text = parseString(cursor);
    return { kind: 'scalar', value: text, text, quoted: true, start, end: cursor.at };
  }
  const text = match(cursor, number) ?? match(cursor, word);
  if (text === null)
    throw new JsonError(
      first === undefined
        ? 'The text ends where a value is expected.'
        : 'No JSON value can start like this.',
      start,
    );
  return {
    kind: 'scalar',
    value: JSON.parse(text) as number | boolean | null,
    text,
    quoted: false,
    start,
    end: cursor.at,
  };
}

function nested(cursor: Cursor, parse: (cursor: Cursor, start: number) => DataNode): DataNode {
  if (++cursor.depth > maxDepth)
    throw new JsonError(`The JSON is nested deeper than ${maxDepth}.`, cursor.at);
  const start = cursor.at++;
  const node = parse(cursor, start);
  cursor.depth--;
  return node;
}

function parseString(cursor: Cursor): string {
  const start = cursor.at;
  const text = match(cursor, string);
  if (text === null)
    throw new JsonError(
      'The text that starts here is not closed, or holds a character that JSON wants escaped.',
      start,
    );
  return wellFormed(JSON.parse(text) as string);
}

function parseArray(cursor: Cursor, start: number): DataNode {
  const items: DataNode[] = [];
  skipSpace(cursor);
  while (cursor.source[cursor.at] !== ']') {
    if (items.length > 0) expect(cursor, ',', 'A `,` or `]` is expected here.');
    skipSpace(cursor);
    items.push(parseValue(cursor));
    skipSpace(cursor);
  }
  cursor.at++;
  return {
    kind: 'list',
    flow: true,
    items,
    start,
    end: cursor.at,
    text: cursor.source.slice(start, cursor.at),
  };
}

function parseObject(cursor: Cursor, start: number): DataNode {
  const entries: MapEntry[] = [];
  skipSpace(cursor);
  while (cursor.source[cursor.at] !== '}') {
    if (entries.length > 0) expect(cursor, ',', 'A `,` or `}` is expected here.');
    skipSpace(cursor);
    entries.push(parseEntry(cursor));
    skipSpace(cursor);
  }
  cursor.at++;
  return {
    kind: 'map',
    flow: true,
    entries,
    start,
    end: cursor.at,
    text: cursor.source.slice(start, cursor.at),
  };
}

function parseEntry(cursor: Cursor): MapEntry {
  const keyStart = cursor.at;
  if (cursor.source[keyStart] !== '"')
    throw new JsonError('A key in double quotes is expected here.', keyStart);
  const key = parseString(cursor);
  const keyEnd = cursor.at;
  skipSpace(cursor);
  expect(cursor, ':', 'A `:` is expected here.');
  skipSpace(cursor);
  return { key, keyStart, keyEnd, value: parseValue(cursor) };
}

function expect(cursor: Cursor, wanted: string, message: string): void {
  if (cursor.source[cursor.at] !== wanted) throw new JsonError(message, cursor.at);
  cursor.at++;
}
