import {
  asWritten,
  type DataNode,
  isNull,
  type MapEntry,
  type MapNode,
  type ScalarNode,
} from '../../data/data-node.ts';
import type { Json } from '../../model/json.ts';
import { isoDate } from '../../vocabulary/dates.ts';
import { meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { type Context, excerpt, keep, keepEntry, maker, reject, setOnce } from './context.ts';
import { keepPeople } from './people.ts';
import { booleanOf, isScalar, lineOf, peopleOf, targetIn, textOf } from './values.ts';

export function readCreators(context: Context, entry: MapEntry, role: string): void {
  const people = peopleOf(
    entry.value,
    role === 'author' ? 'names' : role === 'artist' ? 'artists' : 'commas',
  );
  if (people.length === 0) {
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants names, not \`${excerpt(entry.value)}\`.`,
    );
    return;
  }
  // `editor: vim` is a program.
  if (role === 'editor' && people.every(({ name }) => /^[a-z]+$/.test(name))) {
    keepEntry(context, entry);
    return;
  }
  keepPeople(context, entry.key, entry.value);
  for (const { name, url } of people) {
    context.draft.creators.push({ role, name });
    // The model has no place for it.
    if (url !== undefined) keep(context, `${entry.key}/${name}`, entry.value, url);
  }
}

/** `creators:` as a list of `{role, name}`, a map of roles, or names. */
export function readCreatorList(context: Context, entry: MapEntry): void {
  const { value } = entry;
  if (value.kind === 'map') {
    const inside = { ...context, within: entry.key };
    for (const each of value.entries) readCreators(inside, each, roleNamed(each.key));
    return;
  }
  // Whoever contributed without a role made it.
  const fallback = /^contributors?$/.test(normalizeKey(entry.key)) ? maker : 'creator';
  for (const item of value.kind === 'list' ? value.items : [value]) {
    const role =
      item.kind === 'map'
        ? item.entries.find(({ key }) => /^(?:role|as|job)$/i.test(key))
        : undefined;
    const named = role === undefined ? undefined : textOf(role.value);
    readCreators(context, { ...entry, value: item }, named ?? fallback);
  }
}

function roleNamed(key: string): string {
  const meaning = meaningOf(key);
  if (meaning?.field === 'creator') return meaning.role;
  return meaning?.field === 'author' ? 'author' : key.trim() || 'creator';
}

export function readReleased(context: Context, entry: MapEntry): void {
  // `released: true` says that it is out.
  if (booleanOf(entry.value) !== undefined) {
    keepEntry(context, entry);
    return;
  }
  const text = textOf(entry.value);
  // Before our era, or in its first centuries: `-800`.
  if (text !== undefined && /^(?:-\d{1,4}|\d{1,3})(?:\s?[-–]\s?\d{1,4})?$/.test(text)) {
    keepEntry(context, entry);
    return;
  }
  const [, first] = /^(\d{4})\s?[-–—]\s?(?:\d{4}|present|now|today)?$/.exec(text ?? '') ?? [];
  const date = text === undefined ? null : (first ?? isoDate(text));
  if (first !== undefined) keepEntry(context, entry);
  if (date === null) {
    reject(context, entry, 'date-invalid', `\`${excerpt(entry.value)}\` is no date.`);
  } else if (date.length === 4) setOnce(context, 'year', Number(date), entry);
  else setOnce(context, 'released', date, entry);
}

export function readId(context: Context, entry: MapEntry, name: string): void {
  const id = isScalar(entry.value) ? (targetIn(entry.value) ?? emptyText(entry.value)) : undefined;
  if (id === undefined) {
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants one id, not \`${excerpt(entry.value)}\`.`,
    );
    return;
  }
  const isbns = name === 'isbn' ? isbnsIn(id) : [];
  if (isbns.length < 2) addId(context, name, id, entry);
  else for (const isbn of isbns) addId(context, isbn.name, isbn.id, entry);
}

/** A text in quotes that says nothing is one that somebody wrote. */
function emptyText({ value, quoted }: ScalarNode): string | undefined {
  return value === '' && quoted ? '' : undefined;
}

/** `0575041714 9780575041714`: the two numbers of one edition. Empty when the text is anything else. */
function isbnsIn(text: string): { name: string; id: string }[] {
  const numbers = text.split(/[\s,;/]+/).map((id) => ({ id, digits: id.replace(/-/g, '').length }));
  const names = new Set(numbers.map(({ digits }) => digits));
  return names.size === numbers.length &&
    numbers.every(({ digits }) => digits === 10 || digits === 13)
    ? numbers.map(({ id, digits }) => ({ name: `isbn${digits}`, id }))
    : [];
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
      readId(
        { ...context, within: 'ids' },
        each,
        meaning?.field === 'id' ? meaning.name : each.key,
      );
  }
}

/** schema.org's sameAs: each link is an id named after its site. */
export function readSameAs(context: Context, entry: MapEntry): void {
  const links = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  for (const link of links) {
    const text = targetIn(link);
    const site = text === undefined ? null : siteOf(text);
    if (text === undefined || site === null) keep(context, entry.key, link);
    else addId(context, site, text, { ...entry, value: link });
  }
}

/** `imdb` of `https://www.imdb.com/…`; null when it is no web address. */
function siteOf(url: string): string | null {
  const host = /^https?:\/\/(?:www\.|m\.|en\.)?([a-z\d-]+)\./i.exec(url);
  return host === null ? null : (host[1] as string).toLowerCase();
}

/** Where a name that is a link leads: an id named after the site. */
export function addLink(context: Context, entry: MapEntry, url: string): void {
  const site = siteOf(url);
  if (site === null || context.draft.ids.has(site))
    keep(context, `${entry.key}/url`, entry.value, url);
  else context.draft.ids.set(site, url);
}

export function readImage(context: Context, entry: MapEntry): void {
  const { value } = entry;
  const inner =
    value.kind === 'map'
      ? value.entries.find(({ key }) => /^(?:url|src|path|image|contenturl)$/i.test(key))?.value
      : value;
  const isWiki = /^!?\[\[/.test(value.text);
  const first: DataNode | undefined = inner?.kind === 'list' && !isWiki ? inner.items[0] : inner;
  const text = first === undefined ? undefined : imageIn(first);
  // `cover: {tint: …}` says how a picture is shown, and not which.
  if (
    text === undefined &&
    value.kind === 'map' &&
    inner === undefined &&
    !speaksOfPicture(value)
  ) {
    keepEntry(context, entry);
    return;
  }
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

function speaksOfPicture({ entries }: MapNode): boolean {
  return entries.some(({ key }) => /^(?:alt|caption|title|text|credit)$/i.test(key));
}

/** `![[poster.jpg]]` of Obsidian is a list in a list to YAML. */
function imageIn(node: DataNode): string | undefined {
  return isScalar(node) || /^!?\[\[/.test(node.text) ? targetIn(node) : undefined;
}

export function readDetail(context: Context, entry: MapEntry, name: string): void {
  const asText = name === 'version' && isScalar(entry.value);
  addDetail(
    context,
    name,
    asText ? (lineOf(textOf(entry.value)) ?? null) : asWritten(entry.value),
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
    const inside = { ...context, within: 'details' };
    if (meaning?.field === 'detail') readDetail(inside, each, meaning.name);
    else addDetail(inside, each.key, asWritten(each.value), each);
  }
}

export function addDetail(context: Context, name: string, value: Json, entry: MapEntry): void {
  if (context.draft.details.has(name)) keepEntry(context, entry);
  else context.draft.details.set(name, value);
}
