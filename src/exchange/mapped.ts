import type { Json, JsonMap } from '../model/json.ts';
import type { ItemKind, Review } from '../model/review.ts';
import { kindInName } from '../vocabulary/kind-words.ts';
import { meaningOf, meaningOfField } from '../vocabulary/spelling-lookup.ts';
import { joinOf, keysOf, problemOf, textOf } from './cells.ts';
import { htmlToMarkdown } from './html/to-markdown.ts';
import { readKeys } from './imported.ts';
import type { Identity, Made, Row, RowProblem, Service } from './service.ts';

/** What columns mean, by their names: names of fields. */
export type ColumnMap = Readonly<Record<string, string>>;

/** How a table of nobody's is read. */
export interface Mapping {
  readonly columns: ColumnMap;
  /** The file's name, which stands in `imported:`, and says a kind where no column does. */
  readonly file: string;
  /** The best value of the scale of bare ratings. Default: what the largest of them shows. */
  readonly scale?: number;
}

/**
 * A table, a list or lines of JSON as a service: the fields of its columns are those that `columns` names, else those that their names are spellings of, as
 * in a review's own file; what has none is kept under its own name. It is read twice, so that bare ratings have the scale that the largest of them shows.
 */
export function mappedService({ columns, file, scale }: Mapping): Service {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const kind = kindInName(name.replace(/\.[^.]*$/, ''));
  let largest = 0;
  const best = (): number | undefined => scale ?? [5, 10, 100].find((each) => largest <= each);
  const keys = (row: Row): JsonMap => mappedKeys(row, columns, kind, best());
  return {
    name,
    title: name,
    columns: [],
    recognise: () => 'rows',
    joinOfReview: joinOfReview,
    identify: (row) => {
      largest = Math.max(largest, bareRating(row, columns) ?? 0);
      const { review, problems } = readKeys(keys(row));
      return problems[0] === undefined ? identityOf(row, review) : problemOf(row, problems[0]);
    },
    make: (rows) => madeOf(rows, keys),
  };
}

function joinOfReview({ item: { name = '', year, creators } }: Review): string {
  return joinOf(name, String(year ?? ''), creators[0]?.name);
}

function identityOf(row: Row, review: Review): Identity | RowProblem {
  const { name, year, creators, ids, kind = 'other' } = review.item;
  if (name === undefined)
    return problemOf(row, 'the row names no thing: map a column with --map COLUMN=title');
  const [idName, id] = Object.entries(ids)[0] ?? [];
  const maker = creators[0]?.name;
  return {
    ...(id === undefined ? {} : { id: `${idName}:${id}` }),
    join: joinOfReview(review),
    name,
    kind,
    ...(year === undefined ? {} : { year: String(year) }),
    ...(maker === undefined ? {} : { maker }),
    isRated: review.rating !== null || review.ratingText !== undefined,
    isReviewed: review.sections.length > 0 || review.summary !== undefined,
  };
}

/** Rows of one thing: the last one counts, and the days of all are days. */
function madeOf(rows: readonly Row[], keysOfRow: (row: Row) => JsonMap): Made {
  const days = rows.flatMap((row) => readKeys(keysOfRow(row)).review.experienced);
  const keys: JsonMap = Object.assign({}, ...rows.map(keysOfRow));
  if (rows.length === 1) return { keys, problems: [] };
  const others = Object.entries(keys).filter(([key]) => meaningOf(key)?.field !== 'experienced');
  return {
    keys: keysOf({
      ...Object.fromEntries(others),
      experienced: days.map((day): JsonMap => ({ ...day }) as JsonMap),
    }),
    problems: [],
  };
}

/** A row as keys that the readers know. A thing's title is its name; text that has tags is what services write. */
function mappedKeys(
  { values }: Row,
  columns: ColumnMap,
  kind: ItemKind | null,
  best: number | undefined,
): JsonMap {
  const entries = Object.entries(values).map(([column, value]): [string, Json] => {
    const key = keyOf(column, columns);
    const field = meaningOf(key)?.field;
    if (field === 'rating' && best !== undefined && bare.test(textOf(value) ?? ''))
      return [key, `${textOf(value)}/${best}`];
    if (field === 'body' && typeof value === 'string')
      return [key, tagged.test(value) ? htmlToMarkdown(value) : value];
    return [key, typeof value === 'object' ? value : (textOf(value) ?? null)];
  });
  const fields = new Set(entries.map(([key]) => meaningOf(key)?.field));
  const told =
    Object.keys(values)
      .map(kindOfColumn)
      .find((each) => each !== null) ?? kind;
  const named = fields.has('itemName') || fields.has('named');
  const keys = entries.map(([key, value]): [string, Json] => [
    !named && meaningOf(key)?.field === 'title' ? 'item' : key,
    value,
  ]);
  return keysOf({
    ...Object.fromEntries(keys),
    ...(told !== null && !fields.has('kind') && !fields.has('named') ? { kind: told } : {}),
  });
}

/** A column that is called `Film` says a kind, whatever it is mapped to. */
function kindOfColumn(column: string): ItemKind | null {
  const meaning = meaningOf(column);
  return meaning?.field === 'named' ? meaning.kind : null;
}

const bare = /^\d{1,3}(?:[.,]\d{1,2})?$/;
const tagged = /<(?:br|p|div|b|i|em|strong|a|blockquote|ul|li)\b[^<>]*>/i;

function bareRating({ values }: Row, columns: ColumnMap): number | null {
  for (const [column, value] of Object.entries(values)) {
    if (meaningOf(keyOf(column, columns))?.field !== 'rating') continue;
    const text = textOf(value) ?? '';
    return bare.test(text) ? Number(text.replace(',', '.')) : null;
  }
  return null;
}

/** A column's key: what the map says, else its own name. A field of the item goes without `item.`, but for its name. */
function keyOf(column: string, columns: ColumnMap): string {
  const mapped = Object.hasOwn(columns, column) ? columns[column] : undefined;
  const key = mapped ?? column;
  return /^item\.name$/i.test(key) ? 'item' : key.replace(/^item\.(?:details\.|ids\.)?/i, '');
}

/** Whether columns name a thing and rate it, by the spellings or a map: then they need no more to be said of them. */
export function speaksForItself(header: readonly string[], columns: ColumnMap): boolean {
  const fields = new Set(header.map((column) => meaningOf(keyOf(column, columns))?.field));
  const isNamed = (['title', 'itemName', 'named'] as const).some((field) => fields.has(field));
  return (
    isNamed &&
    (fields.has('rating') ||
      fields.has('body') ||
      fields.has('ratingText') ||
      Object.keys(columns).length > 0)
  );
}

/** `Name=title,Stars=rating` as a map; a text where it is none, or names no field. */
export function parseMap(text: string): ColumnMap | string {
  const map = new Map<string, string>();
  for (const pair of text.split(/(?<!\\),/)) {
    const at = pair.lastIndexOf('=');
    const column = pair.slice(0, at).replaceAll('\\,', ',').trim();
    const field = pair.slice(at + 1).trim();
    if (at < 1 || column === '' || field === '')
      return `--map wants pairs as in Name=title,Stars=rating, not '${pair.trim()}'`;
    if (meaningOfField(field) === null)
      return `--map: there is no field '${field}'; there is title, kind, year, author, rating, date, experienced, tags, body …`;
    map.set(column, field);
  }
  return Object.fromEntries(map);
}
