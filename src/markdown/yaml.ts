import { Composer, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser, type Scalar } from 'yaml';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Locator } from '../model/position.ts';
import type { DataNode, ListNode, MapEntry, MapNode, ScalarNode } from './data-node.ts';
import { applyEdits, type Edit, mendLine, mendUnclosed, originalOffset } from './yaml-mend.ts';
import { describeYamlError } from './yaml-messages.ts';

export interface ParseYamlOptions {
  /** Where `source` starts in its file, in UTF-16 units. */
  readonly offset: number;
  /** The file's locator. */
  readonly locator: Locator;
}

export interface ParsedYaml {
  /** Null when there is nothing, or nothing that could be read. */
  readonly node: DataNode | null;
  readonly diagnostics: readonly Diagnostic[];
}

const maxDepth = 64;
/** Far beyond any review; yaml's parser takes seconds for a million `[`. */
const maxOpenBrackets = 1000;
const maxErrors = 10;
const maxMends = 10;

const options = {
  schema: 'core',
  stringKeys: true,
  resolveKnownTags: false,
  // yaml's own check compares every key with every other.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads YAML 1.2 (core schema) as nodes with offsets in the file. Aliases, tags and merge keys are not resolved.
 * Diagnostics: yaml-syntax, yaml-unsupported, yaml-quotes-missing, key-duplicate. A value that only lacks quotes
 * (`title: Mission: Impossible`) is read as the text it looks like.
 */
export function parseYaml(source: string, { offset, locator }: ParseYamlOptions): ParsedYaml {
  // yaml knows no lone CR as a line end. The replacement has the same length.
  const text = source.replace(/\r(?!\n)/g, '\n');
  if (opensTooManyBrackets(text)) {
    const range = locator.range(offset, offset + 1);
    return { node: null, diagnostics: [diagnose('yaml-syntax', 'The YAML is nested too deep.', { range })] };
  }
  try {
    return readDocument(text, offset, locator);
  } catch (error) {
    // A guard for what yaml's own depth limit misses.
    if (!(error instanceof RangeError)) throw error;
    const range = locator.range(offset, offset + 1);
    return { node: null, diagnostics: [diagnose('yaml-syntax', 'The YAML is nested too deep.', { range })] };
  }
}

function readDocument(text: string, offset: number, locator: Locator): ParsedYaml {
  const mended = mend(text);
  const at = (position: number): number => offset + originalOffset(mended.edits, position);
  const context: Context = { source: mended.text, original: text, offset, at, locator, diagnostics: [] };
  for (const edit of mended.edits) reportMend(edit, text, context);
  for (const error of mended.document.errors.slice(0, maxErrors)) reportError(error, context);
  for (const warning of mended.document.warnings.slice(0, maxErrors)) {
    const range = rangeOf(context, warning.pos[0], warning.pos[1]);
    report(context, diagnose('yaml-unsupported', 'A tag (`!…`) is not read here; the value is taken as it stands.', { range }));
  }
  if (mended.secondDocument !== null) {
    const range = rangeOf(context, mended.secondDocument, mended.secondDocument + 3);
    const message = 'A second document starts here; only the first one is read.';
    report(context, diagnose('yaml-unsupported', message, { range, hint: 'Remove the line, or move what follows to a file of its own.' }));
  }
  const contents = mended.document.contents;
  const node = contents === null ? null : convert(contents as Node, context, 0);
  return { node, diagnostics: context.diagnostics };
}

interface Context {
  /** The text that was parsed, mended lines included. */
  readonly source: string;
  readonly original: string;
  /** Where the text starts in its file. */
  readonly offset: number;
  /** An offset in `source` as one in the file. */
  readonly at: (position: number) => number;
  readonly locator: Locator;
  readonly diagnostics: Diagnostic[];
}

function report(context: Context, diagnostic: Diagnostic): void {
  context.diagnostics.push(diagnostic);
}

function rangeOf(context: Context, start: number, end: number) {
  return context.locator.range(context.at(start), context.at(Math.max(start, end)));
}

interface Composed {
  readonly document: Document.Parsed;
  /** Where a second document starts, if one does. */
  readonly secondDocument: number | null;
}

function compose(text: string): Composed {
  const composer = new Composer(options);
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    if (first !== undefined) return { document: first, secondDocument: document.range[0] };
    first = document as Document.Parsed;
  }
  return { document: first as Document.Parsed, secondDocument: null };
}

/** Parses, and while a line breaks the YAML only for want of quotes, quotes it and parses again. */
function mend(source: string): Composed & { readonly text: string; readonly edits: readonly Edit[] } {
  let edits: Edit[] = [];
  let text = source;
  let composed = compose(text);
  for (let count = 0; count < maxMends; count++) {
    const error = composed.document.errors[0];
    if (error === undefined || error.code === 'RESOURCE_EXHAUSTION') break;
    const at = originalOffset(edits, error.pos[0]);
    const edit = mendLine(source, at) ?? (error.code === 'MISSING_CHAR' ? mendUnclosed(source) : null);
    const mended = edit === null ? null : withEdit(source, edits, edit);
    if (mended === null) break;
    ({ edits, text, composed } = mended);
  }
  return { ...composed, text, edits };
}

/** The source with one more edit; null when that mends nothing. */
function withEdit(source: string, before: readonly Edit[], edit: Edit): { edits: Edit[]; text: string; composed: Composed } | null {
  if (before.some(({ start }) => start === edit.start)) return null;
  const edits = [...before, edit].sort((a, b) => a.start - b.start);
  const text = applyEdits(source, edits);
  const composed = compose(text);
  const error = composed.document.errors[0];
  return error !== undefined && originalOffset(edits, error.pos[0]) <= edit.end ? null : { edits, text, composed };
}

