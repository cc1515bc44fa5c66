import type { DataNode, MapNode } from '../../data/data-node.ts';
import { isNull } from '../../data/data-node.ts';
import { kindInName } from '../../vocabulary/kind-words.ts';
import {
  isEvidence,
  isExported,
  isPartList,
  type ManyRecord,
  namesThing,
  speaksOfOne,
  withEntry,
} from './records.ts';

/**
 * The reviews in data: a list of mappings that name things; a mapping of such lists, whose keys become tags; or a mapping with one such list under a plural
 * kind word or `reviews`. Null where data speaks of one thing itself, unless it is known that it holds `many`, or of none. `name` is the file's, which may
 * say a kind.
 */
export function recordsInData(
  root: DataNode,
  name: string,
  many?: boolean,
): readonly ManyRecord[] | null {
  if (root.kind === 'list') return recordsOf(root, [name]);
  if (root.kind !== 'map' || isExported(root)) return null;
  if (many !== true && speaksOfOne(root)) return null;
  const lists = root.entries.filter(({ value }) => value.kind === 'list');
  const own = lists.filter(({ key }) => isListOfReviews(key));
  const [only] = own;
  if (own.length === 1 && only !== undefined) return recordsOf(only.value, [only.key, name]);
  const others = root.entries.filter(({ value }) => value.kind !== 'list' && !isNull(value));
  if (others.length > 0 || lists.length === 0) return null;
  const all = lists.map(({ key, value }) =>
    isPartList(key) ? null : recordsOf(value, [key, name])?.map((record) => tagged(record, key)),
  );
  return all.every((records) => records !== null && records !== undefined)
    ? all.flatMap((records) => records ?? [])
    : null;
}

/** Front matter that speaks of no one thing holds many only under a list that says so; a text with a list of links is one text. */
export function recordsInFrontMatter(root: MapNode, name: string): readonly ManyRecord[] | null {
  const own = root.entries.filter(
    ({ key, value }) => value.kind === 'list' && isListOfReviews(key),
  );
  const [only] = own;
  return own.length === 1 && only !== undefined ? recordsOf(only.value, [only.key, name]) : null;
}

function isListOfReviews(key: string): boolean {
  return (
    !isPartList(key) &&
    (/^(?:reviews?|entries|items|log)$/i.test(key) || (kindInName(key) !== null && /s$/i.test(key)))
  );
}

function recordsOf(list: DataNode, around: readonly string[]): readonly ManyRecord[] | null {
  if (list.kind !== 'list' || list.items.length === 0) return null;
  const maps = list.items.filter((item): item is MapNode => item.kind === 'map');
  if (maps.length < list.items.length || !maps.every(isReview)) return null;
  const saysKind = around.some((each) => kindInName(each) !== null);
  if (!saysKind && !maps.some(isEvidence)) return null;
  return maps.map((node) => ({ node, start: node.start, end: node.end, around }));
}

function isReview(map: MapNode): boolean {
  return namesThing(map) || isExported(map);
}

function tagged(record: ManyRecord, key: string): ManyRecord {
  return { ...record, node: withEntry(record.node, 'tags', key) };
}
