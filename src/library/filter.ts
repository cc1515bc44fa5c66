import { beside } from '../model/beside.ts';
import { itemKinds } from '../model/review.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { readRating } from '../vocabulary/ratings.ts';
import { kindNamed } from '../vocabulary/spelling-lookup.ts';
import type { ListEntry } from './query.ts';
import { isWithin, readRange } from './ranges.ts';

/** Whether a review belongs to what was asked for. */
export type Filter = (entry: ListEntry) => boolean;

/** What is sure of every review that a filter lets through: a fact of it is no less than `first` and no more than `last`. */
export interface FactTest {
  readonly field: 'kind' | 'rating' | 'year' | 'date' | 'words';
  readonly first?: number | string;
  readonly last?: number | string;
}

/** Either the filter that words make, with what it implies, or what is wrong with them. */
export type FilterReading =
  | { readonly filter: Filter; readonly implies: readonly FactTest[] }
  | { readonly problem: string };

interface FilterField {
  readonly name: string;
  /** What it takes, for help texts. */
  readonly takes: string;
  /** Null when it cannot take that. */
  readonly read: (value: string) => Filter | null;
  readonly isThere: Filter;
  /** What a value that it can take implies. */
  readonly implies?: (value: string) => FactTest;
}

const list = (values: readonly string[]): string => values.map(fold).join('\n');
const names = (people: readonly { readonly name: string }[]): string[] =>
  people.map(({ name }) => name);

/** A field in which a text may stand. */
function textField(
  name: string,
  takes: string,
  textsOf: (entry: ListEntry) => readonly (string | undefined)[],
): FilterField {
  const texts = (entry: ListEntry): string[] =>
    textsOf(entry).filter((text): text is string => text !== undefined && text !== '');
  return {
    name,
    takes,
    read: (value) => {
      const wanted = fold(value);
      return (entry) => list(texts(entry)).includes(wanted);
    },
    isThere: (entry) => texts(entry).length > 0,
  };
}

/** A field with a value that has an order; `parse` gives the first and the last value that a text means. */
function orderedField<Value extends number | string>(
  name: FactTest['field'],
  takes: string,
  read: (entry: ListEntry) => Value | undefined,
  parse: (text: string) => { readonly first: Value; readonly last: Value } | null,
): FilterField {
  return {
    name,
    takes,
    read: (text) => {
      const range = readRange(text, parse);
      if (range === null) return null;
      return (entry) => {
        const value = read(entry);
        return value !== undefined && isWithin(value, range);
      };
    },
    isThere: (entry) => read(entry) !== undefined,
    implies: (text) => {
      const { from, above, to, below } = readRange(text, parse) ?? {};
      const first = from ?? above;
      const last = to ?? below;
      return {
        field: name,
        ...(first === undefined ? {} : { first }),
        ...(last === undefined ? {} : { last }),
      };
    },
  };
}

function parseNumber(text: string): { first: number; last: number } | null {
  if (!/^\d{1,9}$/.test(text)) return null;
  return { first: Number(text), last: Number(text) };
}

/** A bare number is stars of five; `8/10`, `85%` and `★★★★` say their scale. */
function parseRating(text: string): { first: number; last: number } | null {
  const reading = readRating(text, { best: 5 });
  if (reading.kind !== 'rating') return null;
  return { first: reading.rating.normalized, last: reading.rating.normalized };
}

/** A year, a month or a day; as texts, ISO dates are in order. */
function parseDate(text: string): { first: string; last: string } | null {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) ? { first: text, last: `${text}~` } : null;
}

function kindField(): FilterField {
  return {
    name: 'kind',
    takes: 'what is reviewed: `film`, `book`, `game` …',
    read: (value) => {
      const kind = kindNamed(value);
      return kind === null ? null : ({ item }) => item.kind === kind;
    },
    isThere: ({ item }) => item.kind !== undefined,
    implies: (value) => {
      const kind = kindNamed(value) ?? '';
      return { field: 'kind', first: kind, last: kind };
    },
  };
}

function tagField(): FilterField {
  return {
    ...textField('tag', 'a whole tag', ({ tags }) => tags),
    read: (value) => {
      const wanted = fold(value);
      return ({ tags }) => tags.some((tag) => fold(tag) === wanted);
    },
  };
}

const day = (date: string | undefined): string | undefined => date?.slice(0, 10);

