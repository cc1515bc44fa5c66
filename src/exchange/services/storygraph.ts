import type { Json, JsonMap } from '../../model/json.ts';
import { isoDate } from '../../vocabulary/dates.ts';
import {
  type Cells,
  cellsOf,
  extraOf,
  joinOf,
  keptColumns,
  keysOf,
  listOf,
  problemOf,
} from '../cells.ts';
import { htmlToMarkdown } from '../html/to-markdown.ts';
import type { Identity, Made, Row, RowProblem, Service } from '../service.ts';
import { bodyOf, earlierRatings, newerFirst } from '../texts.ts';

/** What readers are asked of a book; the answers are facts of it. */
const asked = [
  'Pace',
  'Character- or Plot-Driven?',
  'Strong Character Development?',
  'Loveable Characters?',
  'Diverse Characters?',
  'Flawed Characters?',
];

/**
 * The StoryGraph's export: https://app.thestorygraph.com/user-export. Its columns are those that these public programs read, too: bookwyrm-social/bookwyrm
 * (bookwyrm/importers/storygraph_import.py), danijourdain/storygraph_to_goodreads.
 */
export const storygraph: Service & { readonly name: 'storygraph' } = {
  name: 'storygraph',
  title: 'StoryGraph',
  columns: [
    { name: 'Title', to: 'item' },
    { name: 'Authors', to: 'author' },
    { name: 'Contributors', to: 'extra' },
    { name: 'ISBN/UID', also: ['ISBN'], to: 'ids.isbn, isbn13, asin or storygraph' },
    { name: 'Format', to: 'details.format' },
    { name: 'Read Status', to: 'status' },
    { name: 'Date Added', to: 'extra' },
    { name: 'Last Date Read', to: 'experienced, where no other date says it' },
    { name: 'Dates Read', to: 'experienced: date and began' },
    { name: 'Read Count', to: 'experienced: repeat; kept where it counts more than the dates' },
    { name: 'Moods', to: 'details.moods' },
    ...asked.map((name) => ({ name, to: 'details' })),
    { name: 'Star Rating', to: 'rating, of 5, in quarters' },
    { name: 'Review', to: 'the text' },
    { name: 'Content Warnings', to: 'extra' },
    { name: 'Content Warning Description', to: 'extra' },
    { name: 'Tags', to: 'tags' },
    { name: 'Owned?', to: 'extra' },
  ],
  recognise: ({ lines }) => {
    const names = new Set(lines[0]?.map((name) => name.trim().toLowerCase()) ?? []);
    return ['title', 'authors', 'read status', 'star rating'].every((name) => names.has(name))
      ? 'library'
      : null;
  },
  joinsEditions: true,
  joinOfReview: ({ item: { name = '', creators } }) =>
    joinOf(name, creators.find(({ role }) => role === 'author')?.name),
  identify,
  make,
};

function identify(row: Row): Identity | RowProblem {
  const cells = cellsOf(row, []);
  const name = cells.text('Title');
  if (name === undefined) return problemOf(row, 'the book has no title', 'Title');
  const [maker] = cells.list('Authors');
  const id = cells.text('ISBN/UID');
  return {
    ...(id === undefined ? {} : { id }),
    join: joinOf(name, maker),
    name,
    kind: 'book',
    ...(maker === undefined ? {} : { maker }),
    isRated: (cells.text('Star Rating') ?? '0') !== '0',
    isReviewed: cells.text('Review') !== undefined,
  };
}

interface Reading {
  readonly date: string | undefined;
  readonly began: string | undefined;
}

