import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isIndexPage, neverHolds, neverReview } from '../vocabulary/never-reviews.ts';
import type { Selection } from './config/selection.ts';
import { isDataOfReviews, isEvidentOrUnread } from './evident.ts';
import { uniqueIds } from './ids.ts';

/** A file that may be a review. */
export interface FoundFile {
  /** Its path inside the library without ending, with `/` between folders; `-2` behind it when another file has that already. */
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  /** Which of several reviews in the file is meant; absent for the file as a whole. */
  readonly key?: string;
}

export interface Walk {
  /** In the order of their ids. */
  readonly files: readonly FoundFile[];
  /** What could not be read, and why. */
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
  /** Files with the ending of a review's that are none, and why, in the order of their paths. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** Which files of a folder count, besides what their names say. */
interface Choice {
  readonly isReview?: (path: string) => boolean;
  readonly selection?: Selection;
}

/** Files that other programs write too: of them, only those that are evidently reviews count. */
const ofData = /\.(?:csv|tsv|jsonl|ndjson|toml|ya?ml|json)$/i;

const notRegular = 'not a regular file; it is left out';
const deepest = 32;
const tooDeep = `more than ${deepest} folders deep; what lies in it is left out`;

/**
 * Every file of a library that has one of the endings. A `feed.json` beside a `feed.xml`, hidden files, `node_modules`, links to folders, and links to what
 * is no review by its own name are passed over. A folder that cannot be read or lies deeper than `deepest` folders, and a pipe or device
 * with the name of a review, are failures and the rest goes on. Files that are none by their names, by `selection` or by `isReview`, are skipped, and counted;
 * what a selection chooses itself is not asked for its name.
 */
export function walkLibrary(
  folder: string,
  endings: readonly string[],
  { isReview = () => true, selection }: Choice = {},
): Walk {
  const isChosen = selection?.isChosen === true;
  const files: FoundFile[] = [];
  const failures: { path: string; reason: string }[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const visit = (inside: string, depth: number): void => {
    const path = join(folder, inside);
    let entries: ReturnType<typeof readEntries>;
    try {
      entries = readEntries(path);
    } catch (error) {
      failures.push({ path, reason: reasonOf(error) });
      return;
    }
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      // Of a site that was written into the library.
      if (entry.name === 'feed.json' && names.has('feed.xml')) continue;
      if (entry.name.startsWith('.')) continue;
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        if (neverHolds(entry.name) !== null && selection?.names(name) !== true) continue;
        if (depth < deepest) visit(name, depth + 1);
        else failures.push({ path: join(folder, name), reason: tooDeep });
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        const id = idOf(name, endings);
        if (id === null) continue;
        const path = join(folder, name);
        const reason =
          selection?.leftAside(name) ??
          (isChosen ? null : neverReview(entry.name)) ??
          (ofData.test(entry.name) && !isDataOfReviews(path, name)
            ? 'data in which nothing is rated or named as a film, a book …'
            : null) ??
          (!isChosen && isIndexPage(entry.name) && !isEvidentOrUnread(path)
            ? 'an index page without a rating'
            : null) ??
          (entry.isFile() || leadsToReview(folder, name, endings, isChosen)
            ? null
            : 'a link to what is none') ??
          (isReview(path) ? null : 'nothing in it is rated or named as a film, a book …');
        if (reason === null) files.push({ id, path });
        else skipped.push({ path, reason });
      } else if (idOf(name, endings) !== null)
        failures.push({ path: join(folder, name), reason: notRegular });
    }
  };
  visit('', 0);
  skipped.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: withUniqueIds(files), failures, skipped };
}

/** In the order of their ids. Of files that differ in their ending alone, the first by path keeps the id. */
function withUniqueIds(files: readonly FoundFile[]): FoundFile[] {
  const byPath = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const ids = uniqueIds(byPath.map(({ id }) => id));
  return byPath
    .map((file, index) => ({ ...file, id: ids[index] as string }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readEntries(path: string) {
  return readdirSync(path, { withFileTypes: true });
}

/** The id of a file inside a library, or null when it is no review by its name. */
function idOf(name: string, endings: readonly string[]): string | null {
  const ending = endings.find((candidate) => name.toLowerCase().endsWith(candidate));
  if (ending === undefined) return null;
  const id = name.slice(0, -ending.length);
  const base = id.slice(id.lastIndexOf('/') + 1);
  return base === '' || base === 'review.config' ? null : id;
}

/**
 * Whether a link inside a library leads to what could be a review by its own name: `b.md -> .git/config` does not. True for what leads
 * out of the library or nowhere, which is refused where it is read, and said. Of what is no link and was chosen, the name says nothing.
 */
export function leadsToReview(
  folder: string,
  name: string,
  endings: readonly string[],
  isChosen = false,
): boolean {
  try {
    const target = relative(realpathSync(folder), realpathSync(join(folder, name)));
    const parts = target.split(sep);
    if (parts[0] === '..') return true;
    if (isChosen && target === name.split('/').join(sep)) return idOf(name, endings) !== null;
    return (
      !parts.some((part) => part.startsWith('.') || neverHolds(part) !== null) &&
      neverReview(parts.at(-1) ?? '') === null &&
      idOf(parts.join('/'), endings) !== null
    );
  } catch {
    return true;
  }
}

/** How many texts of a library are no reviews and may have been meant as such. */
export function otherTexts({ skipped }: Walk): number {
  return skipped.filter(({ path }) => neverReview(path) === null).length;
}

/** As many of the files as asked for that were changed last, the latest first; nothing is read. What cannot be looked at comes last. */
export function lastChanged(files: readonly FoundFile[], most: number): readonly FoundFile[] {
  const times = new Map(files.map(({ path }) => [path, changedAt(path)]));
  const timeOf = ({ path }: FoundFile): number => times.get(path) ?? 0;
  return [...files].sort((one, other) => timeOf(other) - timeOf(one)).slice(0, most);
}

function changedAt(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  } catch {
    return 0;
  }
}

/** What an error of the file system means, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  EEXIST: 'there is a file already',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'too many links in a row',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk reports an error',
  EFBIG: 'the file would grow too large',
};
