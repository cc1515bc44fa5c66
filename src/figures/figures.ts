import type { ListEntry } from '../library/query.ts';
import { type LibraryStats, libraryStats, type StatsGroup } from '../library/stats.ts';
import { creditFor } from '../writers/html/card/credits.ts';

/** How many of something, by name. */
export interface Tally {
  readonly name: string;
  readonly reviews: number;
}

/** What the pictures of a library show. */
export interface Figures {
  readonly stats: LibraryStats;
  /** The year that all reviews with a date are of; null where they are of several, or none has one. */
  readonly year: string | null;
  /** From half a star to five, in halves; none first where it occurs. */
  readonly ratings: readonly Tally[];
  /** Each year from the first to the last. */
  readonly years: readonly Tally[];
  /** The months of each year in which there is a review of a known month, twelve numbers each, in order. */
  readonly months: ReadonlyMap<string, readonly number[]>;
  /** The days of the latest year of which a day is known, `MM-DD`; null where none is. */
  readonly calendar: { readonly year: string; readonly days: ReadonlyMap<string, number> } | null;
  readonly makers: readonly StatsGroup[];
  readonly tags: readonly StatsGroup[];
  /** The best rated, the newest of equal ones first. */
  readonly best: readonly ListEntry[];
  readonly longest: ListEntry | null;
}

const mostGroups = 8;
const mostBest = 5;

/** What is known of the reviews of a listing, as pictures show it. */
export function figuresOf(entries: readonly ListEntry[]): Figures {
  const stats = libraryStats(entries);
  const years = everyYear(stats.years);
  const longest = entries.reduce<ListEntry | null>(
    (most, entry) => (entry.words > (most?.words ?? 0) ? entry : most),
    null,
  );
  return {
    stats,
    year: stats.years.length === 1 ? (stats.years[0]?.name ?? null) : null,
    ratings: ratingsOf(stats),
    years,
    months: monthsOf(entries),
    calendar: calendarOf(entries),
    makers: bestGroups(groupsOf(entries, makersOf), stats.mean),
    tags: bestGroups(stats.tags, stats.mean),
    best: entries
      .filter(({ rating }) => rating !== null)
      .sort(
        (one, other) =>
          (other.rating?.normalized ?? 0) - (one.rating?.normalized ?? 0) ||
          (dateOf(one) < dateOf(other) ? 1 : -1),
      )
      .slice(0, mostBest),
    longest,
  };
}

function dateOf({ published, date }: ListEntry): string {
  return published ?? date ?? '';
}

const halves = Array.from({ length: 10 }, (_, at) => (at + 1) / 2);

function ratingsOf({ stars }: LibraryStats): Tally[] {
  const counts = new Map(stars.map((row) => [row.stars, row.reviews]));
  return [...(counts.has(0) ? [0] : []), ...halves].map((value) => ({
    name: starsName(value),
    reviews: counts.get(value) ?? 0,
  }));
}

/** `½`, `3`, `4½`. */
function starsName(stars: number): string {
  const whole = Math.floor(stars);
  return `${whole === 0 && stars > 0 ? '' : whole}${stars > whole ? '½' : ''}`;
}

/** Years without a review too, so that a gap is seen; but of dates that lie far apart only those that there are. */
function everyYear(years: readonly StatsGroup[]): Tally[] {
  const counts = new Map(years.map(({ name, reviews }) => [Number(name), reviews]));
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  if (counts.size === 0 || last - first > 60)
    return years.map(({ name, reviews }) => ({ name, reviews }));
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    name: String(first + at),
    reviews: counts.get(first + at) ?? 0,
  }));
}

function monthsOf(entries: readonly ListEntry[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const entry of entries) {
    const [, year = '', month = ''] = /^(\d{4})-(\d\d)/.exec(dateOf(entry)) ?? [];
    if (month === '') continue;
    const row = found.get(year) ?? Array.from({ length: 12 }, () => 0);
    row[Number(month) - 1] = (row[Number(month) - 1] ?? 0) + 1;
    found.set(year, row);
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function calendarOf(entries: readonly ListEntry[]): Figures['calendar'] {
  const days = entries
    .map((entry) => dateOf(entry).slice(0, 10))
    .filter((day) => day.length === 10);
  const year = days.reduce((latest, day) => (day > latest ? day : latest), '').slice(0, 4);
  if (year === '') return null;
  const counts = new Map<string, number>();
  for (const day of days.filter((each) => each.startsWith(year)))
    counts.set(day.slice(5), (counts.get(day.slice(5)) ?? 0) + 1);
  return { year, days: counts };
}

/** Those who made it first of all: a film's directors, a book's authors. */
export function makersOf({ item }: ListEntry): readonly string[] {
  const credited = item.creators.filter(({ role }) => creditFor(role) !== undefined);
  return credited.filter(({ role }) => role === credited[0]?.role).map(({ name }) => name);
}

function groupsOf(
  entries: readonly ListEntry[],
  namesOf: (entry: ListEntry) => readonly string[],
): StatsGroup[] {
  const groups = new Map<string, { reviews: number; rated: number; sum: number }>();
  for (const entry of entries)
    for (const name of new Set(namesOf(entry))) {
      const group = groups.get(name) ?? { reviews: 0, rated: 0, sum: 0 };
      group.reviews++;
      if (entry.rating !== null) {
        group.rated++;
        group.sum += Math.min(Math.max(entry.rating.normalized, 0), 1);
      }
      groups.set(name, group);
    }
  return [...groups].map(([name, { reviews, rated, sum }]) => ({
    name,
    reviews,
    mean: rated === 0 ? null : sum / rated,
  }));
}

/** As many reviews of the usual rating are added to each group's own, so that one great film alone is not more than five very good ones. */
const usual = 2;

/** The best rated groups; those of several reviews alone, where there are enough of them. */
function bestGroups(groups: readonly StatsGroup[], mean: number | null): readonly StatsGroup[] {
  const rated = groups.filter((group) => group.mean !== null);
  const several = rated.filter(({ reviews }) => reviews > 1);
  const worth = (group: StatsGroup): number =>
    ((group.mean ?? 0) * group.reviews + (mean ?? 0) * usual) / (group.reviews + usual);
  return (several.length >= 3 ? several : rated)
    .toSorted((one, other) => worth(other) - worth(one) || (one.name < other.name ? -1 : 1))
    .slice(0, mostGroups);
}
