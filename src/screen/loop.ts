import type { Screen } from '../terminal/screen.ts';
import type { BookLayout } from './book.ts';
import type { ReaderHost } from './host.ts';
import type { Event, State } from './state.ts';

/** What the parts of the reader share. */
export interface Loop {
  readonly host: ReaderHost;
  readonly screen: Screen;
  readonly state: () => State;
  /** Takes an event in, does what follows from it, and draws soon. */
  readonly tell: (event: Event) => void;
  readonly end: (status: 0 | 130) => void;
  /** Paints in the theme that is chosen now. */
  readonly repaint: () => void;
  readonly layout: BookLayout;
}
