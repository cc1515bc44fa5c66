import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { namesPath } from './names.ts';

/** Something that is remembered: a catalog with what belongs to it, or code that was compiled. */
export interface KeptFile {
  readonly name: string;
  readonly path: string;
  readonly kind: 'catalog' | 'code';
  readonly bytes: number;
}

/** Names that this program gives, and no others: what else lies there is somebody's. */
const catalogName = /^library-[\da-f]{16}\.db$/;
const codeName = /^code-[\da-f]{16}-v/;

/** What is remembered in a folder, by name; nothing where there is none. */
export function keptFiles(folder: string): readonly KeptFile[] {
  const names = namesIn(folder);
  return names.flatMap((name): KeptFile[] => {
    const path = join(folder, name);
    if (catalogName.test(name))
      return [
        {
          name,
          path,
          kind: 'catalog',
          bytes: partsOf(path).reduce((sum, each) => sum + sizeOf(each), 0),
        },
      ];
    if (!codeName.test(name)) return [];
    const bytes = namesIn(path).reduce((sum, each) => sum + sizeOf(join(path, each)), 0);
    return [{ name, path, kind: 'code', bytes }];
  });
}

/** Bytes as they are said. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Removes all that is remembered. A program that runs meanwhile goes on without. */
export function clearCache(folder: string): {
  readonly files: number;
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
} {
  let files = 0;
  const failures: { path: string; reason: string }[] = [];
  for (const { path } of keptFiles(folder)) {
    try {
      for (const each of partsOf(path)) rmSync(each, { recursive: true, force: true });
      files++;
    } catch (error) {
      failures.push({ path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { files, failures };
}

/** A catalog and what lies beside it, what a killed run left too; of anything else, itself. */
function partsOf(path: string): readonly string[] {
  if (!catalogName.test(basename(path))) return [path];
  const list = namesPath(path);
  const lists = namesIn(dirname(path)).filter((name) => name.startsWith(basename(list)));
  return [path, `${path}-wal`, `${path}-shm`, ...lists.map((name) => join(dirname(path), name))];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function sizeOf(path: string): number {
  try {
    return lstatSync(path).size;
  } catch {
    return 0;
  }
}
