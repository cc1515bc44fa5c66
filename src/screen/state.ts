import type { Filter } from '../library/filter.ts';
import type { Library, LoadedReview } from '../library/library.ts';
import type { ListEntry, SortKey } from '../library/query.ts';
import type { FoundFile } from '../library/walk.ts';
import type { ExtraSynonyms } from '../model/roles.ts';
import type { LinkTarget, StyledLine } from '../writers/style.ts';
import type { Book } from './book.ts';
import type { Hits } from './find.ts';
import type { Input } from './keys.ts';
import type { Place } from './place.ts';

/** In cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What a page was read from, and how it is read again. */
export interface Source {
  /** How a person names it, on a command line too. */
  readonly ref: string;
  /** Its id in the library that is browsed; null outside of it. */
  readonly id: string | null;
  /** As it was read last. */
  readonly loaded: LoadedReview;
  /** Throws as `Library.load` does. */
  readonly read: () => LoadedReview;
  /** Where its links lead; null where they lead to no review. */
  readonly around: Library | null;
}

/** A review on the screen. */
export interface Page {
  readonly source: Source;
  readonly book: Book;
  /** The line in the top row. */
  readonly top: number;
  /** Where the top row stood when it was last moved; null until another layout asks. */
  readonly place: Place | null;
  /** The number of the selected link. */
  readonly selected: number | null;
  readonly search: { readonly hits: Hits; readonly at: number } | null;
  /** What was typed of a section's number. */
  readonly digits: string;
  /** The note that is shown above the footer. */
  readonly note: readonly StyledLine[] | null;
}

/** A page to come back to. */
export interface Visit {
  readonly source: Source;
  readonly place: Place;
}

/** A review of the library: by its id alone until its file is read. */
export interface Row {
  readonly file: FoundFile;
  readonly entry: ListEntry | null;
  /** Why it could not be read. */
  readonly problem?: string;
}

/** The orders of the library's screen, as `S` goes through them. */
export const sortOrders = ['title', 'rating', 'date', 'kind', 'words'] as const satisfies SortKey[];

/** The library on the screen. */
export interface Shelf {
  /** All, in the order of their ids. */
  readonly rows: readonly Row[];
  /** Those that the filter lets through, in order. */
  readonly shown: readonly Row[];
  readonly at: number;
  readonly top: number;
  readonly sort: (typeof sortOrders)[number];
  readonly filter: { readonly words: string; readonly holds: Filter | null };
  /** What is wrong with the filter as it is typed. */
  readonly problem: string | null;
  /** How many files are read of how many. */
  readonly read: number;
  readonly files: number;
  /** Whether somebody chose a row: it is then kept. */
  readonly isChosen: boolean;
  /** Whether it lies over a page, to go back to. */
  readonly isOver: boolean;
  readonly preview: { readonly id: string; readonly lines: readonly StyledLine[] } | null;
}

/** A place of the library that holds what was looked for. */
export interface FoundPlace {
  readonly file: FoundFile;
  /** The section's id; null for the title card. */
  readonly section: string | null;
  readonly line: StyledLine;
}

/** What a list is of. `at` is its chosen row. */
export type List =
  | { readonly kind: 'contents' | 'links'; readonly at: number; readonly digits: string }
  | {
      readonly kind: 'found';
      readonly at: number;
      readonly digits: string;
      readonly words: string;
      readonly places: readonly FoundPlace[];
      /** How much of the library was looked through; null when all was. */
      readonly progress: string | null;
      readonly from: 'page' | 'library';
    };

/** A line that is being typed, in the footer. */
export interface Prompt {
  readonly kind: 'search' | 'section' | 'filter' | 'find';
  readonly text: string;
  /** The cursor, in UTF-16 units. */
  readonly cursor: number;
  /** The row of the list that was chosen with the arrows. */
  readonly chosen: number | null;
  /** What Esc brings back. */
  readonly before: State;
}

