import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { endings } from '../readers/formats.ts';
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
  const heads = () => headsOf(home, isIndex ? indexesIn(home, basename(path)) : textsIn(home));
  return createSiblings(heads, () => (home === root ? [] : headsAround(home)));
}

/** What tells two files apart that have the same siblings. */
export function siblingGroup(path: string, root: string): string {
  const folder = dirname(path);
  return isIndexFile(path) && folder !== root ? join(dirname(folder), '*', basename(path)) : folder;
}

function isIndexFile(path: string): boolean {
  return /^index\./i.test(basename(path));
}

function headsAround(home: string): Head[] {
  const parent = dirname(home);
  const names = namesIn(parent).filter((name) => isFolderName(name) && name !== basename(home));
  const most = Math.ceil(mostHeads / Math.max(names.length, 1));
  return names.slice(0, mostHeads).flatMap((name) => {
    const folder = join(parent, name);
    return headsOf(folder, textsIn(folder), most);
  });
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

/** The heads of files of a folder; what cannot be read is passed over. */
function headsOf(folder: string, names: readonly string[], most = mostHeads): Head[] {
  const read = headReader(headBytes);
  const wanted = spread(names, most).filter((name) => neverReview(name) === null);
  return wanted.flatMap((name) => {
    try {
      return [{ text: read(join(folder, name)), folder: basename(folder) }];
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
