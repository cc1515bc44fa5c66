import { join } from 'node:path';
import type { Library, LoadedReview } from '../library/library.ts';
import { isFolder } from '../library/locate.ts';
import type { FoundFile } from '../library/walk.ts';
import { number } from './database.ts';
import type { Present } from './known-files.ts';
import type { Database, Statement } from './load-libsql.ts';
import { checksum, isNumberable, numbersOf, type ReviewRow, wordsRows } from './rows.ts';

/** What was read of a file. */
export interface FileReading {
  /** Of its reviews, read without their sections. */
  readonly rows: readonly ReviewRow[];
  /** The same, read whole; absent where words are not to be taken in. */
  readonly whole?: readonly LoadedReview[];
  /** What was asked about the files beside it, as `LoadedReview` has it; 0 for nothing. */
  readonly asks: 0 | 1 | 2;
}

export interface CatalogWriter {
  /** Takes a file in; null for one that must be read each time. */
  readonly add: (file: FoundFile, reading: FileReading | null) => void;
  /** Writes what is left, and forgets files by their ids. */
  readonly finish: (gone: readonly number[]) => void;
  readonly hasWritten: () => boolean;
}

/** As many files are written in one transaction: others wait no longer than that takes. */
const perBatch = 200;

/** Writes into a catalog, a short transaction a batch. What fails throws, and leaves the batches before it. */
export function createWriter(db: Database, library: Library, present: Present): CatalogWriter {
  let waiting: { file: FoundFile; reading: FileReading | null }[] = [];
  let statements: Statements | undefined;
  const flush = (gone: readonly number[]): void => {
    if (waiting.length === 0 && gone.length === 0) return;
    statements ??= prepared(db);
    const { forget, put } = statements;
    db.exec('begin immediate');
    try {
      for (const id of gone) forget(id);
      for (const { file, reading } of waiting) put(library, present, file, reading);
      db.exec('commit');
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
    waiting = [];
  };
  return {
    add: (file, reading) => {
      waiting.push({ file, reading });
      if (waiting.length >= perBatch) flush([]);
    },
    finish: flush,
    hasWritten: () => statements !== undefined,
  };
}

interface Statements {
  readonly forget: (id: number) => void;
  readonly put: (
    library: Library,
    present: Present,
    file: FoundFile,
    reading: FileReading | null,
  ) => void;
}

function prepared(db: Database): Statements {
  const idOf = db.prepare('select id from files where path = ?');
  const insertFile = db.prepare(
    'insert into files (path, stamp, state, many, asks, party) values (?, ?, ?, ?, ?, ?) returning id',
  );
  const insertReview = db.prepare(
    'insert into reviews (file, place, kind, rating, year, published, length, fact, crc) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id',
  );
  const insertWords = db.prepare(
    'insert into words (rowid, heading, body, often) values (?, ?, ?, ?)',
  );
  const reviewsOf = db.prepare('select id from reviews where file = ?');
  const deletes: readonly Statement[] = [
    db.prepare('delete from reviews where file = ?'),
    db.prepare('delete from files where id = ?'),
  ];
  const deleteWords = db.prepare('delete from words where rowid between ? and ?');
  const forget = (id: number): void => {
    for (const row of reviewsOf.all(id)) deleteWords.run(...numbersOf(number(row)));
    for (const statement of deletes) statement.run(id);
  };
  return {
    forget,
    put: (library, present, file, reading) => {
      const path = present.inside(file);
      const before = number(idOf.get(path));
      if (before > 0) forget(before);
      const { stamp, asks, party } = readWith(present, file, reading);
      const isMany = reading?.rows.some(({ isOneOfMany }) => isOneOfMany) ?? false;
      const isShared = isMany && isFolder(join(library.place.folder, file.id));
      const words = isShared ? null : wordsOf(reading);
      const state = reading === null || isShared ? 0 : words === null ? 1 : 2;
      const id = number(insertFile.get(path, stamp, state, isMany ? 1 : 0, asks, party));
      if (reading === null || state === 0) return;
      for (const [place, row] of reading.rows.entries()) {
        const { kind, rating, year, published, length, fact } = row;
        const crc = checksum(id, place, fact);
        const review = number(
          insertReview.get(id, place, kind, rating, year, published, length, fact, crc),
        );
        if (!isNumberable(review)) throw new Error('there have been too many reviews');
        const [first] = numbersOf(review);
        for (const { number: part, heading, body, often } of words?.[place] ?? [])
          insertWords.run(first + part, heading, body, often);
      }
    },
  };
}

/** Null where they are not to be taken in, or cannot be. */
function wordsOf(reading: FileReading | null): readonly ReturnType<typeof wordsRows>[] | null {
  if (reading?.whole === undefined || reading.whole.length !== reading.rows.length) return null;
  const rows = reading.whole.map(wordsRows);
  return rows.includes(null) ? null : rows;
}

/** What a file was read with; an empty stamp where that may change unseen. */
function readWith(
  present: Present,
  file: FoundFile,
  reading: FileReading | null,
): { stamp: string; asks: number; party: string } {
  const own = present.stampOf(file);
  const asks = reading?.asks ?? 0;
  const party = asks === 0 ? null : present.partyOf(file, asks);
  const isTrusted = own?.isTrusted === true && party?.isTrusted !== false;
  return { stamp: isTrusted ? own.text : '', asks, party: party?.text ?? '' };
}
