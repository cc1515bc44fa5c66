import type { Json, JsonMap } from '../../model/json.ts';
import { type Cells, cellsOf, extraOf, joinOf, keptColumns, keysOf, problemOf } from '../cells.ts';
import { htmlToMarkdown } from '../html/to-markdown.ts';
import type { Identity, Look, Made, Row, RowProblem, Service } from '../service.ts';
import { letterboxdTable } from '../tables/letterboxd-table.ts';
import { bodyOf, earlierRatings, newerFirst } from '../texts.ts';

/**
 * Letterboxd's export, a zip of tables: https://letterboxd.com/settings/data/. Its columns are those that these public programs read, too:
 * ortolanph/letterboxd_diary_parser (diary.csv), brege/plex-letterboxd (the tables of its import page).
 */
export const letterboxd: Service & { readonly name: 'letterboxd' } = {
  name: 'letterboxd',
  title: 'Letterboxd',
  columns: [
    { name: 'Letterboxd URI', to: 'ids.letterboxd', goesBack: true },
    { name: 'Name', to: 'item', goesBack: true },
    { name: 'Year', to: 'year', goesBack: true },
    { name: 'Rating', to: 'rating, of 5; one of an earlier viewing is kept', goesBack: true },
    { name: 'Date', to: 'date, of a review or a rating' },
    { name: 'Watched Date', to: 'experienced', goesBack: true },
    { name: 'Rewatch', to: 'experienced: repeat', goesBack: true },
    { name: 'Tags', to: 'tags', goesBack: true },
    {
      name: 'Review',
      to: 'the text: of several the newest, the others in sections',
      goesBack: true,
    },
    { name: 'Position', to: 'left out: the place in a list' },
    { name: 'URL', to: 'ids.letterboxd, in lists' },
    { name: 'Description', to: 'left out: what a list says of it' },
  ],
  recognise: partOf,
  headerAt: ({ lines }) => Math.max(0, lines.findIndex(isHeader)),
  about: ({ part, values }) => {
    if (part !== 'profile') return null;
    const names = [values['Given Name'], values['Family Name']].filter(
      (name) => typeof name === 'string',
    );
    const author = names.length > 0 ? names.join(' ') : values.Username;
    return typeof author === 'string' ? { author } : {};
  },
  parts: ['profile', 'ratings', 'watched', 'watchlist', 'likes', 'lists', 'diary', 'reviews'],
  wholeParts: ['ratings', 'diary', 'reviews'],
  joinOfReview: ({ item }) => joinOf(item.name ?? '', String(item.year ?? '')),
  identify,
  make,
  write: letterboxdTable,
};

/** Tables of viewings and reviews have addresses of their own in their rows; those of films have the film's. */
const ofEntries = new Set(['diary', 'reviews']);

function isHeader(cells: readonly string[]): boolean {
  const names = new Set(cells.map((cell) => cell.trim()));
  return (names.has('Name') && names.has('Year')) || names.has('Date Joined');
}

/** Which of the export's tables it is: by its header; where several have one, by its place in the export. */
function partOf({ path, lines }: Look): string | null {
  const names = new Set(lines.find(isHeader)?.map((cell) => cell.trim()) ?? []);
  const isOf = (...wanted: string[]): boolean => wanted.every((name) => names.has(name));
  const folders = path.toLowerCase().split('/');
  if (folders.includes('deleted') || folders.includes('orphaned'))
    return isOf('Name') ? 'ignored' : null;
  if (isOf('Date Joined', 'Username')) return 'profile';
  if (isOf('Position', 'Name', 'Year', 'URL')) return 'lists';
  if (!isOf('Date', 'Name', 'Year', 'Letterboxd URI')) return null;
  if (isOf('Review')) return 'reviews';
  if (isOf('Watched Date')) return 'diary';
  if (isOf('Rating')) return 'ratings';
  if (folders.includes('likes')) return 'likes';
  return /^watchlist/.test(folders.at(-1) ?? '') ? 'watchlist' : 'watched';
}

function identify(row: Row): Identity | RowProblem {
  const problems: RowProblem[] = [];
  const cells = cellsOf(row, problems);
  const name = cells.text('Name');
  const year = cells.text('Year');
  if (name === undefined) return problemOf(row, 'the film has no name', 'Name');
  const uri = cells.text(row.part === 'lists' ? 'URL' : 'Letterboxd URI');
  return {
    ...(ofEntries.has(row.part) || uri === undefined ? {} : { id: uri }),
    join: joinOf(name, year),
    name,
    kind: 'film',
    ...(year === undefined ? {} : { year }),
    isRated: cells.text('Rating') !== undefined,
    isReviewed: cells.text('Review') !== undefined,
  };
}

interface Viewing {
  readonly uri: string | undefined;
  readonly logged: string | undefined;
  readonly date: string | undefined;
  readonly repeat: boolean;
  readonly rating: string | undefined;
}

