import type { Node, Scalar } from 'yaml';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Locator } from '../../model/position.ts';
import type { DataNode, ListNode, MapEntry, MapNode, ScalarNode } from '../data-node.ts';
import { wellFormed } from '../decode.ts';
import { loadYaml } from './load-yaml.ts';

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
  /** What the anchors so far name. */
  readonly anchors: Map<string, DataNode>;
  /** What aliases have been read as so far. */
  readonly expanded: { aliases: number; units: number; isSpent: boolean };
}

/** More aliases, or more text read through them, are refused: nine lists of nine can mean billions. */
const maxAliases = 100;
const maxExpanded = 64 * 1024;

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
  const { isAlias } = loadYaml();
  const converted = convertNode(node, context, depth);
  if (!isAlias(node) && node.anchor !== undefined) context.anchors.set(node.anchor, converted);
  return converted;
}

function convertNode(node: Node, context: Context, depth: number): DataNode {
  const { isAlias, isMap, isScalar, isSeq } = loadYaml();
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
    return {
      kind: 'map',
      flow: node.flow === true,
      entries: convertEntries(node, context, depth),
      ...placed,
    } satisfies MapNode;
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as Node, context, depth + 1));
    return { kind: 'list', flow: node.flow === true, items, ...placed } satisfies ListNode;
  }
  if (isAlias(node)) {
    const named = aliased(node.source, context, start, end);
    if (named !== null) return { ...named, start: placed.start, end: placed.end };
    // Stars are no alias: `rating: ***½`. What names too much has been said.
    if (!/^\*\*/.test(placed.text) && !context.anchors.has(node.source))
      unsupported(
        context,
        start,
        end,
        `Nothing is named \`${clip(node.source)}\` (\`&name\`) here; the alias is taken as text.`,
      );
    return { kind: 'scalar', value: placed.text, quoted: false, ...placed };
  }
  if (isScalar(node)) return convertScalar(node, context, start, end);
  return { kind: 'scalar', value: null, quoted: false, ...placed };
}

/** What an alias stands for; null when nothing above it has the name, or it would stand for too much, which is reported. */
function aliased(name: string, context: Context, start: number, end: number): DataNode | null {
  const named = context.anchors.get(name);
  if (named === undefined) return null;
  const { expanded } = context;
  if (expanded.aliases === 0)
    report(
      context,
      diagnose('yaml-alias', `\`*${clip(name)}\` is read as what \`&${clip(name)}\` names.`, {
        range: rangeOf(context, start, end),
      }),
    );
  if (expanded.isSpent) return null;
  expanded.aliases++;
  expanded.units += sizeOf(named);
  if (expanded.aliases <= maxAliases && expanded.units <= maxExpanded) return named;
  expanded.isSpent = true;
  report(
    context,
    diagnose(
      'yaml-syntax',
      `Aliases stand for too much: ${maxAliases} of them and 64 KiB are read; this one and those below it are taken as text.`,
      { range: rangeOf(context, start, end), hint: 'Write the values out.' },
    ),
  );
  return null;
}

const sizes = new WeakMap<DataNode, number>();

/** How much text a node holds, what its aliases stand for included. */
function sizeOf(node: DataNode): number {
  const known = sizes.get(node);
  if (known !== undefined) return known;
  const inner =
    node.kind === 'map'
      ? node.entries.reduce((sum, { key, value }) => sum + key.length + sizeOf(value), 0)
      : node.kind === 'list'
        ? node.items.reduce((sum, item) => sum + sizeOf(item), 0)
        : node.text.length;
  const size = inner + 1;
  sizes.set(node, size);
  return size;
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
  const { isScalar } = loadYaml();
  const entries: MapEntry[] = [];
  const seen = new Set<string>();
  const merges: DataNode[] = [];
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const [start, end] = key.range ?? [0, 0];
    const name = typeof key.value === 'string' ? wellFormed(key.value) : (key.source ?? '');
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
    if (isMerge(name, value)) merges.push(child);
    else
      entries.push({
        key: name,
        keyStart: context.at(start),
        keyEnd: context.at(end),
        value: child,
      });
  }
  return merges.length === 0 ? entries : merged(entries, merges);
}

/** `<<: *defaults`: the entries of the map that it stands for, behind those that the map has itself. */
function merged(own: readonly MapEntry[], merges: readonly DataNode[]): MapEntry[] {
  const names = new Set(own.map(({ key }) => key));
  const more: MapEntry[] = [];
  for (const node of merges)
    for (const map of node.kind === 'list' ? node.items : [node])
      for (const entry of map.kind === 'map' ? map.entries : []) {
        if (names.has(entry.key)) continue;
        names.add(entry.key);
        more.push(entry);
      }
  return [...own, ...more];
}

function isMerge(key: string, value: unknown): boolean {
  const { isAlias, isSeq } = loadYaml();
  return key === '<<' && (isAlias(value) || (isSeq(value) && value.items.every(isAlias)));
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
  if (typeof value === 'string') return wellFormed(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
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

function unsupported(context: Context, start: number, end: number, message: string): void {
  report(context, diagnose('yaml-unsupported', message, { range: rangeOf(context, start, end) }));
}
