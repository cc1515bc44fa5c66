import type { Json, JsonMap } from '../../model/json.ts';
import type { ItemKind } from '../../model/review.ts';
import { cellsOf, extraOf, joinOf, keysOf, problemOf, textOf } from '../cells.ts';
import { asSpoiler, htmlToMarkdown } from '../html/to-markdown.ts';
import type { Identity, Made, Row, RowProblem, Service } from '../service.ts';
import { bodyOf, earlierRatings, newerFirst } from '../texts.ts';

/**
 * Trakt's export: https://trakt.tv/settings/data, JSON files of ratings, history, comments and the watchlist. Its fields are those that these public programs read, too:
 * RileyXX/IMDB-Trakt-Syncer (IMDbTraktSyncer/traktRatings.py), JohanDevl/Export_Trakt_4_Letterboxd.
 */
export const trakt: Service & { readonly name: 'trakt' } = {
  name: 'trakt',
  title: 'Trakt',
  columns: [
    { name: 'type', to: 'kind: film or series' },
    { name: 'movie', to: 'item, year, ids' },
    { name: 'show', to: 'item, year, ids' },
    { name: 'season', to: 'details.season' },
    { name: 'episode', to: 'item; details.season and episode; ids' },
    { name: 'rating', to: 'rating, of 10' },
    { name: 'rated_at', to: 'date, as written: no time zone shifts it' },
    { name: 'watched_at', to: 'experienced, as written' },
    { name: 'comment', to: 'the text: of several the newest, the others in sections' },
    { name: 'listed_at', to: 'status: watchlist' },
    { name: 'id', to: 'left out: of an entry, not of a thing' },
    { name: 'action', to: 'left out: how it came to be watched' },
    { name: 'rank', to: 'left out: the place in a list' },
    { name: 'notes', to: 'privateNotes, which is never published' },
  ],
  recognise: ({ json }) => partOf(json),
  parts: ['ratings', 'history', 'comments', 'watchlist'],
  wholeParts: ['ratings', 'history', 'comments'],
  joinOfReview: ({ item: { name = '', year, details } }) =>
    joinOf(name, String(year ?? ''), textOf(details.season), textOf(details.episode)),
  identify,
  make,
};

const types = ['movie', 'episode', 'season', 'show'] as const;

type Type = (typeof types)[number];

function partOf(json: Json): string | null {
  const entry = mapOf(json);
  if (entry === null) return null;
  const thing = types.map((type) => mapOf(entry[type])).find((each) => each !== null);
  if (thing === undefined || mapOf(thing?.ids) === null) return null;
  if ('rated_at' in entry && 'rating' in entry) return 'ratings';
  if ('watched_at' in entry) return 'history';
  if (mapOf(entry.comment) !== null) return 'comments';
  return 'listed_at' in entry ? 'watchlist' : 'ignored';
}

function mapOf(value: Json | undefined): JsonMap | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonMap)
    : null;
}

/** What an entry is of, in the words of the service. */
interface Thing {
  readonly type: Type;
  readonly name: string;
  readonly year: string | undefined;
  readonly ids: JsonMap;
  readonly season: number | undefined;
  readonly episode: number | undefined;
}

function thingOf({ values }: Row): Thing | null {
  const said = types.find((type) => type === values.type && mapOf(values[type]) !== null);
  const type = said ?? types.find((each) => mapOf(values[each]) !== null);
  if (type === undefined) return null;
  const own = mapOf(values[type]) ?? {};
  const show = mapOf(values.show) ?? {};
  const title = textOf(own.title);
  const showTitle = textOf(show.title);
  const inShow = type === 'episode' || type === 'season';
  const season = numberOf(type === 'season' ? own.number : own.season);
  const name = inShow ? showTitle : title;
  if (name === undefined) return null;
  const part = type === 'season' ? `Season ${season ?? '?'}` : title;
  return {
    type,
    name: inShow && part !== undefined ? `${name}: ${part}` : name,
    year: textOf(own.year) ?? textOf(show.year),
    ids: mapOf(own.ids) ?? {},
    season: inShow ? season : undefined,
    episode: type === 'episode' ? numberOf(own.number) : undefined,
  };
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function kindOf(type: Type): ItemKind {
  return type === 'movie' ? 'film' : 'series';
}

function identify(row: Row): Identity | RowProblem {
  const thing = thingOf(row);
  if (thing === null) return problemOf(row, 'it names no movie, show, season or episode');
  const { type, name, year, ids, season, episode } = thing;
  const id = ['trakt', 'imdb', 'slug']
    .map((each) => textOf(ids[each]))
    .find((each) => each !== undefined);
  return {
    ...(id === undefined ? {} : { id: `${type}:${id}` }),
    join: joinOf(name, year, textOf(season), textOf(episode)),
    name,
    kind: kindOf(type),
    ...(year === undefined ? {} : { year }),
    isRated: row.part === 'ratings',
    isReviewed: row.part === 'comments',
  };
}

function make(rows: readonly Row[]): Made {
  const problems: RowProblem[] = [];
  const of = (part: string) => rows.filter((row) => row.part === part);
  const thing = thingOf(rows[0] as Row) as Thing;
  const ratings = of('ratings')
    .map((row) => ({
      date: cellsOf(row, problems).date('rated_at'),
      rating: cellsOf(row, problems).rating('rating', 10, true),
    }))
    .sort((a, b) => newerFirst(a.date, b.date));
  const texts = of('comments')
    .map((row) => commentOf(row, problems))
    .sort((a, b) => newerFirst(a.date, b.date));
  const watched = of('history').map((row) => cellsOf(row, problems).date('watched_at'));
  const dates = watched.filter((date) => date !== undefined).sort();
  const all = [...ratings, ...texts];
  const rating = all.find((each) => each.rating !== undefined)?.rating;
  const isSeen = rating !== undefined || texts.length > 0 || dates.length > 0;
  const keys = keysOf({
    item: thing.name,
    kind: kindOf(thing.type),
    year: thing.year === undefined ? undefined : Number(thing.year),
    ids: Object.fromEntries(
      Object.entries(thing.ids).flatMap(([name, value]) => {
        const text = textOf(value);
        return text === undefined ? [] : [[name === 'slug' ? 'traktSlug' : name, text]];
      }),
    ),
    details: keysOf({ season: thing.season, episode: thing.episode }),
    date: texts[0]?.date ?? ratings[0]?.date,
    experienced: dates.map((date, index): Json => (index === 0 ? date : { date, repeat: true })),
    rating,
    status: isSeen ? undefined : 'watchlist',
    privateNotes: rows.map(({ values }) => textOf(values.notes)).find((each) => each !== undefined),
    ...extraOf('trakt', keysOf({ earlierRatings: earlierRatings(all, rating) }), false),
    body: bodyOf(texts),
  });
  return { keys, problems };
}

/** A comment. What it hides stands in `[spoiler]`, or all of it is one. */
function commentOf(row: Row, problems: RowProblem[]) {
  const comment = mapOf(row.values.comment) ?? {};
  const cells = cellsOf({ ...row, values: comment }, problems);
  const stats = cellsOf({ ...row, values: mapOf(comment.user_stats) ?? {} }, problems);
  const written = (cells.text('comment') ?? '').replace(/\[(\/?)spoiler\]/gi, '<$1spoiler>');
  const text = htmlToMarkdown(written);
  return {
    date: cells.date('created_at'),
    rating: stats.rating('rating', 10, true),
    text: comment.spoiler === true ? asSpoiler(text) : text,
  };
}
