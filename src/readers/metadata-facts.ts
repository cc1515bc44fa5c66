import { type DataNode, isNull, type MapEntry, toJson } from '../markdown/data-node.ts';
import type { Json } from '../model/json.ts';
import { isoDate } from './dates.ts';
import { type Context, excerpt, keep, keepEntry, reject, setOnce } from './metadata-context.ts';
import { meaningOf } from './spelling-lookup.ts';
import { isScalar, lineOf, peopleOf, textOf } from './values.ts';

export function readCreators(context: Context, entry: MapEntry, role: string): void {
  const people = peopleOf(entry.value, true);
  if (people.length === 0) {
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants names, not \`${excerpt(entry.value)}\`.`,
    );
    return;
  }
  for (const { name } of people) context.draft.creators.push({ role, name });
}

/** `creators:` as a list of `{role, name}`, a map of roles, or names. */
export function readCreatorList(context: Context, entry: MapEntry): void {
  const { value } = entry;
  if (value.kind === 'map') {
    for (const each of value.entries) readCreators(context, each, roleNamed(each.key));
    return;
  }
  for (const item of value.kind === 'list' ? value.items : [value]) {
    const role =
      item.kind === 'map'
        ? item.entries.find(({ key }) => /^(?:role|as|job)$/i.test(key))
        : undefined;
    const named = role === undefined ? undefined : textOf(role.value);
    readCreators(context, { ...entry, value: item }, named ?? 'creator');
  }
}

function roleNamed(key: string): string {
  const meaning = meaningOf(key);
  if (meaning?.field === 'creator') return meaning.role;
  return meaning?.field === 'author' ? 'author' : key;
}

export function readReleased(context: Context, entry: MapEntry): void {
  const text = textOf(entry.value);
  const date = text === undefined ? null : isoDate(text);
  if (date === null) {
    reject(context, entry, 'date-invalid', `\`${excerpt(entry.value)}\` is no date.`);
  } else if (date.length === 4) setOnce(context, 'year', Number(date), entry);
  else setOnce(context, 'released', date, entry);
}

export function readId(context: Context, entry: MapEntry, name: string): void {
  const id = isScalar(entry.value) ? textOf(entry.value) : undefined;
  if (id === undefined) {
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants one id, not \`${excerpt(entry.value)}\`.`,
    );
    return;
  }
  addId(context, name, id, entry);
}

function addId(context: Context, name: string, id: string, entry: MapEntry): void {
  if (context.draft.ids.has(name)) keepEntry(context, entry);
  else context.draft.ids.set(name, id);
}

export function readIds(context: Context, entry: MapEntry): void {
  if (entry.value.kind !== 'map') {
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants \`name: id\` lines, not \`${excerpt(entry.value)}\`.`,
    );
    return;
  }
  for (const each of entry.value.entries) {
    const meaning = meaningOf(each.key);
    if (!isNull(each.value))
      readId(context, each, meaning?.field === 'id' ? meaning.name : each.key);
  }
}

/** schema.org's sameAs: each link is an id named after its site. */
export function readSameAs(context: Context, entry: MapEntry): void {
  const links = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  for (const link of links) {
    const text = textOf(link);
    const host =
      text === undefined ? null : /^https?:\/\/(?:www\.|m\.|en\.)?([a-z\d-]+)\./i.exec(text);
    if (text === undefined || host === null) keep(context, entry.key, link);
    else addId(context, (host[1] as string).toLowerCase(), text, { ...entry, value: link });
  }
}

export function readImage(context: Context, entry: MapEntry): void {
  const { value } = entry;
  const inner =
    value.kind === 'map'
      ? value.entries.find(({ key }) => /^(?:url|src|path|image|contenturl)$/i.test(key))?.value
      : value;
  const first: DataNode | undefined = inner?.kind === 'list' ? inner.items[0] : inner;
  const text = first === undefined || !isScalar(first) ? undefined : textOf(first);
  if (text === undefined) {
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants a path or URL, not \`${excerpt(value)}\`.`,
    );
    return;
  }
  const saysMore =
    value.kind === 'list'
      ? value.items.length > 1
      : value.kind === 'map' &&
        value.entries.some(({ key }) => !/^(?:url|src|path|image|contenturl|@type)$/i.test(key));
  if (saysMore) keepEntry(context, entry);
  setOnce(context, 'image', text, entry);
}

export function readDetail(context: Context, entry: MapEntry, name: string): void {
  const asText = name === 'version' && isScalar(entry.value);
  addDetail(
    context,
    name,
    asText ? (lineOf(textOf(entry.value)) ?? null) : toJson(entry.value),
    entry,
  );
}

export function readDetails(context: Context, entry: MapEntry): void {
  if (entry.value.kind !== 'map') {
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants \`key: value\` lines, not \`${excerpt(entry.value)}\`.`,
    );
    return;
  }
  for (const each of entry.value.entries) {
    const meaning = meaningOf(each.key);
    if (meaning?.field === 'detail') readDetail(context, each, meaning.name);
    else addDetail(context, each.key, toJson(each.value), each);
  }
}

export function addDetail(context: Context, name: string, value: Json, entry: MapEntry): void {
  if (context.draft.details.has(name)) keepEntry(context, entry);
  else context.draft.details.set(name, value);
}
