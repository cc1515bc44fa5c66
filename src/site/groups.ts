import { slugify, uniqueSlugs } from '../text/slug.ts';
import type { SiteEntry } from './entry.ts';

/** The entries that have something in common, a kind or a tag. */
export interface Group {
  readonly name: string;
  /** Of the page that lists them. */
  readonly path: string;
  readonly entries: readonly SiteEntry[];
}

/** The groups of entries by what `namesOf` says, the largest first. Names that differ in case alone are one. Pages lie in `folder`. */
export function groupsOf(
  entries: readonly SiteEntry[],
  folder: string,
  namesOf: (entry: SiteEntry) => readonly string[],
): Group[] {
  const found = new Map<string, { name: string; entries: Set<SiteEntry> }>();
  for (const entry of entries) {
    for (const name of namesOf(entry).map((each) => each.trim())) {
      const key = name.toLowerCase();
      const group = found.get(key);
      if (group !== undefined) group.entries.add(entry);
      else if (key !== '') found.set(key, { name, entries: new Set([entry]) });
    }
  }
  const unique = uniqueSlugs();
  return [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, group]) => ({
      name: group.name,
      path: `${folder}/${unique(slugify(key) || codePoints(key))}.html`,
      entries: [...group.entries],
    }))
    .sort((one, other) => other.entries.length - one.entries.length);
}

/** A name without letters or digits, an emoji say. */
function codePoints(text: string): string {
  return Array.from(text, (each) => (each.codePointAt(0) as number).toString(16)).join('-');
}
