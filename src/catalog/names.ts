import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from './place.ts';
import { stampOf } from './stamps.ts';

/** A review by its id, and the title it is shown with; empty where none is known. */
export type NamedReview = readonly [id: string, title: string];

/**
 * The plain list of names beside a catalog: read at every key that is pressed for a completion, with no database. First a line for the program that wrote it, then one
 * for each folder that was walked and for the configuration, its change before its path; an empty line; then one for each review.
 */
const form = `names of ${build}`;

/** The path of the list that belongs to the catalog at a path. */
export function namesPath(catalog: string): string {
  return catalog.replace(/\.db$/, '.names');
}

/**
 * The names of a library, in its order, as they were when they were last listed; null where nothing is kept, or a file was added to one of its folders, removed from
 * one or renamed since, or the configuration was changed. A title may be an older one.
 */
export function readNames(catalog: string, folder: string): readonly NamedReview[] | null {
  return (
    freshList(catalog, folder)
      ?.split('\n')
      .map((line) => line.split('\t') as [string, string]) ?? null
  );
}

/** Whether `readNames` knows any. */
export function hasNames(catalog: string, folder: string): boolean {
  return freshList(catalog, folder) !== null;
}

/** The lines of the reviews; null for a list that is not there, or an old one. */
function freshList(catalog: string, folder: string): string | null {
  const text = textAt(namesPath(catalog));
  const head = text.indexOf('\n\n');
  if (head < 0) return null;
  const [first, ...watched] = text.slice(0, head).split('\n');
  const isSame = watched.every((line) => {
    const [stamp, path = ''] = line.split('\t');
    return stamp === changeOf(join(folder, path));
  });
  return first === form && isSame ? text.slice(head + 2, -1) : null;
}

/** What a list of names is made from: the folder of a library, its configuration, and the paths of its files in it. */
export interface Listed {
  readonly folder: string;
  readonly config: string | null;
  readonly paths: readonly string[];
}

/** Keeps the names of a library. None are kept where an id cannot stand on a line, or the list cannot be written. */
export function writeNames(
  catalog: string,
  { folder, config, paths }: Listed,
  names: readonly NamedReview[],
): void {
  const target = namesPath(catalog);
  const watched = [...foldersOf(paths), ...(config === null ? [] : [relative(folder, config)])];
  const breaksLine = /[\t\n\r]/;
  try {
    if (
      names.length === 0 ||
      [...watched, ...names.map(([id]) => id)].some((each) => breaksLine.test(each))
    ) {
      rmSync(target, { force: true });
      return;
    }
    const lines = [
      form,
      ...watched.map((each) => `${changeOf(join(folder, each))}\t${each}`),
      '',
      ...names.map(([id, title]) => `${id}\t${title.replace(/\s+/g, ' ')}`),
    ];
    const temporary = `${target}.${randomUUID()}`;
    writeFileSync(temporary, `${lines.join('\n')}\n`, { mode: 0o600 });
    renameSync(temporary, target);
  } catch {
    // Without it the folders are walked.
  }
}

/** The folders in which files lie and those between, as paths in the library; its own is `.`. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const found = new Set<string>(['.']);
  for (const path of paths)
    for (let at = dirname(path); !found.has(at); at = dirname(at)) found.add(at);
  return [...found];
}

/** What tells whether something at a path was changed; `-` for nothing. */
function changeOf(path: string): string {
  return stampOf(path, 0)?.text ?? '-';
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
