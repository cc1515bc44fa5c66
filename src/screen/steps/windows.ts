import { chapterAt } from '../book.ts';
import { bodyRows } from '../dimensions.ts';
import type { State } from '../state.ts';
import { listLength } from './list.ts';

/** The first section that the pane shows: the one at hand stands in its middle, where there are more than fit. */
export function contentsTop(state: State): number {
  const { page } = state;
  if (page === null) return 0;
  const { chapters } = page.book;
  const rows = bodyRows(state);
  const chapter = chapterAt(page.book, page.top);
  const at = chapter === null ? 0 : chapters.indexOf(chapter);
  return Math.max(Math.min(at - (rows >> 1), chapters.length - rows), 0);
}

/** The first row of a list whose chosen row stands in the middle, where there are more than fit. */
export function topOf(at: number, length: number, rows: number): number {
  return Math.max(Math.min(at - (rows >> 1), length - rows), 0);
}

/** The first row that a list shows. */
export function listTop(state: State): number {
  const { list } = state;
  return list === null ? 0 : topOf(list.at, listLength(state), bodyRows(state));
}