function reportMend(edit: Edit, source: string, { offset, locator, diagnostics }: Context): void {
  const value = source.slice(edit.start, edit.end);
  const range = locator.range(offset + edit.start, offset + edit.end);
  const hint = `Write \`${edit.key}: ${edit.text}\`.`;
  const message = `\`${clip(value)}\` is no plain YAML value: it wants quotes. It was read as text.`;
  diagnostics.push(diagnose('yaml-quotes-missing', message, { range, hint, fix: { range, text: edit.text } }));
}

function reportError(error: { code: string; pos: readonly [number, number]; message: string }, context: Context): void {
  const { message, hint } = describeYamlError(error.code);
  const range = rangeOf(context, error.pos[0], error.pos[1]);
  report(context, diagnose('yaml-syntax', message, { range, ...(hint === undefined ? {} : { hint }) }));
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function convert(node: Node, context: Context, depth: number): DataNode {
  const [start, valueEnd] = node.range ?? [0, 0];
  const end = trimmedEnd(context.source, start, valueEnd);
  const placed = { start: context.at(start), end: context.at(end), text: context.source.slice(start, end) };
  if (depth > maxDepth) {
    const range = rangeOf(context, start, start + 1);
    report(context, diagnose('yaml-syntax', `The YAML is nested deeper than ${maxDepth}.`, { range }));
    return { kind: 'scalar', value: placed.text, quoted: true, ...placed };
  }
  if (isMap(node)) {
    noAnchor(node, context);
    return { kind: 'map', flow: node.flow === true, entries: convertEntries(node, context, depth), ...placed } satisfies MapNode;
  }
  if (isSeq(node)) {
    noAnchor(node, context);
    const items = node.items.map((item) => convert(item as Node, context, depth + 1));
    return { kind: 'list', flow: node.flow === true, items, ...placed } satisfies ListNode;
  }
  if (isAlias(node)) {
    unsupported(context, start, end, 'An alias (`*name`) is not read here; it is taken as text.');
    return { kind: 'scalar', value: placed.text, quoted: false, ...placed };
  }
  if (isScalar(node)) return convertScalar(node, context, start, end);
  return { kind: 'scalar', value: null, quoted: false, ...placed };
}

/** A block ends with its last line, not with the line end and the blank lines after it. */
function trimmedEnd(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(source[at - 1] as string)) at--;
  return at;
}

function convertEntries(map: { items: readonly { key: unknown; value: unknown }[] }, context: Context, depth: number): MapEntry[] {
  const entries: MapEntry[] = [];
  const seen = new Set<string>();
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const [start, end] = key.range ?? [0, 0];
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
    if (seen.has(name)) {
      const range = rangeOf(context, start, end);
      report(context, diagnose('key-duplicate', `\`${clip(name)}\` stands twice; the first one counts.`, { range }));
      continue;
    }
    seen.add(name);
    const child = value === null || value === undefined ? missing(context, end) : convert(value as Node, context, depth + 1);
    entries.push({ key: name, keyStart: context.at(start), keyEnd: context.at(end), value: child });
  }
  return entries;
}

function missing(context: Context, position: number): ScalarNode {
  const at = context.at(position);
  return { kind: 'scalar', value: null, quoted: false, text: '', start: at, end: at };
}

function convertScalar(node: Scalar, context: Context, start: number, end: number): ScalarNode {
  const plain = node.type === 'PLAIN';
  const value = scalarValue(node);
  const base = {
    kind: 'scalar',
    value,
    quoted: !plain,
    text: plain ? (node.source ?? '') : String(value ?? ''),
    start: context.at(start),
    end: context.at(end),
  } as const;
  if (node.anchor !== undefined) {
    unsupported(context, Math.max(0, context.source.lastIndexOf('&', start)), end, 'An anchor (`&name`) is not read here; it is taken as text.');
    const text = `&${node.anchor} ${base.text}`.trim();
    return { ...base, value: text, text };
  }
  const comment = plain ? hashAfter(context.source, end) : null;
  if (comment === null) return base;
  return { ...base, hashText: { text: comment.text, start: context.at(comment.start), end: context.at(comment.end) } };
}

function scalarValue(node: Scalar): ScalarNode['value'] {
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return node.source ?? '';
}

const hash = /:?[ \t]*(?<=[ \t])(#[^\s#][^\r\n]*)/y;

function hashAfter(source: string, position: number): { text: string; start: number; end: number } | null {
  hash.lastIndex = position;
  const match = hash.exec(source);
  if (match === null) return null;
  const text = (match[1] as string).trimEnd();
  const start = position + match[0].length - (match[1] as string).length;
  return { text, start, end: start + text.length };
}

function noAnchor(node: { anchor?: string; range?: readonly [number, number, number] | null }, context: Context): void {
  if (node.anchor === undefined) return;
  const start = node.range?.[0] ?? 0;
  unsupported(context, start, start + 1, 'An anchor (`&name`) is not read here; the value itself is.');
}

function unsupported(context: Context, start: number, end: number, message: string): void {
  report(context, diagnose('yaml-unsupported', message, { range: rangeOf(context, start, end) }));
}

function opensTooManyBrackets(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 91 || unit === 123) {
      if (++depth > maxOpenBrackets) return true;
    } else if ((unit === 93 || unit === 125) && depth > 0) depth--;
  }
  return false;
}
