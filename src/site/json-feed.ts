import { visibleLine, visibleOnPage } from '../text/visible.ts';
import { webAddress } from '../writers/html/url.ts';
import { addressOf } from './addresses.ts';
import type { Cover } from './entry.ts';
import type { FeedItem } from './feed.ts';
import type { SiteSettings } from './site.ts';

/** A JSON Feed (https://www.jsonfeed.org/version/1.1/). Addresses stand in it where the site has one. */
export function jsonFeed(items: readonly FeedItem[], { title, baseUrl }: SiteSettings): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: visibleLine(title),
    ...(baseUrl === null
      ? {}
      : {
          home_page_url: addressOf('index.html', baseUrl),
          feed_url: addressOf('feed.json', baseUrl),
        }),
    items: items.map((item) => itemJson(item, baseUrl)),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function itemJson(
  { id, entry, url, published, updated, content }: FeedItem,
  baseUrl: string | null,
) {
  const { title, summary, author, tags, cover, lang } = entry;
  const image = pictureOf(cover, baseUrl);
  const authors = author
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, url: link }) => {
      const address = link === undefined ? null : webAddress(link);
      return { name: visibleLine(name), ...(address === null ? {} : { url: address }) };
    });
  return {
    id,
    ...(baseUrl === null ? {} : { url }),
    title: visibleLine(title),
    content_html: visibleOnPage(content),
    ...(summary === '' ? {} : { summary: visibleLine(summary) }),
    ...(image === null ? {} : { image }),
    date_published: published,
    date_modified: updated,
    ...(authors.length === 0 ? {} : { authors }),
    ...(tags.length === 0 ? {} : { tags: tags.map(visibleLine) }),
    ...(lang === undefined ? {} : { language: visibleLine(lang) }),
  };
}

/** The picture's absolute address, or null where there is none. */
function pictureOf(cover: Cover, baseUrl: string | null): string | null {
  if (cover === null) return null;
  if ('address' in cover) return webAddress(cover.address);
  return baseUrl === null ? null : addressOf(cover.path, baseUrl);
}
