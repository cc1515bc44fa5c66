import { createHash } from 'node:crypto';
import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from '../files.ts';
import { staysInside } from './targets.ts';

/** The name of the file in a site that says which of its files are the site's own. */
export const manifestName = '.review-site.json';

/** The files of a site by path, with `/` between folders, each with the hash of its bytes. */
export type SiteManifest = ReadonlyMap<string, string>;

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The manifest of a site; empty when it has none, or none that can be read. */
export function readManifest(folder: string): SiteManifest {
  try {
    const { files } = JSON.parse(
      new TextDecoder().decode(readBytes(join(folder, manifestName))),
    ) as {
      readonly files?: unknown;
    };
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
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(sorted) }, null, 1)}\n`;
}

/** What stands at a path of a site, to decide whether it may be written. */
export type SiteFileState = 'none' | 'same' | 'ours' | 'foreign';

/** `same`: the bytes that are to be written; `ours`: what the manifest says was written; `foreign`: anything else, links that lead out included. */
export function stateOf(
  folder: string,
  path: string,
  content: string | Uint8Array,
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
  if (found === hashOf(content)) return 'same';
  return manifest.get(path) === found ? 'ours' : 'foreign';
}

/** Removes a file that the manifest names, when it still has the bytes that were written. False when it is left, or was not there. */
export function removeOwn(folder: string, path: string, hash: string): boolean {
  const file = join(folder, path);
  if (path.split('/').includes('..') || !staysInside(folder, file)) return false;
  try {
    if (!lstatSync(file).isFile() || hashOf(readBytes(file)) !== hash) return false;
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}
