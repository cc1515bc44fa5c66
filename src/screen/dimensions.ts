import { displayWidth } from '../text/width.ts';
import type { Book, BookShape } from './book.ts';
import type { State } from './state.ts';

/** From so many columns on the contents stand beside the page, and from fewer on they may. */
const columnsForContents = 100;
const columnsForAskedContents = 60;
const widestPane = 34;
/** A bar between two panes, with a blank on both sides. */
export const paneGap = 3;
/** The layout never gets less: where the screen is narrower, what fits is shown. */
const narrowestLayout = 20;

/** The rows above the footer. */
export function bodyRows({ size }: State): number {
  return Math.max(size.rows - 1, 1);
}

/** The columns of the contents beside the page; 0 when there are none. */
export function paneColumns(state: State): number {
  return paneFor(state, state.page?.book.chapters ?? []);
}

function paneFor(
  { size: { columns }, wishes }: Pick<State, 'size' | 'wishes'>,
  chapters: Book['chapters'],
): number {
  const isWanted = wishes.contents ?? columns >= columnsForContents;
  if (chapters.length === 0 || !isWanted || columns < columnsForAskedContents) return 0;
  return Math.min(longestEntry(chapters), widestPane, Math.floor(columns / 3));
}

const longest = new WeakMap<Book['chapters'], number>();

/** The columns of the longest entry: mark, number, title. */
function longestEntry(chapters: Book['chapters']): number {
  let most = longest.get(chapters);
  if (most === undefined) {
    const numbers = numberColumns(chapters);
    most = chapters.reduce(
      (widest, { title }) => Math.max(widest, 1 + numbers + 2 + displayWidth(title)),
      0,
    );
    longest.set(chapters, most);
  }
  return most;
}

/** The columns of the longest number. */
export function numberColumns(chapters: Book['chapters']): number {
  return chapters.reduce((most, { number }) => Math.max(most, number.length), 1);
}

/** How a page with these sections should be laid out. */
export function wantedShape(
  { size, wishes }: Pick<State, 'size' | 'wishes'>,
  chapters: Book['chapters'],
): BookShape {
  const pane = paneFor({ size, wishes }, chapters);
  const room = size.columns - (pane === 0 ? 0 : pane + paneGap);
  const columns = wishes.width === 0 ? room : Math.min(wishes.width, room);
  return { columns: Math.max(columns, narrowestLayout), spoilers: wishes.spoilers };
}

/** Whether contents may stand beside the page; else they are a screen of their own. */
export function hasRoomForContents({ size: { columns } }: State): boolean {
  return columns >= columnsForAskedContents;
}

/** From so many columns on the library has a preview beside it. */
export function previewColumns({ size: { columns } }: State): number {
  return columns < columnsForContents ? 0 : columns - Math.floor(columns * 0.45) - paneGap;
}
