import type { DataNode, MapEntry, MapNode } from '../data-node.ts';
import { loadToml } from './load-toml.ts';
import { type EntrySpan, pathName, type Spans, tomlSpans, type ValueSpan } from './toml-spans.ts';

/** What a TOML text holds, with offsets; or what is wrong with it, and where. */
export type TomlNodes =
  | { readonly node: MapNode }
  | { readonly message: string; readonly offset: number };

/** Deeper than this, TOML is refused: parsers are recursive. */
const maxDepth = 64;

/**
 * Parses TOML 1.0 (https://toml.io/en/v1.0.0). `offset` is where the text starts in its file; offsets are in the file.
 * A scalar's `text` is what stands in the source, so that `12.50` keeps its digits; a string's is what it means. A date is its text.
 */
export function parseTomlNodes(source: string, offset = 0): TomlNodes {
  const deep = tooDeep(source);
  if (deep !== null)
    return { message: `The TOML is nested more than ${maxDepth} deep.`, offset: offset + deep };
  let value: unknown;
  try {
    value = loadToml().parse(source, { integersAsBigInt: 'asNeeded' });
  } catch (error) {
    const { message, at } = problem(error, source);
    return { message, offset: offset + at };
  }
  const builder: Builder = { source, offset, spans: tomlSpans(source) };
  const entries = entriesOf(value as Readonly<Record<string, unknown>>, [], builder);
  const node: MapNode = {
    kind: 'map',
    flow: false,
    entries,
    start: offset,
    end: offset + source.length,
    text: source,
  };
  return { node };
}

/** A text in quotes, which may be long, or a comment: what stands in it is no bracket of a value. */
const passedOver =
  /"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}|'''(?:[^']|'{1,2}(?!'))*'{3,5}|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|#[^\r\n]*/y;

/** The offset at which brackets or the parts of a key are nested too deep, or null. One scan; what is in quotes does not count. */
function tooDeep(source: string): number | null {
  let depth = 0;
  let dots = 0;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charAt(at);
    if (unit === '"' || unit === "'" || unit === '#') {
      passedOver.lastIndex = at;
      at += Math.max(1, passedOver.exec(source)?.[0].length ?? 1) - 1;
    } else if (unit === '[' || unit === '{') depth++;
    else if (unit === ']' || unit === '}') depth = Math.max(0, depth - 1);
    if (unit === '.') dots++;
    else if ('=,[{\r\n'.includes(unit)) dots = 0;
    if (depth > maxDepth || dots > maxDepth) return at;
  }
  return null;
}

function problem(error: unknown, source: string): { message: string; at: number } {
  const { message, line, column } = error as { message: string; line?: number; column?: number };
  const [first = ''] = message.split('\n');
  const words = first.replace(/^Invalid TOML document: /, '');
  const text = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  if (line === undefined || column === undefined) return { message: text, at: 0 };
  return { message: text, at: Math.min(source.length, lineStart(source, line) + column - 1) };
}

function lineStart(source: string, line: number): number {
  const ends = /\r\n|\r|\n/g;
  for (let count = 1; count < line; count++) if (ends.exec(source) === null) return source.length;
  return ends.lastIndex;
}

interface Builder {
  readonly source: string;
  readonly offset: number;
  readonly spans: Spans;
}

type Path = readonly (string | number)[];

function entriesOf(
  value: Readonly<Record<string, unknown>>,
  path: Path,
  builder: Builder,
): MapEntry[] {
  return Object.keys(value).map((key) => {
    const inner = [...path, key];
    const span = builder.spans.get(pathName(inner));
    return entryOf(key, value[key], inner, span, builder);
  });
}

function entryOf(
  key: string,
  value: unknown,
  path: Path,
  span: EntrySpan | undefined,
  builder: Builder,
): MapEntry {
  const node = nodeOf(value, path, span?.value, builder);
  return {
    key,
    keyStart: builder.offset + (span?.keyStart ?? 0),
    keyEnd: builder.offset + (span?.keyEnd ?? 0),
    value: node,
  };
}

function nodeOf(
  value: unknown,
  path: Path,
  span: ValueSpan | undefined,
  builder: Builder,
): DataNode {
  const start = builder.offset + (span?.start ?? 0);
  const end = builder.offset + (span?.end ?? 0);
  const written = span === undefined ? null : builder.source.slice(span.start, span.end);
  const place = { start, end };
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) =>
      nodeOf(item, [...path, index], span?.items?.[index], builder),
    );
    return { kind: 'list', flow: written !== null, items, text: written ?? '', ...place };
  }
  if (typeof value === 'string')
    return { kind: 'scalar', value, text: value, quoted: true, ...place };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'scalar', value, text: written ?? String(value), quoted: false, ...place };
  if (isTable(value))
    return {
      kind: 'map',
      flow: written !== null,
      entries: inlineEntries(value, path, span, builder),
      text: written ?? '',
      ...place,
    };
  // A date, a time, or an integer that no number holds: its text is all there is to it.
  const text = written ?? String(value);
  return { kind: 'scalar', value: text, text, quoted: false, ...place };
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
}

function inlineEntries(
  value: Readonly<Record<string, unknown>>,
  path: Path,
  span: ValueSpan | undefined,
  builder: Builder,
): MapEntry[] {
  const { entries } = span ?? {};
  if (entries === undefined) return entriesOf(value, path, builder);
  return Object.keys(value).map((key) =>
    entryOf(key, value[key], [...path, key], entries.get(pathName([key])), builder),
  );
}
