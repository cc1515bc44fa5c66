import type { LibraryConfig } from '../../model/settings.ts';
import { loadPicomatch } from './load-picomatch.ts';

/** Which files of a library its configuration counts, and which not. Paths are relative to its folder, with `/` between folders. */
export interface Selection {
  /** Whether it says itself which files count: their names are then not looked at. */
  readonly isChosen: boolean;
  /** Why a file is left aside, in words; null when it counts. */
  readonly leftAside: (path: string) => string | null;
  /** Whether a folder is named that, by its name, holds no reviews. */
  readonly names: (folder: string) => boolean;
}

const everything: Selection = { isChosen: false, leftAside: () => null, names: () => false };

/**
 * What `include:` and `exclude:` choose. `around` is what leads from the configuration's folder to the library's, as in `reviews/`: globs may be
 * written from either.
 */
export function selectionOf({ include, exclude = [] }: LibraryConfig, around = ''): Selection {
  if (include === undefined && exclude.length === 0) return everything;
  const included = include?.map((glob) => matcherOf(glob, around));
  const excluded = exclude.map((glob) => ({ glob, fits: matcherOf(glob, around) }));
  const bases = (include ?? []).map((glob) => loadPicomatch().scan(plainGlob(glob)).base);
  return {
    isChosen: included !== undefined,
    leftAside: (path) => {
      if (included !== undefined && !included.some((fits) => fits(path)))
        return 'not among `include:` of the configuration';
      const out = excluded.find(({ fits }) => fits(path));
      return out === undefined ? null : `\`exclude: ${out.glob}\` of the configuration`;
    },
    names: (folder) =>
      bases.some((base) =>
        [folder, around + folder].some((path) => `${base}/`.startsWith(`${path}/`)),
      ),
  };
}

/** Whether a path fits a glob; a glob that is a folder's name stands for all in it. */
export function matcherOf(glob: string, around = ''): (path: string) => boolean {
  const plain = plainGlob(glob);
  const fits = loadPicomatch()([plain, `${plain}/**`]);
  return (path) => fits(path) || (around !== '' && fits(around + path));
}

function plainGlob(glob: string): string {
  return glob.replace(/^\.?\/+|(?<!\/)\/+$/g, '');
}
