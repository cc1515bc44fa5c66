import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Database, loadLibsql, type OpenDatabase, type Value } from './load-libsql.ts';
import { makePrivate } from './place.ts';
import { tables, tablesVersion } from './tables.ts';

/** So long, in milliseconds, a process waits for another one that writes. */
const patience = 2000;

/** A catalog's rows are not what was written: it is to be removed. */
export class Damaged extends Error {}

/**
 * The database at a path, of these tables and this `reading` (whatever else decides what is read out of a file); one of others, and one that is damaged, is built
 * anew. Null where there is none and none is to be made, where it cannot be opened or written, and without SQLite.
 */
export function openDatabase(path: string, reading: string, create: boolean): Database | null {
  if (!create && !existsSync(path)) return null;
  if (!makePrivate(dirname(path))) return null;
  const open = loadLibsql();
  if (open === null) return null;
  for (const isLast of [false, true]) {
    try {
      const db = opened(open, path, reading);
      if (db !== null) return db;
    } catch (error) {
      if (isLast || !isDamage(error)) return null;
    }
    removeDatabase(path);
    if (!create) return null;
  }
  return null;
}

/** Null for one of another version or reading. */
function opened(open: OpenDatabase, path: string, reading: string): Database | null {
  const db = new open(path, { timeout: patience });
  try {
    db.exec('pragma journal_mode = wal; pragma synchronous = normal');
    const version = number(db.prepare('pragma user_version').get());
    if (version === 0) {
      db.exec(`begin immediate; ${tables}`);
      db.prepare('insert into facts values (?, ?)').run('reading', reading);
      db.exec(`pragma user_version = ${tablesVersion}; commit`);
      return db;
    }
    if (version === tablesVersion && factOf(db, 'reading') === reading) return db;
  } catch (error) {
    close(db);
    throw error;
  }
  close(db);
  return null;
}

/** What is kept under a name; empty for nothing. */
function factOf(db: Database, name: string): string {
  return textOf(db, 'value', 'from facts where name = ?', name);
}

/** A number in a row of one column; 0 where there is none. */
export function number(row: unknown): number {
  if (typeof row !== 'object' || row === null) return 0;
  const value = Object.entries(row).find(([name]) => name !== '_metadata')?.[1];
  return typeof value === 'number' ? value : 0;
}

/**
 * The one text that an expression gives; empty for none. It is handed over as bytes: of a text that rot has made no UTF-8, libsql would end the program.
 */
export function textOf(
  db: Database,
  expression: string,
  from: string,
  ...values: readonly Value[]
): string {
  const row = db.prepare(`select cast(${expression} as blob) as bytes ${from}`).get(...values);
  const bytes = (row as { bytes?: unknown } | undefined)?.bytes;
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : '';
}

/** Whether an error says that the file is no database of ours, or not whole. */
export function isDamage(error: unknown): boolean {
  if (error instanceof Damaged) return true;
  const code = String((error as { code?: unknown }).code ?? '');
  return (
    /CORRUPT|NOTADB|FORMAT/.test(code) ||
    /malformed|not a database|corrupt|no such table/i.test(String(error))
  );
}

export function close(db: Database): void {
  try {
    db.close();
  } catch {
    // It is closed with the process.
  }
}

/** Removes a database; whoever has it open goes on with what it has. */
export function removeDatabase(path: string): void {
  for (const name of [path, `${path}-wal`, `${path}-shm`]) {
    try {
      rmSync(name, { force: true });
    } catch {
      // It stays, and is not opened.
    }
  }
}
