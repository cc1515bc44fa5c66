import { dirname, resolve } from 'node:path';
import { isSafeUrl, schemeOf } from '../markdown/url.ts';
import { endings } from '../readers/formats.ts';
import { slugify } from '../text/slug.ts';
import type { Library } from './library.ts';
import { isFile } from './locate.ts';
import { resolveId } from './resolve.ts';
import type { FoundFile } from './walk.ts';

/** Where a link of a review leads. */
export type Lead =
  /** http, https or mailto. */
  | { readonly kind: 'web'; readonly url: string }
  /** A section of the review that the link is in, by name. */
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'review'; readonly file: FoundFile; readonly section: string | null }
  /** Nowhere that is followed, and why, in words. */
  | { readonly kind: 'nowhere'; readonly reason: string };

/** What a link is followed from: the library that it may lead through, and the file that it stands in. */
export interface LeadsFrom {
  /** Null where links lead to no review. */
  readonly library: Library | null;
  /** Absolute; null for standard input. */
  readonly path: string | null;
}

/** Where an address leads: to the web, to a section, or by a relative path to a review inside the library, by what the path really is. */
export function leadOfAddress(address: string, { library, path }: LeadsFrom): Lead {
  if (isSafeUrl(address)) return { kind: 'web', url: address };
  if (schemeOf(address) !== null) return { kind: 'nowhere', reason: `not opened: ${address}` };
  if (address.startsWith('#')) return { kind: 'section', name: decoded(address.slice(1)) };
  const outside: Lead = { kind: 'nowhere', reason: `not in the library: ${address}` };
  const [way = '', fragment] = address.split('#');
  const named = decoded(way.replace(/\?.*$/, ''));
  if (library === null || path === null || named === '' || /^[/\\]/.test(named)) return outside;
  const target = resolve(dirname(path), named);
  const found = ['', ...endings()].map((ending) => target + ending).find(isFile);
  const file = found === undefined ? null : library.fileAt(found);
  if (file === null || /(?:^|\/)\./.test(file.id)) return outside;
  return { kind: 'review', file, section: fragment === undefined ? null : decoded(fragment) };
}

/** Where `[[id#section]]` leads: by id, the last part of one, or a beginning of either, that is only one's. */
export function leadOfName(name: string, { library }: Pick<LeadsFrom, 'library'>): Lead {
  const [wanted = '', section] = name.split('#');
  if (wanted.trim() === '') return { kind: 'section', name: section ?? '' };
  const outside: Lead = { kind: 'nowhere', reason: `not in the library: ${wanted}` };
  if (library === null) return outside;
  const { files } = library.walk();
  const id = wanted.trim();
  const match = resolveId(id, files) ?? resolveId(slugify(id), files) ?? recordNamed(library, id);
  if (match === null || match.kind === 'unknown') return outside;
  if (match.kind === 'ambiguous')
    return { kind: 'nowhere', reason: `could be ${match.ids.join(', ')}` };
  return { kind: 'review', file: match.file, section: section ?? null };
}

/** One review of a file that holds several; others are not read for a name. */
function recordNamed(library: Library, id: string): ReturnType<Library['find']> | null {
  const owner = id.slice(0, Math.max(id.lastIndexOf('/'), 0));
  return library.walk().files.some((file) => file.id === owner) ? library.find(id) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
