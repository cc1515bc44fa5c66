import { bodyRows, hasRoomForContents, paneColumns } from '../dimensions.ts';
import { helpLength } from '../drawing/help.ts';
import { type Action, actionOf } from '../keymap.ts';
import { type Effect, only, type State, type Step, saying } from '../state.ts';
import {
  choosing,
  choosingAt,
  contentsOpened,
  followed,
  linksOpened,
  listEntered,
  listLeft,
  listLength,
  numberedRow,
} from './list.ts';
import {
  atEnd,
  movedTo,
  nextChapter,
  numbered,
  previousChapter,
  scrolled,
  selecting,
  withPage,
} from './page.ts';
import { prompting, typed } from './prompt.ts';
import { nextHit } from './search.ts';
import {
  atReview,
  chosenRow,
  filtered,
  isFiltered,
  rowAtHand,
  sorted,
  withShelf,
} from './shelf.ts';

/** What a key does. */
export function keyed(state: State, key: string): Step {
  const action = actionOf(key, state.screen);
  const { prompt, page } = state;
  if (key === 'Ctrl-C' || key === 'Ctrl-Z' || key === 'Ctrl-L')
    return acted({ ...state, message: '' }, action as Action, key);
  if (prompt !== null) return typed(state, prompt, key);
  if (state.screen === 'page' && page !== null && page.note !== null) {
    const closed = withPage({ ...state, message: '' }, { note: null });
    return action === 'quit' ? acted(closed, action, key) : only(closed);
  }
  const quiet =
    action === 'number' ? { ...state, message: '' } : undigited({ ...state, message: '' });
  return action === null ? only(quiet) : acted(quiet, action, key);
}

/** A number that is typed ends with any other key. */
function undigited(state: State): State {
  const { page, list } = state;
  const typed = page === null || page.digits === '' ? state : withPage(state, { digits: '' });
  return list === null || list.digits === '' ? typed : { ...typed, list: { ...list, digits: '' } };
}

const effect = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects });

function acted(state: State, action: Action, key: string): Step {
  switch (action) {
    case 'quit':
      return effect(state, { kind: 'end', status: 0 });
    case 'interrupt':
      return effect(state, { kind: 'end', status: 130 });
    case 'suspend':
    case 'redraw':
      return effect(state, { kind: action });
    case 'help':
      return only(helped(state));
    case 'find':
      return only(prompting(state, 'find'));
    case 'theme': {
      const theme = (state.wishes.theme + 1) % state.themes.length;
      const themed = { ...state, wishes: { ...state.wishes, theme } };
      return effect(
        { ...themed, message: `theme: ${state.themes[theme] ?? ''}` },
        { kind: 'theme' },
      );
    }
    case 'mouse': {
      const mouse = !state.wishes.mouse;
      const message = mouse ? 'the mouse clicks; m gives it back' : 'the mouse selects text';
      return effect({ ...state, message, wishes: { ...state.wishes, mouse } }, { kind: 'mouse' });
    }
    default:
      break;
  }
  if (state.screen === 'help') return only(onHelp(state, action));
  if (state.screen === 'list') return onList(state, action, key);
  return state.screen === 'library' ? onLibrary(state, action) : onPage(state, action, key);
}

function helped(state: State): State {
  return state.screen === 'help'
    ? { ...state, screen: state.help.from }
    : { ...state, screen: 'help', help: { top: 0, from: state.screen } };
}

function onHelp(state: State, action: Action): State {
  const { top, from } = state.help;
  const last = Math.max(helpLength(state.size.columns) - bodyRows(state), 0);
  const at = (line: number): State => ({
    ...state,
    help: { from, top: Math.min(Math.max(line, 0), last) },
  });
  const by = movement(state, action);
  if (by !== null) return at(top + by);
  if (action === 'start' || action === 'end') return at(action === 'end' ? last : 0);
  return action === 'escape' || action === 'back' ? { ...state, screen: from } : state;
}

/** How far an action moves, in rows; null when it does not. */
function movement(state: State, action: Action): number | null {
  const screen = Math.max(bodyRows(state) - 1, 1);
  const half = Math.max(bodyRows(state) >> 1, 1);
  switch (action) {
    case 'line-down':
      return 1;
    case 'line-up':
      return -1;
    case 'screen-down':
      return screen;
    case 'screen-up':
      return -screen;
    case 'half-down':
      return half;
    case 'half-up':
      return -half;
    default:
      return null;
  }
}

function onList(state: State, action: Action, key: string): Step {
  const by = movement(state, action);
  if (by !== null) return only(choosing(state, by));
  switch (action) {
    case 'start':
      return only(choosingAt(state, 0));
    case 'end':
      return only(choosingAt(state, listLength(state)));
    case 'number':
      return only(numberedRow(state, key));
    case 'enter':
      return listEntered(state);
    default:
      return listLeft(state);
  }
}

