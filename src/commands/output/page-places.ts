import { dirname, join, resolve } from 'node:path';
import { FileError } from '../../library/files.ts';
import type { Library, LoadedReview } from '../../library/library.ts';
import { isFile } from '../../library/locate.ts';
import { type Picture, publishedFolders, readPicture } from '../../library/pictures.ts';
import { reasonOf } from '../../library/walk.ts';
import { closedMessages } from '../../markdown/redact/redact-strings.ts';
import { type Diagnostic, type DiagnosticCode, diagnose } from '../../model/diagnostic.ts';
import { createLocator } from '../../model/position.ts';
import { addressOf, linkTo } from '../../site/addresses.ts';
import { innerAddress, type Pages, pageAt, type ReviewPage } from '../../site/places.ts';
import { visibleLine } from '../../text/visible.ts';
import { imageAddress } from '../../writers/html/url.ts';
import type { HtmlOptions, PictureAnswer } from '../../writers/writer.ts';
import type { Context } from '../command.ts';
import { nameOf } from './export-sink.ts';

/** How pictures of the library come onto a page. */
export type PictureChoice = 'embed' | 'link' | 'none';

/** How a page on its own is written. */
export interface PageChoices {
  readonly pictures: PictureChoice;
  /** The root of the site that it will be in; null where nobody knows. */
  readonly baseUrl: string | null;
}

/** What `show` writes: a page that is whole. */
export const wholePage: PageChoices = { pictures: 'embed', baseUrl: null };

/** A link or a picture that a page cannot have. */
export interface Missing {
  readonly address: string;
  readonly code: DiagnosticCode;
  readonly message: string;
}

/** What a page on its own is written with, and what is found to be missing while it is written. */
interface PagePlaces {
  readonly options: Pick<HtmlOptions, 'pictures' | 'linkTo' | 'ownPictures' | 'baseUrl' | 'cover'>;
  readonly missing: readonly Missing[];
}

/** The largest picture that is embedded, and how much a page may hold, in bytes. */
const largestPicture = 1024 * 1024;
const largestPage = 8 * largestPicture;

/** The folder of a review's file inside its library, with `/` between folders; empty for the library's own and for a review of none. */
export function folderOf(loaded: LoadedReview): string {
  const { libraryId = '', key } = loaded;
  const id = typeof key === 'string' ? libraryId.slice(0, -key.length - 1) : libraryId;
  return id.split('/').slice(0, -1).join('/');
}

/** The path of a review's page in a site. */
export function pathOf(loaded: LoadedReview): string {
  return `${nameOf(loaded)}.html`;
}

/**
 * Where the links and pictures of a page on its own lead: links to reviews of the library to their pages, pictures as they are wanted.
 */
function pagePlaces(
  context: Context,
  library: Library,
  loaded: LoadedReview,
  { pictures: choice, baseUrl }: PageChoices,
): PagePlaces {
  const folder = folderOf(loaded);
  const page = pathOf(loaded);
  const root =
    loaded.libraryId === undefined || isOfNoLibrary(context, library, loaded)
      ? dirname(resolve(context.cwd, loaded.file))
      : library.place.folder;
  const missing: Missing[] = [];
  const pages = walkedPages(library);
  const hrefOf = (path: string): string =>
    baseUrl === null ? linkTo(path, page) : addressOf(path, baseUrl);
  const image = imageAddress(loaded.review.item.image ?? '');
  return {
    missing,
    options: {
      ...(baseUrl === null || image === null
        ? {}
        : { cover: pictureAddress(image, folder, hrefOf) }),
      ...(baseUrl === null ? {} : { baseUrl: addressOf(page, baseUrl) }),
      ownPictures: choice === 'link',
      linkTo: (address) => {
        const inner = innerAddress(address, folder);
        const place = inner === null ? null : pageAt(inner, pages);
        return place === null ? address : hrefOf(place.path) + place.rest;
      },
      pictures:
        choice === 'none'
          ? 'none'
          : choice === 'link'
            ? (address) => ({ src: pictureAddress(address, folder, hrefOf) })
            : embedding(root, folder, missing),
    },
  };
}

/** A page on its own, as `write` makes it with these options; what it could not have is reported. */
export function pageWith(
  context: Context,
  library: Library,
  loaded: LoadedReview,
  choices: PageChoices,
  write: (options: PagePlaces['options']) => string,
): string {
  const { options, missing } = pagePlaces(context, library, loaded, choices);
  const html = write(options);
  context.report(closedMessages(missingDiagnostics(library, loaded, missing)));
  return html;
}

