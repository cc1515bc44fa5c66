import { findIn, type Hits } from '../find.ts';
import { only, type State, type Step, saying } from '../state.ts';
import { movedTo, showing, withPage } from './page.ts';

/** The page with these words searched for, from a line on; at the first hit where there is none below. */
export function searched(state: State, words: string, from: number): State {
  const { page } = state;
  if (page === null) return state;
  const hits = findIn(page.book, words);
  if (hits === null) return withPage(state, { search: null });
  const first = hits.from(from);
  const at = first < hits.count ? first : 0;
  return atHit(withPage(state, { search: { hits, at } }), hits, at);
}

function atHit(state: State, hits: Hits, at: number): State {
  if (hits.count === 0) return state;
  return showing(withPage(state, { search: { hits, at } }), hits.lineOf(at));
}

/** The hits of the page as it is laid out now; the current one keeps its number where it can. */
export function searchedAgain(state: State): State {
  const { page } = state;
  if (page === null || page.search === null) return state;
  const { at, hits } = page.search;
  const again = findIn(page.book, hits.words);
  if (again === null) return withPage(state, { search: null });
  return withPage(state, {
    search: { hits: again, at: Math.min(at, Math.max(again.count - 1, 0)) },
  });
}

/** To the next hit, or the one before; says when it goes round. */
export function nextHit(state: State, by: 1 | -1): Step {
  const { page } = state;
  if (page === null) return only(state);
  if (page.search === null) return saying(state, 'nothing is searched for: / searches');
  const { hits, at } = page.search;
  if (hits.count === 0) return saying(state, `not found: ${hits.words}`);
  const wanted = at + by;
  const next = (wanted + hits.count) % hits.count;
  const moved = atHit(state, hits, next);
  if (wanted >= hits.count) return saying(moved, 'search went round to the first hit');
  if (wanted < 0) return saying(moved, 'search went round to the last hit');
  return only(moved);
}

/** Ends a search that was typed: what is not there is said, and the page is where it was. */
export function searchEnded(state: State, before: State, words: string): Step {
  const { page } = state;
  const came = before.page;
  if (page === null || came === null) return only(state);
  if (words.trim() === '') return only(withPage(state, { search: came.search }));
  if (page.search !== null && page.search.hits.count > 0) return only(state);
  const back = movedTo(withPage(state, { search: null }), came.top);
  return saying(back, `not found: ${words}`);
}
