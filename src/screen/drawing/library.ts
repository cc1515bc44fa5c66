import { visibleLine } from '../../text/visible.ts';
import { displayWidth, ellipsized } from '../../text/width.ts';
import { atSlash, ratingCell, starSpans, starsOf } from '../../views/list.ts';
import { type StyledSpan, toned } from '../../writers/style.ts';
import { bodyRows, paneGap, previewColumns } from '../dimensions.ts';
import type { Row, State } from '../state.ts';
import { idOf } from '../steps/shelf.ts';
import { mark } from './lists.ts';
import { beside, fittedRuns, type Run, type Runs, run } from './runs.ts';

/** The library: a row a review, and from 100 columns on the chosen one's card beside it. */
export function libraryRows(state: State): readonly Runs[] {
  const { size, shelf } = state;
  const rows = bodyRows(state);
  const preview = previewColumns(state);
  const columns = size.columns - (preview === 0 ? 0 : preview + paneGap);
  const cells = cellsOf(shelf.rows);
  const shown = shelf.shown
    .slice(shelf.top, shelf.top + rows)
    .map((row, index) => libraryRow(row, shelf.top + index, cells, columns, state));
  const left = shown.length === 0 ? [[run(emptyWords(state))]] : shown;
  if (preview === 0) return left;
  const lines = previewLines(state);
  return Array.from({ length: rows }, (_, at) => [
    ...fittedRuns(left[at] ?? [], columns),
    ...beside(lines[at] ?? []),
  ]);
}

function emptyWords({ shelf }: State): string {
  if (shelf.rows.length > 0) return 'No review matches the filter. Esc shows all.';
  return 'No reviews here.';
}

function previewLines({ shelf }: State): readonly Runs[] {
  const row = shelf.shown[shelf.at];
  return row !== undefined && shelf.preview?.id === idOf(row) ? shelf.preview.lines : [];
}

/** What stands in the columns of all rows, so that they stay where they are while rows go by and while a filter is typed. */
interface Cells {
  readonly kinds: number;
  readonly ratings: ReadonlyMap<Row, string>;
  readonly ratingColumns: number;
}

const measured = new WeakMap<readonly Row[], Cells>();

function cellsOf(rows: readonly Row[]): Cells {
  const known = measured.get(rows);
  if (known !== undefined) return known;
  const ratings = atSlash(rows.map(ratingOf));
  const longest = rows.reduce((most, { entry }) => {
    const kind = entry?.item.kind ?? '';
    return kind.length > most.length ? kind : most;
  }, '');
  const cells = {
    kinds: displayWidth(longest),
    ratings: new Map(rows.map((row, at) => [row, ratings[at] ?? ''])),
    ratingColumns: Math.min(
      ratings.reduce((most, text) => Math.max(most, displayWidth(text)), 0),
      20,
    ),
  };
  measured.set(rows, cells);
  return cells;
}

const ratingTexts = new WeakMap<Row, string>();

function ratingOf(row: Row): string {
  if (row.entry === null) return '';
  const known = ratingTexts.get(row) ?? visibleLine(ratingCell(row.entry));
  ratingTexts.set(row, known);
  return known;
}

const gap = 2;
/** A title has at least so many columns before anything else has any. */
const narrowestTitle = 14;
const starColumns = 5;

function libraryRow(row: Row, at: number, cells: Cells, columns: number, { shelf }: State): Runs {
  const isAtHand = at === shelf.at;
  const look = isAtHand ? 'strong' : undefined;
  const { kinds, ratings, ratingColumns } = cells;
  let room = columns - 2;
  const take = (wanted: number, least: number): number => {
    if (wanted === 0 || room - wanted - gap < least) return 0;
    room -= wanted + gap;
    return wanted;
  };
  const rating = take(ratingColumns, Math.min(narrowestTitle, 10));
  const kind = take(kinds, narrowestTitle);
  const stars = take(starColumns, 30);
  const { entry } = row;
  const cell = (text: string, width: number, spans = [run(text, look)] as Runs): Runs =>
    width === 0 ? [] : [run(' '.repeat(gap)), ...fittedRuns(spans, width)];
  return [
    run(isAtHand ? `${mark} ` : '  ', look),
    ...fittedRuns([{ ...titleSpan(row, room), ...(look === undefined ? {} : { look }) }], room),
    ...cell(entry?.item.kind ?? '', kind, [toned(entry?.item.kind ?? '', 'muted')]),
    ...cell(ratings.get(row) ?? '', rating),
    ...cell('', stars, entry === null ? [] : (starSpans(starsOf(entry.rating)) as readonly Run[])),
  ];
}

function titleSpan({ entry, file, problem }: Row, columns: number): StyledSpan {
  if (problem !== undefined)
    return toned(ellipsized(visibleLine(`${file.id}: ${problem}`), columns), 'muted');
  if (entry === null) return toned(ellipsized(visibleLine(file.id), columns), 'muted');
  const title = entry.title ?? entry.item.name ?? entry.id;
  return { text: ellipsized(visibleLine(title), columns), style: {} };
}
