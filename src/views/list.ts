import type { ListEntry } from '../library/query.ts';
import { fiveStars } from '../model/stars.ts';
import { visibleLine } from '../text/visible.ts';
import { displayWidth, ellipsized } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';
import { isInWords } from '../vocabulary/ratings.ts';
import { ratingWords } from '../writers/card-words.ts';
import {
  blank,
  plain,
  type Style,
  type StyledLine,
  type StyledSpan,
  toned,
} from '../writers/style.ts';

interface Column {
  readonly title: string;
  readonly value: (entry: ListEntry) => string;
  /** The cells of the column as they stand below one another. */
  readonly arranged?: (cells: readonly string[]) => readonly string[];
  /** How a cell is set; plain where it does not say. */
  readonly set?: (cell: string) => readonly StyledSpan[];
  /** Columns it may shrink to; absent when it must not shrink. */
  readonly least?: number;
  /** In which order columns are left out when even the shrunken ones do not fit; the highest first, 0 never. */
  readonly dispensable: number;
}

/** A column that is there only where nothing has to shrink for it. */
const luxury = 9;

const columns: readonly Column[] = [
  { title: 'Review', value: ({ id }) => id, set: inTone('address'), least: 16, dispensable: 2 },
  {
    title: 'Title',
    value: titleCell,
    least: 12,
    dispensable: 0,
  },
  { title: 'Kind', value: ({ item }) => item.kind ?? '', set: inTone('muted'), dispensable: 4 },
  {
    title: 'Year',
    value: ({ item }) => (item.year === undefined ? '' : String(item.year)),
    set: inTone('muted'),
    dispensable: 5,
  },
  { title: 'Rating', value: ratingCell, arranged: atSlash, dispensable: 1 },
  { title: '', value: ({ rating }) => starsOf(rating), set: starSpans, dispensable: luxury },
  {
    title: 'Critic',
    value: ({ author }) => author.map(({ name }) => name).join(', '),
    least: 8,
    dispensable: 6,
  },
  {
    title: 'Date',
    value: ({ published, date }) => (published ?? date)?.slice(0, 10) ?? '',
    set: inTone('muted'),
    dispensable: 3,
  },
];

function inTone(tone: NonNullable<Style['tone']>): (cell: string) => readonly StyledSpan[] {
  return (cell) => [toned(cell, tone)];
}

/** The headline; without a year and a rating behind the item's name, which have columns of their own. Not made visible. */
function titleCell({ title, item, rating, id }: ListEntry): string {
  const { name, year } = item;
  if (title === undefined || name === undefined) return title ?? name ?? id;
  if (!title.startsWith(name)) return title;
  const behind = title
    .slice(name.length)
    .replace(rating?.source ?? '', '')
    .replace(year === undefined ? '' : String(year), '');
  return /[\p{L}\p{N}\p{S}]/u.test(behind) ? title : name;
}

/** Stars as `starsOf` gives them, painted. */
export function starSpans(cell: string): readonly StyledSpan[] {
  const full = cell.replace(/☆+$/, '');
  return [toned(full, 'stars'), toned(cell.slice(full.length), 'emptyStars')];
}

/** Words longer than this are cut. */
const longestWords = 20;

/** The rating in one notation: value and best; a percentage, a grade and words as they are known. Not made visible. */
export function ratingCell({ rating, ratingText = '' }: ListEntry): string {
  if (rating === null) return ellipsized(ratingText, longestWords);
  const { source, value, best } = rating;
  if (isInWords(rating)) return ellipsized(source.trim(), longestWords);
  return best === 100 && source.includes('%') ? `${value}%` : `${value}/${best}`;
}

/** Five stars for any scale, from what the rating is of its best; empty for none. */
export function starsOf(rating: ListEntry['rating']): string {
  if (rating === null) return '';
  const { full, half, empty } = fiveStars(rating);
  return '★'.repeat(full) + '½'.repeat(half) + '☆'.repeat(empty);
}

/** Figures with their slashes below one another, and grades; words stand where they stand. */
export function atSlash(cells: readonly string[]): readonly string[] {
  const isWords = (cell: string): boolean => cell.length > 2 && !/\d/.test(cell);
  const before = (cell: string): number => (cell.includes('/') ? cell.indexOf('/') : cell.length);
  const widest = largest(cells.filter((cell) => !isWords(cell)).map(before));
  return cells.map((cell) =>
    cell === '' || isWords(cell) ? cell : ' '.repeat(widest - before(cell)) + cell,
  );
}

