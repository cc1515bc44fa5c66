import { join } from 'node:path';
import { figuresOf } from '../../../figures/figures.ts';
import type { Library, LoadedReview } from '../../../library/library.ts';
import type { ListEntry } from '../../../library/query.ts';
import { shownReview } from '../../../markdown/redact/redact.ts';
import { isData } from '../../../markdown/url.ts';
import type { Review } from '../../../model/review.ts';
import { linkTo } from '../../../site/addresses.ts';
import { atomFeed } from '../../../site/atom.ts';
import { type SiteEntry, siteEntry } from '../../../site/entry.ts';
import { createFeed } from '../../../site/feed.ts';
import { statsHtml } from '../../../site/figures/stats.ts';
import { jsonFeed } from '../../../site/json-feed.ts';
import { shelfPages } from '../../../site/shelf.ts';
import { feedLinks, type SiteSettings } from '../../../site/site.ts';
import { siteMaps } from '../../../site/sitemap.ts';
import { counted } from '../../../text/counted.ts';
import { imageAddress } from '../../../writers/html/url.ts';
import type { SiteOfPage } from '../../../writers/writer.ts';
import type { Context, GlobalOptions, Input, Outcome } from '../../command.ts';
import { shownPath } from '../../opening/shown-path.ts';
import { wantedBaseUrl } from '../base-url.ts';
import type { Sink } from '../export-sink.ts';
import type { Writing } from '../export-target.ts';
import { type Missing, missingDiagnostics, type PictureChoice, pathOf } from '../page-places.ts';
import { createSiteFiles } from './site-files.ts';
import { pageAddress, type SitePlaces, sitePlaces } from './site-places.ts';
import { planSite, type SitePlan, type Unpublished } from './site-plan.ts';

/** What a site takes of a command line. */
type SiteValues = GlobalOptions & {
  readonly force?: boolean;
  readonly title?: string;
  readonly baseUrl?: string;
  readonly pictures?: PictureChoice;
};

/**
 * The whole library as a site: a page for each review, the pages that list them, feeds, the pictures, and a site map where the
 * address is known. Drafts and reviews that are not written yet are left out. What has not changed is not written again; a file that the site did
 * not make is left alone.
 */
export function siteSink(
  context: Context,
  input: Input<SiteValues>,
  writing: Writing,
  folder: string,
): Sink {
  const { library } = writing;
  const settings = settingsOf(input, library);
  const files = createSiteFiles(context, writing, folder, input.options.force === true);
  const plan = planSite(context, library);
  const around = {
    plan,
    settings,
    pictures: input.options.pictures ?? 'link',
    copy: files.copy,
    diskPath: (path: string) => join(library.place.folder, path),
  };
  const feed = createFeed(settings);
  const entries: SiteEntry[] = [];
  const undated: string[] = [];
  const left: Record<Unpublished, string[]> = { draft: [], unwritten: [] };
  const shelves: string[] = [];
  let current: { readonly loaded: LoadedReview; readonly places: SitePlaces } | null = null;
  const placesOf = (loaded: LoadedReview): SitePlaces => {
    if (current?.loaded !== loaded) current = { loaded, places: sitePlaces(loaded, around) };
    return current.places;
  };
  const reported = (loaded: LoadedReview, missing: readonly Missing[]): void =>
    context.report(missingDiagnostics(library, loaded, missing));

  return {
    wants: (loaded) => {
      const why = loaded.review.draft === true ? 'draft' : plan.unpublished(pathOf(loaded));
      if (why !== undefined) left[why].push(shownPath(context, loaded.file));
      return why === undefined;
    },
    options: (loaded) => ({
      ...placesOf(loaded).page,
      cover: placesOf(loaded).coverAddress,
      site: siteOf(loaded, plan, settings),
      ...pageAddress(loaded, settings),
    }),
    add: (loaded, text) => {
      const path = pathOf(loaded);
      const outcome = files.put(path, text, shownPath(context, loaded.file));
      if (outcome !== 'done') return outcome;
      const places = placesOf(loaded);
      const shown = shownReview(loaded.review);
      const entry = siteEntry(shown, path, places.cover);
      entries.push(entry);
      reported(loaded, [...places.missing, ...withoutAddress(loaded.review)]);
      if (!feed.add(shown, entry, places.feed)) undated.push(shownPath(context, loaded.file));
      return 'done';
    },
    made: () => counted(entries.length + shelves.length, 'page'),
    finish: (allRead) => {
      const outcomes: Outcome[] = [];
      const statsPath = entries.length === 0 ? null : plan.stats;
      for (const [path, text] of shelfPages(entries, plan.groups, settings, statsPath)) {
        shelves.push(path);
        outcomes.push(files.put(path, text, 'the shelf'));
      }
      if (statsPath !== null) {
        shelves.push(statsPath);
        outcomes.push(files.put(statsPath, statsPage(entries, plan, settings), 'the figures'));
      }
      const items = feed.items();
      outcomes.push(
        files.put('feed.xml', atomFeed(items, settings), 'the feed'),
        files.put('feed.json', jsonFeed(items, settings), 'the feed'),
      );
      const { baseUrl } = settings;
      if (baseUrl !== null)
        for (const [path, text] of siteMaps(entries, shelves, baseUrl))
          outcomes.push(files.put(path, text, 'the site map'));
      sayLeft(context, left, undated, plan);
      outcomes.push(files.finish(allRead));
      return outcomes.includes('failed') || files.copyFailed() ? 'failed' : 'done';
    },
  };
}

