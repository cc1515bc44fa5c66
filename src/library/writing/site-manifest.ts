import { createHash } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FileError, readBytes } from '../files.ts';
import { staysInside } from './targets.ts';

/** The name of the file in a site that says which of its files are the site's own. */
export const manifestName = '.review-site.json';

const manifestVersion = 1;

/** The files of a site by path, with `/` between folders, each with the hash of its bytes. */
export type SiteManifest = ReadonlyMap<string, string>;

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The name of the file in which a run notes what it is about to write; it is there only while one goes on, or when one was killed. */
const journalName = '.review-site.journal';

/** What a run is about to write, noted before it is written, so that the next one knows it for the site's own should this one be killed. */
export interface SiteJournal {
  /** Throws the system's error. */
  readonly note: (path: string, hash: string) => void;
  /** Once the manifest says it all. */
  readonly end: () => void;
}

/** A journal of a run in a site's folder. The file is made with the first note. */
export function createJournal(folder: string): SiteJournal {
  const name = join(folder, journalName);
  let file: number | null = null;
  return {
    note: (path, hash) => {
      file ??= openJournal(name);
      writeSync(file, `${JSON.stringify([path, hash])}\n`);
    },
    end: () => {
      if (file !== null) closeSync(file);
      file = null;
      rmSync(name, { force: true });
    },
  };
}

/** Never through a link, under another name's file, or into a pipe that somebody has put there. */
function openJournal(name: string): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const stat = lstatSync(name, { throwIfNoEntry: false });
  if (stat !== undefined && !(stat.isFile() && stat.nlink === 1))
    throw new FileError(name, 'it is not of a site; move it away');
  return openSync(name, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
}

/** Whether the site's own list may be written in a folder: what bears its name is a file, or nothing. */
export function mayListIn(folder: string): boolean {
  const path = join(folder, manifestName);
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}

/**
 * What a site's folder holds of the site's own: what its manifest says, and what a run that was killed had written since. Empty when there is
 * neither, or none that can be read.
 */
export function readManifest(folder: string): SiteManifest {
  const known = new Map(listedIn(folder));
  for (const [path, hash] of notedIn(folder))
    if (hasHash(folder, path, hash)) known.set(path, hash);
  return known;
}

function notedIn(folder: string): [path: string, hash: string][] {
  try {
    const lines = new TextDecoder().decode(readBytes(join(folder, journalName))).split('\n');
    return lines.flatMap((line): [string, string][] => {
      // The last line of a run that was killed may be cut short.
      if (!line.endsWith(']')) return [];
      const [path, hash] = JSON.parse(line) as readonly unknown[];
      return typeof path === 'string' && typeof hash === 'string' ? [[path, hash]] : [];
    });
  } catch {
    return [];
  }
}

function hasHash(folder: string, path: string, hash: string): boolean {
  const file = join(folder, path);
  if (path.split('/').includes('..') || !staysInside(folder, file)) return false;
  try {
    return lstatSync(file).isFile() && hashOf(readBytes(file)) === hash;
  } catch {
    return false;
  }
}

function listedIn(folder: string): SiteManifest {
  try {
    const { version, files } = JSON.parse(
      new TextDecoder().decode(readBytes(join(folder, manifestName))),
    ) as { readonly version?: unknown; readonly files?: unknown };
    // What another version means by its hashes is not known: its files are foreign, as without a manifest.
    if (version !== manifestVersion) return new Map();
    const entries = Object.entries(typeof files === 'object' && files !== null ? files : {});
    return new Map(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return new Map();
  }
}

/** As text: paths and hashes of what is published, in order, and nothing else. */
export function manifestText(files: SiteManifest): string {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ version: manifestVersion, files: Object.fromEntries(sorted) }, null, 1)}\n`;
}

/** What stands at a path of a site, to decide whether it may be written. */
export type SiteFileState = 'none' | 'same' | 'ours' | 'foreign';

/** `same`: the bytes that are to be written, which have this hash; `ours`: what the manifest says was written; `foreign`: anything else, links that lead out included. */
export function stateOf(
  folder: string,
  path: string,
  hash: string,
  manifest: SiteManifest,
): SiteFileState {
  const file = join(folder, path);
  if (!staysInside(folder, file)) return 'foreign';
  let found: string;
  try {
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return 'none';
    found = hashOf(readBytes(file));
  } catch {
    return 'foreign';
  }
  if (found === hash) return 'same';
  return manifest.get(path) === found ? 'ours' : 'foreign';
}

/** Removes a file that the manifest names, when it still has the bytes that were written. False when it is left, or was not there. */
export function removeOwn(folder: string, path: string, hash: string): boolean {
  if (!hasHash(folder, path, hash)) return false;
  try {
    rmSync(join(folder, path));
    return true;
  } catch {
    return false;
  }
}