/** 0 of none. Not as the arguments of a call: there may be more of them than one can take. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

const gap = 2;

/** Entries as a table with a heading line, each line at most `width` display columns; 0 for no end. */
export function listLines(entries: readonly ListEntry[], width: number): StyledLine[] {
  return [...eachListLine(entries, width)];
}

/** The same, line after line: of a large library they need not all be held. */
export function* eachListLine(entries: readonly ListEntry[], width: number): Generator<StyledLine> {
  const table = columns
    .map((column) => {
      const cells = entries.map((entry) => visibleLine(column.value(entry)));
      return { column, cells: column.arranged?.(cells) ?? cells };
    })
    .filter(({ column, cells }) => column.dispensable === 0 || cells.some((cell) => cell !== ''))
    .map(({ column, cells }) => ({
      column,
      cells,
      columns: largest([column.title, ...cells].map(displayWidth)),
    }));
  const fitted = fitColumns(table, width === 0 ? Number.POSITIVE_INFINITY : width);
  const heads = fitted.map(({ column }) => column.title);
  yield line(heads, fitted, true);
  for (const row of entries.keys()) {
    const cells = fitted.map((part) => part.cells[row] as string);
    yield line(cells, fitted, false);
  }
}

interface Fitted {
  readonly column: Column;
  readonly cells: readonly string[];
  readonly columns: number;
}

/** Shrinks the widest shrinkable column until all fit; when none can shrink further, leaves the most dispensable out. */
function fitColumns(table: readonly Fitted[], width: number): readonly Fitted[] {
  const total = table.reduce((sum, { columns: own }) => sum + own, 0) + gap * (table.length - 1);
  let excess = total - width;
  if (excess <= 0) return table;
  const needed = table.filter(({ column }) => column.dispensable < luxury);
  if (needed.length < table.length) return fitColumns(needed, width);
  const shrunk = table.map((part) => ({ ...part }));
  while (excess > 0) {
    const widest = shrunk
      .filter(({ column, columns: own }) => column.least !== undefined && own > column.least)
      .sort((a, b) => b.columns - a.columns)[0];
    if (widest === undefined) break;
    widest.columns--;
    excess--;
  }
  if (excess <= 0) return shrunk;
  const last = table.reduce((a, b) => (b.column.dispensable > a.column.dispensable ? b : a));
  if (last.column.dispensable > 0)
    return fitColumns(
      table.filter((part) => part !== last),
      width,
    );
  return shrunk.map((part) => ({ ...part, columns: Math.min(part.columns, width) }));
}

function line(row: readonly string[], fitted: readonly Fitted[], isHead: boolean): StyledLine {
  const last = row.findLastIndex((cell) => cell !== '');
  return row.slice(0, last + 1).flatMap((cell, index): StyledSpan[] => {
    const { columns: room, column } = fitted[index] as Fitted;
    const shown = ellipsized(cell, room);
    const spans = isHead
      ? [{ text: shown, style: heading }]
      : (column.set?.(shown) ?? [{ text: shown, style: plain }]);
    const rest = index === last ? 0 : room - displayWidth(shown) + gap;
    return [...spans.filter(({ text }) => text !== ''), ...(rest > 0 ? [blank(rest)] : [])];
  });
}

const heading: Style = { strong: true };

/** Entries in words, a review each: `heat: Heat, film, 1995, 4 out of 5, by Ann, 2024-01-02`. */
export function listWords(entries: readonly ListEntry[], columns: number): StyledLine[] {
  const width = columns === 0 ? Number.POSITIVE_INFINITY : columns;
  return entries
    .flatMap((entry) => wrapText(visibleLine(entryWords(entry)), width))
    .map((text) => [{ text, style: plain }]);
}

function entryWords(entry: ListEntry): string {
  const { id, title, item, author, published, date, rating, ratingText } = entry;
  const critics = author.map(({ name }) => name).join(', ');
  const facts = [
    title ?? item.name,
    item.kind,
    item.year?.toString(),
    rating === null ? ratingText : ratingWords(rating),
    critics === '' ? undefined : `by ${critics}`,
    (published ?? date)?.slice(0, 10),
  ].filter((fact) => fact !== undefined && fact !== '');
  return facts.length === 0 ? id : `${id}: ${facts.join(', ')}`;
}