/** Every field a filter can name, in the order of the help text. */
export const filterFields: readonly FilterField[] = [
  kindField(),
  tagField(),
  textField('title', 'words of the headline or of what is reviewed', ({ title, item }) => [
    title,
    item.name,
  ]),
  textField('by', 'a name of someone who made what is reviewed', ({ item }) =>
    names(item.creators),
  ),
  textField('critic', 'a name of who reviewed it', ({ author }) => names(author)),
  textField('author', 'a name of the critic or of a book’s author', ({ author, item }) => [
    ...names(author),
    ...names(item.creators.filter(({ role }) => role === 'author')),
  ]),
  textField('id', 'part of the id', ({ id }) => [id]),
  orderedField(
    'rating',
    'stars of five, or a rating with its scale: `>=4`, `3..4`, `>8/10`, `<50%`',
    ({ rating }) => rating?.normalized,
    parseRating,
  ),
  orderedField(
    'year',
    'a year of release: `1999`, `1990..1999`, `>=2020`',
    ({ item }) => item.year,
    parseNumber,
  ),
  orderedField(
    'date',
    'a day, month or year of publication: `2024`, `>=2024-06`, `..2023-12-31`',
    ({ published, date }) => day(published ?? date),
    parseDate,
  ),
  orderedField('words', 'how long it is: `>1000`', ({ words }) => words, parseNumber),
];

/**
 * Words of a query as a filter: every one must hold. `field:value` looks in one field, `no:field` asks for reviews without it,
 * `not:` before either turns it round; any other word may stand in title, item, makers, critic, kind, year, id or tags.
 * Case and accents do not count. A field that cannot take its value is a problem; one that is not known is a plain word.
 */
export function readFilter(words: readonly string[]): FilterReading {
  const filters: Filter[] = [];
  const implies: FactTest[] = [];
  for (const word of words) {
    const reading = readWord(word);
    if ('problem' in reading) return reading;
    filters.push(reading.filter);
    implies.push(...reading.implies);
  }
  return { filter: (entry) => filters.every((filter) => filter(entry)), implies };
}

function readWord(word: string): FilterReading {
  const negated = /^not:(.+)$/is.exec(word);
  if (negated !== null) {
    const reading = readWord(negated[1] as string);
    return 'problem' in reading
      ? reading
      : { filter: (entry) => !reading.filter(entry), implies: [] };
  }
  const parts = /^([a-z]+):(.*)$/is.exec(word);
  if (parts === null) return { filter: plainWord(word), implies: [] };
  const [, name = '', value = ''] = parts;
  return name.toLowerCase() === 'no' ? readMissing(word, value) : readField(word, name, value);
}

function readMissing(word: string, name: string): FilterReading {
  const field = fieldNamed(name);
  return field === undefined
    ? { problem: `'${word}': there is no field '${name}' here; there is ${fieldNames()}` }
    : { filter: (entry) => !field.isThere(entry), implies: [] };
}

function readField(word: string, name: string, value: string): FilterReading {
  const field = fieldNamed(name);
  if (field === undefined) {
    const near = nearestField(name);
    if (near === undefined) return { filter: plainWord(word), implies: [] };
    return { problem: `'${word}': there is no field '${name}'; did you mean ${near}:?` };
  }
  const filter = value.trim() === '' ? null : field.read(value.trim());
  return filter === null
    ? { problem: `'${word}': ${field.name}: takes ${field.takes}${adviceFor(field, value)}` }
    : { filter, implies: field.implies === undefined ? [] : [field.implies(value.trim())] };
}

/** A field that a word is a slip of: one letter in a short name, two in a long one. */
function nearestField(text: string): string | undefined {
  const name = text.toLowerCase();
  return [...filterFields.map((field) => field.name), ...Object.keys(aliases)].find(
    (known) => known.length > 3 && editDistance(known, name) <= (known.length > 4 ? 2 : 1),
  );
}

function adviceFor(field: FilterField, value: string): string {
  if (field.name !== 'kind') return '';
  const near = itemKinds.find((kind) => editDistance(kind, value.toLowerCase()) <= 2);
  return near === undefined ? '' : `; did you mean kind:${near}?`;
}

const aliases: Readonly<Record<string, string>> = {
  item: 'title',
  tags: 'tag',
  stars: 'rating',
  published: 'date',
  type: 'kind',
};

function fieldNamed(text: string): FilterField | undefined {
  const name = text.toLowerCase();
  const known = Object.hasOwn(aliases, name) ? aliases[name] : name;
  return filterFields.find((field) => field.name === known);
}

function fieldNames(): string {
  return filterFields.map(({ name }) => name).join(', ');
}

function plainWord(word: string): Filter {
  const wanted = fold(word);
  return (entry) => (foldedBefore.get(entry) ?? foldedWords(entry)).includes(wanted);
}

function foldedWords({ id, title, item, author, tags }: ListEntry): string {
  return list(
    [
      id,
      title,
      item.name,
      item.kind,
      item.year?.toString(),
      ...names(item.creators),
      ...names(author),
      ...tags,
    ].filter((text) => text !== undefined),
  );
}

const foldedBefore = beside<ListEntry, string>();

/** Folds what a plain word is looked for in once for many filters, as for one at each key that is typed. The entry holds it from then on. */
export function prepareFilters(entry: ListEntry): void {
  foldedBefore.set(entry, foldedWords(entry));
}