/** What a page of a site leads to besides its own links. */
export function siteOf(loaded: LoadedReview, plan: SitePlan, { title }: SiteSettings): SiteOfPage {
  const path = pathOf(loaded);
  const { kind } = loaded.review.item;
  return {
    home: linkTo('index.html', path),
    title,
    feeds: feedLinks(path),
    kind: kind === undefined ? null : linkTo(plan.groups.of('kind', kind), path),
    tag: (tag) => linkTo(plan.groups.of('tag', tag), path),
    ...plan.neighbours(path),
  };
}

/** The page with the figures of the reviews that have one. */
export function statsPage(
  entries: readonly SiteEntry[],
  plan: SitePlan,
  settings: SiteSettings,
): string {
  const paths = new Map(
    entries.flatMap(({ path }) => {
      const listed = plan.listed.get(path);
      return listed === undefined ? [] : [[listed, path] as const];
    }),
  );
  const hrefOf = (entry: ListEntry): string | null => {
    const path = paths.get(entry);
    return path === undefined ? null : linkTo(path, plan.stats);
  };
  return statsHtml(figuresOf([...paths.keys()]), plan.stats, hrefOf, settings);
}

/** A picture of which no address can be made. */
function withoutAddress({ item: { image } }: Review): Missing[] {
  if (image === undefined || isData(image) || imageAddress(image) !== null) return [];
  const message = `The picture \`${image}\` has no address that can be read; left out.`;
  return [{ address: image, code: 'image-blocked', message }];
}

/** What is not on the site or not in the feeds, and what has not the name that it should. */
function sayLeft(
  { note }: Context,
  { draft, unwritten }: Readonly<Record<Unpublished, readonly string[]>>,
  undated: readonly string[],
  { groups, alike }: SitePlan,
): void {
  if (draft.length > 0)
    note(`${counted(draft.length, 'draft is', 'drafts are')} not on the site: ${named(draft)}`);
  if (unwritten.length > 0)
    note(
      `${counted(unwritten.length, 'review is', 'reviews are')} not on the site, since nothing stands under any heading: ${named(unwritten)}`,
    );
  if (undated.length > 0)
    note(
      `${counted(undated.length, 'review has', 'reviews have')} no date and so no place in the feeds: ${named(undated)}`,
    );
  for (const { wanted, path } of groups.moved)
    note(`${wanted} is the page of a review; the list of that name is ${path}`);
  for (const paths of alike)
    note(`${paths.join(' and ')} are one file where names are blind to case; rename one`);
}

/** More of them are counted. */
const mostNamed = 8;

/** Of a file of many, its name once. */
function named(reviews: readonly string[]): string {
  const files = [...new Set(reviews)];
  const rest = files.length - mostNamed;
  return `${files.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What the command line and the configuration say of a site. */
export function settingsOf({ options }: Input<SiteValues>, library: Library): SiteSettings {
  const { site = {} } = library.config().config;
  const title = options.title?.trim() || site.title?.trim() || 'Reviews';
  const baseUrl =
    options.baseUrl === undefined ? (site.baseUrl ?? null) : wantedBaseUrl(options.baseUrl);
  return { title, baseUrl, lang: site.lang ?? 'en' };
}
