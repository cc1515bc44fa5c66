import { asWritten, isNull, type MapEntry, type MapNode } from '../../data/data-node.ts';
import type { ItemKind } from '../../model/review.ts';
import { linkIn } from '../../vocabulary/links.ts';
import { kindNamed, type Meaning, meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { fileTypes, normalizeKey } from '../../vocabulary/spellings.ts';
import { type Context, excerpt, keepEntry, reject } from './context.ts';
import {
  addDetail,
  addLink,
  readCreatorList,
  readCreators,
  readDetail,
  readDetails,
  readId,
  readIds,
  readImage,
  readReleased,
  readSameAs,
} from './facts.ts';
import { isScalar, textsOf, titleOf } from './values.ts';

/** `item:`, `film:` and the like: a name, or a map with all there is to say of the item. */
export function readItemName(context: Context, entry: MapEntry, kind?: ItemKind): void {
  const { draft } = context;
  if (entry.value.kind === 'map' && !isFlowName(entry.value)) {
    if (kind !== undefined) draft.namedKind ??= kind;
    readItemMap({ ...context, within: 'item' }, entry.value);
    return;
  }
  const written =
    isScalar(entry.value) && typeof entry.value.value === 'boolean'
      ? undefined
      : titleOf(entry.value, entry.key, context);
  const link = written === undefined ? null : linkIn(written);
  const name = withoutTitleMarks(link?.text ?? written);
  if (name === undefined) {
    if (!isNull(entry.value))
      reject(
        context,
        entry,
        'value-invalid',
        `\`${entry.key}\` wants a name, not \`${excerpt(entry.value)}\`.`,
      );
    return;
  }
  const told = draft.kind ?? draft.namedKind;
  if (
    draft.name !== undefined ||
    (kind !== undefined && told !== undefined && !isNameOf(told, kind))
  )
    readOtherName(context, entry, name, kind);
  else {
    draft.name = name;
    if (link !== null) addLink(context, entry, link.url);
    if (kind !== undefined) draft.namedKind ??= kind;
  }
}

/** `《三体》` and `『雪国』` as a whole: marks that say it is a title. */
function withoutTitleMarks(name: string | undefined): string | undefined {
  const [, first, second] = /^(?:《([^《》]+)》|『([^『』]+)』)$/.exec(name?.trim() ?? '') ?? [];
  return first ?? second ?? name;
}

/** Kinds whose things people also call by the other's name: `kind: restaurant` and `place: The Pan`. */
const kin: readonly (readonly [ItemKind, ItemKind])[] = [
  ['restaurant', 'place'],
  ['boardgame', 'game'],
  ['software', 'product'],
  ['game', 'product'],
  ['boardgame', 'product'],
];

/** Whether a key that names a thing of one kind names one of another too. */
function isNameOf(kind: ItemKind, key: ItemKind): boolean {
  return (
    kind === key ||
    kin.some(([one, other]) => (one === kind && other === key) || (one === key && other === kind))
  );
}

/** A book's `series:` is a fact of the book; a second name is kept. */
function readOtherName(
  context: Context,
  entry: MapEntry,
  name: string,
  kind: ItemKind | undefined,
): void {
  if (context.draft.name === name) return;
  if (kind === undefined) keepEntry(context, entry);
  else addDetail(context, entry.key, name, entry);
}

/** `{Proof}` is a name in braces, `{name: Proof}` a map. */
function isFlowName(map: MapNode): boolean {
  return map.flow && map.entries.every(({ value }) => isNull(value));
}

function readItemMap(context: Context, map: MapNode): void {
  const isTitled = map.entries.some(
    ({ key, value }) => !isNull(value) && /^(?:title|itemName)$/.test(meaningOf(key)?.field ?? ''),
  );
  for (const entry of map.entries) {
    if (isNull(entry.value) || /^@context$/i.test(entry.key)) continue;
    const meaning = meaningOf(entry.key, context.settings.spellings);
    // Beside a title, `series: Tides #2` is where it belongs.
    const isOther = isTitled && meaning?.field === 'named';
    if (meaning === null || isOther || !readItemEntry(context, entry, meaning))
      addDetail(context, entry.key, asWritten(entry.value), entry);
  }
}

function readItemEntry(context: Context, entry: MapEntry, meaning: Meaning): boolean {
  switch (meaning.field) {
    case 'itemName':
    case 'title':
    case 'named':
      readItemName(context, entry);
      return true;
    case 'published':
      readReleased(context, entry);
      return true;
    case 'author':
      readCreators(context, entry, 'author');
      return true;
    case 'tags':
      addTags(context, entry);
      return true;
    case 'kind':
      readKind(context, entry);
      return true;
    default:
      return readItemField(context, entry, meaning);
  }
}

/** Reads an entry that speaks of the item wherever it stands. False when it does not. */
export function readItemField(context: Context, entry: MapEntry, meaning: Meaning): boolean {
  switch (meaning.field) {
    case 'creator':
      if (meaning.kind !== undefined) context.draft.suggestedKind ??= meaning.kind;
      readCreators(context, entry, meaning.role);
      return true;
    case 'creators':
      readCreatorList(context, entry);
      return true;
    case 'year':
    case 'released':
      readReleased(context, entry);
      return true;
    case 'id':
      if (/^isbn/.test(meaning.name)) context.draft.suggestedKind ??= 'book';
      readId(context, entry, meaning.name);
      return true;
    case 'ids':
      readIds(context, entry);
      return true;
    case 'sameAs':
      readSameAs(context, entry);
      return true;
    case 'image':
      readImage(context, entry);
      return true;
    case 'detail':
      suggestKind(context, entry, meaning.name);
      readDetail(context, entry, meaning.name);
      return true;
    case 'details':
      readDetails(context, entry);
      return true;
    default:
      return false;
  }
}

export function addTags(context: Context, entry: MapEntry): void {
  const tags = textsOf(entry.value);
  if (tags === undefined) {
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants a list, not \`${excerpt(entry.value)}\`.`,
    );
    return;
  }
  // One that stands twice under a key is `check`'s to say; under two keys it is the same tag.
  const before = new Set(context.draft.tags);
  for (const tag of tags) if (!before.has(tag)) context.draft.tags.push(tag);
}

