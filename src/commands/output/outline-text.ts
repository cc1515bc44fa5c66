import { type OutlineEntry, outline, readingMinutes } from '../../model/outline.ts';
import type { Review } from '../../model/review.ts';
import { counted } from '../../text/counted.ts';
import { visibleLine } from '../../text/visible.ts';
import { type VisibleText, visibleText } from '../../text/visible-text.ts';
import { displayWidth } from '../../text/width.ts';
import { wrapText } from '../../text/wrap.ts';
import type { Context, GlobalOptions, Input } from '../command.ts';

/** The outline as lines of at most `columns` display columns: number, title, words, minutes. Ends in a newline. */
export function outlineText(review: Review, columns: number): VisibleText {
  const rows = flatten(outline(review), 0);
  if (rows.length === 0) return visibleText('No sections.\n');
  const numbers = Math.max(...rows.map(({ number }) => number.length));
  const amounts = rows.map(({ words, minutes }) => `${counted(words, 'word')} · ${minutes} min`);
  const amountColumns = Math.max(...amounts.map((text) => text.length));
  const page = columns === 0 ? 80 : columns;
  // Under 40 columns there is no room for a third column: the amount goes under the title.
  const room = page < 40 ? page - numbers - 2 : page - numbers - amountColumns - 4;
  const widest = Math.min(
    room,
    Math.max(...rows.map(({ title, depth }) => displayWidth(title) + 2 * depth)),
  );
  const lines = rows.flatMap((row, index) =>
    rowLines(row, amounts[index] as string, {
      numbers,
      widest,
      amountColumns,
      page,
      narrow: page < 40,
    }),
  );
  return visibleText(`${lines.map((line) => line.trimEnd()).join('\n')}\n`);
}

interface Row {
  readonly number: string;
  readonly title: string;
  readonly depth: number;
  readonly words: number;
  readonly minutes: number;
}

interface Grid {
  readonly numbers: number;
  readonly widest: number;
  readonly amountColumns: number;
  /** Columns of a line. */
  readonly page: number;
  readonly narrow: boolean;
}

function flatten(entries: readonly OutlineEntry[], depth: number): Row[] {
  return entries.flatMap(({ number, title, words, minutes, sections }) => [
    { number: visibleLine(number), title: visibleLine(title), depth, words, minutes },
    ...flatten(sections, depth + 1),
  ]);
}

function rowLines(row: Row, amount: string, grid: Grid): string[] {
  const indent = '  '.repeat(Math.min(row.depth, 4));
  const titles = wrapText(row.title, Math.max(grid.widest - indent.length, 8));
  const blank = ' '.repeat(grid.numbers + 2);
  const lines = titles.map(
    (title, index) =>
      `${index === 0 ? row.number.padEnd(grid.numbers + 2) : blank}${indent}${title}`,
  );
  if (grid.narrow)
    return [
      ...lines,
      ...wrapText(amount, Math.max(grid.page - blank.length, 10)).map((part) => `${blank}${part}`),
    ];
  const first = lines[0] as string;
  const gap = grid.numbers + 2 + grid.widest - displayWidth(first) + 2;
  return [
    `${first}${' '.repeat(Math.max(gap, 2))}${amount.padStart(grid.amountColumns)}`,
    ...lines.slice(1),
  ];
}

/** The outline as the options and the terminal ask for it. */
export function outlineOf(
  review: Review,
  { terminal }: Context,
  { options }: Input<GlobalOptions & { readonly plain?: boolean }>,
): VisibleText {
  return options.plain === true
    ? outlineWords(review, terminal.columns)
    : outlineText(review, terminal.columns);
}

/** The outline in words, a section each: `Section 2.1: The end, 120 words, 1 minute`. Ends in a newline. */
function outlineWords(review: Review, columns: number): VisibleText {
  const rows = flatten(outline(review), 0);
  if (rows.length === 0) return visibleText('No sections.\n');
  const width = columns === 0 ? Number.POSITIVE_INFINITY : columns;
  const lines = rows.flatMap(({ number, title, words, minutes }) =>
    wrapText(
      `Section ${number}: ${title}, ${counted(words, 'word')}, ${counted(minutes, 'minute')}`,
      width,
    ),
  );
  return visibleText(`${lines.join('\n')}\n`);
}

/** One line on the length of a review: `742 words, 4 minutes`. */
export function lengthText(review: Review): string {
  const words = outline(review).reduce((sum, entry) => sum + entry.words, 0);
  const minutes = readingMinutes(words);
  return `${counted(words, 'word')}, ${counted(minutes, 'minute')}`;
}
