import type { Shown } from '../markdown/redact/redact.ts';
import { feedAddress, stableId } from './addresses.ts';
import { byDate, type SiteEntry } from './entry.ts';
import { feedContent } from './feed-content.ts';
import type { SiteSettings } from './site.ts';

/** How many reviews a feed has: the newest. */
const longestFeed = 50;

/** An entry of a feed, whatever the feed's notation. */
export interface FeedItem {
  readonly id: string;
  readonly entry: SiteEntry;
  /** Its page's address; absolute where the site has one, else from the feed. */
  readonly url: string;
  /** A whole date and time of RFC 3339. */
  readonly published: string;
  readonly updated: string;
  /** HTML, without spoilers. */
  readonly content: string;
}

/** Gathers the newest reviews and forgets the others. A review without a date is none for a feed. */
export interface FeedCollector {
  /** False for a review without a date. */
  readonly add: (review: Shown, entry: SiteEntry) => boolean;
  /** The items, the newest first. */
  readonly items: () => readonly FeedItem[];
}

export function createFeed({ baseUrl }: SiteSettings): FeedCollector {
  let newest: { readonly entry: SiteEntry; readonly review: Shown }[] = [];
  return {
    add: (review, entry) => {
      if (review.published === undefined && review.updated === undefined) return false;
      newest.push({ entry, review });
      if (newest.length >= 2 * longestFeed) newest = cut(newest);
      return true;
    },
    items: () =>
      cut(newest).map(({ entry, review }) => ({
        id: stableId(entry.path, baseUrl),
        entry,
        url: feedAddress(entry.path, baseUrl),
        published: timeOf((entry.published ?? entry.updated) as string),
        updated: timeOf((entry.updated ?? entry.published) as string),
        content: feedContent(review),
      })),
  };
}

function cut<Value extends { readonly entry: SiteEntry }>(values: readonly Value[]): Value[] {
  return [...values].sort((one, other) => byDate(one.entry, other.entry)).slice(0, longestFeed);
}

/** A day, month or year of ISO 8601 as its first moment in UTC: a review says no time of day. */
function timeOf(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
