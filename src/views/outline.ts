import { type OutlineEntry, outline } from '../model/outline.ts';
import { loosePoints } from '../model/points.ts';
import type { Review, Section } from '../model/review.ts';
import { counted } from '../text/counted.ts';
import { visibleLine } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';
import { blank, plain, type Style, type StyledLine, toned } from '../writers/style.ts';

/**
 * The outline as lines of at most `columns` display columns (0: 80): number, title, words, minutes; then the points that stand under no
 * heading. With `sections`, only those.
 */
export function outlineLines(
  review: Review,
  columns: number,
  sections: readonly Section[] | null = null,
): StyledLine[] {
  const rows = rowsOf(review, sections);
  const page = columns === 0 ? 80 : columns;
  const also = sections === null ? alsoLines(review, 'also', page) : [];
  if (rows.length === 0) return [[{ text: 'No sections.', style: plain }], ...also];
  const numbers = Math.max(...rows.map(({ number }) => number.length));
  const amounts = rows.map(({ words, minutes }) => `${counted(words, 'word')} · ${minutes} min`);
  const amountColumns = Math.max(...amounts.map((text) => text.length));
  // Under 40 columns there is no room for a third column: the amount goes under the title.
  const narrow = page < 40;
  const room = narrow ? page - numbers - 2 : page - numbers - amountColumns - 4;
  const widest = Math.min(
    room,
    Math.max(...rows.map(({ title, depth }) => displayWidth(title) + 2 * depth)),
  );
  const grid = { numbers, widest, amountColumns, page, narrow };
  return [...rows.flatMap((row, index) => rowLines(row, amounts[index] as string, grid)), ...also];
}

function rowsOf(review: Review, sections: readonly Section[] | null): Row[] {
  return flatten(outline(sections === null ? review : { ...review, sections }), 0);
}

/** What `section` prints besides the sections. */
function alsoLines(review: Review, label: string, columns: number): StyledLine[] {
  const points = loosePoints(review);
  if (points.length === 0) return [];
  const names = `${label}: ${points.join(', ')}`;
  return wrapText(names, columns).map((text) => [toned(text, 'muted')]);
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

/** A heading without words, or whose words are private. */
const untitled = '(no title)';

function flatten(entries: readonly OutlineEntry[], depth: number): Row[] {
  return entries.flatMap(({ number, title, words, minutes, sections }) => [
    { number: visibleLine(number), title: visibleLine(title) || untitled, depth, words, minutes },
    ...flatten(sections, depth + 1),
  ]);
}

const topTitle: Style = { strong: true };

function rowLines(row: Row, amount: string, grid: Grid): StyledLine[] {
  const indent = '  '.repeat(Math.min(row.depth, 4));
  const titles = wrapText(row.title, Math.max(grid.widest - indent.length, 8));
  const hang = grid.numbers + 2;
  const lines = titles.map((title, index): StyledLine => {
    const before = hang + indent.length;
    const number = index === 0 ? row.number : '';
    return [
      ...(number === '' ? [] : [toned(number, 'marker')]),
      blank(before - number.length),
      { text: title, style: row.depth === 0 ? topTitle : plain },
    ];
  });
  if (grid.narrow)
    return [
      ...lines,
      ...wrapText(amount, Math.max(grid.page - hang, 10)).map((part) => [
        blank(hang),
        toned(part, 'muted'),
      ]),
    ];
  const used = hang + indent.length + displayWidth(titles[0] ?? '');
  const gap = Math.max(hang + grid.widest - used + 2, 2) + grid.amountColumns - amount.length;
  return [[...(lines[0] as StyledLine), blank(gap), toned(amount, 'muted')], ...lines.slice(1)];
}

/** The outline in words, a section each: `Section 2.1: The end, 120 words, 1 minute`. */
export function outlineWords(
  review: Review,
  columns: number,
  sections: readonly Section[] | null = null,
): StyledLine[] {
  const rows = rowsOf(review, sections);
  const width = columns === 0 ? Number.POSITIVE_INFINITY : columns;
  const also = sections === null ? alsoLines(review, 'Also', width) : [];
  if (rows.length === 0) return [[{ text: 'No sections.', style: plain }], ...also];
  const lines = rows
    .flatMap(({ number, title, words, minutes }) =>
      wrapText(
        `Section ${number}: ${title}, ${counted(words, 'word')}, ${counted(minutes, 'minute')}`,
        width,
      ),
    )
    .map((text): StyledLine => [{ text, style: plain }]);
  return [...lines, ...also];
}