function make(rows: readonly Row[]): Made {
  const problems: RowProblem[] = [];
  const editions = rows
    .map((row) => {
      const cells = cellsOf(row, problems);
      const readings = readingsOf(row, cells, problems);
      return { row, cells, readings, date: readings.at(-1)?.date };
    })
    .sort((a, b) => newerFirst(a.date, b.date));
  const text = (column: string): string | undefined =>
    editions.map(({ cells }) => cells.text(column)).find((each) => each !== undefined);
  const read = editions.map(({ cells, date }) => ({
    date,
    rating: cells.rating('Star Rating', 5, true),
    text: htmlToMarkdown(cells.text('Review') ?? ''),
  }));
  const rating = read.find((each) => each.rating !== undefined)?.rating;
  const readings = editions
    .flatMap((edition) => edition.readings)
    .sort((a, b) => newerFirst(b.date ?? b.began, a.date ?? a.began));
  const keys = keysOf({
    item: text('Title'),
    kind: 'book',
    author: listOf(text('Authors')),
    ids: idsOf(text('ISBN/UID')),
    details: keysOf({
      format: text('Format'),
      moods: listOf(text('Moods')),
      ...Object.fromEntries(asked.map((name) => [name === 'Pace' ? 'pace' : name, text(name)])),
    }),
    experienced: readings.map((reading, index): Json => experienceOf(reading, index, editions)),
    rating,
    tags: [...new Set(editions.flatMap(({ cells }) => cells.list('Tags')))],
    status: text('Read Status'),
    ...extraOf('storygraph', keptOf(editions, readings, read, rating), false),
    body: bodyOf(read),
  });
  return { keys, problems };
}

/** `2023/06/01-2023/06/10, 2024/01/02`: readings with a begin and an end, or an end alone. */
function readingsOf(row: Row, cells: Cells, problems: RowProblem[]): Reading[] {
  const readings = listOf(cells.text('Dates Read')).flatMap((part): Reading[] => {
    const [, first = '', second] =
      /^(\d{4}[/-]\d{1,2}(?:[/-]\d{1,2})?|)\s*(?:[-–]\s*(\S.*)?)?$/.exec(part) ?? [];
    const hasBegin = /\d\s*[-–]\s*(?:\d{4}|$)/.test(part);
    const began = hasBegin ? isoDate(first) : null;
    const date = isoDate(hasBegin || first === '' ? (second ?? '') : first);
    if (began === null && date === null) {
      problems.push(problemOf(row, `'${part.slice(0, 40)}' is no date`, 'Dates Read'));
      return [];
    }
    return [{ date: date ?? undefined, began: began ?? undefined }];
  });
  const last = cells.date('Last Date Read');
  const isThere = last === undefined || readings.some(({ date }) => date === last);
  const all = isThere ? readings : [...readings, { date: last, began: undefined }];
  return all.sort((a, b) => newerFirst(b.date ?? b.began, a.date ?? a.began));
}

function experienceOf(
  { date, began }: Reading,
  index: number,
  editions: readonly { readonly cells: Cells; readonly readings: readonly Reading[] }[],
): Json {
  const counted = editions.reduce((sum, { cells }) => sum + (cells.number('Read Count') ?? 0), 0);
  const dated = editions.reduce((sum, { readings }) => sum + readings.length, 0);
  const isAgain = index > 0 || (dated === 1 && counted > 1);
  if (began === undefined && !isAgain && date !== undefined) return date;
  return keysOf({ date, began, repeat: isAgain ? true : undefined });
}

/** An ISBN, an Amazon number, or a name that the service gave. */
function idsOf(id: string | undefined): JsonMap {
  if (id === undefined) return {};
  const digits = id.replace(/[\s-]/g, '');
  if (/^97[89]\d{10}$/.test(digits)) return { isbn13: digits };
  if (/^\d{9}[\dX]$/i.test(digits)) return { isbn: digits };
  return /^B0[A-Z0-9]{8}$/i.test(digits) ? { asin: digits } : { storygraph: id };
}

function keptOf(
  editions: readonly { readonly row: Row; readonly cells: Cells }[],
  readings: readonly Reading[],
  read: readonly { readonly date: string | undefined; readonly rating: string | undefined }[],
  rating: string | undefined,
): JsonMap {
  const kept = editions.map(({ row }) => keptColumns(storygraph, row)).reverse();
  const { 'Owned?': owned, ...rest } = Object.assign({}, ...kept) as JsonMap;
  const count = editions.reduce((sum, { cells }) => sum + (cells.number('Read Count') ?? 0), 0);
  const others = editions.map(({ cells }) => cells.text('ISBN/UID')).slice(1);
  return keysOf({
    ...rest,
    'Owned?': owned === 'No' ? undefined : owned,
    'Read Count': count > Math.max(1, readings.length) ? count : undefined,
    otherEditions: others.filter((id) => id !== undefined),
    earlierRatings: earlierRatings(read, rating),
  });
}
