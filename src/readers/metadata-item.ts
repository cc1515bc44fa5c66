import { type DataNode, isNull, type MapEntry, type MapNode, toJson } from '../markdown/data-node.ts';
import type { Json } from '../model/json.ts';
import type { ItemKind } from '../model/review.ts';
import { isoDate } from './dates.ts';
import { type Context, excerpt, keep, keepEntry, reject, setOnce } from './metadata-context.ts';
import { kindNamed, type Meaning, meaningOf } from './spelling-lookup.ts';
import { fileTypes, normalizeKey } from './spellings.ts';
import { isScalar, lineOf, peopleOf, textOf, textsOf, titleOf } from './values.ts';

/** `item:`, `film:` and the like: a name, or a map with all there is to say of the item. */
export function readItemName(context: Context, entry: MapEntry, kind?: ItemKind): void {
  const { draft } = context;
  if (entry.value.kind === 'map' && !isFlowName(entry.value)) {
    if (kind !== undefined) draft.namedKind ??= kind;
    readItemMap(context, entry.value);
    return;
  }
  const name = isScalar(entry.value) && typeof entry.value.value === 'boolean' ? undefined : titleOf(entry.value, entry.key, context);
  if (name === undefined) {
    if (!isNull(entry.value)) reject(context, entry, 'value-invalid', `\`${entry.key}\` wants a name, not \`${excerpt(entry.value)}\`.`);
    return;
  }
  const told = draft.kind ?? draft.namedKind;
  if (draft.name !== undefined || (kind !== undefined && told !== undefined && told !== kind)) readOtherName(context, entry, name, kind);
  else {
    draft.name = name;
    if (kind !== undefined) draft.namedKind ??= kind;
  }
}

/** A book's `series:` is a fact of the book; a second name is kept. */
function readOtherName(context: Context, entry: MapEntry, name: string, kind: ItemKind | undefined): void {
  if (context.draft.name === name) return;
  if (kind === undefined) keepEntry(context, entry);
  else addDetail(context, entry.key, name, entry);
}

/** `{Proof}` is a name in braces, `{name: Proof}` a map. */
function isFlowName(map: MapNode): boolean {
  return map.flow && map.entries.every(({ value }) => isNull(value));
}

function readItemMap(context: Context, map: MapNode): void {
  for (const entry of map.entries) {
    if (isNull(entry.value) || /^@context$/i.test(entry.key)) continue;
    const meaning = meaningOf(entry.key, context.settings.spellings);
    if (meaning === null || !readItemEntry(context, entry, meaning)) addDetail(context, entry.key, toJson(entry.value), entry);
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
    reject(context, entry, 'value-invalid', `\`${entry.key}\` wants a list, not \`${excerpt(entry.value)}\`.`);
    return;
  }
  for (const tag of tags) context.draft.tags.add(tag);
}

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
  const silent = words === undefined || normalizeKey(entry.key) === 'category' || words.some((word) => fileTypes.has(normalizeKey(word)));
  if (silent || draft.kind !== undefined) {
    keepEntry(context, entry);
    return;
  }
  reject(context, entry, 'kind-unknown', `\`${excerpt(entry.value)}\` is no kind that is known; it is read as \`other\`.`);
  draft.kind = 'other';
}

function readCreators(context: Context, entry: MapEntry, role: string): void {
  const people = peopleOf(entry.value, true);
  if (people.length === 0) {
    reject(context, entry, 'value-invalid', `\`${entry.key}\` wants names, not \`${excerpt(entry.value)}\`.`);
    return;
  }
  for (const { name } of people) context.draft.creators.push({ role, name });
}

/** `creators:` as a list of `{role, name}`, a map of roles, or names. */
function readCreatorList(context: Context, entry: MapEntry): void {
  const { value } = entry;
  if (value.kind === 'map') {
    for (const each of value.entries) readCreators(context, each, roleNamed(each.key));
    return;
  }
  for (const item of value.kind === 'list' ? value.items : [value]) {
    const role = item.kind === 'map' ? item.entries.find(({ key }) => /^(?:role|as|job)$/i.test(key)) : undefined;
    const named = role === undefined ? undefined : textOf(role.value);
    readCreators(context, { ...entry, value: item }, named ?? 'creator');
  }
}

