import { join } from 'node:path';
import type { Library } from '../../../library/library.ts';
import { readPicture } from '../../../library/pictures.ts';
import type { FoundFile } from '../../../library/walk.ts';
import { shownReview } from '../../../markdown/redact/redact.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { type SiteEntry, siteEntry } from '../../../site/entry.ts';
import { shelfPlan } from '../../../site/shelf.ts';
import type { SiteSettings } from '../../../site/site.ts';
import type { HtmlOptions } from '../../../writers/writer.ts';
import type { Context, GlobalOptions, Input } from '../../command.ts';
import { checkLoaded } from '../../opening/check-files.ts';
import { allOf, openedLibrary } from '../../opening/open.ts';
import { pathOf } from '../page-places.ts';
import { formatNamed } from '../write-options.ts';
import { settingsOf, siteOf, statsPage } from './export-site.ts';
import { sitePlaces } from './site-places.ts';
import { type PlannedFile, planFile, planSite, type SitePlan } from './site-plan.ts';

/** What a site that is looked at while it is written is made with. */
interface LiveParts {
  /** What the file system says of a file as it is now: another text, another file. */
  readonly stampOf: (path: string) => string | null;
  /** What is added to the page of a review in which this was found. */
  readonly slotsOf: (findings: readonly Diagnostic[]) => HtmlOptions['slots'];
  /** A page that lists reviews, with what is added to it. */
  readonly dressed: (html: string) => string;
}

/** A site of a library, of which each page is made when it is asked for, from the files as they are then. */
export interface LiveSite {
  /** The page at a path; null where the site has none. Throws when its review cannot be read. */
  readonly page: (path: string) => Promise<string | null>;
  /** Something was changed: what the next page needs is looked at again. */
  readonly changed: () => void;
}

interface Site {
  readonly library: Library;
  readonly plan: SitePlan;
  readonly settings: SiteSettings;
  readonly lists: ReadonlyMap<string, () => string>;
}

type Values = GlobalOptions & { readonly spoilers?: boolean };

/** The site of the library at hand. Of files that did not change, heads are read once. */
export function liveSite(context: Context, input: Input<Values>, parts: LiveParts): LiveSite {
  const known = new Map<string, { readonly stamp: string; readonly planned: PlannedFile }>();
  let current: Site | null = null;
  const look = (library: Library) => (file: FoundFile) => {
    const stamp = parts.stampOf(file.path);
    const before = known.get(file.path);
    if (before !== undefined && before.stamp === stamp) return before.planned;
    const planned = planFile(library, file);
    if (stamp !== null) known.set(file.path, { stamp, planned });
    return planned;
  };
  const siteNow = (): Site => {
    if (current !== null) return current;
    const library = openedLibrary(context, input);
    const plan = planSite({ ...context, progress: () => undefined }, library, look(library));
    const settings = settingsOf(input, library);
    const around = { library, plan, settings };
    const entries = plan.entries.map((entry) => whole(entry, around));
    const stats = entries.length === 0 ? null : plan.stats;
    current = { ...around, lists: new Map(shelfPlan(entries, plan.groups, settings, stats)) };
    return current;
  };
  return {
    page: async (path) => {
      const site = siteNow();
      const { plan, settings, lists } = site;
      const list = lists.get(path);
      if (list !== undefined) return parts.dressed(list());
      if (path === plan.stats && plan.entries.length > 0)
        return parts.dressed(statsPage(plan.entries, plan, settings));
      return reviewPage(context, input, parts, site, path);
    },
    changed: () => {
      current = null;
    },
  };
}

type Around = Pick<Site, 'library' | 'plan' | 'settings'>;

function placesIn({ library, plan, settings }: Around, loaded: ReturnType<Library['load']>) {
  const { folder } = library.place;
  return sitePlaces(loaded, {
    plan,
    settings,
    pictures: 'link',
    copy: (path) => {
      try {
        return readPicture(folder, path);
      } catch (error) {
        return { error };
      }
    },
    diskPath: (path) => join(folder, path),
  });
}

function reviewAt({ library, plan }: Around, path: string) {
  const file = plan.files.get(path);
  return file === undefined
    ? undefined
    : allOf(library.load(file)).find((loaded) => pathOf(loaded) === path);
}

/** An entry that reads its review when its excerpt or picture is looked at: only the pages that show it need them. */
function whole(entry: SiteEntry, around: Around): SiteEntry {
  let found: SiteEntry | undefined;
  const read = (): SiteEntry => {
    if (found !== undefined) return found;
    try {
      const loaded = reviewAt(around, entry.path);
      found =
        loaded === undefined
          ? entry
          : siteEntry(shownReview(loaded.review), entry.path, placesIn(around, loaded).cover);
    } catch {
      // Its own page says why it cannot be read.
      found = entry;
    }
    return found;
  };
  return Object.defineProperties(
    { ...entry },
    { cover: { get: () => read().cover }, excerpt: { get: () => read().excerpt } },
  );
}

async function reviewPage(
  context: Context,
  { options }: Input<Values>,
  { slotsOf }: LiveParts,
  site: Site,
  path: string,
): Promise<string | null> {
  const loaded = reviewAt(site, path);
  if (loaded === undefined) return null;
  const { library, plan, settings } = site;
  const places = placesIn(site, loaded);
  const { remaining } = checkLoaded(context, library, loaded);
  const write = await formatNamed('html').load();
  const slots = slotsOf(remaining);
  return write(loaded.review, {
    ...places.page,
    spoilers: options.spoilers === true,
    cover: places.coverAddress,
    site: siteOf(loaded, plan, settings),
    ...(slots === undefined ? {} : { slots }),
  });
}
