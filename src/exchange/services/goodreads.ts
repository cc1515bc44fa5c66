import type { Json, JsonMap } from '../../model/json.ts';
import type { Review } from '../../model/review.ts';
import { type Cells, cellsOf, extraOf, joinOf, keptColumns, keysOf, problemOf } from '../cells.ts';
import { asSpoiler, htmlToMarkdown } from '../html/to-markdown.ts';
import type { Identity, Made, Row, RowProblem, Service } from '../service.ts';
import { goodreadsTable } from '../tables/goodreads-table.ts';
import { bodyOf, earlierRatings, newerFirst } from '../texts.ts';

/**
 * Goodreads' library export: https://www.goodreads.com/review/import. Its columns are those that these public programs read, too: bookwyrm-social/bookwyrm
 * (bookwyrm/importers/importer.py), andgineer/goodreads-export, PaulKlinger/Enhance-GoodReads-Export.
 */
export const goodreads: Service & { readonly name: 'goodreads' } = {
  name: 'goodreads',
  title: 'Goodreads',
  columns: [
    { name: 'Book Id', to: 'ids.goodreads', goesBack: true },
    { name: 'Title', to: 'item; a series in brackets: details.series', goesBack: true },
    { name: 'Author', to: 'author', goesBack: true },
    { name: 'Author l-f', to: 'left out: the author again' },
    { name: 'Additional Authors', to: 'author', goesBack: true },
    { name: 'ISBN', to: 'ids.isbn', goesBack: true },
    { name: 'ISBN13', to: 'ids.isbn13', goesBack: true },
    { name: 'My Rating', to: 'rating, of 5; 0 is none', goesBack: true },
    { name: 'Average Rating', to: 'left out: not yours, and other each time' },
    { name: 'Publisher', to: 'publisher', goesBack: true },
    { name: 'Binding', to: 'details.format', goesBack: true },
    { name: 'Number of Pages', to: 'details.pages', goesBack: true },
    {
      name: 'Year Published',
      to: 'details.editionYear; the year where there is no other',
      goesBack: true,
    },
    { name: 'Original Publication Year', to: 'year', goesBack: true },
    { name: 'Date Read', to: 'experienced', goesBack: true },
    { name: 'Date Added', to: 'extra', goesBack: true },
    { name: 'Bookshelves', to: 'tags', goesBack: true },
    { name: 'Bookshelves with positions', to: 'left out: the shelves again' },
    { name: 'Exclusive Shelf', to: 'status', goesBack: true },
    { name: 'My Review', to: 'the text', goesBack: true },
    { name: 'Spoiler', to: 'the whole text as a spoiler; spoilers', goesBack: true },
    { name: 'Private Notes', to: 'privateNotes, which is never published' },
    {
      name: 'Read Count',
      to: 'experienced: repeat; kept where it counts more than the dates',
      goesBack: true,
    },
    { name: 'Owned Copies', to: 'extra', goesBack: true },
    { name: 'Recommended For', to: 'extra' },
    { name: 'Recommended By', to: 'extra' },
  ],
  recognise: ({ lines }) => {
    const names = new Set(lines[0]?.map((name) => name.trim().toLowerCase()) ?? []);
    return ['title', 'author', 'my rating', 'exclusive shelf'].every((name) => names.has(name))
      ? 'library'
      : null;
  },
  joinsEditions: true,
  joinOfReview: ({ item: { name = '', creators, details } }: Review) =>
    joinOf(
      typeof details.series === 'string' ? `${name} (${details.series})` : name,
      creators.find(({ role }) => role === 'author')?.name,
    ),
  identify,
  make,
  write: goodreadsTable,
};