/** What a reader has chosen on the way. */
export interface Wishes {
  /** The most columns of the text; 0 for all there are. */
  readonly width: number;
  /** Whether contents stand beside the page; null: where there is room. */
  readonly contents: boolean | null;
  readonly spoilers: boolean;
  /** Index of `themes`. */
  readonly theme: number;
  readonly mouse: boolean;
}

export type ScreenName = 'page' | 'library' | 'list' | 'help';

/** All that is on the screen. */
export interface State {
  readonly size: Size;
  readonly screen: ScreenName;
  readonly page: Page | null;
  readonly shelf: Shelf;
  readonly list: List | null;
  /** The help's top line, and the screen below it. */
  readonly help: { readonly top: number; readonly from: ScreenName };
  readonly prompt: Prompt | null;
  /** Until the next key. */
  readonly message: string;
  /** As long as it holds: a file that is gone, say. */
  readonly notice: string;
  readonly wishes: Wishes;
  /** The names of the themes that there are. */
  readonly themes: readonly string[];
  readonly synonyms: ExtraSynonyms;
  /** What Esc leads back to from the page. */
  readonly cameFrom: 'library' | 'list' | null;
  readonly back: readonly Visit[];
  readonly forward: readonly Visit[];
}

/** How a page came to be shown. */
export type Way = 'start' | 'library' | 'found' | 'link' | 'back' | 'forward' | 'again';

/** What the outside tells of. */
export type Event =
  | Input
  | { readonly kind: 'size'; readonly size: Size }
  | {
      readonly kind: 'opened';
      readonly way: Way;
      readonly source: Source;
      readonly book: Book;
      /** The id of the section to start at. */
      readonly section?: string;
      readonly place?: Place;
      /** What is searched for at once. */
      readonly words?: string;
      readonly message?: string;
    }
  /** The same review, laid out anew. */
  | { readonly kind: 'laid'; readonly book: Book }
  | {
      readonly kind: 'shelf';
      readonly rows: readonly Row[];
      readonly read: number;
      readonly files: number;
    }
  | { readonly kind: 'preview'; readonly id: string; readonly lines: readonly StyledLine[] }
  | { readonly kind: 'finding'; readonly words: string }
  | {
      readonly kind: 'found';
      readonly words: string;
      readonly places: readonly FoundPlace[];
      readonly progress: string | null;
    }
  | { readonly kind: 'said'; readonly message: string }
  | { readonly kind: 'noticed'; readonly notice: string };

/** What is to be done outside. */
export type Effect =
  | { readonly kind: 'end'; readonly status: 0 | 130 }
  | { readonly kind: 'suspend' | 'redraw' | 'copy' | 'read-again' | 'theme' | 'mouse' }
  | { readonly kind: 'edit'; readonly file: FoundFile | null }
  | { readonly kind: 'follow'; readonly target: LinkTarget }
  | { readonly kind: 'visit'; readonly visit: Visit; readonly way: 'back' | 'forward' }
  | {
      readonly kind: 'open';
      readonly file: FoundFile;
      readonly way: 'library' | 'found';
      readonly section: string | null;
      readonly words: string | null;
    }
  | { readonly kind: 'find'; readonly words: string }
  | { readonly kind: 'stop-finding' };

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

const emptyShelf: Shelf = {
  rows: [],
  shown: [],
  at: 0,
  top: 0,
  sort: 'title',
  filter: { words: '', holds: null },
  problem: null,
  read: 0,
  files: 0,
  isChosen: false,
  isOver: false,
  preview: null,
};

/** What a run starts with. */
export type Start = Pick<State, 'size' | 'wishes' | 'themes' | 'synonyms'>;

/** A state before anything is opened: the library, empty. */
export function initialState(start: Start): State {
  return {
    ...start,
    screen: 'library',
    page: null,
    shelf: emptyShelf,
    list: null,
    help: { top: 0, from: 'library' },
    prompt: null,
    message: '',
    notice: '',
    cameFrom: null,
    back: [],
    forward: [],
  };
}

/** The state and nothing to be done. */
export const only = (state: State): Step => ({ state, effects: [] });

/** As `only`, with words for the footer. */
export const saying = (state: State, message: string): Step => only({ ...state, message });
