import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { decodeText } from '../data/decode.ts';
import { shownReview } from '../markdown/redact.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LibraryConfig } from '../model/settings.ts';
import { endings, type ReadReview, readReview } from '../readers/formats.ts';
import type { ReadSettings, Surroundings } from '../readers/reader.ts';
import { readConfig } from './config.ts';
import { isEvidentFile } from './evident.ts';
import { FileError, readBytes } from './files.ts';
import { isFile, type LibraryPlace } from './locate.ts';
import { type NameMatch, resolveName } from './resolve.ts';
import { type FoundFile, leadsToReview, type Walk, walkLibrary } from './walk.ts';

/** A review with the file it was read from. The diagnostics' ranges are in `source`. */
export interface LoadedReview extends ReadReview {
  /** The path it was read from, as given. */
  readonly file: string;
  /** Its id in the library at hand; absent when it lies in none. What the file itself says its id is does not count. */
  readonly libraryId?: string;
}

/** A folder of reviews. Nothing is read before it is asked for; the configuration is read once. */
export interface Library {
  readonly place: LibraryPlace;
  /** The configuration and what is wrong with it. Throws when its file cannot be read. */
  readonly config: () => {
    readonly config: LibraryConfig;
    readonly diagnostics: readonly Diagnostic[];
  };
  /** Every review's file. */
  readonly walk: () => Walk;
  /** What a typed name means. */
  readonly find: (name: string) => NameMatch;
  /** The bare text of one of its files, to look at without reading it as a review; null when `load` would fail. */
  readonly peek: (file: FoundFile) => string | null;
  /** Reads one of its files. Throws a `FileError` or the system's error when it cannot be read. */
  readonly load: (file: FoundFile, settings?: ReadSettings) => LoadedReview;
}

/** The library at a place. */
export function createLibrary(place: LibraryPlace): Library {
  let config: ReturnType<Library['config']> | undefined;
  let walked: Walk | undefined;
  const library: Library = {
    place,
    config: () => {
      config ??= loadConfig(place);
      return config;
    },
    walk: () => {
      // In a folder that is nobody's library, only what evidently is a review counts.
      walked ??=
        place.origin === 'evident'
          ? walkLibrary(place.folder, endings(), isEvidentFile)
          : walkLibrary(place.folder, endings());
      return walked;
    },
    find: (name) => {
      if (leavesLibrary(name)) return { kind: 'unknown', ids: [] };
      const quick = exactId(place.folder, name);
      return quick ?? resolveName(name, library.walk().files, (file) => namesOf(library, file));
    },
    peek: (file) => {
      try {
        return liesInside(place.folder, file.path) ? decodeText(readBytes(file.path)).text : null;
      } catch {
        return null;
      }
    },
    load: (file, settings = {}) => {
      if (!liesInside(place.folder, file.path))
        throw new FileError(file.path, 'it is a link that leads out of the library');
      const loaded = loadFile(file.path, {
        ...settingsFor(library.config().config, file.id),
        surroundings: surroundingsIn(place, file),
        ...settings,
      });
      return { ...loaded, libraryId: file.id, review: { ...loaded.review, id: file.id } };
    },
  };
  return library;
}

/** Reads the review at a path. Throws a `FileError` or the system's error when it cannot be read. */
export function loadFile(path: string, settings: ReadSettings = {}): LoadedReview {
  return { ...readReview(readBytes(path), { ...settings, path }), file: path };
}

/** Names that a library's folder has for what it is, not for what is in it: then the folder around it counts too. */
const plainFolders = new Set(['reviews', 'content', 'src', '_posts', 'docs']);

/** The folders of a review inside its library, the deepest first, then the library's own. */
function surroundingsIn({ folder }: LibraryPlace, { id }: FoundFile): Surroundings {
  const parts = id.split('/');
  const own = basename(folder);
  const around = plainFolders.has(own.toLowerCase()) ? [own, basename(dirname(folder))] : [own];
  return { folders: [...parts.slice(0, -1).reverse(), ...around], name: parts.at(-1) ?? id };
}

/** What a configuration says about reading the review with this id. */
export function settingsFor(config: LibraryConfig, id: string): ReadSettings {
  const { scale, grades, roles, spellings, kinds } = config;
  const folder = Object.keys(kinds ?? {}).find((name) =>
    `/${id}`.includes(`/${name.replace(/^\/|\/$/g, '')}/`),
  );
  const kind = folder === undefined ? undefined : kinds?.[folder];
  return {
    ...(scale === undefined ? {} : { scale }),
    ...(grades === undefined ? {} : { grades }),
    ...(roles === undefined ? {} : { roles }),
    ...(spellings === undefined ? {} : { spellings }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** The id that a path has in the library, or null when it lies elsewhere. */
export function idOfPath(place: LibraryPlace, path: string): string | null {
  if (!liesInside(place.folder, path)) return null;
  const inside = relative(real(place.folder), real(path)).split(sep).join('/');
  const ending = endings().find((candidate) => inside.toLowerCase().endsWith(candidate));
  return ending === undefined ? null : inside.slice(0, -ending.length);
}

function loadConfig(place: LibraryPlace): ReturnType<Library['config']> {
  if (place.config === null) return { config: {}, diagnostics: [] };
  const text = new TextDecoder().decode(readBytes(place.config));
  return readConfig(text, place.config);
}

/** The quick way: a file of that very name, so that one review is shown without walking the folder. */
function exactId(folder: string, name: string): NameMatch | null {
  if (name === '' || name.startsWith('.') || name.includes('/.')) return null;
  const paths = endings()
    .filter((ending) => leadsToReview(folder, `${name}${ending}`, endings()))
    .map((ending) => join(folder, `${name}${ending}`))
    .filter(isFile);
  const [only, second] = paths;
  if (only === undefined) return null;
  if (second !== undefined) return { kind: 'ambiguous', ids: paths };
  return { kind: 'found', file: { id: name, path: only } };
}

/** Title and item's name, without reading the body; none when the file cannot be read. */
function namesOf(library: Library, file: FoundFile): readonly string[] {
  try {
    const { title, item } = shownReview(library.load(file, { sections: false }).review);
    return [title, item.name].filter((name) => name !== undefined);
  } catch {
    return [];
  }
}

function leavesLibrary(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..');
}

function liesInside(folder: string, path: string): boolean {
  const inside = relative(real(folder), real(path));
  return (
    inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !inside.startsWith(sep)
  );
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
