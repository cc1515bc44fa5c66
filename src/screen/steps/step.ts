import { lineOf, type Place, placeOf } from '../place.ts';
import { type Event, only, type Page, type State, type Step, type Visit } from '../state.ts';
import { keyed } from './actions.ts';
import { clicked } from './mouse.ts';
import { atChapter, chapterNamed, laidOut, movedTo, withPage } from './page.ts';
import { pasted } from './prompt.ts';
import { searched, searchedAgain } from './search.ts';
import { stocked, withShelf } from './shelf.ts';

/** What becomes of the screen when something happens, and what is to be done outside. Pure. */
export function step(state: State, event: Event): Step {
  switch (event.kind) {
    case 'key':
      return keyed(state, event.key);
    case 'paste':
      return only(state.prompt === null ? state : pasted(state, state.prompt, event.text));
    case 'mouse':
      return state.wishes.mouse ? clicked(state, event) : only(state);
    case 'answer':
      return only(state);
    case 'size':
      return only(sized(state, event.size));
    case 'opened':
      return only(opened(state, event));
    case 'laid':
      return only(searchedAgain(laidOut(state, event.book)));
    case 'shelf':
      return only(stocked(state, event));
    case 'preview':
      return only(withShelf(state, { preview: { id: event.id, lines: event.lines } }));
    case 'finding':
      return only(finding(state, event.words));
    case 'found':
      return only(found(state, event));
    case 'said':
      return only({ ...state, message: event.message });
    case 'noticed':
      return only({ ...state, notice: event.notice });
  }
}

function sized(state: State, size: State['size']): State {
  // The place is taken before the page moves; the layout follows.
  const { page } = state;
  const kept =
    page === null
      ? state
      : withPage(state, { place: page.place ?? placeOf(page.book, page.top), note: null });
  return withShelf({ ...kept, size }, {});
}

/** How many places are kept on either side. */
const longestHistory = 100;

type Opened = Extract<Event, { readonly kind: 'opened' }>;

function opened(state: State, event: Opened): State {
  const { way, source, book, section, place, words, message = '' } = event;
  const fresh: Page = {
    source,
    book,
    top: 0,
    place: null,
    selected: null,
    search: null,
    digits: '',
    note: null,
  };
  if (way === 'again') return readAgain(state, event);
  const travelled = isHere(state, event) ? state : { ...state, ...historyOf(state, way) };
  const shown: State = {
    ...travelled,
    page: fresh,
    screen: 'page',
    prompt: null,
    message,
    notice: '',
    list: way === 'found' ? state.list : null,
    cameFrom: way === 'library' ? 'library' : way === 'found' ? 'list' : state.cameFrom,
  };
  return searchedFor(placed(shown, section, place), words);
}

/** Whether the library, or a hit in it, leads to the review that is shown already: then there is nothing to come back to. */
function isHere({ page }: State, { way, source: { loaded } }: Opened): boolean {
  if (page === null || (way !== 'library' && way !== 'found')) return false;
  const { file, key } = page.source.loaded;
  return file === loaded.file && key === loaded.key;
}

/** The same review, its file read once more. */
function readAgain(state: State, { source, book, message = '' }: Opened): State {
  const read = laidOut(withPage(state, { source, digits: '' }), book);
  const searchedOnce = searchedAgain(read);
  return { ...searchedOnce, message: message === '' ? state.message : message, notice: '' };
}

function placed(state: State, section: string | undefined, place: Place | undefined): State {
  const { page } = state;
  if (page === null) return state;
  if (place !== undefined) return withPage(state, { top: lineOf(page.book, place), place });
  const chapter = section === undefined ? undefined : chapterNamed(page.book, section);
  return chapter === undefined ? state : atChapter(state, chapter);
}

/** Words that were looked for in the library: the first of them that is on the page, from the place on. */
function searchedFor(state: State, words: string | undefined): State {
  const { page } = state;
  if (words === undefined || page === null) return state;
  for (const part of [words, ...words.split(/\s+/)]) {
    const next = searched(state, part.toLowerCase(), page.top);
    const { search = null } = next.page ?? {};
    if (search !== null && search.hits.count > 0) return movedTo(next, page.top);
  }
  return state;
}

/** The history after a way that leads elsewhere. */
function historyOf(state: State, way: Opened['way']): Pick<State, 'back' | 'forward'> {
  const { page, back, forward } = state;
  const here: Visit[] =
    page === null
      ? []
      : [{ source: page.source, place: page.place ?? placeOf(page.book, page.top) }];
  if (way === 'back')
    return { back: back.slice(0, -1), forward: [...forward, ...here].slice(-longestHistory) };
  if (way === 'forward')
    return { back: [...back, ...here].slice(-longestHistory), forward: forward.slice(0, -1) };
  return { back: [...back, ...here].slice(-longestHistory), forward: [] };
}

/** The list of what is found opens at once, empty. */
function finding(state: State, words: string): State {
  const from = state.screen === 'library' ? 'library' : 'page';
  const list = {
    kind: 'found',
    at: 0,
    digits: '',
    words,
    places: [],
    progress: '…',
    from,
  } as const;
  return { ...state, screen: 'list', list };
}

function found(state: State, event: Extract<Event, { readonly kind: 'found' }>): State {
  const { words, places, progress } = event;
  const { list } = state;
  // Whoever went away meanwhile is not called back.
  if (list?.kind !== 'found' || list.words !== words) return state;
  const message =
    progress === null && places.length === 0 ? `'${words}' is in no review of the library` : '';
  return { ...state, message, list: { ...list, places, progress } };
}
