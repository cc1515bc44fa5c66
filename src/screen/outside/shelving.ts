import { type BookShape, bookOf } from '../book.ts';
import { bodyRows, previewColumns } from '../dimensions.ts';
import type { Loop } from '../loop.ts';
import type { Row } from '../state.ts';
import { idOf, rowAtHand } from '../steps/shelf.ts';
import { createShelfReader, type ShelfReader } from './shelf-reader.ts';

/** Reads the library for its screen. */
export interface Shelving {
  /** Looks whether something is to be read for what is on the screen. */
  readonly look: () => void;
  /** A file was changed. */
  readonly forget: (path: string) => void;
  readonly stop: () => void;
}

/** A slice of reading, in milliseconds: a key never waits for longer. */
const slice = 12;
/** What was read is shown that often, in milliseconds; what is on the screen at once. */
const refresh = 200;
/** To show what was read takes at most one part in so many of the time. */
const share = 20;
/** The choice rests for so long before its review is opened for the preview. */
const previewWait = 40;

/** Reads the facts of the library in slices between the keys, and the review that the choice rests on for the preview. */
export function createShelving(loop: Loop): Shelving {
  const { host, tell } = loop;
  let reader: ShelfReader | null = null;
  let pending: NodeJS.Immediate | undefined;
  let next = 0;
  let previewTimer: NodeJS.Timeout | undefined;
  let wanted = '';

  const tellRows = (): void => {
    if (reader === null) return;
    const start = performance.now();
    tell({ kind: 'shelf', rows: reader.rows(), read: reader.read(), files: reader.files });
    const end = performance.now();
    next = end + Math.max(refresh, share * (end - start));
  };
  const visible = (): readonly Row[] => {
    const { shelf } = loop.state();
    return shelf.shown.slice(shelf.top, shelf.top + bodyRows(loop.state()));
  };
  const readOn = (): void => {
    pending = undefined;
    if (reader === null) return;
    const before = visible().some(({ entry, problem }) => entry === null && problem === undefined);
    const hasMore = reader.slice(
      slice,
      visible().map(({ file }) => file),
    );
    if (!hasMore || before || performance.now() > next) tellRows();
    if (hasMore) pending ??= setImmediate(readOn);
  };
  /** What is remembered comes first: a library of thousands is then there at once. */
  const start = async (opened: ShelfReader): Promise<void> => {
    // What is remembered has no hidden text.
    if (!host.spoilers) opened.take(await host.remembered());
    if (reader !== opened) return;
    pending ??= setImmediate(readOn);
  };
  const preview = (): void => {
    const state = loop.state();
    const row = rowAtHand(state);
    const columns = previewColumns(state);
    if (state.screen !== 'library' || row === undefined || columns === 0) return;
    const id = idOf(row);
    const key = `${id} ${columns}`;
    if (key === wanted) return;
    wanted = key;
    clearTimeout(previewTimer);
    previewTimer = setTimeout(
      () => tellPreview(row, id, { columns, spoilers: host.spoilers }),
      previewWait,
    );
  };
  const tellPreview = (row: Row, id: string, shape: BookShape): void => {
    try {
      const { review } = host.library().load(row.file);
      const { lines } = bookOf(review, shape, { ...loop.layout, most: 1 });
      tell({ kind: 'preview', id, lines });
    } catch {
      tell({ kind: 'preview', id, lines: [] });
    }
  };
  return {
    look: () => {
      if (loop.state().screen === 'library' && reader === null) {
        reader = createShelfReader(host.library(), host.spoilers);
        tellRows();
        void start(reader);
      }
      preview();
    },
    forget: (path) => {
      reader?.forget(path);
      wanted = '';
      if (reader !== null && reader.read() < reader.files) pending ??= setImmediate(readOn);
    },
    stop: () => {
      if (pending !== undefined) clearImmediate(pending);
      clearTimeout(previewTimer);
      reader = null;
    },
  };
}
