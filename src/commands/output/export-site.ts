import type { LoadedReview } from '../../library/library.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import { addressOf, linkTo } from '../../site/addresses.ts';
import { atomFeed } from '../../site/atom.ts';
import { type SiteEntry, siteEntry } from '../../site/entry.ts';
import { createFeed } from '../../site/feed.ts';
import { ownImages } from '../../site/images.ts';
import { jsonFeed, pictureOf } from '../../site/json-feed.ts';
import { shelfPages } from '../../site/shelf.ts';
import type { SiteSettings } from '../../site/site.ts';
import { siteMap } from '../../site/sitemap.ts';
import { counted } from '../../text/counted.ts';
import type { Context, GlobalOptions, Input, Outcome } from '../command.ts';
import { worst } from '../opening/open.ts';
import { wantedBaseUrl } from './base-url.ts';
import { nameOf, type Sink } from './export-sink.ts';
import { createSiteFiles } from './export-site-files.ts';
import type { Writing } from './export-target.ts';

/** What a site takes of a command line. */
type SiteValues = GlobalOptions & {
  readonly force?: boolean;
  readonly title?: string;
  readonly baseUrl?: string;
};

/** Whether an address can be read does not hang on where the site is. */
const anyBase = 'https://site.invalid/';

/**
 * The whole library as a site: a page for each review, the pages that list them, feeds, the pictures, and a site map where the
 * address is known. A draft is left out. What has not changed is not written again; a file that the site did not make is left alone.
 */
export function siteSink(
  context: Context,
  input: Input<SiteValues>,
  writing: Writing,
  folder: string,
): Sink {
  const settings = settingsOf(input);
  const files = createSiteFiles(context, writing, folder, input.options.force === true);
  const feed = createFeed(settings);
  const entries: SiteEntry[] = [];
  let drafts = 0;
  let undated = 0;
  return {
    options: (loaded) => ({
      site: { home: linkTo('index.html', pathOf(loaded)), title: settings.title },
      ...(settings.baseUrl === null
        ? {}
        : { address: addressOf(pathOf(loaded), settings.baseUrl) }),
    }),
    add: (loaded, text) => {
      const { review } = loaded;
      if (review.draft === true) {
        drafts++;
        return 'done';
      }
      const path = pathOf(loaded);
      const outcome = files.put(path, text, loaded.file);
      if (outcome !== 'done') return outcome;
      const shown = shownReview(review);
      const entry = siteEntry(shown, path);
      const image = entry.item.image;
      if (image !== undefined && pictureOf(image, path, settings.baseUrl ?? anyBase) === null)
        context.note(
          `${loaded.file}: the picture ${image} has no address that can be read; left out`,
        );
      entries.push(entry);
      if (!feed.add(shown, entry)) undated++;
      return worst(ownImages(review).map((image) => files.copy(image, loaded.file)));
    },
    finish: (allRead) => {
      const shelves: string[] = [];
      const outcomes: Outcome[] = [];
      for (const [path, text] of shelfPages(entries, settings)) {
        shelves.push(path);
        outcomes.push(files.put(path, text, 'the shelf'));
      }
      const items = feed.items();
      outcomes.push(
        files.put('feed.xml', atomFeed(items, settings), 'the feed'),
        files.put('feed.json', jsonFeed(items, settings), 'the feed'),
      );
      const { baseUrl } = settings;
      if (baseUrl !== null)
        outcomes.push(files.put('sitemap.xml', siteMap(entries, shelves, baseUrl), 'the site map'));
      if (drafts > 0) context.note(`${counted(drafts, 'draft is', 'drafts are')} not on the site`);
      if (undated > 0)
        context.note(
          `${counted(undated, 'review has', 'reviews have')} no date and so no place in the feeds`,
        );
      outcomes.push(files.finish(allRead));
      return worst(outcomes);
    },
  };
}

function settingsOf({ options }: Input<SiteValues>): SiteSettings {
  const title = options.title?.trim() ?? '';
  const baseUrl = options.baseUrl === undefined ? null : wantedBaseUrl(options.baseUrl);
  return { title: title === '' ? 'Reviews' : title, baseUrl };
}

function pathOf(loaded: LoadedReview): string {
  return `${nameOf(loaded)}.html`;
}
