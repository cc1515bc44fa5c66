import type { Library, LoadedReview } from '../../library/library.ts';
import type { FoundFile } from '../../library/walk.ts';
import type { ReaderHost, ReaderStart } from '../host.ts';
import type { Source } from '../state.ts';

/** A review of a library, read now. Throws as `Library.load` does. */
export function sourceIn(library: Library, file: FoundFile, host: ReaderHost): Source {
  const read = (): LoadedReview => library.load(file);
  const loaded = read();
  const isBrowsed = library.place.folder === host.library().place.folder;
  const id = loaded.libraryId ?? file.id;
  return {
    ref: isBrowsed ? id : loaded.file,
    id: isBrowsed ? id : null,
    loaded,
    read,
    around: library,
  };
}

/** The review that was named on the command line. */
export function sourceOf({ loaded, ref }: ReaderStart, host: ReaderHost): Source {
  return {
    ref,
    id: loaded.libraryId ?? null,
    loaded,
    read: () => host.again(loaded),
    around: host.around(loaded),
  };
}

/** The same, read again. Throws as `Library.load` does. */
export function readAgain(source: Source): Source {
  return { ...source, loaded: source.read() };
}
