import type { FactTest } from '../library/filter.ts';
import type { Library } from '../library/library.ts';
import type { ListEntry } from '../library/query.ts';
import type { Found, ReviewPlace } from '../library/search/place.ts';
import type { FoundPart } from '../library/search/rank.ts';
import type { SearchTerm } from '../library/search/terms.ts';
import type { FoundFile } from '../library/walk.ts';
import { candidateParts } from './candidates.ts';
import { conditionOf } from './conditions.ts';
import { close, isDamage, openDatabase, removeDatabase } from './database.ts';
import { keepNames } from './keep-names.ts';
import { isSame, knownFiles, presentFiles } from './known-files.ts';
import type { Database } from './load-libsql.ts';
import { pagesOf } from './pages.ts';
import { idIn, readRow } from './rows.ts';
import { createWriter, type FileReading } from './writer.ts';

/** What a listing says of a review, with where it is. */
export interface PlacedEntry extends ReviewPlace {
  readonly entry: ListEntry;
}

/**
 * What is known of a library without opening its files. It answers for the files that are as they were; the others are to be read, as the walk reads
 * them. An answer may be null: then the walk answers. Nothing here throws.
 */
export interface LibraryIndex {
  /** Whether it can answer for a file: as for its words, or for its facts alone. */
  readonly knows: (file: FoundFile, what: 'facts' | 'words') => boolean;
  /** Whether a file is to be taken in: it was changed, or never was. */
  readonly wants: (file: FoundFile, what: 'facts' | 'words') => boolean;
  /** The entries of a listing that may pass tests, of the files whose facts it knows, in the library's order. */
  readonly entries: (tests: readonly FactTest[]) => readonly PlacedEntry[] | null;
  /** The parts in which terms stand, of the files whose words it knows. */
  readonly candidates: (terms: readonly SearchTerm[]) => Found | null;
  /** Takes in what was read of a file; null where there is something to be said of it whenever it is read. */
  readonly remember: (file: FoundFile, reading: FileReading | null) => void;
  /** Says that an answer was wrong: the catalog is removed. */
  readonly distrust: () => void;
  /** Writes what was taken in, forgets what is gone, and answers no more. */
  readonly close: () => void;
}

export interface CatalogOptions {
  /** The file it is kept in. */
  readonly path: string;
  /** Whatever besides the files decides what is read out of them. */
  readonly reading: string;
  /** Whether it is made when there is none. */
  readonly create: boolean;
  readonly now: () => Date;
}

/** The catalog of a library; null where there is none, or none that can be used: then the walk answers. Never throws. */
export function openCatalog(library: Library, options: CatalogOptions): LibraryIndex | null {
  const { path, reading, create } = options;
  const now = options.now().getTime();
  const db = openDatabase(path, reading, create);
  if (db === null) return null;
  try {
    return indexOf(db, library, path, now);
  } catch (error) {
    close(db);
    if (isDamage(error)) removeDatabase(path);
    return null;
  }
}

function indexOf(db: Database, library: Library, path: string, now: number): LibraryIndex {
  const { files } = library.walk();
  const present = presentFiles(library, now);
  // One look at all tables, whoever writes meanwhile.
  db.exec('begin');
  const known = knownFiles(db);
  const states = new Map<string, number>();
  const places = new Map<number, number>();
  for (const [order, file] of files.entries()) {
    const row = known.get(present.inside(file));
    if (!isSame(library, present, file, row)) continue;
    states.set(file.path, row.state);
    if (row.state > 0) places.set(row.id, order);
  }
  const writer = createWriter(db, library, present);
  let isReading = true;
  let isOpen = true;
  const shut = (isDamaged: boolean): void => {
    if (isOpen) close(db);
    isOpen = false;
    if (isDamaged) removeDatabase(path);
  };
  const guarded = <Answer>(work: () => Answer): Answer | null => {
    if (!isOpen) return null;
    try {
      return work();
    } catch (error) {
      shut(isDamage(error));
      return null;
    }
  };
  const writing = (work: () => void): void => {
    guarded(() => {
      if (isReading) db.exec('commit');
      isReading = false;
      work();
    });
  };
  const least = { facts: 1, words: 2 } as const;
  const stateOf = (file: FoundFile): number | undefined => states.get(file.path);
  return {
    knows: (file, what) => isOpen && (stateOf(file) ?? 0) >= least[what],
    wants: (file, what) => {
      const state = stateOf(file);
      return isOpen && (state === undefined || (state > 0 && state < least[what]));
    },
    entries: (tests) => guarded(() => entriesOf(db, tests, files, places)),
    candidates: (terms) =>
      guarded(() => inOrder(candidateParts(db, terms), reviewPlaces(db, files, places))),
    remember: (file, reading) => writing(() => writer.add(file, reading)),
    distrust: () => shut(true),
    close: () => {
      writing(() => {
        writer.finish(goneOf(known, files.map(present.inside)));
        if (writer.hasWritten()) db.exec('pragma wal_checkpoint(truncate)');
        keepNames(db, library, present, path, writer.hasWritten());
      });
      shut(false);
    },
  };
}

function goneOf(
  known: ReadonlyMap<string, { readonly id: number }>,
  paths: readonly string[],
): number[] {
  const there = new Set(paths);
  return [...known].flatMap(([path, { id }]) => (there.has(path) ? [] : [id]));
}

function entriesOf(
  db: Database,
  tests: readonly FactTest[],
  files: readonly FoundFile[],
  places: ReadonlyMap<number, number>,
): readonly PlacedEntry[] {
  const found: { order: number; placed: PlacedEntry }[] = [];
  const line = "file || ' ' || place || ' ' || crc || ' ' || fact";
  for (const lines of pagesOf(db, line, conditionOf(tests)))
    for (const each of lines) {
      const { file: id, place, fact } = readRow(each);
      const order = places.get(id);
      if (order === undefined) continue;
      const file = files[order] as FoundFile;
      const [key, entry] = fact;
      found.push({
        order,
        placed: { file, place, entry: { id: idIn(file, key), ...entry, file: file.path } },
      });
    }
  return found
    .sort((one, other) => one.order - other.order || one.placed.place - other.placed.place)
    .map(({ placed }) => placed);
}

interface NumberedPlace extends ReviewPlace {
  readonly order: number;
}

/** Where each review of a known file is, by its number in the catalog. */
function reviewPlaces(
  db: Database,
  files: readonly FoundFile[],
  places: ReadonlyMap<number, number>,
): ReadonlyMap<number, NumberedPlace> {
  const found = new Map<number, NumberedPlace>();
  for (const lines of pagesOf(db, "id || ' ' || file || ' ' || place"))
    for (const each of lines) {
      const [id = 0, file = 0, place = 0] = each.split(' ').map(Number);
      const order = places.get(file);
      if (order !== undefined) found.set(id, { order, place, file: files[order] as FoundFile });
    }
  return found;
}

/** Parts with the reviews of known files in the library's order. */
function inOrder(parts: readonly FoundPart[], places: ReadonlyMap<number, NumberedPlace>): Found {
  const holding = new Set(parts.map(({ review }) => review));
  const reviews = [...holding]
    .flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [{ ...place, id }];
    })
    .sort((one, other) => one.order - other.order || one.place - other.place);
  const indexes = new Map(reviews.map(({ id }, index) => [id, index]));
  const own = parts.flatMap((part) => {
    const review = indexes.get(part.review);
    return review === undefined ? [] : [{ ...part, review }];
  });
  return {
    reviews: reviews.map(({ file, place }) => ({ file, place })),
    parts: own.sort((one, other) => one.review - other.review || one.part - other.part),
  };
}
