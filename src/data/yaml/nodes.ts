import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Locator } from '../../model/position.ts';
import type { DataNode, ListNode, MapEntry, MapNode, ScalarNode } from '../data-node.ts';

/** Deeper than this, YAML is refused. */
export const maxDepth = 64;

/** What is known while the nodes of one YAML text are converted. */
export interface Context {
  /** The text that was parsed, mended lines included. */
  readonly source: string;
  /** An offset in `source` as one in the file. */
  readonly at: (position: number) => number;
  readonly locator: Locator;
  readonly diagnostics: Diagnostic[];
}

export function report(context: Context, diagnostic: Diagnostic): void {
  context.diagnostics.push(diagnostic);
}

export function rangeOf(context: Context, start: number, end: number) {
  return context.locator.range(context.at(start), context.at(Math.max(start, end)));
}

export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A node of yaml's as one of ours, in offsets of the file. What is not read here is reported and taken as text. */
export function convert(node: Node, context: Context, depth: number): DataNode {
  const [start, valueEnd] = node.range ?? [0, 0];
  const end = trimmedEnd(context.source, start, valueEnd);
  const placed = {
    start: context.at(start),
    end: context.at(end),
    text: context.source.slice(start, end),
  };
  if (depth > maxDepth) {
    const range = rangeOf(context, start, start + 1);
    report(
      context,
      diagnose('yaml-syntax', `The YAML is nested deeper than ${maxDepth}.`, { range }),
    );
    return { kind: 'scalar', value: placed.text, quoted: true, ...placed };
  }
  if (isMap(node)) {
    noAnchor(node, context);
    return {
      kind: 'map',
      flow: node.flow === true,
      entries: convertEntries(node, context, depth),
      ...placed,
    } satisfies MapNode;
  }
  if (isSeq(node)) {
    noAnchor(node, context);
    const items = node.items.map((item) => convert(item as Node, context, depth + 1));
    return { kind: 'list', flow: node.flow === true, items, ...placed } satisfies ListNode;
  }
  if (isAlias(node)) {
    // Stars are no alias: `rating: ***½`.
    if (!/^\*\*/.test(placed.text))
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

function convertEntries(
  map: { items: readonly { key: unknown; value: unknown }[] },
  context: Context,
  depth: number,
): MapEntry[] {
  const entries: MapEntry[] = [];
  const seen = new Set<string>();
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const [start, end] = key.range ?? [0, 0];
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
    if (seen.has(name)) {
      const range = rangeOf(context, start, end);
      report(
        context,
        diagnose('key-duplicate', `\`${clip(name)}\` stands twice; the first one counts.`, {
          range,
        }),
      );
      continue;
    }
    seen.add(name);
    const child =
      value === null || value === undefined
        ? missing(context, end)
        : convert(value as Node, context, depth + 1);
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
    unsupported(
      context,
      Math.max(0, context.source.lastIndexOf('&', start)),
      end,
      'An anchor (`&name`) is not read here; it is taken as text.',
    );
    const text = `&${node.anchor} ${base.text}`.trim();
    return { ...base, value: text, text };
  }
  const comment = plain ? hashAfter(context.source, end) : null;
  if (comment === null) return base;
  return {
    ...base,
    hashText: {
      text: comment.text,
      start: context.at(comment.start),
      end: context.at(comment.end),
    },
  };
}

function scalarValue(node: Scalar): ScalarNode['value'] {
  const { value } = node;
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  )
    return value;
  return node.source ?? '';
}

const hash = /:?[ \t]*(?<=[ \t])(#+[^\s#][^\r\n]*)/y;

function hashAfter(
  source: string,
  position: number,
): { text: string; start: number; end: number } | null {
  hash.lastIndex = position;
  const match = hash.exec(source);
  if (match === null) return null;
  const text = (match[1] as string).trimEnd();
  const start = position + match[0].length - (match[1] as string).length;
  return { text, start, end: start + text.length };
}

function noAnchor(
  node: { anchor?: string; range?: readonly [number, number, number] | null },
  context: Context,
): void {
  if (node.anchor === undefined) return;
  const start = node.range?.[0] ?? 0;
  unsupported(
    context,
    start,
    start + 1,
    'An anchor (`&name`) is not read here; the value itself is.',
  );
}

function unsupported(context: Context, start: number, end: number, message: string): void {
  report(context, diagnose('yaml-unsupported', message, { range: rangeOf(context, start, end) }));
}
