import type { Library, LoadedReview } from '../../../library/library.ts';
import { insideOf } from '../../../library/paths.ts';
import { entryOf, type ListEntry } from '../../../library/query.ts';
import type { FoundFile } from '../../../library/walk.ts';
import { shownReview } from '../../../markdown/redact/redact.ts';
import { isUnwritten } from '../../../model/review.ts';
import { endings } from '../../../readers/formats.ts';
import { linkTo } from '../../../site/addresses.ts';
import { byDate, type SiteEntry, siteEntry } from '../../../site/entry.ts';
import { createGroupPaths, type GroupPaths, groupNames } from '../../../site/groups.ts';
import type { Pages, ReviewPage } from '../../../site/places.ts';
import type { PageLink } from '../../../writers/writer.ts';
import type { Context } from '../../command.ts';
import { isObstacle } from '../../opening/each-review.ts';
import { allOf } from '../../opening/open.ts';
import { withProgress } from '../../opening/progress.ts';
import { pathOf } from '../page-places.ts';

/** Why a review has no page in a site. */
export type Unpublished = 'draft' | 'unwritten';

/** What a site will hold, known before its first page is written. */
export interface SitePlan {
  readonly pages: Pages;
  /** Why there is no page at a path, for a review that has one in no site. */
  readonly unpublished: (path: string) => Unpublished | undefined;
  /** The pages of the reviews before and after that with this page, by date. */
  readonly neighbours: (path: string) => { previous: PageLink | null; next: PageLink | null };
  readonly groups: GroupPaths;
  /** The path of the page that shows them in figures. */
  readonly stats: string;
  /** What a listing says of each review, by the path of its page. */
  readonly listed: ReadonlyMap<string, ListEntry>;
  /** The newest first, without excerpts and pictures, which only bodies have. */
  readonly entries: readonly SiteEntry[];
  /** The file of each review, by the path of its page. */
  readonly files: ReadonlyMap<string, FoundFile>;
  /** Paths of pages that are one file where names are blind to case. */
  readonly alike: readonly (readonly string[])[];
}

/** A review of a file as a plan has it. */
interface PlannedReview {
  readonly key: string | null;
  readonly path: string;
  readonly entry: SiteEntry;
  readonly listed: ListEntry;
}

/** What a site will hold of a file: its reviews, and the paths of those that have no page. */
export interface PlannedFile {
  readonly reviews: readonly PlannedReview[];
  readonly unpublished: readonly (readonly [path: string, why: Unpublished])[];
}

/** Looks at the heads of a file's reviews. */
export function planFile(library: Library, file: FoundFile): PlannedFile {
  const reviews: PlannedReview[] = [];
  const unpublished: [string, Unpublished][] = [];
  for (const loaded of headsIn(library, file)) {
    const path = pathOf(loaded);
    const why = whyUnpublished(library, file, loaded);
    if (why !== null) unpublished.push([path, why]);
    else {
      const entry = siteEntry(shownReview(loaded.review), path);
      reviews.push({ key: loaded.key ?? null, path, entry, listed: entryOf(loaded) });
    }
  }
  return { reviews, unpublished };
}

/**
 * Looks through a library for what a site of it will hold; bodies stay unread. What cannot be read has no page, and is said by whoever writes it. `look` may remember
 * what a file holds.
 */
export function planSite(
  context: Context,
  library: Library,
  look: (file: FoundFile) => PlannedFile = (file) => planFile(library, file),
): SitePlan {
  const byFile = new Map<string, readonly ReviewPage[]>();
  const unpublished = new Map<string, Unpublished>();
  const entries: SiteEntry[] = [];
  const listed = new Map<string, ListEntry>();
  const files = new Map<string, FoundFile>();
  for (const file of withProgress(context, library.walk().files, 'looking at')) {
    const planned = look(file);
    for (const [path, why] of planned.unpublished) unpublished.set(path, why);
    for (const each of planned.reviews) {
      entries.push(each.entry);
      listed.set(each.path, each.listed);
      files.set(each.path, file);
    }
    const inside = insideOf(library.place, file.path);
    if (inside !== null) byFile.set(inside, planned.reviews);
  }
  entries.sort(byDate);
  const taken = new Set(['index.html', ...entries.map(({ path }) => path)]);
  const groups = groupsOfAll(entries, taken);
  const places = new Map(entries.map(({ path }, at) => [path, at]));
  const link = (at: number, from: string): PageLink | null => {
    const entry = entries[at];
    return entry === undefined ? null : { href: linkTo(entry.path, from), title: entry.title };
  };
  return {
    pages: {
      of: (path) =>
        byFile.get(path) ??
        endings().flatMap((ending) => byFile.get(`${path.replace(/\/$/, '')}${ending}`) ?? []),
      has: (path) => taken.has(path) || groups.has(path),
    },
    unpublished: (path) => unpublished.get(path),
    neighbours: (path) => {
      const at = places.get(path);
      return at === undefined
        ? { previous: null, next: null }
        : { previous: link(at + 1, path), next: link(at - 1, path) };
    },
    groups,
    stats: groups.claim('stats'),
    listed,
    entries,
    files,
    alike: alikeIn(entries.map(({ path }) => path)),
  };
}

function headsIn(library: Library, file: FoundFile): readonly LoadedReview[] {
  try {
    return allOf(library.load(file, { sections: false })).filter(
      ({ diagnostics }) => !diagnostics.some(isObstacle),
    );
  } catch {
    return [];
  }
}

/** A look at its text tells of most reviews that they are written. */
function whyUnpublished(
  library: Library,
  file: FoundFile,
  loaded: LoadedReview,
): Unpublished | null {
  if (loaded.review.draft === true) return 'draft';
  if (loaded.many !== undefined || !mayBeUnwritten(loaded)) return null;
  return isUnwritten(library.load(file).review) ? 'unwritten' : null;
}

/** Headings and blank lines alone, as `new` leaves them; in data, a key for its sections. */
function mayBeUnwritten({ source, bodyStart, keys }: LoadedReview): boolean {
  if (bodyStart === undefined)
    return keys?.entries.some(({ key }) => /^sections$/i.test(key)) === true;
  const lines = source.slice(bodyStart).split(/\r\n|\r|\n/);
  return lines.every((line) => line.trim() === '' || /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line));
}

/** The pages of kinds and tags, asked for in one order whatever the reviews' own; those of years and makers are asked for when they are made. */
function groupsOfAll(entries: readonly SiteEntry[], taken: ReadonlySet<string>): GroupPaths {
  const groups = createGroupPaths(taken);
  for (const folder of ['kind', 'tag'] as const) {
    const names = entries.flatMap((entry) => groupNames(entry, folder));
    const keys = new Set(names.map((name) => name.trim().toLowerCase()));
    for (const key of [...keys].filter((each) => each !== '').sort()) groups.of(folder, key);
  }
  return groups;
}

function alikeIn(paths: readonly string[]): string[][] {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const key = path.toLowerCase();
    const others = found.get(key);
    if (others === undefined) found.set(key, [path]);
    else others.push(path);
  }
  return [...found.values()].filter(({ length }) => length > 1);
}
