import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { endings } from '../readers/formats.ts';
import { holdsEvidentReview } from './evident.ts';
import { walkLibrary } from './walk.ts';

/** The name of a library's configuration file. */
export const configName = 'review.config.yaml';

/** Where a library lies. */
export interface LibraryPlace {
  /** The folder of its reviews, absolute. */
  readonly folder: string;
  /** Its configuration file, absolute, or null when it has none. */
  readonly config: string | null;
  /** How it was found. */
  readonly origin: 'option' | 'environment' | 'folder' | 'evident' | 'user' | 'samples';
}

export interface LocateSettings {
  /** `--library`. */
  readonly option?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The sample library's folder. */
  readonly samples: string;
}

/**
 * The library to use: `--library`, else `REVIEW_LIBRARY`, else the nearest folder upwards with a configuration or a `reviews`
 * folder, else the folder at hand when it evidently holds reviews, else the user's own when there is one in it, else the samples.
 * One that was named is returned even if it does not exist.
 */
export function locateLibrary(settings: LocateSettings): LibraryPlace {
  const { option, env, cwd, samples } = settings;
  if (option !== undefined && option !== '') return placeOf(resolve(cwd, option), 'option');
  if (env.REVIEW_LIBRARY) return placeOf(resolve(cwd, env.REVIEW_LIBRARY), 'environment');
  const near = nearestLibrary(cwd);
  if (near !== null) return near;
  if (holdsEvidentReview(resolve(cwd), env.HOME))
    return { folder: resolve(cwd), config: null, origin: 'evident' };
  const home = env.XDG_DATA_HOME || (env.HOME ? join(env.HOME, '.local', 'share') : '');
  const own = join(home, 'review');
  if (home !== '' && isFolder(own)) {
    const place = placeOf(own, 'user');
    if (walkLibrary(place.folder, endings()).files.length > 0) return place;
  }
  return placeOf(samples, 'samples');
}

/** The library of a folder: the nearest one upwards that has a configuration or a `reviews` folder; null when none has. */
export function nearestLibrary(from: string): LibraryPlace | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isFile(join(folder, configName)) || isFolder(join(folder, 'reviews')))
      return placeOf(folder, 'folder');
    if (dirname(folder) === folder) return null;
  }
}

/** A folder as a library: its `reviews` folder when it has one and is not itself the place of a review. */
export function placeOf(folder: string, origin: LibraryPlace['origin']): LibraryPlace {
  const inner = join(folder, 'reviews');
  const home = isFolder(inner) ? inner : folder;
  const config = [join(folder, configName), join(home, configName)].find(isFile) ?? null;
  return { folder: home, config, origin };
}

/** Whether `path` is a regular file, links followed; false when it cannot be told. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** Whether there is a folder at the path, or a link to one. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
