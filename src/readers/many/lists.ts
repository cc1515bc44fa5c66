import type { DataNode, MapNode } from '../../data/data-node.ts';
import { isNull } from '../../data/data-node.ts';
import { isVagueKind, kindInName } from '../../vocabulary/kind-words.ts';
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
 * The reviews in data: a list of mappings that name things, or of groups with such a list; a mapping of such lists, whose keys become tags, or of such
 * mappings; or a mapping with one such list under a plural
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
  if (lists.length === 0) return recordsInMaps(root, name);
  if (others.length > 0) return null;
  const full = lists.filter(({ value }) => value.kind === 'list' && value.items.length > 0);
  return together(
    full.map(({ key, value }) =>
      isPartList(key) ? null : recordsOf(value, [key, name])?.map((record) => tagged(record, key)),
    ),
  );
}

/** All of them; null where there are none, or where one of the lists is none of reviews. */
function together(
  found: readonly (readonly ManyRecord[] | null | undefined)[],
): readonly ManyRecord[] | null {
  return found.length > 0 && found.every((records) => records !== null && records !== undefined)
    ? found.flatMap((records) => records ?? [])
    : null;
}

/** The reviews in a mapping of mappings, each under a name of its own: `heat: {title: Heat, rating: 4}`. */
function recordsInMaps(root: MapNode, name: string): readonly ManyRecord[] | null {
  const maps = root.entries.flatMap(({ value }) => (value.kind === 'map' ? [value] : []));
  if (maps.length < 2 || maps.length < root.entries.length || !maps.every(isReview)) return null;
  if (kindInName(name) === null && !maps.every(isEvidence)) return null;
  return maps.map((node) => ({ node, start: node.start, end: node.end, around: [name] }));
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
    (/^(?:reviews?|entries|items|list|data|log)$/i.test(key) ||
      (kindInName(key) !== null && /s$/i.test(key)))
  );
}

/** `books`, `films-2024`; `tools` and `products` are lists of anything. */
function tellsKind(name: string): boolean {
  const kind = kindInName(name);
  return kind !== null && !isVagueKind(kind);
}

function recordsOf(list: DataNode, around: readonly string[]): readonly ManyRecord[] | null {
  if (list.kind !== 'list' || list.items.length === 0) return null;
  const maps = list.items.filter((item): item is MapNode => item.kind === 'map');
  if (maps.length < list.items.length) return null;
  if (!maps.every(isReview)) return recordsInGroups(maps, around);
  const saysKind = around.some(tellsKind);
  if (!saysKind && !maps.some(isEvidence)) return null;
  return maps.map((node) => ({ node, start: node.start, end: node.end, around }));
}

/** The reviews in a list of groups, each with one list of them: `{year: 2026, movies: [...]}`. What a group is called becomes a tag. */
function recordsInGroups(
  groups: readonly MapNode[],
  around: readonly string[],
): readonly ManyRecord[] | null {
  return together(
    groups.map((group) => {
      const own = group.entries.filter(
        ({ key, value }) => value.kind === 'list' && isListOfReviews(key),
      );
      const [only] = own;
      if (own.length !== 1 || only === undefined || isReview(group)) return null;
      const called = group.entries.find(({ value }) => value.kind === 'scalar' && !isNull(value));
      return recordsOf(only.value, [only.key, ...around])?.map((record) =>
        tagged(record, called?.value.text ?? ''),
      );
    }),
  );
}

function isReview(map: MapNode): boolean {
  return namesThing(map) || isExported(map);
}

function tagged(record: ManyRecord, key: string): ManyRecord {
  return { ...record, node: withEntry(record.node, 'tags', key) };
}
