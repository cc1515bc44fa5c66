import { type VisibleLine, visibleLines } from '../../markdown/redact/visible-lines.ts';
import type { ExtraSynonyms } from '../../model/roles.ts';
import { kindInName } from '../../vocabulary/kind-words.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import { namedByTitle } from '../../vocabulary/titles.ts';
import { lineRating } from '../body/trailing-rating.ts';
import { isAspect, type ManyRecord, mapOf } from './records.ts';

interface Heading {
  readonly level: number;
  readonly title: string;
  readonly start: number;
  /** Where its text starts. */
  readonly next: number;
  /** Which of the visible lines it is. */
  readonly line: number;
  /** The title without what it hides. */
  readonly seen: string;
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
  const lines = visibleLines(source, from);
  const headings = headingsIn(lines);
  for (const level of [1, 2, 3, 4]) {
    const rated = headings.flatMap((heading, index) =>
      heading.level === level ? [ratedHeading(source, lines, headings, index)] : [],
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

function ratedHeading(
  source: string,
  lines: readonly VisibleLine[],
  headings: readonly Heading[],
  index: number,
): Rated {
  const heading = headings[index] as Heading;
  const following = headings.slice(index + 1).find(({ level }) => level <= heading.level);
  const end = following?.start ?? source.length;
  const named = namedByTitle(heading.seen);
  const rating =
    named.rating ?? ratingUnder(lines, heading.line + 1, following?.line ?? lines.length);
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

/** The rating in the first or the last of these lines that says something. */
function ratingUnder(lines: readonly VisibleLine[], from: number, to: number): string | null {
  let first = from;
  while (first < to && lines[first]?.seen.trim() === '') first++;
  if (first >= to) return null;
  let last = to - 1;
  while (last > first && lines[last]?.seen.trim() === '') last--;
  return lineRating(lines[first]?.seen ?? '') ?? lineRating(lines[last]?.seen ?? '');
}

function headingsIn(lines: readonly VisibleLine[]): Heading[] {
  return lines.flatMap((line, index) => {
    if (line.text.length >= 300) return [];
    const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line.text);
    const title = titleOf(heading?.[2] ?? '');
    if (heading === null || title === '') return [];
    const seen = titleOf(line.seen.replace(/^ {0,3}#+/, ''));
    const { start, next } = line;
    return [{ level: (heading[1] as string).length, title, seen, start, next, line: index }];
  });
}

function titleOf(text: string): string {
  return text.replace(/[ \t]+#+[ \t]*$/, '').trim();
}
