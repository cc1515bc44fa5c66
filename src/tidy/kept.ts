import { type DataNode, isNull, type MapNode, toJson } from '../data/data-node.ts';
import { parseJsonNodes } from '../data/json-nodes.ts';
import type { Json, JsonMap } from '../model/json.ts';
import { isExported } from '../readers/many/records.ts';
import { isoDate } from '../vocabulary/dates.ts';
import { kindNamed } from '../vocabulary/spelling-lookup.ts';

/** So many values that stand nowhere as they were are looked for within others; more are taken for lost. */
const mostSought = 200;

/**
 * Whether all that a JSON review says stands in the text that is to take its place, which is written anew from the model: every value,
 * as often as before, every key that has none, and of an exported review every key.
 */
export function keepsAll(keys: MapNode, text: string): boolean {
  const parsed = parseJsonNodes(text);
  if ('message' in parsed) return false;
  if (isExported(keys)) return contains(toJson(parsed.node), toJson(keys)) && !hasTwins(keys);
  const after = gathered(parsed.node);
  const before = gathered(keys);
  if (hasTwins(keys) || [...before.empty].some((key) => !after.empty.has(key))) return false;
  let sought = 0;
  let whole: string | undefined;
  return [...before.values].every(([value, count]) => {
    const found = after.values.get(value) ?? 0;
    if (found > 0) return found >= count;
    if (++sought > mostSought) return false;
    whole ??= [...after.values.keys()].join('\n');
    const date = isoDate(value);
    const kind = kindNamed(value);
    return (
      whole.includes(value) ||
      (date !== null && whole.includes(date)) ||
      (kind !== null && after.values.has(kind))
    );
  });
}

interface Gathered {
  /** How often each value stands there, as text. */
  readonly values: Map<string, number>;
  /** Keys without a value. */
  readonly empty: Set<string>;
}

function gathered(root: DataNode): Gathered {
  const all: Gathered = { values: new Map(), empty: new Set() };
  const visit = (node: DataNode, key: string): void => {
    if (node.kind === 'map') for (const each of node.entries) visit(each.value, each.key);
    else if (node.kind === 'list') for (const item of node.items) visit(item, key);
    const isEmpty =
      isNull(node) ||
      (node.kind === 'list' && node.items.length === 0) ||
      (node.kind === 'map' && node.entries.length === 0) ||
      (node.kind === 'scalar' && node.text.trim() === '');
    if (isEmpty) all.empty.add(key);
    else if (node.kind === 'scalar') {
      const text = node.text.trim();
      all.values.set(text, (all.values.get(text) ?? 0) + 1);
    }
  };
  visit(root, '');
  return all;
}

/** Keys that stand twice in one object: of one of them, the value is lost. */
function hasTwins(node: DataNode): boolean {
  if (node.kind === 'list') return node.items.some(hasTwins);
  if (node.kind !== 'map') return false;
  const names = new Set(node.entries.map(({ key }) => key));
  return names.size < node.entries.length || node.entries.some(({ value }) => hasTwins(value));
}

/** Whether `whole` has all of `part`: the same values under the same keys. */
function contains(whole: Json | undefined, part: Json): boolean {
  if (typeof part !== 'object' || part === null) return whole === part;
  if (typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part) || Array.isArray(whole))
    return (
      Array.isArray(part) &&
      Array.isArray(whole) &&
      part.length === whole.length &&
      part.every((item, index) => contains(whole[index], item))
    );
  return Object.entries(part).every(([key, value]) =>
    contains(Object.hasOwn(whole, key) ? (whole as JsonMap)[key] : undefined, value),
  );
}