function onLibrary(state: State, action: Action): Step {
  const { shelf, page } = state;
  const by = movement(state, action);
  if (by !== null) return only(chosenRow(state, shelf.at + by));
  const row = rowAtHand(state);
  switch (action) {
    case 'start':
      return only(chosenRow(state, 0));
    case 'end':
      return only(chosenRow(state, shelf.shown.length - 1));
    case 'enter':
      if (row === undefined) return only(state);
      return effect(state, {
        kind: 'open',
        file: row.file,
        way: 'library',
        section: null,
        words: null,
      });
    case 'search':
      return only(prompting(state, 'filter', shelf.filter.words));
    case 'sort':
      return sorted(state);
    case 'edit':
      return row === undefined ? only(state) : effect(state, { kind: 'edit', file: row.file });
    case 'back':
      return page === null
        ? saying(state, 'no page to go back to')
        : only({ ...state, screen: 'page' });
    case 'escape':
      if (isFiltered(state)) return only(filtered(state, ''));
      return shelf.isOver && page !== null
        ? only({ ...state, screen: 'page' })
        : saying(state, 'q quits');
    default:
      return only(state);
  }
}

function onPage(state: State, action: Action, key: string): Step {
  const { page } = state;
  if (page === null) return only(state);
  const by = movement(state, action);
  if (by !== null) return only(scrolled(state, by));
  switch (action) {
    case 'enter':
      return page.selected === null ? only(scrolled(state, 1)) : followed(state);
    case 'start':
      return only(movedTo(state, 0));
    case 'end':
      return only(atEnd(state));
    case 'number':
      return numbered(state, key);
    case 'section-by-name':
      return only(prompting(state, 'section'));
    case 'next-section':
      return nextChapter(state);
    case 'previous-section':
      return previousChapter(state);
    case 'contents':
      return contents(state);
    case 'search':
      return only(prompting(state, 'search'));
    case 'next-hit':
    case 'previous-hit':
      return nextHit(state, action === 'next-hit' ? 1 : -1);
    case 'next-link':
    case 'previous-link':
      return selecting(state, action === 'next-link' ? 1 : -1);
    case 'links':
      return linksOpened(state);
    case 'back':
      return back(state);
    case 'forward':
      return travel(state, 'forward');
    case 'spoilers': {
      const spoilers = !state.wishes.spoilers;
      const message = spoilers ? 'spoilers are shown' : 'spoilers are hidden';
      return saying({ ...state, wishes: { ...state.wishes, spoilers } }, message);
    }
    case 'width':
      return widened(state);
    case 'library':
      return only(shelved(state, true));
    case 'copy':
    case 'read-again':
      return effect(state, { kind: action });
    case 'edit':
      return effect(state, { kind: 'edit', file: null });
    case 'escape':
      return takenBack(state);
    default:
      return only(state);
  }
}

function contents(state: State): Step {
  if (!hasRoomForContents(state)) return contentsOpened(state);
  if (state.page?.book.chapters.length === 0) return saying(state, 'no sections');
  return only({ ...state, wishes: { ...state.wishes, contents: paneColumns(state) === 0 } });
}

/** The library, the review at hand chosen. */
function shelved(state: State, isOver: boolean): State {
  const shown: State = withShelf({ ...state, screen: 'library' }, { isOver });
  return atReview(shown, state.page?.source.id ?? null);
}

function back(state: State): Step {
  return state.back.length > 0 ? travel(state, 'back') : only(shelved(state, true));
}

function travel(state: State, way: 'back' | 'forward'): Step {
  const visit = state[way].at(-1);
  if (visit === undefined) return saying(state, 'nothing to go forward to');
  return effect(state, { kind: 'visit', visit, way });
}

const widths = [60, 80, 100] as const;

function widened(state: State): Step {
  const { width } = state.wishes;
  const next = width === 0 ? widths[0] : (widths.find((each) => each > width) ?? 0);
  const message = next === 0 ? 'width: all there is' : `width: ${next}`;
  return saying({ ...state, wishes: { ...state.wishes, width: next } }, message);
}

/** Esc takes back one thing. */
function takenBack(state: State): Step {
  const { page, cameFrom, list } = state;
  if (page === null) return only(state);
  if (page.selected !== null) return only(withPage(state, { selected: null }));
  if (page.search !== null) return only(withPage(state, { search: null }));
  if (cameFrom === 'list' && list !== null) return only({ ...state, screen: 'list' });
  if (cameFrom !== null) return only(shelved(state, false));
  return saying(state, 'q quits');
}
