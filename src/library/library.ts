import { basename, dirname, extname, join } from 'node:path';
import { decodeText } from '../data/decode.ts';
import { shownReview } from '../markdown/redact/redact.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { emptyReview } from '../model/review.ts';
import type { LibraryConfig } from '../model/settings.ts';
import { endings, type ReadReview, readFile } from '../readers/formats.ts';
import { once } from '../readers/once.ts';
import type { ReadSettings, Surroundings } from '../readers/reader.ts';
import type { Siblings } from '../readers/siblings.ts';
import { readConfig } from './config/read-config.ts';
import { type Selection, selectionOf } from './config/selection.ts';
import { settingsFor } from './config/settings-for.ts';
import { isEvidentOrUnread } from './evident.ts';
import { FileError, readBytes } from './files.ts';
import { uniqueIds } from './ids.ts';
import { isFile, isFolder, type LibraryPlace } from './locate.ts';
import { aroundIn, idOfPath, insideOf, leavesLibrary, liesInside, real, stemOf } from './paths.ts';
import { findNamed, type NameMatch, type ReviewNames, resolveId } from './resolve.ts';
import { listened, siblingGroup, siblingsBeside } from './siblings.ts';
import { type FoundFile, leadsToReview, type Walk, walkLibrary } from './walk.ts';

/** A review with the file it was read from. The diagnostics' ranges are in `source`. */
export interface LoadedReview extends ReadReview {
  /** Its name among several in its file; null or absent where the file is the review. */
  readonly key?: string | null;
  /** Where it stands in `source`, in UTF-16 units, `end` exclusive. */
  readonly span?: { readonly start: number; readonly end: number };
  /** The path it was read from, as given. */
  readonly file: string;
  /** True where it came from standard input: `file` is then a name and no path. */
  readonly isInput?: true;
  /** Its id in the library at hand; absent when it lies in none. What the file itself says its id is does not count. */
  readonly libraryId?: string;
  /** The id it would have, had another review not got it already. */
  readonly sharedId?: string;
  /** What was asked about the files beside it: 1, those of its folder; 2, those of the folders beside that too. Absent for nothing. */
  readonly asks?: 1 | 2;
  /** How many records of its file are no reviews yet, but still to be read, watched or played. */
  readonly waiting?: number;
  /** All reviews of a file that holds several, when it was read as a whole: the first of them is this one. */
  readonly many?: readonly LoadedReview[];
}

/** A folder of reviews. Nothing is read before it is asked for; the configuration is read once. */
export interface Library {
  readonly place: LibraryPlace;
  /** The configuration and what is wrong with it. Throws when its file cannot be read. */
  readonly config: () => {
    readonly config: LibraryConfig;
    readonly diagnostics: readonly Diagnostic[];
    /** The 1-based line of each key of its file. */
    readonly lines?: ReadonlyMap<string, number>;
  };
  /** Which files count by its configuration. */
  readonly selection: () => Selection;
  /** How a file is read: what the configuration says of it, where it lies, what the files beside it show. Nothing for one outside of the library. */
  readonly settingsAt: (path: string) => ReadSettings;
  /** Every review's file. */
  readonly walk: () => Walk;
  /** The file at a path, with its id; null when it lies elsewhere. The folder is walked only when another file has the same name. */
  readonly fileAt: (path: string) => FoundFile | null;
  /** Whether a file, or the file of one of several, has exactly this name; the folder is not walked for it. */
  readonly hasId: (name: string) => boolean;
  /** What a typed name means. */
  readonly find: (name: string) => NameMatch;
  /** The same by ids alone; null when none is meant, so that titles are to be looked at. */
  readonly findId: (name: string) => NameMatch | null;
  /** The bare text of one of its files, to look at without reading it as a review; null when `load` would fail. */
  readonly peek: (file: FoundFile) => string | null;
  /** Reads one of its files, or one review of it. Throws a `FileError` or the system's error when it cannot be read. */
  readonly load: (file: FoundFile, settings?: ReadSettings) => LoadedReview;
  /** Every review of one of its files. Throws as `load` does. */
  readonly loadAll: (file: FoundFile, settings?: ReadSettings) => readonly LoadedReview[];
}

