import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative, sep } from 'node:path';
import { endings } from '../../readers/formats.ts';
import { neverReview } from '../../vocabulary/never-reviews.ts';
import { isEvident, isEvidentFile } from '../evident.ts';
import { readHead } from '../files.ts';
import type { Library } from '../library.ts';
import { configName, isFolder, type LibraryPlace, nearestLibrary } from '../locate.ts';
import { idOfPath } from '../paths.ts';
import { walkLibrary } from '../walk.ts';

/** A file as the disk knows it, whatever path leads to it. */
type Identity = string;

export type Stat = (path: string) => Pick<Stats, 'dev' | 'ino'> | undefined;

const statOf: Stat = (path) => statSync(path, { throwIfNoEntry: false });

/** Device and inode; null when there is no file. On a disk that is blind to case, `A.md` and `a.md` have one identity. */
export function identityOf(path: string, stat: Stat = statOf): Identity | null {
  try {
    const found = stat(path);
    return found === undefined ? null : `${found.dev}:${found.ino}`;
  } catch {
    return null;
  }
}

/** What a run must not write over. */
export interface Sources {
  /** The library at hand. */
  readonly library: Library;
  /** Other files that were read: reviews named by path, a style sheet. */
  readonly read: readonly string[];
}

/** Why a path may not be written to, in words; null when it may. `read` are more files that the run has read. */
export type TargetGuard = (path: string, read?: readonly string[]) => string | null;

/**
 * Tells of paths why a file that a run makes may not be written there: it is a file that was read, a review or the configuration of the library at hand
 * or of the one that the path lies in, by device and inode and not by spelling. What is there is looked up once.
 */
export function createTargetGuard({ library, read }: Sources, stat: Stat = statOf): TargetGuard {
  const reviews = new Map<string, ReadonlySet<Identity>>();
  const reviewsOf = (place: LibraryPlace): ReadonlySet<Identity> => {
    const known = reviews.get(place.folder);
    if (known !== undefined) return known;
    const isOwn = place.folder === library.place.folder;
    const { files } = isOwn ? library.walk() : walkLibrary(place.folder, endings());
    const found = new Set(
      files.map(({ path }) => identityOf(path, stat)).filter((id) => id !== null),
    );
    reviews.set(place.folder, found);
    return found;
  };
  return (path, more = []) => {
    const target = identityOf(path, stat);
    if (target === null) return null;
    const is = (other: string | null): boolean =>
      other !== null && identityOf(other, stat) === target;
    if ([...read, ...more].some(is)) return 'this run reads it; it is not overwritten';
    for (const place of [library.place, ...librariesAround(path)]) {
      if (is(place.config)) return 'it is the configuration of a library; it is not overwritten';
      if (reviewsOf(place).has(target)) return 'it is a review of a library; it is not overwritten';
    }
    return null;
  };
}

/** Whether a file of no library evidently is a review. What `export` made as JSON is none of the author's: the same command writes it again. */
export function isLooseReview(path: string): boolean {
  const ending = extname(path).toLowerCase();
  if (!endings().includes(ending) || !isEvidentFile(path)) return false;
  return !/^\.(?:json|jsonl|ndjson)$/.test(ending) || !isExport(path);
}

function isExport(path: string): boolean {
  try {
    const head = readHead(path, 200);
    return /^\s*(?:\[\s*)?\{\s*"schemaVersion"\s*:/.test(head);
  } catch {
    return false;
  }
}

/** Whether a file there would make a `reviews` folder in a library that has none, and so hide its reviews, or would be its configuration. */
export function changesLibrary(path: string, { place }: Library): boolean {
  if (basename(path).toLowerCase() === configName) return true;
  const inner = join(realOf(place.folder), 'reviews');
  return place.origin !== 'samples' && isWithin(inner, realOf(path)) && !isFolder(inner);
}

/** The folder of a library that a path goes into and, by a link, out of again: the one at hand, or the one that the path lies in. Null when it stays. */
export function libraryLeft(path: string, place: LibraryPlace): string | null {
  const target = realOf(path);
  const left = [place, ...librariesAround(path)].find(({ folder }) => {
    const home = realOf(folder);
    return !isWithin(home, target) && foldersOf(path).some((each) => isAt(home, realOf(each)));
  });
  return left?.folder ?? null;
}

function foldersOf(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...foldersOf(parent)];
}

function isAt(folder: string, path: string): boolean {
  return path === folder || isWithin(folder, path);
}

/** The libraries that a path lies in, by the folders above it: as it is spelled, and where its links lead. */
function librariesAround(path: string): readonly LibraryPlace[] {
  return [...new Set([dirname(path), dirname(realOf(path))])].flatMap(
    (folder) => nearestLibrary(folder) ?? [],
  );
}

/**
 * Whether a new file would become a review of the library at hand. `isConversion`: it is written in a format that reviews are kept in, which is
 * what a person wants when no review has its id yet.
 */
export function wouldBecomeReview(
  path: string,
  content: string | null,
  isConversion: boolean,
  library: Library,
): boolean {
  const ending = extname(path).toLowerCase();
  if (!endings().includes(ending) || neverReview(path) !== null) return false;
  const id = idOfPath(library.place, path);
  if (id === null || id.split('/').some((part) => part.startsWith('.'))) return false;
  if (
    library.place.origin === 'evident' &&
    content !== null &&
    !isEvident(content.slice(0, 4096), ending)
  )
    return false;
  if (!isConversion) return true;
  return identityOf(path) !== null || library.walk().files.some((file) => file.id === id);
}

/** Whether two paths lead to one file that is there. */
export function isSameFile(one: string, other: string, stat: Stat = statOf): boolean {
  const identity = identityOf(one, stat);
  return identity !== null && identity === identityOf(other, stat);
}

/** Whether a path lies in a folder once links are followed; the nearest folder that exists counts, for what does not exist yet. */
export function staysInside(folder: string, path: string): boolean {
  return isWithin(realOf(folder), realOf(path));
}

/** The same by spelling alone: for paths whose links have been followed. */
function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** Where a path leads; what is not there yet, in the nearest folder that is. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path
      ? path
      : join(realOf(parent), path.slice(parent.length).replace(/^[/\\]/, ''));
  }
}
