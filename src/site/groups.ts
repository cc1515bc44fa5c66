import { slugify } from '../text/slug.ts';
import { creditFor } from '../writers/html/card/credits.ts';
import type { SiteEntry } from './entry.ts';

/** The entries that have something in common, a kind or a tag, say. */
export interface Group {
  readonly name: string;
  /** Of the page that lists them. */
  readonly path: string;
  readonly entries: readonly SiteEntry[];
}

/** A folder of the pages that list what has something in common. */
export type GroupFolder = 'kind' | 'tag' | 'year' | 'maker';

/** Which page lists what: asked twice, a name has the same page. */
export interface GroupPaths {
  /** The page of a kind or a tag, say. Names that differ in case alone have one. */
  readonly of: (folder: GroupFolder, name: string) => string;
  /** A path for another page that lists reviews, `by-title.html` for `by-title`; asked twice, it is another. */
  readonly claim: (stem: string) => string;
  /** Whether a path is the page of one that was asked for. */
  readonly has: (path: string) => boolean;
  /** Pages that are called otherwise than their names want, since a review's page is called so: both paths. */
  readonly moved: readonly { readonly wanted: string; readonly path: string }[];
}

/** The pages of groups, none of which has a path that is taken. Which name gets which path hangs on the order of asking. */
export function createGroupPaths(taken: ReadonlySet<string>): GroupPaths {
  const known = new Map<string, string>();
  const used = new Set([...taken].map((path) => path.toLowerCase()));
  const paths = new Set<string>();
  const moved: { wanted: string; path: string }[] = [];
  const claim = (stem: string): string => {
    let path = `${stem}.html`;
    for (let count = 2; used.has(path.toLowerCase()); count++) path = `${stem}-${count}.html`;
    if (taken.has(`${stem}.html`)) moved.push({ wanted: `${stem}.html`, path });
    used.add(path.toLowerCase());
    paths.add(path);
    return path;
  };
  return {
    moved,
    claim,
    has: (path) => paths.has(path),
    of: (folder, name) => {
      const key = keyOf(name);
      const before = known.get(`${folder}/${key}`);
      if (before !== undefined) return before;
      const path = claim(`${folder}/${slugify(key) || codePoints(key)}`);
      known.set(`${folder}/${key}`, path);
      return path;
    },
  };
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** The groups of at least `fewest` entries by what `groupNames` says, the largest first. Names that differ in case alone are one. */
export function groupsOf(
  entries: readonly SiteEntry[],
  folder: GroupFolder,
  paths: GroupPaths,
  fewest = 1,
): Group[] {
  const namesOf = (entry: SiteEntry): readonly string[] => groupNames(entry, folder);
  const found = new Map<string, { name: string; entries: Set<SiteEntry> }>();
  for (const entry of entries) {
    for (const name of namesOf(entry).map((each) => each.trim())) {
      const key = keyOf(name);
      const group = found.get(key);
      if (group !== undefined) group.entries.add(entry);
      else if (key !== '') found.set(key, { name, entries: new Set([entry]) });
    }
  }
  return [...found]
    .filter(([, group]) => group.entries.size >= fewest)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => ({
      name: group.name,
      path: paths.of(folder, group.name),
      entries: [...group.entries],
    }))
    .sort((one, other) => other.entries.length - one.entries.length);
}

/** What an entry is grouped under: its kind, its tags, the year of what is reviewed, who made it. */
export function groupNames({ item, tags }: SiteEntry, folder: GroupFolder): readonly string[] {
  switch (folder) {
    case 'kind':
      return item.kind === undefined ? [] : [item.kind];
    case 'tag':
      return tags;
    case 'year':
      return item.year === undefined ? [] : [String(item.year)];
    case 'maker':
      return creditedMakers(item).map(({ name }) => name);
  }
}

/** Who is named on the card: those of the first role that has a credit. */
export function creditedMakers({ creators }: SiteEntry['item']): SiteEntry['item']['creators'] {
  const first = creators.find(({ role }) => creditFor(role) !== undefined);
  return first === undefined ? [] : creators.filter(({ role }) => role === first.role);
}

/** A name without letters or digits, an emoji say. */
function codePoints(text: string): string {
  return Array.from(text, (each) => (each.codePointAt(0) as number).toString(16)).join('-');
}
