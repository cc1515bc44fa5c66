import { createRequire } from 'node:module';

/** A value of SQLite's. */
export type Value = string | number | null;

/** The part of a prepared statement that is used. */
export interface Statement {
  readonly run: (...values: readonly Value[]) => unknown;
  readonly get: (...values: readonly Value[]) => unknown;
  readonly all: (...values: readonly Value[]) => readonly unknown[];
}

/** The part of libsql's database that is used. */
export interface Database {
  readonly prepare: (sql: string) => Statement;
  readonly exec: (sql: string) => unknown;
  readonly close: () => void;
}

/** Opens, and makes if need be, the database at a path; waits so many milliseconds for whoever writes. */
export type OpenDatabase = new (path: string, options: { readonly timeout: number }) => Database;

/** SQLite; null where its binary is missing or will not load. */
export function loadLibsql(): OpenDatabase | null {
  try {
    return createRequire(import.meta.url)('libsql') as OpenDatabase;
  } catch {
    return null;
  }
}
