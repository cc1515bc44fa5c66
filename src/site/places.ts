import { schemeOf } from '../markdown/url.ts';

/** A relative address, as what it leads to in the library. */
export interface InnerAddress {
  /** A path inside the library, decoded, with `/` between folders; empty for the library's folder. */
  readonly path: string;
  /** What follows it, as it is written: `?x#y`. */
  readonly rest: string;
}

/**
 * What an address leads to that is written in a file of `folder`, a path inside the library. Null where it is absolute, starts at the root of a
 * server, is a place in its own page (`#end`), or leads out of the library.
 */
export function innerAddress(address: string, folder: string): InnerAddress | null {
  const [, bare = '', rest = ''] = /^([^?#]*)([\s\S]*)$/.exec(address.trim()) ?? [];
  if (bare === '' || schemeOf(address) !== null || /^[/\\]/.test(bare)) return null;
  const path = folder === '' ? [] : folder.split('/');
  for (const part of decoded(bare).split('/')) {
    if (part === '..') {
      if (path.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') path.push(part);
  }
  return path.some((part) => /[\\\0]/.test(part)) ? null : { path: path.join('/'), rest };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The page of a review. `key` is the review's name among several in its file; null where the file is the review. */
export interface ReviewPage {
  readonly key: string | null;
  readonly path: string;
}

/** Which pages there are, by the paths of files inside the library. */
export interface Pages {
  /** The pages of a file's reviews; none for a file that holds no review. */
  readonly of: (file: string) => readonly ReviewPage[];
  /** Whether a path is a page's own. */
  readonly has: (path: string) => boolean;
}

/**
 * The page that an inner address leads to, with what follows its path; null when it leads to none. Of a file that holds several reviews,
 * `file.md#name` is one of them and the file the first.
 */
export function pageAt({ path, rest }: InnerAddress, pages: Pages): InnerAddress | null {
  const found = pages.of(path);
  const wanted = rest.replace(/^[^#]*#?/, '');
  const [first] = found;
  const named =
    found.length > 1 ? found.find(({ key }) => key === decoded(wanted).toLowerCase()) : undefined;
  if (named !== undefined) return { path: named.path, rest: '' };
  if (first !== undefined) return { path: first.path, rest };
  return pages.has(path) ? { path, rest } : null;
}
