import { readingMinutes, summedLength } from '../model/text-length.ts';
import type { ListEntry } from './query.ts';

/** Reviews that have something in common. */
export interface StatsGroup {
  readonly name: string;
  readonly reviews: number;
  /** The mean of their ratings, each as a share of its best, 0..1; null when none is rated. */
  readonly mean: number | null;
}

/** A library in figures. */
export interface LibraryStats {
  readonly reviews: number;
  readonly rated: number;
  readonly words: number;
  /** Reading time of all, in minutes. */
  readonly minutes: number;
  /** Mean and median of the ratings, each as a share of its best, 0..1; null when none is rated. */
  readonly mean: number | null;
  readonly median: number | null;
  /** How many reviews have so many stars of five, to the nearest half; the most stars first. Only what occurs. */
  readonly stars: readonly { readonly stars: number; readonly reviews: number }[];
  /** By what is reviewed, by critic and by tag the largest first; by the year of its date in order. */
  readonly kinds: readonly StatsGroup[];
  /** Those of which nothing says what is reviewed; absent for none. */
  readonly noKind?: StatsGroup;
  readonly years: readonly StatsGroup[];
  readonly authors: readonly StatsGroup[];
  readonly tags: readonly StatsGroup[];
}

/** Counts what a listing holds. A review with two critics counts for both; those without a kind are a group of their own. */
export function libraryStats(entries: readonly ListEntry[]): LibraryStats {
  const ratings = ratingsOf(entries);
  const length = summedLength(entries);
  const [noKind] = grouped(entries, ({ item }) => [
    item.kind === undefined ? 'no kind' : undefined,
  ]);
  return {
    reviews: entries.length,
    rated: ratings.length,
    words: length.words,
    minutes: readingMinutes(length),
    mean: meanOf(ratings),
    median: medianOf(ratings),
    stars: starsOf(ratings),
    kinds: bySize(grouped(entries, ({ item }) => [item.kind])),
    ...(noKind === undefined ? {} : { noKind }),
    years: grouped(entries, ({ published, date }) => [(published ?? date)?.slice(0, 4)]).sort(
      byName,
    ),
    authors: bySize(grouped(entries, ({ author }) => author.map(({ name }) => name))),
    tags: bySize(grouped(entries, ({ tags }) => tags)),
  };
}

/** Beyond its scale a rating counts as the end of it. */
function ratingsOf(entries: readonly ListEntry[]): number[] {
  return entries.flatMap(({ rating }) =>
    rating === null ? [] : [Math.min(Math.max(rating.normalized, 0), 1)],
  );
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

function starsOf(ratings: readonly number[]): LibraryStats['stars'] {
  const counts = new Map<number, number>();
  for (const rating of ratings) {
    const stars = Math.round(rating * 10) / 2;
    counts.set(stars, (counts.get(stars) ?? 0) + 1);
  }
  return [...counts]
    .map(([stars, reviews]) => ({ stars, reviews }))
    .sort((a, b) => b.stars - a.stars);
}

function grouped(
  entries: readonly ListEntry[],
  namesOf: (entry: ListEntry) => readonly (string | undefined)[],
): StatsGroup[] {
  const groups = new Map<string, ListEntry[]>();
  for (const entry of entries) {
    for (const name of new Set(namesOf(entry))) {
      if (name === undefined) continue;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [entry]);
      else group.push(entry);
    }
  }
  return [...groups].map(([name, members]) => ({
    name,
    reviews: members.length,
    mean: meanOf(ratingsOf(members)),
  }));
}

function bySize(groups: readonly StatsGroup[]): StatsGroup[] {
  return groups.toSorted((a, b) => b.reviews - a.reviews || byName(a, b));
}

function byName(a: StatsGroup, b: StatsGroup): number {
  return a.name < b.name ? -1 : 1;
}
