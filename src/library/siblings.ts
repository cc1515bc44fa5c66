import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { endings } from '../readers/formats.ts';
import type { ReadSettings } from '../readers/reader.ts';
import { createSiblings, type Head, type Siblings } from '../readers/siblings.ts';
import { neverHolds, neverReview } from '../vocabulary/never-reviews.ts';
import { headReader } from './files.ts';

/** Of more files, `fewHeads` are looked at, spread over all of them by their names. */
const mostHeads = 500;
const fewHeads = 200;
const headBytes = 4096;

/**
 * What the files beside one show together: those of its folder, or, where each review is the `index` of a folder of its own, those of the folders beside it. `root` is
 * the library's folder. Nothing is read before it is asked for.
 */
export function siblingsBeside(path: string, root: string): Siblings {
  const folder = dirname(path);
  const isIndex = isIndexFile(path) && folder !== root;
  const home = isIndex ? dirname(folder) : folder;
  const heads = () => headsOf(siblingPaths(path, root, false), basename(home));
  return createSiblings(heads, () => (home === root ? [] : headsAround(home, isIndex)));
}

/** The paths of the files whose heads tell what a file's siblings show; with `around`, those in the folders beside its own too. */
export function siblingPaths(path: string, root: string, around: boolean): readonly string[] {
  const folder = dirname(path);
  const isIndex = isIndexFile(path) && folder !== root;
  const home = isIndex ? dirname(folder) : folder;
  const own = isIndex ? indexesIn(home, basename(path)) : textsIn(home);
  const beside = spread(own, mostHeads).map((name) => join(home, name));
  return around && home !== root ? [...beside, ...pathsAround(home, isIndex)] : beside;
}

/** The texts of the folders beside one, those in folders of their own where it holds such. */
function pathsAround(home: string, ofIndexes: boolean): string[] {
  const parent = dirname(home);
  const names = namesIn(parent).filter((name) => isFolderName(name) && name !== basename(home));
  const most = Math.ceil(mostHeads / Math.max(names.length, 1));
  return names.slice(0, mostHeads).flatMap((name) => {
    const folder = join(parent, name);
    const texts = ofIndexes ? indexesIn(folder, 'index.md') : textsIn(folder);
    return spread(texts, most).map((text) => join(folder, text));
  });
}

/** Settings that take note of what is asked about the files beside the one that is read. */
export function listened(settings: ReadSettings): {
  settings: ReadSettings;
  asks: () => { readonly asks?: 1 | 2 };
} {
  const { siblings } = settings;
  if (siblings === undefined) return { settings, asks: () => ({}) };
  let most: 0 | 1 | 2 = 0;
  const heard: Siblings = {
    numbers: (key) => {
      most ||= 1;
      return siblings.numbers(key);
    },
    critic: (key, name) => {
      most = 2;
      return siblings.critic(key, name);
    },
    maker: (key) => {
      most ||= 1;
      return siblings.maker(key);
    },
    share: (key) => {
      most ||= 1;
      return siblings.share(key);
    },
  };
  return {
    settings: { ...settings, siblings: heard },
    asks: () => (most === 0 ? {} : { asks: most }),
  };
}

/** What tells two files apart that have the same siblings. */
export function siblingGroup(path: string, root: string): string {
  const folder = dirname(path);
  return isIndexFile(path) && folder !== root ? join(dirname(folder), '*', basename(path)) : folder;
}

function isIndexFile(path: string): boolean {
  return /^index\./i.test(basename(path));
}

function headsAround(home: string, ofIndexes: boolean): Head[] {
  return headsOf(pathsAround(home, ofIndexes));
}

/** What has no dot is most likely a folder; what is none has no names in it. */
function isFolderName(name: string): boolean {
  return extname(name) === '' && neverHolds(name) === null;
}

function textsIn(folder: string): string[] {
  const texts = new Set(endings().filter((ending) => !ofTables.has(ending)));
  return namesIn(folder).filter((name) => texts.has(extname(name).toLowerCase()));
}

function indexesIn(home: string, name: string): string[] {
  return namesIn(home)
    .filter(isFolderName)
    .map((folder) => `${folder}/${name}`);
}

const ofTables: ReadonlySet<string> = new Set(['.csv', '.tsv', '.jsonl', '.ndjson']);

/** In their order, without those that are hidden; none where there is no such folder. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

/** The heads of files, which lie in `folder` or each in its own; what cannot be read is passed over. */
function headsOf(paths: readonly string[], folder?: string): Head[] {
  const read = headReader(headBytes);
  return paths.flatMap((path) => {
    if (neverReview(basename(path)) !== null) return [];
    try {
      return [{ text: read(path), folder: folder ?? basename(dirname(path)) }];
    } catch {
      return [];
    }
  });
}

/** All of them, or, where there are too many, some in even steps from the first on. */
function spread(names: readonly string[], most: number): readonly string[] {
  if (names.length <= most) return names;
  const length = Math.min(most, fewHeads);
  return Array.from(
    { length },
    (_, index) => names[Math.floor((index * names.length) / length)] as string,
  );
}
