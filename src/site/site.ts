import type { SiteOfPage } from '../writers/writer.ts';
import { linkTo } from './addresses.ts';

/** What all pages of a site share. */
export interface SiteSettings {
  /** The site's name. */
  readonly title: string;
  /** Where it will be found, http or https, with a slash at its end; null when that is not known. */
  readonly baseUrl: string | null;
  /** The language of the pages that list the reviews, BCP 47. */
  readonly lang: string;
}

const feeds = [
  ['feed.xml', 'application/atom+xml', 'Atom feed'],
  ['feed.json', 'application/feed+json', 'JSON feed'],
] as const;

/** The feeds as a page of the site links to them. */
export function feedLinks(from: string): SiteOfPage['feeds'] {
  return feeds.map(([path, type, title]) => ({ href: linkTo(path, from), type, title }));
}
