import { type InlineFields, topFields } from '../../data/inline-fields.ts';
import { labelFields } from '../../data/label-lines.ts';
import { cutWhole } from '../../markdown/redact/seals.ts';
import { withoutComments } from '../../markdown/redact/seen.ts';
import { type VisibleLine, visibleLines } from '../../markdown/redact/visible-lines.ts';
import type { ExtraSynonyms } from '../../model/roles.ts';
import { kindInName } from '../../vocabulary/kind-words.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import { meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { namedByTitle } from '../../vocabulary/titles.ts';
import { lineRating } from '../body/trailing-rating.ts';

import { plainTitle } from '../fields/finish/naming.ts';

import { labelSays } from '../fields/labels.ts';

import { isAspect, type ManyRecord, mapOf } from './records.ts';

interface Heading {
  readonly level: number;
  readonly title: string;
  readonly start: number;
  /** Where its text starts. */
  readonly next: number;
  /** Which of the visible lines it is. */
  readonly line: number;
  /** The title without what it hides, for facts of the whole. */
  readonly seen: string;
}

interface Named {
  readonly name: string;
  /** The name without its maker and its year. */
  readonly item: string;
  /** Empty where it names none. */
  readonly maker: string;
  readonly year: number | undefined;
  readonly rating: string | null;
}

interface Rated extends Heading, Named {
  readonly end: number;
  /** Fields at the top of what stands under it. */
  readonly fields: InlineFields | null;
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
    if (
      rated.some(
        ({ name, line }) => name === '' || isAspect(name, roles) || lines[line]?.hidesBelow,
      )
    )
      return null;
    const title =
      headline === '' ? (headings.find((each) => each.level < level)?.seen ?? '') : headline;
    return rated.map((each) => recordOf(each, title));
  }
  return null;
}

function recordOf(
  { item, maker, year, rating, fields, start, next, end }: Rated,
  headline: string,
): ManyRecord {
  const isBook = kindInName(headline) === 'book';
  const own = mapOf(
    [
      ['item', item],
      [isBook ? 'author' : 'contributors', maker],
      ['rating', figures(rating ?? '')],
      ['year', year === undefined ? '' : String(year)],
    ],
    start,
    end,
  );
  const said = new Set(own.entries.map(({ key }) => meaningOf(key)?.field));
  const more = (fields?.entries ?? []).filter(({ key }) => !said.has(meaningOf(key)?.field));
  const node = { ...own, entries: [...own.entries, ...more] };
  return { node, start, end, body: { start: fields?.end ?? next, end }, around: [headline] };
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
  const following = nextAbove(headings, index);
  const end = following?.start ?? source.length;
  const named = cutWhole(plainTitle(heading.title), namedByHeading);
  const fields = fieldsUnder(source.slice(0, end), heading.next);
  const rating =
    named.rating ??
    ratingUnder(lines, heading.line + 1, following?.line ?? lines.length) ??
    ratingAmong(fields);
  return { ...heading, ...named, end, rating, fields };
}

/** `Read: May 2025 • Rating: 4/5`, or lines of such labels. */
function fieldsUnder(source: string, from: number): InlineFields | null {
  const found = topFields(
    source,
    from,
    (key) => labelSays(key, {}) === 'fact',
    (text, first) => labelFields(text, first, (label) => labelSays(label, {})),
  );
  return found?.heading === undefined ? found : null;
}

function ratingAmong(fields: InlineFields | null): string | null {
  const text = fields?.entries.find(({ key }) => meaningOf(key)?.field === 'rating')?.value.text;
  return text !== undefined && readRating(text).kind === 'rating' ? text : null;
}

/** The heading that ends what stands under one. */
function nextAbove(headings: readonly Heading[], index: number): Heading | undefined {
  const { level } = headings[index] as Heading;
  let next = index + 1;
  while ((headings[next]?.level ?? 0) > level) next++;
  return headings[next];
}

/** What a heading says; the name without its rating. */
function namedByHeading(title: string): Named {
  const { rating = null } = namedByTitle(title);
  const name = rating === null ? title : withoutRating(title, rating);
  const by = /^(.+?)\s+(?:by|von|de|par|di|van)\s+([\p{Lu}][^,:]{0,60})$/u.exec(name);
  const isBy = by !== null && / by /.test(name);
  const { name: item, year } = namedByTitle(isBy ? (by[1] as string) : name);
  return { name, item, maker: isBy ? (by[2] as string) : '', year, rating };
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
    const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(withoutComments(line.text));
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
