import { toned } from '../writers/style.ts';
import { bodyRows, paneColumns, paneGap, previewColumns } from './dimensions.ts';
import { footerOf } from './drawing/footer.ts';
import { helpRows } from './drawing/help.ts';
import { libraryRows } from './drawing/library.ts';
import { contentsRows, listRows, namedRows } from './drawing/lists.ts';
import { beside, cutRuns, fittedRuns, type Marked, markedRuns, type Runs } from './drawing/runs.ts';
import type { Page, State } from './state.ts';

/** What is on the screen: as many rows as it has, none wider than it. */
export interface Picture {
  readonly rows: readonly Runs[];
  /** How many columns the left pane has with its bar; 0 where there is none. */
  readonly pane: number;
  /** Where the cursor stands, from 0; null when nothing is typed. */
  readonly cursor: { readonly row: number; readonly column: number } | null;
}

/** Draws the state. Pure. */
export function pictureOf(state: State): Picture {
  const { columns, rows } = state.size;
  const height = bodyRows(state);
  const body = bodyOf(state);
  const footer = footerOf(state);
  const isBare = rows < 2;
  const lines = Array.from({ length: height }, (_, at) => cutRuns(body[at] ?? [], columns));
  return {
    rows: isBare ? [cutRuns(footer.row, columns)] : [...lines, cutRuns(footer.row, columns)],
    pane: leftColumns(state),
    cursor: footer.cursor === null ? null : { row: isBare ? 0 : height, column: footer.cursor },
  };
}

/** The columns of a bar with the blank before it. */
const barColumns = 2;

function leftColumns(state: State): number {
  if (state.screen === 'page') {
    const pane = paneColumns(state);
    return pane === 0 ? 0 : pane + barColumns;
  }
  const preview = state.screen === 'library' ? previewColumns(state) : 0;
  return preview === 0 ? 0 : state.size.columns - preview - paneGap + barColumns;
}

function bodyOf(state: State): readonly Runs[] {
  switch (state.screen) {
    case 'library':
      return libraryRows(state);
    case 'list':
      return listRows(state, state.size.columns);
    case 'help':
      return helpRows(state.size.columns).slice(state.help.top);
    case 'page':
      return state.page === null ? [] : pageRows(state, state.page);
  }
}

function pageRows(state: State, page: Page): readonly Runs[] {
  const isNaming = state.prompt?.kind === 'section';
  const pane = paneColumns(state);
  const rows = bodyRows(state);
  if (pane === 0 && isNaming) return namedRows(state, state.size.columns);
  const lines = pageLines(state, page, rows);
  if (pane === 0) return lines;
  const entries = isNaming ? namedRows(state, pane) : contentsRows(state, pane);
  return Array.from({ length: rows }, (_, at) => [
    ...fittedRuns(entries[at] ?? [], pane),
    ...beside(lines[at] ?? []),
  ]);
}

/** The lines of the text, with what was found and what is selected; a note stands above the footer. */
function pageLines(state: State, page: Page, rows: number): readonly Runs[] {
  const { book, top, note } = page;
  const lines = book.lines
    .slice(top, top + rows)
    .map((line, at) => markedRuns(line, marksOf(page, top + at)));
  if (note === null) return lines;
  const shown = note.slice(0, Math.max(rows - 2, 1));
  const start = rows - shown.length - 1;
  const filled = Array.from({ length: rows }, (_, at) => lines[at] ?? []);
  const width = Math.min(book.columns, state.size.columns);
  return [...filled.slice(0, start), [toned('─'.repeat(width), 'rule')], ...shown].slice(-rows);
}

function marksOf({ book, search, selected }: Page, line: number): readonly Marked[] {
  const found = (search?.hits.within(line) ?? []).map(
    ({ from, to, hit }): Marked => ({ from, to, look: hit === search?.at ? 'current' : 'reverse' }),
  );
  const link = selected === null ? undefined : book.links[selected];
  const pieces = (link?.pieces ?? []).filter((piece) => piece.line === line);
  const parts = pieces.flatMap(({ from, to }) => without({ from, to, look: 'reverse' }, found));
  return [...found, ...parts].sort((a, b) => a.from - b.from);
}

/** What is left of a part beside others, which are in order. */
function without(part: Marked, others: readonly Marked[]): readonly Marked[] {
  const left: Marked[] = [];
  let { from } = part;
  for (const other of others) {
    if (other.to <= from || other.from >= part.to) continue;
    if (other.from > from) left.push({ ...part, from, to: other.from });
    from = other.to;
  }
  return from < part.to ? [...left, { ...part, from }] : left;
}
