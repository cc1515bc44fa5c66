import { isNull, type MapEntry, type MapNode } from '../../data/data-node.ts';
import type { ItemKind } from '../../model/review.ts';
import { kindNamed, type Meaning, meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { namedKinds, normalizeKey } from '../../vocabulary/spellings.ts';

const dotted = /^(itemreviewed|item|reviewrating|rating|author|review)\.(.+)$/i;
/** Where site generators want a page's own keys. */
const ownKeys = /^(?:params|taxonomies)$/;
/** What of a reading or a viewing may stand in a map of its own. */
const progress = /^(?:(?:reading|watching|playing)(?:progress|dates|log)?|progress|dates)$/;
const ofProgress: ReadonlySet<string> = new Set([
  'experienced',
  'began',
  'repeat',
  'venue',
  'companions',
]);

/**
 * The entries of a map with those that stand in another map for order's sake: a nested `review:` is the review, `itemReviewed.name: Heat` a name within
 * `itemReviewed:`, `book_info:` the book, `params:` are keys of the page, `reading_progress:` holds its dates.
 */
export function flatten(entries: readonly MapEntry[]): MapEntry[] {
  const flat: MapEntry[] = [];
  const within = new Map<string, MapEntry[]>();
  for (const entry of entries) {
    const { key, value } = entry;
    const dot = dotted.exec(key);
    if (dot !== null)
      addDotted(flat, within, dot[1] as string, { ...entry, key: dot[2] as string });
    else if (value.kind !== 'map') flat.push(entry);
    else if (normalizeKey(key) === 'review')
      for (const each of flatten(value.entries)) flat.push(each);
    else if (ownKeys.test(normalizeKey(key))) addLifted(flat, entry, value, entries);
    else if (holdsProgress(entry, value)) for (const each of value.entries) flat.push(each);
    else flat.push({ ...entry, key: itemKey(key, value) });
  }
  return flat;
}

/** The same for a table that Zola wants the page's own keys in. Only TOML has it: what writes a review writes an `extra:` of its own in YAML. */
export function withExtraTable(map: MapNode): MapNode {
  const extra = map.entries.find(({ key, value }) => key === 'extra' && value.kind === 'map');
  if (extra === undefined || extra.value.kind !== 'map') return map;
  const entries: MapEntry[] = map.entries.filter((entry) => entry !== extra);
  addLifted(entries, extra, extra.value, map.entries);
  return { ...map, entries };
}

/** Those of a map's entries that are known and that the page has not itself; the rest stays in the map. */
function addLifted(
  flat: MapEntry[],
  entry: MapEntry,
  map: MapNode,
  beside: readonly MapEntry[],
): void {
  const taken = new Set(beside.map(({ key }) => fieldIn(meaningOf(key))));
  const isOwn = ({ key }: MapEntry): boolean => {
    const field = fieldIn(meaningOf(key));
    return field !== undefined && !taken.has(field);
  };
  for (const each of map.entries) if (isOwn(each)) flat.push(each);
  const rest = map.entries.filter((each) => !isOwn(each));
  if (rest.length > 0) flat.push({ ...entry, value: { ...map, entries: rest } });
}

/** A field, and which of several it is. */
function fieldIn(meaning: Meaning | null): string | undefined {
  return meaning === null ? undefined : JSON.stringify(meaning);
}

function holdsProgress({ key }: MapEntry, { entries }: MapNode): boolean {
  return (
    progress.test(normalizeKey(key)) &&
    entries.length > 0 &&
    entries.every((each) => isNull(each.value) || ofProgress.has(meaningOf(each.key)?.field ?? ''))
  );
}

const information = /^(.{3,12}?)(?:info|information|details?|data|meta|metadata)$/;

/** `book_info: {title, author}` is `book:`, when it names the book. */
function itemKey(key: string, { entries }: MapNode): string {
  const word = information.exec(normalizeKey(key))?.[1];
  const kind: ItemKind | null = word === undefined ? null : kindNamed(word);
  if (kind === null) return key;
  const names = entries.some(
    (each) => !isNull(each.value) && /^(?:title|itemName)$/.test(meaningOf(each.key)?.field ?? ''),
  );
  if (!names) return key;
  return Object.keys(namedKinds).find((name) => namedKinds[name] === kind) ?? key;
}

function addDotted(
  flat: MapEntry[],
  within: Map<string, MapEntry[]>,
  head: string,
  entry: MapEntry,
): void {
  const known = within.get(head);
  if (known !== undefined) {
    known.push(entry);
    return;
  }
  const entries = [entry];
  within.set(head, entries);
  const { start, end, text } = entry.value;
  flat.push({
    ...entry,
    key: head,
    value: { kind: 'map', flow: false, entries, start, end, text },
  });
}