/** A file of several reviews has ids outside of any library too. */
function isOfNoLibrary({ cwd }: Context, library: Library, { file }: LoadedReview): boolean {
  return library.fileAt(resolve(cwd, file)) === null;
}

function pictureAddress(address: string, folder: string, hrefOf: (path: string) => string): string {
  const inner = innerAddress(address, folder);
  return inner === null ? address : hrefOf(inner.path) + inner.rest;
}

/** Pictures of a folder in the page itself, up to the limits; those beyond are links. */
function embedding(
  root: string,
  folder: string,
  missing: Missing[],
): (address: string) => PictureAnswer {
  let left = largestPage;
  return (address) => {
    try {
      const { bytes, mediaType } = pictureOf(root, folder, address);
      const isLarge = bytes.length > largestPicture;
      if (isLarge || bytes.length > left) {
        const why = isLarge ? 'is larger than 1 MiB' : 'would make the page larger than 8 MiB';
        const message = `\`${visibleLine(decoded(address))}\` ${why}: the page has a link to it.`;
        missing.push({ address, code: 'image-blocked', message });
        return { href: address };
      }
      left -= bytes.length;
      return { type: mediaType, bytes };
    } catch (error) {
      missing.push(notShown(address, error));
      return null;
    }
  };
}

/** The picture with a relative address. One from the root of a server is looked for where site makers publish from. */
function pictureOf(root: string, folder: string, address: string): Picture {
  const isFromRoot = /^[/\\]/.test(address);
  const inner = innerAddress(isFromRoot ? address.slice(1) : address, isFromRoot ? '' : folder);
  if (inner === null) throw new FileError(address, 'it lies outside the library');
  const roots = isFromRoot ? publishedFolders(root) : [root];
  const place = roots.find((each) => isFile(join(each, inner.path))) ?? root;
  return readPicture(place, inner.path);
}

/** Why a picture is not on the page. */
export function notShown(address: string, error: unknown): Missing {
  const name = visibleLine(decoded(address));
  if ((error as NodeJS.ErrnoException).code === 'ENOENT')
    return { address, code: 'image-missing', message: `There is no file \`${name}\`.` };
  const reason = error instanceof FileError ? error.reason : reasonOf(error);
  return { address, code: 'image-blocked', message: `\`${name}\` is not shown: ${reason}.` };
}

/** The pages that the reviews of a library would have. The folder is walked, and a file looked into, when the first link asks. */
function walkedPages(library: Library): Pages {
  const known = new Map<string, readonly ReviewPage[]>();
  return {
    of: (path) => {
      const before = known.get(path);
      if (before !== undefined) return before;
      const absolute = join(library.place.folder, path);
      const file = library.walk().files.find((each) => each.path === absolute);
      const found =
        file === undefined
          ? []
          : attempt(() => library.loadAll(file, { sections: false })).map((loaded) => ({
              key: loaded.key ?? null,
              path: pathOf(loaded),
            }));
      known.set(path, found);
      return found;
    },
    has: () => false,
  };
}

function attempt<Value>(work: () => readonly Value[]): readonly Value[] {
  try {
    return work();
  } catch {
    return [];
  }
}

/** What is missing, each at its place in the review's file, once: a warning, or what the library's configuration makes of it. */
export function missingDiagnostics(
  library: Library,
  { source, file }: LoadedReview,
  missing: readonly Missing[],
): Diagnostic[] {
  if (missing.length === 0) return [];
  const { rules } = library.config().config;
  const locator = createLocator(source);
  const unique = new Map(missing.map((each) => [`${each.code} ${each.message}`, each]));
  return [...unique.values()].flatMap(({ address, code, message }) => {
    const severity = rules?.[code];
    if (severity === 'off') return [];
    const place = placeIn(source, address);
    const range = place === null ? {} : { range: locator.range(place.start, place.end) };
    const diagnostic = { ...diagnose(code, message, range), file };
    return [{ ...diagnostic, severity: severity ?? 'warning' }];
  });
}

/** Where an address stands in a text: as it is, or decoded. */
function placeIn(source: string, address: string): { start: number; end: number } | null {
  for (const text of [address, decoded(address)]) {
    for (let start = source.indexOf(text); start >= 0; start = source.indexOf(text, start + 1)) {
      const end = start + text.length;
      const isWhole = !/[\w./%-]/.test(`${source[start - 1] ?? ''}${source[end] ?? ''}`);
      if (isWhole) return { start, end };
    }
  }
  return null;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
