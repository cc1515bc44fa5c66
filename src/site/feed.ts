import type { Shown } from '../markdown/redact/redact.ts';
import { feedAddress, stableId } from './addresses.ts';
import { byDate, type SiteEntry } from './entry.ts';
import { type FeedPlaces, feedContent } from './feed-content.ts';
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

/** A review for a feed, with where its links and pictures lead. */
interface Gathered {
  readonly entry: SiteEntry;
  readonly review: Shown;
  readonly places: FeedPlaces;
}

/** Gathers the newest reviews and forgets the others. A review without a date is none for a feed. */
export interface FeedCollector {
  /** False for a review without a date. */
  readonly add: (review: Shown, entry: SiteEntry, places: FeedPlaces) => boolean;
  /** The items, the newest first. */
  readonly items: () => readonly FeedItem[];
}

export function createFeed({ baseUrl }: SiteSettings): FeedCollector {
  let newest: Gathered[] = [];
  return {
    add: (review, entry, places) => {
      if (entry.date === undefined) return false;
      newest.push({ entry, review, places });
      if (newest.length >= 2 * longestFeed) newest = cut(newest);
      return true;
    },
    items: () =>
      cut(newest).map(({ entry, review, places }) => ({
        id: stableId(entry.path, baseUrl),
        entry,
        url: feedAddress(entry.path, baseUrl),
        published: timeOf(entry.published ?? entry.date ?? ''),
        updated: timeOf(entry.updated ?? entry.date ?? ''),
        content: feedContent(review, places),
      })),
  };
}

function cut(values: readonly Gathered[]): Gathered[] {
  return [...values].sort((one, other) => byDate(one.entry, other.entry)).slice(0, longestFeed);
}

/** A day, month or year of ISO 8601 as its first moment in UTC, a time of day as it is; without a zone it is in UTC. */
function timeOf(date: string): string {
  const [whole, time] = date.split('T');
  const [year, month = '01', day = '01'] = (whole ?? '').split('-');
  if (time === undefined) return `${year}-${month}-${day}T00:00:00Z`;
  const [, clock = '00:00', seconds = ':00', zone = 'Z'] =
    /^(\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(time) ?? [];
  return `${year}-${month}-${day}T${clock}${seconds}${zone}`;
}
