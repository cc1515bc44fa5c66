import { addressOf } from './addresses.ts';
import { tag } from './atom.ts';
import type { SiteEntry } from './entry.ts';

/** More addresses than that stand in several site maps (https://www.sitemaps.org/protocol.html#index). */
const mostUrls = 50_000;

/**
 * The files of a site map (https://www.sitemaps.org/protocol.html) of the shelf's pages and the reviews', each with its path. `lastmod` is the review's own
 * date. One file, or, of more than 50,000 addresses, several and `sitemap.xml`, which names them.
 */
export function* siteMaps(
  entries: readonly SiteEntry[],
  shelves: readonly string[],
  baseUrl: string,
): Generator<readonly [path: string, xml: string]> {
  const reviews = [...entries].sort((one, other) => (one.path < other.path ? -1 : 1));
  const urls = [...shelves.map((path) => ({ path })), ...reviews];
  if (urls.length <= mostUrls) {
    yield ['sitemap.xml', mapXml(urls, baseUrl)];
    return;
  }
  const maps: string[] = [];
  for (let from = 0; from < urls.length; from += mostUrls) {
    const path = `sitemap-${maps.length + 1}.xml`;
    maps.push(path);
    yield [path, mapXml(urls.slice(from, from + mostUrls), baseUrl)];
  }
  const lines = maps.map(
    (path) => `<sitemap>${tag('loc', {}, addressOf(path, baseUrl))}</sitemap>`,
  );
  yield ['sitemap.xml', xml('sitemapindex', lines)];
}

type Url = Pick<SiteEntry, 'path' | 'updated' | 'published'>;

function mapXml(urls: readonly Url[], baseUrl: string): string {
  const lines = urls.map(({ path, updated, published }) =>
    urlXml(path, updated ?? published, baseUrl),
  );
  return xml('urlset', lines);
}

function xml(root: string, lines: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${root}>`,
    '',
  ].join('\n');
}

function urlXml(path: string, date: string | undefined, baseUrl: string): string {
  const lastmod = date === undefined ? '' : tag('lastmod', {}, date);
  return `<url>${tag('loc', {}, addressOf(path, baseUrl))}${lastmod}</url>`;
}
