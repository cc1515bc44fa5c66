import { resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LibraryConfig } from '../model/settings.ts';
import type { ReadSettings } from '../readers/reader.ts';
import { FileError } from './files.ts';
import { readFilter } from './filter.ts';
import { createLibrary, type LoadedReview } from './library.ts';
import { isFolder, locateLibrary } from './locate.ts';
import {
  entryOf,
  type ListEntry,
  parseSort,
  type SortKey,
  sortEntries,
  sortKeys,
} from './query.ts';
import type { NameMatch } from './resolve.ts';
import { type FoundFile, reasonOf } from './walk.ts';

export interface OpenLibraryOptions {
  /** What relative folders are relative to. Default: `.` as the file system has it. */
  readonly cwd?: string;
  /** What counts before its `review.config.yaml`, key by key. */
  readonly settings?: LibraryConfig;
}

/** A file that could not be read. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
}

/** A folder of reviews, for programs. Files are read when they are asked for, each time anew. */
export interface OpenLibrary {
  /** Absolute path of the folder the reviews are in. */
  readonly folder: string;
  /** What is wrong with its configuration. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every review, read one after the other; what cannot be read is a failure and the rest goes on. */
  readonly reviews: () => Iterable<LoadedReview | Failure>;
  /** What a typed name means: exact id, prefix, title … */
  readonly find: (name: string) => NameMatch;
  /** Reads a file that `find` gave. Throws when it cannot be read. */
  readonly load: (file: FoundFile) => LoadedReview;
  /**
   * Entries that all `words` ask for (`readFilter`), in order, without hidden text; files that cannot be read are left out.
   * Throws a `RangeError` when a field cannot take its value, or `sort` is no order.
   */
  readonly query: (query?: {
    readonly words?: readonly string[];
    readonly sort?: SortKey | `-${SortKey}`;
  }) => ListEntry[];
}

/** Opens a folder of reviews, or one that has a `reviews` folder. Throws when there is no such folder, or its configuration cannot be read. */
export function openLibrary(folder: string, options: OpenLibraryOptions = {}): OpenLibrary {
  const cwd = resolve(options.cwd ?? '.');
  if (!isFolder(resolve(cwd, folder)))
    throw new FileError(resolve(cwd, folder), 'there is no such folder');
  const library = createLibrary(
    locateLibrary({ option: resolve(cwd, folder), env: {}, cwd, samples: folder }),
    options.settings,
  );
  function* each(settings: ReadSettings = {}): Generator<LoadedReview | Failure> {
    const { files, failures } = library.walk();
    yield* failures;
    for (const file of files) {
      try {
        yield* library.loadAll(file, settings);
      } catch (error) {
        yield { path: file.path, reason: reasonOf(error) };
      }
    }
  }
  return {
    folder: library.place.folder,
    diagnostics: library.config().diagnostics,
    reviews: () => each(),
    find: library.find,
    load: (file) => library.load(file),
    query: ({ words = [], sort = 'id' } = {}) => {
      const reading = readFilter(words);
      if ('problem' in reading) throw new RangeError(reading.problem);
      const entries = [...each({ sections: false })].flatMap((found) =>
        'review' in found ? [entryOf(found)] : [],
      );
      const order = parseSort(sort);
      if (order === null)
        throw new RangeError(`sort: there is no order '${sort}'; there is ${sortKeys.join(', ')}`);
      return sortEntries(entries.filter(reading.filter), order.key, order.descending);
    },
  };
}
