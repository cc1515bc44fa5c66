import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

import type { Library } from '../library/library.ts';

/** A hash over the sources, which the build puts in. */
declare const SOURCES: string | undefined;

/** Which build of the program this is. */
export const build: string = typeof SOURCES === 'undefined' ? 'from the sources' : SOURCES;

type Env = Readonly<Record<string, string | undefined>>;

/** `review` in the user's cache folder (the XDG Base Directory specification: a relative path does not count); null without a home. */
export function cacheFolder({ XDG_CACHE_HOME: cache = '', HOME: home = '' }: Env): string | null {
  if (isAbsolute(cache)) return join(cache, 'review');
  return isAbsolute(home) ? join(home, '.cache', 'review') : null;
}

/** Where the catalog of the library in a folder lies; null where nothing is to be remembered. */
export function catalogPath(env: Env, folder: string): string | null {
  const parent = cacheFolder(env);
  if (parent === null || env.REVIEW_CACHE === 'off') return null;
  const hash = createHash('sha256').update(real(folder)).digest('hex').slice(0, 16);
  return join(parent, `library-${hash}.db`);
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** Makes the folder of what is remembered, for the user alone; false when it cannot be, or is somebody else's, a link, or others may write there. */
export function makePrivate(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stat = lstatSync(folder);
    return stat.isDirectory() && stat.uid === userInfo().uid && (stat.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** What besides its files decides what is read out of a library: this program, the configuration, where the library lies. */
export function readingOf(library: Library): string {
  const { config } = library.config();
  return createHash('sha256')
    .update(JSON.stringify([build, library.place.folder, config]))
    .digest('hex')
    .slice(0, 32);
}
