import { bodyRows, paneColumns } from '../dimensions.ts';
import type { Input } from '../keys.ts';
import { only, type State, type Step } from '../state.ts';
import { keyed } from './actions.ts';
import { choosing, choosingAt, listEntered } from './list.ts';
import { atChapter, scrolled } from './page.ts';
import { chosenRow } from './shelf.ts';
import { contentsTop, listTop } from './windows.ts';

type Mouse = Extract<Input, { readonly kind: 'mouse' }>;

/** Lines that a notch of the wheel moves. */
const notch = 3;

/** What a click or a turn of the wheel does: a row that is clicked is chosen, and opened when it was chosen already; a section of the contents is gone to. */
export function clicked(state: State, { button, column, row }: Mouse): Step {
  if (state.prompt !== null) return only(state);
  const quiet = { ...state, message: '' };
  if (button !== 'left') return only(turned(quiet, button === 'wheel-down' ? notch : -notch));
  if (row >= bodyRows(state)) return only(state);
  if (state.screen === 'library') {
    const at = state.shelf.top + row;
    if (at >= state.shelf.shown.length) return only(quiet);
    return at === state.shelf.at ? keyed(quiet, 'Enter') : only(chosenRow(quiet, at));
  }
  if (state.screen === 'list') {
    const at = listTop(state) + row;
    const chosen = choosingAt(quiet, at);
    return chosen.list?.at === at ? listEntered(chosen) : only(quiet);
  }
  if (state.screen !== 'page' || state.page === null) return only(quiet);
  if (column >= paneColumns(state)) return only(quiet);
  const chapter = state.page.book.chapters[contentsTop(state) + row];
  return only(chapter === undefined ? quiet : atChapter(quiet, chapter));
}

/** What the wheel turns: the page, or the choice of a list. */
function turned(state: State, by: number): State {
  if (state.screen === 'page') return scrolled(state, by);
  if (state.screen === 'library') return chosenRow(state, state.shelf.at + by);
  return state.screen === 'list' ? choosing(state, by) : keyed(state, by > 0 ? 'j' : 'k').state;
}
