import { kindInName } from '../../vocabulary/kind-words.ts';

/** A glob of `include:`, and how many files it stands for. */
export interface Included {
  readonly glob: string;
  readonly files: number;
  /** How many of them rate something, or name a thing of a kind. */
  readonly evident: number;
}

/** Which files of a folder are reviews. Paths are relative to it, with `/` between folders. */
export interface ChosenFiles {
  readonly files: readonly string[];
  readonly others: readonly string[];
  /** Null where all of them are. */
  readonly include: readonly Included[] | null;
}

const half = 0.5;

/**
 * Chooses the files that are reviews: all in a folder that is called after a kind, or half of which evidently are; elsewhere those that
 * evidently are. `include` has as few globs as say so.
 */
export function chooseFiles(
  paths: readonly string[],
  isEvident: (path: string) => boolean,
): ChosenFiles {
  const evident = new Set(paths.filter(isEvident));
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = homeOf(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const chosen = new Set(
    [...folders].flatMap(([folder, files]) => {
      const own = files.filter((path) => evident.has(path));
      return isOfAKind(folder) || own.length >= files.length * half ? files : own;
    }),
  );
  const files = paths.filter((path) => chosen.has(path));
  const others = paths.filter((path) => !chosen.has(path));
  if (others.length === 0 || files.length === 0) return { files, others, include: null };
  return { files, others, include: globsFor(paths, chosen, evident) };
}

function isOfAKind(folder: string): boolean {
  return folder.split('/').some((name) => kindInName(name) !== null);
}

/** The folder that a file's reviews lie in: of an `index` in a folder of its own, the one around it. */
function homeOf(path: string): string {
  const parts = path.split('/');
  const isIndex = /^index\./i.test(parts.at(-1) ?? '') && parts.length > 2;
  return parts.slice(0, isIndex ? -2 : -1).join('/');
}

function globsFor(
  paths: readonly string[],
  chosen: ReadonlySet<string>,
  evident: ReadonlySet<string>,
): Included[] {
  const whole = new Map<string, boolean>();
  for (const path of paths)
    for (const folder of foldersOf(path))
      whole.set(folder, (whole.get(folder) ?? true) && chosen.has(path));
  const globs = new Map<string, { files: number; evident: number }>();
  for (const path of paths) {
    if (!chosen.has(path)) continue;
    const folder = foldersOf(path).find((each) => whole.get(each) === true);
    const glob = folder === undefined ? escaped(path) : `${escaped(folder)}/**`;
    const counts = globs.get(glob) ?? { files: 0, evident: 0 };
    globs.set(glob, {
      files: counts.files + 1,
      evident: counts.evident + (evident.has(path) ? 1 : 0),
    });
  }
  return [...globs].map(([glob, counts]) => ({ glob, ...counts }));
}

/** The folders of a path, the topmost first. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** A name in which nothing is a sign of a glob. */
function escaped(name: string): string {
  return name.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}