/** Keys whose value is a kind and nothing else; a type or a category, in any language, may be one of the page. */
const saysKindAlone = /^(?:kind|media|mediatype|itemtype|itemkind)$/;

/** `kind: film`. What names no kind is kept; whether that is worth a word is known when all keys are read. */
export function readKind(context: Context, entry: MapEntry): void {
  const words = textsOf(entry.value);
  const kind = words?.map(kindNamed).find((found) => found !== null);
  const { draft } = context;
  if (kind !== undefined && kind !== null) {
    if (draft.kind === undefined || draft.kind === kind) draft.kind = kind;
    else keepEntry(context, entry);
    // A category may say more than the kind.
    if ((words?.length ?? 0) > 1) keepEntry(context, entry);
    return;
  }
  if (entry.key.startsWith('@') && words?.some((word) => fileTypes.has(normalizeKey(word)))) return;
  const silent =
    words === undefined ||
    !saysKindAlone.test(normalizeKey(entry.key)) ||
    words.some((word) => fileTypes.has(normalizeKey(word)));
  if (silent || draft.kind !== undefined) {
    keepEntry(context, entry);
    return;
  }
  keepEntry(context, entry);
  draft.unknownKind ??= entry;
}

const kindsOfDetails: Readonly<Record<string, ItemKind>> = {
  pages: 'book',
  cuisine: 'restaurant',
  meal: 'restaurant',
  seasons: 'series',
  platform: 'game',
};

/** `total` may count anything. */
function suggestKind({ draft }: Context, { key }: MapEntry, name: string): void {
  const kind = kindsOfDetails[name];
  if (kind !== undefined && normalizeKey(key) !== 'total') draft.suggestedKind ??= kind;
}