/** The library at a place; of what its configuration says, `settings` count first, key by key. */
export function createLibrary(place: LibraryPlace, settings: LibraryConfig = {}): Library {
  let config: ReturnType<Library['config']> | undefined;
  let walked: Walk | undefined;
  const selection = once(() => selectionOf(library.config().config, aroundIn(place)));
  const groups = new Map<string, Siblings>();
  const siblingsOf = (path: string): Siblings => {
    const group = siblingGroup(path, place.folder);
    const siblings = groups.get(group) ?? siblingsBeside(path, place.folder);
    groups.set(group, siblings);
    return siblings;
  };
  const library: Library = {
    place,
    config: () => {
      config ??= loadConfig(place, settings);
      return config;
    },
    selection,
    settingsAt: (path) => {
      const stem = stemOf(place, path);
      if (stem === null) return {};
      const inside = insideOf(place, path) ?? `${stem}${extname(path)}`;
      return {
        ...settingsFor(library.config().config, inside, aroundIn(place)),
        surroundings: surroundingsIn(place, stem),
        siblings: siblingsOf(path),
      };
    },
    walk: () => {
      // In a folder that is nobody's library, only what evidently is a review counts.
      walked ??=
        place.origin === 'evident'
          ? walkLibrary(place.folder, endings(), { isReview: isEvidentOrUnread })
          : walkLibrary(place.folder, endings(), { selection: selection() });
      return walked;
    },
    fileAt: (path) => {
      const id = idOfPath(place, path);
      if (id === null) return null;
      if (pathsOf(place.folder, id, selection()).length < 2) return { id, path };
      const target = real(path);
      const walkedTo = library.walk().files.find((file) => real(file.path) === target);
      return { id: walkedTo?.id ?? id, path };
    },
    hasId: (name) => !leavesLibrary(name) && isNameIn(place.folder, name, selection()),
    find: (name) => library.findId(name) ?? findNamed(name, namesByReading(library)),
    findId: (name) =>
      leavesLibrary(name)
        ? { kind: 'unknown', ids: [] }
        : (exactId(place.folder, name, selection()) ??
          exactRecord(library, name) ??
          resolveId(name, library.walk().files)),
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
      // Of one review among several, the id begins with its file's.
      const id = file.key === undefined ? file.id : file.id.slice(0, -file.key.length - 1);
      const stem = stemOf(place, file.path) ?? id;
      const heard = listened(library.settingsAt(file.path));
      const loaded = {
        ...loadFile(file.path, { ...heard.settings, ...settings }),
        ...heard.asks(),
      };
      if (loaded.many === undefined) return withId(loaded, id, stem);
      const many = recordsIn(library, id, loaded.many);
      if (file.key === undefined) return { ...withId(loaded, many[0]?.libraryId ?? id), many };
      const one = many.find(({ key }) => key === file.key);
      if (one === undefined)
        throw new FileError(file.path, `there is no '${file.key}' in it any more`);
      return one;
    },
    loadAll: (file, settings) => {
      const loaded = library.load(file, settings);
      return loaded.many ?? [loaded];
    },
  };
  return library;
}

/** `wanted` is the id that it has by its name. */
function withId(loaded: LoadedReview, id: string, wanted = id): LoadedReview {
  const shared = wanted === id ? {} : { sharedId: wanted };
  return { ...loaded, ...shared, libraryId: id, review: { ...loaded.review, id } };
}

/** The reviews of a file with their ids. Only files in a folder of the file's own name can have one of them. */
function recordsIn(
  library: Library,
  id: string,
  many: readonly LoadedReview[],
): readonly LoadedReview[] {
  const isShared = isFolder(join(library.place.folder, id));
  const taken = new Set(isShared ? library.walk().files.map((file) => file.id) : []);
  const wanted = many.map(({ key }) => `${id}/${key ?? ''}`);
  const ids = uniqueIds(wanted, taken);
  return many.map((one, index) => {
    const own = ids[index] as string;
    return { ...withId(one, own, wanted[index]), key: own.slice(id.length + 1) };
  });
}

/** One review of several whose id it is: only its file is read. */
function exactRecord(library: Library, name: string): NameMatch | null {
  const at = name.lastIndexOf('/');
  if (at < 1) return null;
  const id = name.slice(0, at);
  const match = exactId(library.place.folder, id, library.selection());
  const file =
    match?.kind === 'found' ? match.file : library.walk().files.find((each) => each.id === id);
  if (file === undefined) return null;
  const one = reviewsIn(library, file).find(({ libraryId }) => libraryId === name);
  return one === undefined || typeof one.key !== 'string'
    ? null
    : { kind: 'found', file: { id: name, path: file.path, key: one.key } };
}

