import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { FileError, readBytes } from './files.ts';

/** Pictures by their endings, with their media types. None of them can carry a script, as SVG can. */
const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Folders that site makers publish as their root: the library's own, and some in it and beside it. */
export function publishedFolders(folder: string): string[] {
  const names = ['static', 'public', 'source', 'assets'];
  return [
    folder,
    ...[folder, dirname(folder)].flatMap((root) => names.map((name) => join(root, name))),
  ];
}

export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/**
 * A picture of a library, by its path inside the folder. Throws a `FileError` or the system's error for what is no picture, no regular
 * file, hidden, larger than 16 MiB, or does not lie in the folder once links are followed.
 */
export function readPicture(folder: string, path: string): Picture {
  const mediaType = mediaTypeOf(path);
  if (mediaType === undefined)
    throw new FileError(
      path,
      /\.svgz?$/i.test(path)
        ? 'an SVG can carry a script; save it as PNG or WebP'
        : 'not a picture (PNG, JPEG, WebP, AVIF, GIF)',
    );
  if (isHidden(path.split('/'))) throw new FileError(path, 'a hidden file');
  const root = realpathSync(folder);
  const file = realpathSync(join(root, path));
  const inside = relative(root, file);
  if (inside === '' || inside.split(sep)[0] === '..' || inside.startsWith(sep))
    throw new FileError(path, 'it lies outside the library');
  // The names of what a link leads to count as its own do.
  if (isHidden(inside.split(sep))) throw new FileError(path, 'a link to a hidden file');
  if (mediaTypeOf(file) === undefined) throw new FileError(path, 'a link to what is no picture');
  return { bytes: readBytes(file), mediaType };
}

/** Whether a file's name is a picture's, of those too that no page shows. */
export function isPictureName(path: string): boolean {
  return mediaTypeOf(path) !== undefined || /\.(?:svgz?|tiff?|heic|bmp|jxl)$/i.test(path);
}

function mediaTypeOf(path: string): string | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(mediaTypes, ending) ? mediaTypes[ending] : undefined;
}

function isHidden(parts: readonly string[]): boolean {
  return parts.some((part) => part.startsWith('.'));
}
