import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { Library } from '../library/library.ts';
import { isFolder } from '../library/locate.ts';
import { siblingGroup, siblingPaths } from '../library/siblings.ts';
import type { FoundFile } from '../library/walk.ts';
import { textOf } from './database.ts';
import type { Database } from './load-libsql.ts';
import { type Stamp, stampOf } from './stamps.ts';

/** What the catalog has of a file. */
export interface KnownFile {
  readonly id: number;
  readonly stamp: string;
  readonly state: number;
  readonly isMany: boolean;
  readonly asks: number;
  readonly party: string;
}

/** The files of a library as they are now. */
export interface Present {
  /** A file's path in the library, as the catalog has it. */
  readonly inside: (file: FoundFile) => string;
  readonly stampOf: (file: FoundFile) => Stamp | null;
  /** What the files are whose heads were looked at to read one. */
  readonly partyOf: (file: FoundFile, asks: number) => Stamp;
}

/** Looks at every file of a library, `now` being milliseconds before that. */
export function presentFiles(library: Library, now: number): Present {
  const { folder } = library.place;
  const stamps = new Map<string, Stamp | null>();
  const stampAt = (path: string): Stamp | null => {
    let stamp = stamps.get(path);
    if (stamp === undefined) {
      stamp = stampOf(path, now);
      stamps.set(path, stamp);
    }
    return stamp;
  };
  for (const { path } of library.walk().files) stampAt(path);
  const parties = new Map<string, Stamp>();
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return {
    inside: ({ path }) =>
      path.startsWith(prefix) ? path.slice(prefix.length) : relative(folder, path),
    stampOf: ({ path }) => stampAt(path),
    partyOf: ({ path }, asks) => {
      const name = `${asks} ${siblingGroup(path, folder)}`;
      const party = parties.get(name) ?? together(siblingPaths(path, folder, asks === 2), stampAt);
      parties.set(name, party);
      return party;
    },
  };
}

function together(paths: readonly string[], stampAt: (path: string) => Stamp | null): Stamp {
  const hash = createHash('sha256');
  let isTrusted = true;
  for (const path of paths) {
    const stamp = stampAt(path);
    hash.update(`${path}\0${stamp?.text ?? ''}\0`);
    isTrusted &&= stamp?.isTrusted ?? true;
  }
  return { text: hash.digest('hex').slice(0, 32), isTrusted };
}

/** Everything that the catalog has of files, by their paths in the library. */
export function knownFiles(db: Database): Map<string, KnownFile> {
  // No path of a file ends in a slash, or has two in a row.
  const row =
    "id || ' ' || state || ' ' || many || ' ' || asks || ' ' || party || ' ' || stamp || '/' || path";
  const text = textOf(db, `group_concat(${row}, '//')`, 'from files');
  const known = new Map<string, KnownFile>();
  if (text === '') return known;
  for (const row of text.split('//')) {
    const [, id, state, many, asks, party = '', stamp = '', path = ''] =
      /^(\d+) (\d) (\d) (\d) (\w*) ([\d. ]*)\/(.*)$/s.exec(row) ?? [];
    known.set(path, {
      id: Number(id),
      state: Number(state),
      isMany: many === '1',
      asks: Number(asks),
      party,
      stamp,
    });
  }
  return known;
}

/** Whether a file is as it was when the catalog took it in, and all else that decides how it is read. */
export function isSame(
  library: Library,
  present: Present,
  file: FoundFile,
  known: KnownFile | undefined,
): known is KnownFile {
  if (known === undefined || known.stamp !== present.stampOf(file)?.text) return false;
  if (known.asks > 0 && present.partyOf(file, known.asks).text !== known.party) return false;
  // The ids of several reviews in a file depend on a folder of its name.
  return !known.isMany || !isFolder(join(library.place.folder, file.id));
}