function make(rows: readonly Row[], { author }: { readonly author?: string }): Made {
  const problems: RowProblem[] = [];
  const read = rows.map((row) => ({ row, cells: cellsOf(row, problems) }));
  const of = (...parts: string[]): Cells[] =>
    read.filter(({ row }) => parts.includes(row.part)).map(({ cells }) => cells);
  const first = read[0]?.cells;
  const films = of('ratings', 'watched', 'watchlist', 'likes');
  const viewings = joined(of('diary').map(viewingOf), of('reviews').map(viewingOf));
  const texts = of('reviews')
    .map((cells) => ({ ...viewingOf(cells), text: htmlToMarkdown(cells.text('Review') ?? '') }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => newerFirst(a.logged, b.logged) || newerFirst(a.date, b.date));
  const rated = of('ratings').find((cells) => cells.text('Rating') !== undefined);
  const ratings = [
    rated?.rating('Rating', 5),
    ...texts.map(({ rating }) => rating),
    ...newest(viewings),
  ];
  const rating = ratings.find((each) => each !== undefined);
  const uris = [
    ...films.map((cells) => cells.text('Letterboxd URI')),
    ...of('lists').map((cells) => cells.text('URL')),
  ];
  const uri = uris.find((each) => each !== undefined);
  const year = first?.text('Year');
  const keys: JsonMap = keysOf({
    item: first?.text('Name'),
    kind: 'film',
    year: year === undefined ? undefined : first?.number('Year'),
    ids: uri === undefined ? undefined : { letterboxd: uri },
    author,
    date: texts[0]?.logged ?? rated?.date('Date') ?? viewings.at(-1)?.logged,
    experienced: viewings.flatMap(experienceOf),
    rating,
    recommended: of('likes').length > 0 ? true : undefined,
    tags: tagsOf(of('diary', 'reviews')),
    status: statusOf(rows, rating !== undefined || texts.length > 0 || viewings.length > 0),
    ...extraOf('letterboxd', keysOf(keptOf(rows, viewings, rating, texts[0]?.date)), true),
    body: bodyOf(texts.map(dated)),
  });
  return { keys, problems };
}

function viewingOf(cells: Cells): Viewing {
  return {
    uri: cells.text('Letterboxd URI'),
    logged: cells.date('Date'),
    date: cells.date('Watched Date'),
    repeat: cells.isYes('Rewatch'),
    rating: cells.rating('Rating', 5),
  };
}

/** A review stands in the diary, too, when it says when the film was watched: once as a viewing, by its address or its day. */
function joined(diary: readonly Viewing[], reviews: readonly Viewing[]): Viewing[] {
  const uris = new Set(diary.map(({ uri }) => uri));
  const days = new Set(diary.map(({ date }) => date));
  const others = reviews.filter(
    ({ uri, date }) => date !== undefined && !uris.has(uri) && !days.has(date),
  );
  return [...diary, ...others].sort(
    (a, b) => newerFirst(b.date, a.date) || newerFirst(b.logged, a.logged),
  );
}

function newest(viewings: readonly Viewing[]): (string | undefined)[] {
  return viewings.map(({ rating }) => rating).reverse();
}

function experienceOf({ date, repeat }: Viewing): Json[] {
  if (date === undefined) return [];
  return [repeat ? { date, repeat } : date];
}

function tagsOf(cells: readonly Cells[]): readonly string[] {
  return [...new Set(cells.flatMap((each) => each.list('Tags')))];
}

/** What a film that is neither rated nor reviewed is here for. */
function statusOf(rows: readonly Row[], isSeen: boolean): string | undefined {
  if (isSeen) return undefined;
  const parts = new Set(rows.map(({ part }) => part));
  return parts.has('watched') || parts.has('likes')
    ? 'watched'
    : parts.has('watchlist')
      ? 'watchlist'
      : undefined;
}

/** What has no place of its own: ratings of other viewings, the lists it stands in, columns that are not known. */
function keptOf(
  rows: readonly Row[],
  viewings: readonly Viewing[],
  rating: string | undefined,
  reviewed: string | undefined,
): JsonMap {
  const lists = rows.filter(({ part }) => part === 'lists').map(({ file }) => listName(file));
  const unknown = rows.map((row) => keptColumns(letterboxd, row));
  return keysOf({
    earlierRatings: otherRatings(viewings.map(dated), rating),
    reviewOf: reviewed === viewings.at(-1)?.date ? undefined : reviewed,
    lists: [...new Set(lists)],
    ...Object.assign({}, ...unknown),
  });
}

/** Ratings of viewings before the newest, and that of the newest where another one counts. */
function otherRatings(viewings: readonly Viewing[], rating: string | undefined): JsonMap {
  return {
    ...earlierRatings(viewings.slice(0, -1), undefined),
    ...earlierRatings(viewings.slice(-1), rating),
  };
}

/** By the day of the viewing, else the day on which it was noted. */
function dated<Each extends Viewing>(viewing: Each): Each & { readonly date: string | undefined } {
  return { ...viewing, date: viewing.date ?? viewing.logged };
}

function listName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.csv$/i, '');
}
