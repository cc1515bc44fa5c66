import { resolve } from 'node:path';
import type { Library } from '../../library/library.ts';
import { isFile } from '../../library/locate.ts';

/** A reference as a person types it: which review, and which section of it. */
export interface Reference {
  readonly review: string;
  readonly section?: string;
}

/**
 * `ballerina#weaknesses` as its parts. A `#` in the name of a file that exists, or in an exact id, is part of the name; the longest such
 * name counts.
 */
export function parseReference(text: string, cwd: string, library: Library): Reference {
  const first = text.indexOf('#');
  if (first < 1) return { review: text };
  const isName = (name: string): boolean => isFile(resolve(cwd, name)) || library.hasId(name);
  for (let at = text.length; at > first; at = text.lastIndexOf('#', at - 1))
    if (isName(text.slice(0, at))) return partsAt(text, at);
  return partsAt(text, first);
}

function partsAt(text: string, at: number): Reference {
  const review = text.slice(0, at);
  return at === text.length ? { review } : { review, section: text.slice(at + 1) };
}