function roleNamed(key: string): string {
  const meaning = meaningOf(key);
  if (meaning?.field === 'creator') return meaning.role;
  return meaning?.field === 'author' ? 'author' : key;
}

function readReleased(context: Context, entry: MapEntry): void {
  const text = textOf(entry.value);
  const date = text === undefined ? null : isoDate(text);
  if (date === null) {
    reject(context, entry, 'date-invalid', `\`${excerpt(entry.value)}\` is no date.`);
  } else if (date.length === 4) setOnce(context, 'year', Number(date), entry);
  else setOnce(context, 'released', date, entry);
}

function readId(context: Context, entry: MapEntry, name: string): void {
  const id = isScalar(entry.value) ? textOf(entry.value) : undefined;
  if (id === undefined) {
    reject(context, entry, 'value-invalid', `\`${entry.key}\` wants one id, not \`${excerpt(entry.value)}\`.`);
    return;
  }
  addId(context, name, id, entry);
}

function addId(context: Context, name: string, id: string, entry: MapEntry): void {
  if (context.draft.ids.has(name)) keepEntry(context, entry);
  else context.draft.ids.set(name, id);
}

function readIds(context: Context, entry: MapEntry): void {
  if (entry.value.kind !== 'map') {
    reject(context, entry, 'value-invalid', `\`${entry.key}\` wants \`name: id\` lines, not \`${excerpt(entry.value)}\`.`);
    return;
  }
  for (const each of entry.value.entries) {
    const meaning = meaningOf(each.key);
    if (!isNull(each.value)) readId(context, each, meaning?.field === 'id' ? meaning.name : each.key);
  }
}

/** schema.org's sameAs: each link is an id named after its site. */
function readSameAs(context: Context, entry: MapEntry): void {
  const links = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  for (const link of links) {
    const text = textOf(link);
    const host = text === undefined ? null : /^https?:\/\/(?:www\.|m\.|en\.)?([a-z\d-]+)\./i.exec(text);
    if (text === undefined || host === null) keep(context, entry.key, link);
    else addId(context, (host[1] as string).toLowerCase(), text, { ...entry, value: link });
  }
}

function readImage(context: Context, entry: MapEntry): void {
  const { value } = entry;
  const inner = value.kind === 'map' ? value.entries.find(({ key }) => /^(?:url|src|path|image|contenturl)$/i.test(key))?.value : value;
  const first: DataNode | undefined = inner?.kind === 'list' ? inner.items[0] : inner;
  const text = first === undefined || !isScalar(first) ? undefined : textOf(first);
  if (text === undefined) {
    reject(context, entry, 'value-invalid', `\`${entry.key}\` wants a path or URL, not \`${excerpt(value)}\`.`);
    return;
  }
  if (first !== value) keepEntry(context, entry);
  setOnce(context, 'image', text, entry);
}

const kindsOfDetails: Readonly<Record<string, ItemKind>> = { pages: 'book', cuisine: 'restaurant', platform: 'game' };

/** `total` may count anything. */
function suggestKind({ draft }: Context, { key }: MapEntry, name: string): void {
  const kind = kindsOfDetails[name];
  if (kind !== undefined && normalizeKey(key) !== 'total') draft.suggestedKind ??= kind;
}

function readDetail(context: Context, entry: MapEntry, name: string): void {
  const asText = name === 'version' && isScalar(entry.value);
  addDetail(context, name, asText ? (lineOf(textOf(entry.value)) ?? null) : toJson(entry.value), entry);
}

function readDetails(context: Context, entry: MapEntry): void {
  if (entry.value.kind !== 'map') {
    reject(context, entry, 'value-invalid', `\`${entry.key}\` wants \`key: value\` lines, not \`${excerpt(entry.value)}\`.`);
    return;
  }
  for (const each of entry.value.entries) {
    const meaning = meaningOf(each.key);
    if (meaning?.field === 'detail') readDetail(context, each, meaning.name);
    else addDetail(context, each.key, toJson(each.value), each);
  }
}

function addDetail(context: Context, name: string, value: Json, entry: MapEntry): void {
  if (context.draft.details.has(name)) keepEntry(context, entry);
  else context.draft.details.set(name, value);
}
