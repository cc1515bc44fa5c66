import type { JsonMap } from '../../model/json.ts';
import type { ItemKind } from '../../model/review.ts';
import { isoDate } from '../../vocabulary/dates.ts';
import { cellsOf, extraOf, joinOf, keptColumns, keysOf, problemOf } from '../cells.ts';
import type { Identity, Made, Row, RowProblem, Service } from '../service.ts';

/**
 * IMDb's ratings and lists: https://www.imdb.com/exports/. Its columns are those that these public programs read, too: marharita08/movie-lover-api
 * (src/modules/list/dto/imdb-row.ts), apbrodnicki/movies-and-shows-analytics (src/models.ts); those of the exports before 2017, StegSchreck/RatS.
 */
export const imdb: Service & { readonly name: 'imdb' } = {
  name: 'imdb',
  title: 'IMDb',
  columns: [
    { name: 'Const', to: 'ids.imdb' },
    { name: 'Your Rating', also: ['You rated'], to: 'rating, of 10' },
    { name: 'Date Rated', also: ['created'], to: 'date' },
    { name: 'Title', to: 'item' },
    { name: 'Original Title', to: 'details.originalTitle, where it is another' },
    { name: 'URL', to: 'left out: it is the id again' },
    { name: 'Title Type', to: 'kind; details.season and episode' },
    { name: 'IMDb Rating', to: 'left out: not yours, and other each time' },
    { name: 'Runtime (mins)', to: 'details.runtime' },
    { name: 'Year', to: 'year' },
    { name: 'Genres', to: 'tags' },
    { name: 'Num Votes', also: ['Num. Votes'], to: 'left out: not yours, and other each time' },
    { name: 'Release Date', also: ['Release Date (month/day/year)'], to: 'released' },
    { name: 'Directors', to: 'director' },
    { name: 'Description', to: 'extra' },
    { name: 'Position', to: 'left out: the place in a list' },
    { name: 'Modified', to: 'left out: when the place in a list was changed' },
  ],
  recognise: ({ lines }) => {
    const names = new Set(lines[0]?.map((name) => name.trim().toLowerCase()) ?? []);
    const isImdb = ['const', 'title', 'title type'].every((name) => names.has(name));
    return isImdb &&
      (names.has('your rating') || names.has('you rated') || names.has('imdb rating'))
      ? 'ratings'
      : null;
  },
  joinOfReview: ({ item }) => joinOf(item.name ?? '', String(item.year ?? '')),
  identify,
  make,
};

/** Types by a part of their names, as they are written and as they were (`tvSeries`, `Feature Film`). The first that fits counts. */
const kinds: readonly (readonly [type: RegExp, kind: ItemKind])[] = [
  [/game/i, 'game'],
  [/podcast|music ?video/i, 'other'],
  [/series|episode|tv ?show/i, 'series'],
  [/movie|film|short|video|special|documentary/i, 'film'],
];

function kindOf(type: string | undefined): ItemKind {
  return kinds.find(([pattern]) => pattern.test(type ?? 'movie'))?.[1] ?? 'other';
}

function identify(row: Row): Identity | RowProblem {
  const cells = cellsOf(row, []);
  const name = cells.text('Title');
  const id = cells.text('Const');
  if (name === undefined) return problemOf(row, 'the title is missing', 'Title');
  const year = cells.text('Year');
  return {
    ...(id === undefined ? {} : { id }),
    join: joinOf(name, year),
    name,
    kind: kindOf(cells.text('Title Type')),
    ...(year === undefined ? {} : { year }),
    isRated: cells.text('Your Rating') !== undefined,
    isReviewed: false,
  };
}

/** Of a title that stands in several tables, each says what those before it do not. */
function make(rows: readonly Row[]): Made {
  const problems: RowProblem[] = [];
  const row: Row = {
    ...(rows[0] as Row),
    values: Object.assign({}, ...rows.map(({ values }) => values).reverse()),
  };
  const cells = cellsOf(row, problems);
  const name = cells.text('Title') ?? '';
  const original = cells.text('Original Title');
  const type = cells.text('Title Type');
  const runtime = cells.number('Runtime (mins)');
  const rating = cells.rating('Your Rating', 10, true);
  const keys = keysOf({
    item: name,
    kind: kindOf(type),
    director: cells.list('Directors'),
    year: cells.number('Year'),
    released: dayOf(cells.text('Release Date')) ?? cells.date('Release Date'),
    ids: keysOf({ imdb: cells.text('Const') }),
    details: keysOf({
      originalTitle: original === name ? undefined : original,
      runtime: runtime === undefined ? undefined : `${runtime} min`,
      ...episodeOf(name, type),
    }),
    date:
      rating === undefined
        ? undefined
        : (dayOf(cells.text('Date Rated')) ?? cells.date('Date Rated')),
    rating,
    tags: cells.list('Genres'),
    status: rating === undefined ? 'watchlist' : undefined,
    ...extraOf('imdb', { ...keptColumns(imdb, row), ...typeOf(type) }, true),
  });
  return { keys, problems };
}

/** A type that says more than the kind. */
function typeOf(type: string | undefined): JsonMap {
  return type === undefined || /^(?:movie|feature film|tv ?series|video ?game)$/i.test(type)
    ? {}
    : { 'Title Type': type };
}

/** `Episode #1.2`, `Show: S1E2`. */
function episodeOf(name: string, type = ''): JsonMap {
  if (!/episode/i.test(type)) return {};
  const [, season, episode] =
    /#(\d{1,3})\.(\d{1,4})\b/.exec(name) ?? /\bS(\d{1,3})\s?\.?E(\d{1,4})\b/i.exec(name) ?? [];
  return season === undefined || episode === undefined
    ? {}
    : { season: Number(season), episode: Number(episode) };
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Days as exports before 2017 write them: `Sat Dec 31 00:00:00 2016`, and `12/31/2016`, of which the column says that the month comes first. */
function dayOf(text = ''): string | undefined {
  const [, word = '', day = '', year] =
    /^[A-Z][a-z]{2}\s+([A-Z][a-z]{2})\s+(\d{1,2})\s+[\d:]{8}\s+(\d{4})$/.exec(text) ?? [];
  if (year !== undefined && months.includes(word))
    return isoOf(year, months.indexOf(word) + 1, day);
  const [, first = '', second = '', last] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return last === undefined || Number(first) > 12 ? undefined : isoOf(last, Number(first), second);
}

function isoOf(year: string, month: number, day: string): string | undefined {
  return isoDate(`${year}-${month}-${day}`) ?? undefined;
}
