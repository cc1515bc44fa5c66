import { addressOf } from './addresses.ts';
import { tag } from './atom.ts';
import type { SiteEntry } from './entry.ts';

/** A site map (https://www.sitemaps.org/protocol.html) of the shelf's pages and the reviews'. `lastmod` is the review's own date. */
export function siteMap(
  entries: readonly SiteEntry[],
  shelves: readonly string[],
  baseUrl: string,
): string {
  const reviews = [...entries].sort((one, other) => (one.path < other.path ? -1 : 1));
  const urls = [
    ...shelves.map((path) => urlXml(path, undefined, baseUrl)),
    ...reviews.map(({ path, updated, published }) => urlXml(path, updated ?? published, baseUrl)),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function urlXml(path: string, date: string | undefined, baseUrl: string): string {
  const lastmod = date === undefined ? '' : tag('lastmod', {}, date);
  return `<url>${tag('loc', {}, addressOf(path, baseUrl))}${lastmod}</url>`;
}
