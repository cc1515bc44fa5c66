import { lineAt } from '../../data/lines.ts';
import type { ExtraSynonyms } from '../../model/roles.ts';
import { kindInName } from '../../vocabulary/kind-words.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import { namedByTitle } from '../../vocabulary/titles.ts';
import { trimBlankLines } from '../body/body.ts';
import { lineRating } from '../body/trailing-rating.ts';
import { isAspect, type ManyRecord, mapOf } from './records.ts';

interface Heading {
  readonly level: number;
  readonly title: string;
  readonly start: number;
  /** Where its text starts. */
  readonly next: number;
}

interface Rated extends Heading {
  readonly end: number;
  readonly name: string;
  readonly rating: string | null;
}

/**
 * The reviews under headings of one level: at least two, each with a rating in the heading or in the first or last line under it, none of which is an aspect.
 * `Name by Maker` names both. What stands before the first is none's. Null where there are none.
 */
export function recordsInHeadings(
  source: string,
  from: number,
  headline: string,
  roles: ExtraSynonyms = {},
): readonly ManyRecord[] | null {
  const headings = headingsIn(source, from);
  for (const level of [1, 2, 3, 4]) {
    const rated = headings.flatMap((heading, index) =>
      heading.level === level ? [ratedHeading(source, headings, index)] : [],
    );
    if (rated.length < 2 || rated.some(({ rating }) => rating === null)) continue;
    if (rated.some(({ name }) => name === '' || isAspect(name, roles))) return null;
    const title =
      headline === '' ? (headings.find((each) => each.level < level)?.title ?? '') : headline;
    return rated.map((each) => recordOf(each, title));
  }
  return null;
}

function recordOf({ name, rating, start, next, end }: Rated, headline: string): ManyRecord {
  const by = /^(.+?)\s+(?:by|von|de|par|di|van)\s+([\p{Lu}][^,:]{0,60})$/u.exec(name);
  const isBy = by !== null && / by /.test(name);
  const isBook = kindInName(headline) === 'book';
  const { name: item, year } = namedByTitle(isBy ? (by[1] as string) : name);
  const node = mapOf(
    [
      ['item', item],
      [isBook ? 'author' : 'creators', isBy ? (by[2] as string) : ''],
      ['rating', figures(rating ?? '')],
      ['year', year === undefined ? '' : String(year)],
    ],
    start,
    end,
  );
  return { node, start, end, body: { start: next, end }, around: [headline] };
}

/** Glyphs in figures: beside each other, the reviews of a file are read as a list. */
function figures(rating: string): string {
  const reading = readRating(rating);
  if (reading.kind !== 'rating' || /[\d\p{L}]/u.test(rating)) return rating;
  return `${reading.rating.value}/${reading.rating.best}`;
}

function ratedHeading(source: string, headings: readonly Heading[], index: number): Rated {
  const heading = headings[index] as Heading;
  const following = headings.slice(index + 1).find(({ level }) => level <= heading.level);
  const end = following?.start ?? source.length;
  const named = namedByTitle(heading.title);
  const rating = named.rating ?? ratingUnder(source, heading.next, end);
  const name =
    named.rating === undefined ? heading.title : withoutRating(heading.title, named.rating);
  return { ...heading, end, name, rating };
}

/** The heading without its rating; what is said of a year stays for later. */
function withoutRating(title: string, rating: string): string {
  const at = title.lastIndexOf(rating);
  return (title.slice(0, at) + title.slice(at + rating.length))
    .replace(/[\s:–—|([-]+[)\]]?\s*$/, '')
    .trim();
}

function ratingUnder(source: string, from: number, to: number): string | null {
  const { start, end } = trimBlankLines(source, from, to);
  if (start >= end) return null;
  const first = lineAt(source, start).text;
  const last = source.slice(
    Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1), start - 1) + 1,
    end,
  );
  return lineRating(first) ?? lineRating(last);
}

function headingsIn(source: string, from: number): Heading[] {
  const found: Heading[] = [];
  let fence: string | null = null;
  for (let at = from; at < source.length; ) {
    const line = lineAt(source, at);
    if (line.next === at) break;
    at = line.next;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
    } else if (mark !== undefined) fence = mark;
    else if (line.text.length < 300) {
      const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line.text);
      const title = heading?.[2]?.replace(/[ \t]+#+[ \t]*$/, '').trim() ?? '';
      if (heading !== null && title !== '')
        found.push({
          level: (heading[1] as string).length,
          title,
          start: line.start,
          next: line.next,
        });
    }
  }
  return found;
}
