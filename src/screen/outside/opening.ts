import { reasonOf } from '../../library/walk.ts';
import { counted } from '../../text/counted.ts';
import { bookOf, outlineOf } from '../book.ts';
import { wantedShape } from '../dimensions.ts';
import type { Loop } from '../loop.ts';
import type { Place } from '../place.ts';
import type { Source, Way } from '../state.ts';
import { readAgain } from './sources.ts';

/** Where a page that is shown starts. */
export interface Beginning {
  readonly section?: string | null;
  readonly place?: Place;
  readonly words?: string | null;
  readonly message?: string;
}

/** Reads reviews and shows them. */
export interface Show {
  /** Lays a review out and shows it. */
  readonly page: (source: Source, way: Way, from: Beginning) => void;
  /** Reads, and says what keeps it from that; a file of several reviews is none. */
  readonly attempt: (name: string, read: () => Source) => Source | null;
  /** Reads the page's file once more. As long as it cannot be read the page stays, and that is said. */
  readonly again: (isAsked: boolean) => void;
  readonly stop: () => void;
}

/** Shows reviews on the screen, and reads them again when their files are saved. `changed` is told of files that were read again. */
export function createShow(
  { host, state, tell, layout }: Loop,
  changed: (path: string) => void,
): Show {
  let unwatch = (): void => undefined;
  let watched: string | null = null;

  const watch = (source: Source): void => {
    const path = host.pathOf(source.loaded);
    if (path === watched) return;
    unwatch();
    watched = path;
    unwatch = path === null ? () => undefined : host.watch(path, () => show.again(false));
  };
  const show: Show = {
    page: (source, way, { section, place, words, message = faultsIn(source) }) => {
      const { review } = source.loaded;
      const { size, wishes } = state();
      const shape = wantedShape({ size, wishes }, outlineOf(review, wishes.spoilers));
      watch(source);
      tell({
        kind: 'opened',
        way,
        source,
        book: bookOf(review, shape, layout),
        message,
        ...(section === null || section === undefined ? {} : { section }),
        ...(place === undefined ? {} : { place }),
        ...(words === null || words === undefined ? {} : { words }),
      });
    },
    attempt: (name, read) => {
      try {
        const source = read();
        const { many } = source.loaded;
        if (many === undefined || many.length === 0) return source;
        const message = `${name} holds ${counted(many.length, 'review')}; the library shows them`;
        tell({ kind: 'said', message });
      } catch (error) {
        tell({ kind: 'said', message: `${name}: ${reasonOf(error)}` });
      }
      return null;
    },
    again: (isAsked) => {
      const { page } = state();
      if (page === null) return;
      try {
        const source = readAgain(page.source);
        changed(source.loaded.file);
        const message = faultsIn(source) || (isAsked ? 'read again' : '');
        show.page(source, 'again', { message });
      } catch (error) {
        tell({ kind: 'noticed', notice: `${page.source.ref}: ${reasonOf(error)}` });
      }
    },
    stop: () => unwatch(),
  };
  return show;
}

/** What reading found in a file, in few words; empty when it found nothing. */
function faultsIn({ loaded: { diagnostics } }: Source): string {
  const count = (severity: string, name: string): readonly string[] => {
    const found = diagnostics.filter((each) => each.severity === severity).length;
    return found === 0 ? [] : [counted(found, name)];
  };
  const parts = [...count('error', 'error'), ...count('warning', 'warning')];
  return parts.length === 0 ? '' : `${parts.join(', ')} (review check)`;
}
