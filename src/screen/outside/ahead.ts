import type { Book } from '../book.ts';
import { folding } from '../find.ts';

/** The reader is idle for so long before anything is done ahead, in milliseconds. */
const wait = 200;
/** A slice of it, in milliseconds: a key never waits for longer. */
const slice = 5;

/** Makes ready for a search and for copying while nothing is pressed. */
interface Ahead {
  readonly look: (book: Book | undefined) => void;
  readonly stop: () => void;
}

/** Folds the page's text in slices once it stands there, of another page from then on that one's; then `prepare` loads what copying needs. */
export function createAhead(prepare: () => void): Ahead {
  let timer: NodeJS.Timeout | undefined;
  let pending: NodeJS.Immediate | undefined;
  let lines: Book['lines'] | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    if (pending !== undefined) clearImmediate(pending);
  };
  return {
    look: (book) => {
      if (book === undefined || book.lines === lines) return;
      lines = book.lines;
      stop();
      const steps = folding(book);
      const foldOn = (): void => {
        const end = performance.now() + slice;
        let isDone = false;
        while (!isDone && performance.now() < end) isDone = steps.next().done === true;
        pending = setImmediate(isDone ? prepare : foldOn);
      };
      timer = setTimeout(foldOn, wait);
    },
    stop,
  };
}
