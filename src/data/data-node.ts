import type { Json } from '../model/json.ts';

/** Where a node stands in its file: 0-based offsets in UTF-16 units, `end` exclusive. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  /** What the author wrote: a plain scalar or a collection as it stands in the source, a quoted or block scalar as the text it means. */
  readonly text: string;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** True for quoted and block scalars, which are text whatever they look like. */
  readonly quoted: boolean;
  /** What follows on the line and starts with `#` and no space: a comment to YAML, more likely text (`title: #Alive`). */
  readonly hashText?: { readonly text: string; readonly start: number; readonly end: number };
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
  /** True for `[a, b]`, false for `- a` lines. */
  readonly flow: boolean;
  /** True when the items are the values of one key that stands several times, as in a MultiMarkdown header. */
  readonly repeated?: true;
}

export interface MapEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: DataNode;
}

export interface MapNode extends Placed {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  /** True for `{a: b}`. */
  readonly flow: boolean;
}

/** A piece of YAML or JSON data, with its place in the file. */
export type DataNode = ScalarNode | ListNode | MapNode;

/** The value of a node. A number that JSON cannot hold is the text it was written as. */
export function toJson(node: DataNode): Json {
  switch (node.kind) {
    case 'scalar':
      if (typeof node.value !== 'number') return node.value;
      // JSON has no -0 either.
      return Number.isFinite(node.value) ? node.value + 0 : node.text;
    case 'list':
      return node.items.map(toJson);
    case 'map':
      // fromEntries makes `__proto__` a key like any other.
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, toJson(value)]));
  }
}

/**
 * The value of a node under a key that has no type, as its author wrote it: a plain scalar is `true`, `false` or `null` where it is written so (`~` and
 * nothing too), a number where JSON prints the same characters, else its text: a telephone number keeps its zero, a price its last digit.
 */
export function asWritten(node: DataNode): Json {
  switch (node.kind) {
    case 'scalar': {
      const { value, text, quoted } = node;
      if (quoted || value === null) return value;
      return typeof value === 'string' || JSON.stringify(value) === text ? value : text;
    }
    case 'list':
      return node.items.map(asWritten);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, asWritten(value)]));
  }
}

/** A text scalar that stands at `start`. */
export function textNode(text: string, start: number, end: number): ScalarNode {
  return { kind: 'scalar', value: text, text, quoted: true, start, end };
}

/** Whether a node is there but says nothing: `key:`, `key: ~`, `key: null`. */
export function isNull(node: DataNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** The entry of a map with exactly that key. */
export function entryNamed(map: MapNode, name: string): MapEntry | undefined {
  return map.entries.find(({ key }) => key === name);
}
