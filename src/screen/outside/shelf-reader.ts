import { prepareFilters } from '../../library/filter.ts';
import type { Library } from '../../library/library.ts';
import { entryOf, type ListEntry } from '../../library/query.ts';
import { type FoundFile, reasonOf } from '../../library/walk.ts';
import type { Row } from '../state.ts';

/** Reads a library's facts a little at a time. */
export interface ShelfReader {
  readonly files: number;
  /** How many files are read. */
  readonly read: () => number;
  /** Reads files for some milliseconds, those that are wanted first. False when all are read. */
  readonly slice: (milliseconds: number, wanted: readonly FoundFile[]) => boolean;
  /** What is known so far, in the order of the files. */
  readonly rows: () => readonly Row[];
  /** Takes what is known of files already, where they were not read meanwhile. */
  readonly take: (
    known: readonly { readonly file: FoundFile; readonly entry: ListEntry }[],
  ) => void;
  /** Reads a file anew when its turn comes. */
  readonly forget: (path: string) => void;
}

/** Every review of the library, by its id alone until its file is read; the folder is walked now. */
export function createShelfReader(library: Library, spoilers: boolean): ShelfReader {
  const { files, failures } = library.walk();
  const slots = new Map<string, readonly Row[]>(
    files.map((file) => [file.path, [{ file, entry: null }]]),
  );
  const unread = new Map(files.map((file) => [file.path, file]));
  const lost = failures.map(
    ({ path, reason }): Row => ({ file: { id: path, path }, entry: null, problem: reason }),
  );
  const readOne = (file: FoundFile): void => {
    unread.delete(file.path);
    slots.set(file.path, rowsOf(library, file, spoilers));
  };
  return {
    files: files.length,
    read: () => files.length - unread.size,
    slice: (milliseconds, wanted) => {
      const end = performance.now() + milliseconds;
      for (const { path } of wanted) {
        const file = unread.get(path);
        if (file !== undefined) readOne(file);
        if (performance.now() >= end) return unread.size > 0;
      }
      for (const file of unread.values()) {
        readOne(file);
        if (performance.now() >= end) break;
      }
      return unread.size > 0;
    },
    take: (known) => {
      const byPath = new Map<string, ListEntry[]>();
      for (const { file, entry } of known) {
        const before = byPath.get(file.path);
        if (before === undefined) byPath.set(file.path, [entry]);
        else before.push(entry);
      }
      for (const [path, entries] of byPath) {
        const file = unread.get(path);
        if (file === undefined) continue;
        unread.delete(path);
        slots.set(
          path,
          entries.map((entry): Row => ({ file: fileOf(file, entry), entry })),
        );
      }
    },
    rows: () => [...[...slots.values()].flat(), ...lost],
    forget: (path) => {
      const file = files.find((each) => each.path === path);
      if (file !== undefined) unread.set(path, file);
    },
  };
}

/** Which review of its file an entry is: one of several has the file's id with its own key behind it. */
function fileOf(file: FoundFile, { id }: ListEntry): FoundFile {
  return id === file.id ? file : { ...file, id, key: id.slice(file.id.length + 1) };
}

function rowsOf(library: Library, file: FoundFile, spoilers: boolean): readonly Row[] {
  try {
    return library.loadAll(file, { sections: false }).map((loaded): Row => {
      const { key } = loaded;
      const id = loaded.libraryId ?? file.id;
      const entry = { ...entryOf(loaded, spoilers), id };
      prepareFilters(entry);
      return {
        file: key === null || key === undefined ? file : { id, path: file.path, key },
        entry,
      };
    });
  } catch (error) {
    return [{ file, entry: null, problem: reasonOf(error) }];
  }
}
