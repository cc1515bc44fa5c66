import { type Book, type Chapter, chapterAt } from '../book.ts';
import { bodyRows } from '../dimensions.ts';
import { lineOf, placeOf } from '../place.ts';
import { only, type Page, type State, type Step, saying } from '../state.ts';

/** The state with its page changed. */
export function withPage(state: State, change: Partial<Page>): State {
  return state.page === null ? state : { ...state, page: { ...state.page, ...change } };
}

/** The page with that line in its top row, and a place of its own from now on. */
export function movedTo(state: State, top: number): State {
  const { page } = state;
  if (page === null) return state;
  const most = Math.max(page.book.lines.length - 1, 0);
  const moved = withPage(state, { top: Math.min(Math.max(top, 0), most), place: null });
  return isSelectedSeen(moved) ? moved : withPage(moved, { selected: null });
}

function isSelectedSeen(state: State): boolean {
  const { page } = state;
  if (page === null || page.selected === null) return true;
  const pieces = page.book.links[page.selected]?.pieces ?? [];
  return pieces.some(({ line }) => line >= page.top && line < page.top + bodyRows(state));
}

/** The last top line that scrolling reaches: the end of the text is then at the end of the screen. */
function lastTop(state: State): number {
  return Math.max((state.page?.book.lines.length ?? 0) - bodyRows(state), 0);
}

/** Scrolls by lines. It stops at both ends; a page that was put further down stays there. */
export function scrolled(state: State, by: number): State {
  const { page } = state;
  if (page === null) return state;
  const most = Math.max(lastTop(state), page.top);
  return movedTo(state, Math.min(page.top + by, by > 0 ? most : page.top + by));
}

/** To the end of the text. */
export function atEnd(state: State): State {
  return movedTo(state, lastTop(state));
}

/** Brings a line on the screen, a third of it below the top, unless it is there already. */
export function showing(state: State, line: number): State {
  const { page } = state;
  if (page === null) return state;
  const rows = bodyRows(state);
  if (line >= page.top && line < page.top + rows) return state;
  const above = Math.floor(rows / 3);
  return movedTo(state, Math.min(line - above, Math.max(lastTop(state), 0)));
}

/** The same page in another layout, at the same place. */
export function laidOut(state: State, book: Book): State {
  const { page } = state;
  if (page === null) return state;
  const place = page.place ?? placeOf(page.book, page.top);
  const isSame = book.links.length === page.book.links.length;
  return withPage(state, {
    book,
    place,
    top: lineOf(book, place),
    selected: isSame ? page.selected : null,
    note: null,
  });
}

/** Puts a section in the top row, even where less than a screen follows. */
export function atChapter(state: State, chapter: Chapter): State {
  return movedTo(state, chapter.line);
}

/** The section with that id. */
export function chapterNamed({ chapters }: Book, id: string): Chapter | undefined {
  return chapters.find((chapter) => chapter.id === id);
}

/** To the section of the number that is typed: a digit more refines it, or begins another. */
export function numbered(state: State, digit: string): Step {
  const { page } = state;
  if (page === null) return only(state);
  const { chapters } = page.book;
  const typed = page.digits + digit;
  const chapter = chapters.find(({ number }) => number === typed);
  const digits = (text: string): State => withPage(state, { digits: text });
  if (chapter !== undefined) return only(atChapter(digits(typed), chapter));
  // A number may go on: `2.` before `2.1`, `1` before `12` where nothing is called `1`.
  if (digit === '.' && page.digits === '') return only(state);
  if (chapters.some(({ number }) => number.startsWith(typed)))
    return saying(digits(typed), `section ${typed}`);
  const alone = chapters.find(({ number }) => number === digit);
  if (alone !== undefined) return only(atChapter(digits(digit), alone));
  const isRefined = typed.includes('.') || chapters.some(({ number }) => /^\d\d/.test(number));
  return saying(digits(''), `no section ${isRefined ? typed : digit}`);
}

/** To the section after the one at hand. */
export function nextChapter(state: State): Step {
  const { page } = state;
  if (page === null) return only(state);
  const next = page.book.chapters.find(({ line }) => line > page.top);
  return next === undefined ? saying(state, 'the last section') : only(atChapter(state, next));
}

/** To the start of the section at hand, from there to the one before, and above the first to the start of the page. */
export function previousChapter(state: State): Step {
  const { page } = state;
  if (page === null) return only(state);
  if (page.top === 0) return saying(state, 'the start');
  const before = chapterAt(page.book, page.top - 1);
  return only(movedTo(state, before?.line ?? 0));
}

/** Selects the next link or note, or the one before: from the selected one, else from what is on the screen. */
export function selecting(state: State, by: 1 | -1): Step {
  const { page } = state;
  if (page === null) return only(state);
  const { links } = page.book;
  if (links.length === 0) return saying(state, 'no links and no notes');
  const bottom = page.top + bodyRows(state);
  const first = links.findIndex(({ pieces: [{ line }] }) => line >= page.top);
  const last = links.findLastIndex(({ pieces: [{ line }] }) => line < bottom);
  const from = by > 0 ? (first < 0 ? links.length : first) : last;
  const wanted = page.selected === null ? from : page.selected + by;
  const at = (wanted + links.length) % links.length;
  const isRound = wanted < 0 || wanted >= links.length;
  const line = links[at]?.pieces[0].line ?? 0;
  const selected = withPage(showing(withPage(state, { selected: null }), line), { selected: at });
  return isRound
    ? saying(selected, by > 0 ? 'from the first link again' : 'from the last link again')
    : only(selected);
}
