import type { Library, LoadedReview } from '../library/library.ts';
import type { ListEntry } from '../library/query.ts';
import type { FoundFile } from '../library/walk.ts';
import type { ExtraSynonyms } from '../model/roles.ts';
import type { ColorLevel } from '../terminal/profile.ts';
import type { Screen, ScreenListener } from '../terminal/screen.ts';
import type { Theme } from '../writers/layout/theme.ts';
import type { FoundPlace } from './state.ts';

/** What the reader has around it, as data and narrow functions. */
export interface ReaderHost {
  /** Takes the terminal; null when there is nobody to press keys. */
  readonly open: (listener: ScreenListener) => Screen | null;
  readonly color: ColorLevel;
  readonly hyperlinks: boolean;
  /** The theme that was asked for; undefined when none was. */
  readonly theme: Theme | string | undefined;
  /** The most columns of the text; 0 for all there are. */
  readonly width: number;
  readonly spoilers: boolean;
  /** The library that is browsed; found when it is asked for. */
  readonly library: () => Library;
  /** The library in which a review's links lead somewhere: its own, else its own folder; null for standard input. */
  readonly around: (loaded: LoadedReview) => Library | null;
  readonly synonyms: ExtraSynonyms;
  /** Reads a review again that was opened by path or from standard input. */
  readonly again: (loaded: LoadedReview) => LoadedReview;
  /** The absolute path of a review's file; null for standard input. */
  readonly pathOf: (loaded: LoadedReview) => string | null;
  /** Why a review is not edited; null when it may be. */
  readonly refusal: (loaded: LoadedReview) => string | null;
  /** Opens a review in the editor, at a section's line or its start; null when all went well, else what went wrong, in words. */
  readonly edit: (loaded: LoadedReview, section: string | null) => Promise<string | null>;
  /** Loads what `markdown` needs, and tries it on the beginning, so that the first copy does not wait for it. */
  readonly prepare: (loaded: LoadedReview) => Promise<void>;
  /** A section as Markdown, or all of the review; without hidden text unless `spoilers`; null, unwritten, where its text has more than `most` characters. */
  readonly markdown: (
    loaded: LoadedReview,
    section: string | null,
    spoilers: boolean,
    most: number,
  ) => Promise<string | null>;
  /** What is known of the library without opening its files, in its order: nothing of those that were changed, and of none where nothing is kept. */
  readonly remembered: () => Promise<
    readonly { readonly file: FoundFile; readonly entry: ListEntry }[]
  >;
  readonly browse: (url: string) => Promise<string | null>;
  /** Calls back when a file was saved, made or removed, until the function that comes back is called. */
  readonly watch: (path: string, changed: () => void) => () => void;
  /** Looks for words in the library, bit by bit: gives how far it is, at the end what was found. */
  readonly find: (
    words: string,
    spoilers: boolean,
  ) => Promise<Generator<string, readonly FoundPlace[]>>;
}

/** What the reader starts with: a review, else the library. */
export interface ReaderStart {
  readonly loaded: LoadedReview;
  /** As it was typed, without its section. */
  readonly ref: string;
  /** The id of the section to start at. */
  readonly section: string | null;
}
