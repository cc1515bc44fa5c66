import { realpathSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { endings } from '../readers/formats.ts';
import type { LibraryPlace } from './locate.ts';

/** A file's path in its library without ending, as it was come upon. */
export function stemOf(place: LibraryPlace, path: string): string | null {
  const inside = insideOf(place, path);
  return inside === null ? idOfPath(place, path) : withoutEnding(inside);
}

/** A file's path from its library's folder, with `/` between folders, as it was come upon; null when it lies elsewhere. */
export function insideOf({ folder }: LibraryPlace, path: string): string | null {
  const inside = relative(folder, path);
  return inside === '' || inside.startsWith('..') ? null : inside.split(sep).join('/');
}

/** The id that a path has in the library, or null when it lies elsewhere. */
export function idOfPath(place: LibraryPlace, path: string): string | null {
  if (!liesInside(place.folder, path)) return null;
  const inside = relative(real(place.folder), real(path)).split(sep).join('/');
  return withoutEnding(inside);
}

/** A path without the ending of a review; null when it has none. */
function withoutEnding(inside: string): string | null {
  const ending = endings().find((candidate) => inside.toLowerCase().endsWith(candidate));
  return ending === undefined ? null : inside.slice(0, -ending.length);
}

/** What leads from the configuration's folder to the library's, `reviews/`; empty where they are one. */
export function aroundIn({ folder, config }: LibraryPlace): string {
  const between = config === null ? '' : relative(dirname(config), folder);
  return between === '' || between.startsWith('..') ? '' : `${between.split(sep).join('/')}/`;
}

/** Whether a name cannot be an id: it leads elsewhere. */
export function leavesLibrary(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..');
}

/** Whether a path lies below a folder, links followed. */
export function liesInside(folder: string, path: string): boolean {
  const inside = relative(real(folder), real(path));
  return (
    inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !inside.startsWith(sep)
  );
}

/** Where a path leads, or itself where it leads nowhere. */
export function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
