import { chapterAt } from '../book.ts';
import { type List, only, type State, type Step, saying } from '../state.ts';
import { atChapter, showing, withPage } from './page.ts';

/** How many rows a list has. */
export function listLength({ list, page }: State): number {
  if (list === null) return 0;
  if (list.kind === 'found') return list.places.length;
  return (list.kind === 'contents' ? page?.book.chapters : page?.book.links)?.length ?? 0;
}

/** Opens the contents as a screen of their own, the section at hand chosen. */
export function contentsOpened(state: State): Step {
  const { page } = state;
  if (page === null || page.book.chapters.length === 0) return saying(state, 'no sections');
  const chapter = chapterAt(page.book, page.top);
  const at = chapter === null ? 0 : page.book.chapters.indexOf(chapter);
  return only({ ...state, screen: 'list', list: { kind: 'contents', at, digits: '' } });
}

/** Opens the list of links and notes, the first that is on the screen chosen. */
export function linksOpened(state: State): Step {
  const { page } = state;
  if (page === null || page.book.links.length === 0) return saying(state, 'no links and no notes');
  const seen = page.book.links.findIndex(({ pieces: [{ line }] }) => line >= page.top);
  const at = page.selected ?? Math.max(seen, 0);
  return only({ ...state, screen: 'list', list: { kind: 'links', at, digits: '' } });
}

/** Moves the choice of a list. */
export function choosingAt(state: State, at: number): State {
  const { list } = state;
  if (list === null) return state;
  const last = Math.max(listLength(state) - 1, 0);
  return { ...state, list: { ...list, at: Math.min(Math.max(at, 0), last), digits: '' } };
}

export function choosing(state: State, by: number): State {
  return choosingAt(state, (state.list?.at ?? 0) + by);
}

/** The row of the number that is typed, from 1; of contents, the section's. */
export function numberedRow(state: State, digit: string): State {
  const { list, page } = state;
  if (list === null) return state;
  const rowOf = (digits: string): number =>
    list.kind === 'contents'
      ? (page?.book.chapters.findIndex(({ number }) => number === digits) ?? -1)
      : /^[1-9]\d*$/.test(digits) && Number(digits) <= listLength(state)
        ? Number(digits) - 1
        : -1;
  const longer = list.digits + digit;
  const digits = rowOf(longer) >= 0 || digit === '.' ? longer : digit;
  const at = rowOf(digits);
  return { ...state, list: { ...list, at: at < 0 ? list.at : at, digits } };
}

/** Goes where the chosen row of a list leads. */
export function listEntered(state: State): Step {
  const { list, page } = state;
  if (list === null) return only(state);
  if (list.kind === 'found') return foundEntered(state, list);
  const onPage: State = { ...state, screen: 'page', list: null };
  if (page === null) return only(onPage);
  if (list.kind === 'contents') {
    const chapter = page.book.chapters[list.at];
    return only(chapter === undefined ? onPage : atChapter(onPage, chapter));
  }
  const link = page.book.links[list.at];
  if (link === undefined) return only(onPage);
  return followed(withPage(showing(onPage, link.pieces[0].line), { selected: list.at }));
}

function foundEntered(state: State, list: List & { readonly kind: 'found' }): Step {
  const place = list.places[list.at];
  if (place === undefined) return only(state);
  const { file, section } = place;
  return {
    state,
    effects: [{ kind: 'open', file, way: 'found', section, words: list.words }],
  };
}

/** Follows the selected link: a note is shown, everything else is for the outside. */
export function followed(state: State): Step {
  const { page } = state;
  const link = page === null || page.selected === null ? undefined : page.book.links[page.selected];
  if (page === null || link === undefined) return only(state);
  const { target } = link;
  if (target.kind !== 'note') return { state, effects: [{ kind: 'follow', target }] };
  const note = page.book.notes.get(target.number);
  return note === undefined
    ? saying(state, `note ${target.number} is not on the page`)
    : only(withPage(state, { note }));
}

/** Back from a list to where it was opened. */
export function listLeft(state: State): Step {
  const { list } = state;
  if (list === null || list.kind !== 'found') return only({ ...state, screen: 'page', list: null });
  const effects: Step['effects'] = list.progress === null ? [] : [{ kind: 'stop-finding' }];
  return {
    state: {
      ...state,
      screen: list.from,
      list: null,
      cameFrom: state.cameFrom === 'list' ? null : state.cameFrom,
    },
    effects,
  };
}