/** The names of all reviews, those that share a file too; every file is read for it, but for its text. */
function namesByReading(library: Library): ReviewNames {
  return new Map(library.walk().files.flatMap((file) => namesIn(library, file)));
}

/** The names of the reviews in a file; none when it cannot be read. */
export function namesIn(
  library: Library,
  file: FoundFile,
): (readonly [FoundFile, readonly string[]])[] {
  return reviewsIn(library, file).map(({ review, key, libraryId: id = file.id }) => {
    const { title, item } = shownReview(review);
    const ref = key === null || key === undefined ? file : { ...file, id, key };
    return [ref, [title, item.name].filter((each) => each !== undefined)];
  });
}

/** None when the file cannot be read. */
function reviewsIn(library: Library, file: FoundFile): readonly LoadedReview[] {
  try {
    return library.loadAll(file, { sections: false });
  } catch {
    return [];
  }
}

/** Reads the review at a path. Throws a `FileError` or the system's error when it cannot be read. */
export function loadFile(path: string, settings: ReadSettings = {}): LoadedReview {
  return loadBytes(readBytes(path), path, settings);
}

/** As `loadFile`, for bytes that are at hand; `path` is what diagnostics call their file. */
export function loadBytes(
  bytes: Uint8Array,
  path: string,
  settings: ReadSettings = {},
): LoadedReview {
  const { records, diagnostics, ...file } = readFile(bytes, { ...settings, path });
  const all = records.map((record): LoadedReview => ({ ...record, ...file, file: path }));
  const [first] = all;
  const whole = { ...(first ?? { ...nothing, ...file, file: path }) };
  const said = { ...whole, diagnostics: [...diagnostics, ...whole.diagnostics] };
  return first !== undefined && first.key === null
    ? said
    : { ...said, records: all.length, many: all };
}

/** What a list without a review in it holds. */
const nothing = { review: emptyReview, key: null, span: { start: 0, end: 0 }, diagnostics: [] };

/** Names that a library's folder has for what it is, not for what is in it: then the folder around it counts too. */
const plainFolders = new Set(['reviews', 'content', 'src', '_posts', 'docs']);

/** The folders of a review inside its library, the deepest first, then the library's own. */
function surroundingsIn({ folder }: LibraryPlace, id: string): Surroundings {
  const parts = id.split('/');
  const own = basename(folder);
  const around = plainFolders.has(own.toLowerCase()) ? [own, basename(dirname(folder))] : [own];
  return { folders: [...parts.slice(0, -1).reverse(), ...around], name: parts.at(-1) ?? id };
}

function loadConfig(place: LibraryPlace, settings: LibraryConfig): ReturnType<Library['config']> {
  if (place.config === null) return { config: settings, diagnostics: [] };
  const text = new TextDecoder().decode(readBytes(place.config));
  const { config, diagnostics, lines } = readConfig(text, place.config);
  return { config: { ...config, ...settings }, diagnostics, lines };
}

/** The quick way: a file of that very name, so that one review is shown without walking the folder. */
function exactId(folder: string, name: string, selection: Selection): NameMatch | null {
  if (name === '' || name.startsWith('.') || name.includes('/.')) return null;
  const [only, second] = pathsOf(folder, name, selection);
  // Which of several has the id, the walk tells.
  if (only === undefined || second !== undefined) return null;
  return { kind: 'found', file: { id: name, path: only } };
}

/** `diary/heat` too is the name of a file's, where there is a `diary.yaml`. */
function isNameIn(folder: string, name: string, selection: Selection): boolean {
  if (name === '' || name.startsWith('.') || name.includes('/.')) return false;
  const holders = [name, name.slice(0, Math.max(0, name.lastIndexOf('/')))];
  return holders.some((id) => id !== '' && pathsOf(folder, id, selection).length > 0);
}

/** The files of this name, whatever their ending. */
function pathsOf(folder: string, name: string, selection: Selection): string[] {
  return endings()
    .map((ending) => `${name}${ending}`)
    .filter(
      (path) =>
        leadsToReview(folder, path, endings(), selection.isChosen) &&
        selection.leftAside(path) === null,
    )
    .map((path) => join(folder, path))
    .filter(isFile);
}