/** `Title (Series, #2)`. */
const withSeries = /^(.*\S)\s+\(([^()]*#[^()]*)\)$/;

function identify(row: Row): Identity | RowProblem {
  const cells = cellsOf(row, []);
  const title = cells.text('Title');
  if (title === undefined) return problemOf(row, 'the book has no title', 'Title');
  const maker = cells.text('Author');
  const id = cells.text('Book Id');
  const year = cells.text('Original Publication Year') ?? cells.text('Year Published');
  return {
    ...(id === undefined ? {} : { id }),
    join: joinOf(title.replace(/\s+/g, ' '), maker),
    name: withSeries.exec(title)?.[1] ?? title,
    kind: 'book',
    ...(year === undefined ? {} : { year }),
    ...(maker === undefined ? {} : { maker }),
    isRated: !/^(?:0(?:\.0+)?)?$/.test(cells.text('My Rating') ?? ''),
    isReviewed: cells.text('My Review') !== undefined,
  };
}

/** Rows of one book are its editions: the one that was read last says what the others do not. */
function make(rows: readonly Row[]): Made {
  const problems: RowProblem[] = [];
  const editions = rows
    .map((row) => ({
      row,
      cells: cellsOf(row, problems),
      date: cellsOf(row, problems).date('Date Read'),
    }))
    .sort((a, b) => newerFirst(a.date, b.date));
  const all = editions.map(({ cells }) => cells);
  const first = <Value>(read: (cells: Cells) => Value | undefined): Value | undefined => {
    for (const cells of all) {
      const value = read(cells);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const text = (column: string): string | undefined => first((cells) => cells.text(column));
  const title = (text('Title') ?? '').replace(/\s+/g, ' ');
  const [, name = title, series] = withSeries.exec(title) ?? [];
  const read = editions.map(({ cells, date }) => ({
    date,
    rating: cells.rating('My Rating', 5, true),
    text: textOf(cells),
  }));
  const rating = read.find((each) => each.rating !== undefined)?.rating;
  const original = first((cells) => cells.number('Original Publication Year'));
  const edition = first((cells) => cells.number('Year Published'));
  const isSpoiler = all.some((cells) => cells.isYes('Spoiler'));
  const shelf = text('Exclusive Shelf');
  const keys = keysOf({
    item: name,
    kind: 'book',
    author: authorsOf(first, text('Author')),
    publisher: text('Publisher'),
    year: original ?? edition,
    ids: keysOf({ goodreads: text('Book Id'), isbn: text('ISBN'), isbn13: text('ISBN13') }),
    details: keysOf({
      series,
      pages: first((cells) => cells.number('Number of Pages')),
      format: text('Binding'),
      editionYear: edition,
    }),
    experienced: readingsOf(editions),
    rating,
    tags: tagsOf(all, shelf),
    spoilers: isSpoiler ? true : undefined,
    status: shelf,
    privateNotes: text('Private Notes'),
    ...extraOf('goodreads', keptOf(editions, read, rating), true),
    body: bodyOf(read),
  });
  return { keys, problems };
}

function textOf(cells: Cells): string {
  const markdown = htmlToMarkdown(cells.text('My Review') ?? '');
  return cells.isYes('Spoiler') ? asSpoiler(markdown) : markdown;
}

function authorsOf(
  first: (read: (cells: Cells) => readonly string[] | undefined) => readonly string[] | undefined,
  author: string | undefined,
): Json | undefined {
  const more = first((cells) => {
    const list = cells.list('Additional Authors');
    return list.length === 0 ? undefined : list;
  });
  const names = [...(author === undefined ? [] : [author.replace(/\s+/g, ' ')]), ...(more ?? [])];
  return names.length === 0 ? undefined : names;
}

interface Edition {
  readonly row: Row;
  readonly cells: Cells;
  readonly date: string | undefined;
}

/** An edition says when it was read last, and how often: more than once, and the last time was not the first. */
function readingsOf(editions: readonly Edition[]): Json[] {
  const dated = [...editions].reverse().filter(({ date }) => date !== undefined);
  return dated.map(({ cells, date }, index): Json => {
    const isAgain = index > 0 || (cells.number('Read Count') ?? 1) > 1;
    return isAgain ? { date: date as string, repeat: true } : (date as string);
  });
}

/** Every shelf but the one that says whether the book was read. */
function tagsOf(all: readonly Cells[], shelf: string | undefined): readonly string[] {
  const shelves = all.flatMap((cells) => cells.list('Bookshelves'));
  return [...new Set(shelves)].filter(
    (each) => each !== shelf && !/^(?:to-read|currently-reading|read)$/.test(each),
  );
}

function keptOf(
  editions: readonly Edition[],
  read: readonly { readonly date: string | undefined; readonly rating: string | undefined }[],
  rating: string | undefined,
): JsonMap {
  const kept = editions.map(({ row }) => keptColumns(goodreads, row)).reverse();
  const { 'Owned Copies': owned, ...rest } = Object.assign({}, ...kept) as JsonMap;
  const count = editions.reduce((sum, { cells }) => sum + (cells.number('Read Count') ?? 0), 0);
  const dates = editions.filter(({ date }) => date !== undefined).length;
  const ids = editions.map(({ cells }) => cells.text('Book Id')).slice(1);
  return keysOf({
    ...rest,
    'Owned Copies': owned === '0' ? undefined : owned,
    'Read Count': count > Math.max(1, dates) ? count : undefined,
    otherEditions: ids.filter((id) => id !== undefined),
    earlierRatings: earlierRatings(read, rating),
  });
}
