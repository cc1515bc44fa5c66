import { expect, test } from 'vitest';
import type { SiteEntry } from '../../src/site/entry.ts';
import { createGroupPaths } from '../../src/site/groups.ts';
import { shelfPages } from '../../src/site/shelf.ts';
import { siteMaps } from '../../src/site/sitemap.ts';
import { faultsOf } from '../writers/html/html-pages.ts';

const settings = { title: 'Shelf', baseUrl: 'https://example.org/', lang: 'en' };

function entry(number: number, more: Partial<SiteEntry> = {}): SiteEntry {
  const date = new Date(Date.UTC(2000, 0, number + 1)).toISOString().slice(0, 10);
  return {
    path: `r/${number}.html`,
    title: `Film ${String((number * 7) % 1000).padStart(4, '0')}`,
    item: { kind: 'film', creators: [], ids: {}, details: {} },
    author: [],
    rating: null,
    published: date,
    date,
    cover: null,
    summary: '',
    excerpt: '',
    tags: [],
    ...more,
  };
}

function shelf(
  entries: readonly SiteEntry[],
  taken: readonly string[] = [],
): ReadonlyMap<string, string> {
  const paths = createGroupPaths(new Set(['index.html', ...taken]));
  return new Map(shelfPages(entries, paths, settings, null));
}

const entries = (count: number) => Array.from({ length: count }, (_, at) => entry(at));
const linked = (html = ''): readonly string[] =>
  Array.from(html.matchAll(/u-url p-name" href="([^"]+)"/g), ([, href = '']) => href);
const pager = (html = ''): string => /<nav class="pages"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';

test('below 500 reviews a list is one page, sorted where it is read', () => {
  const pages = shelf(entries(499));
  expect([...pages.keys()]).toEqual(['index.html', 'kind/film.html']);
  expect(linked(pages.get('index.html'))).toHaveLength(499);
  expect(pages.get('index.html')).toContain('name="sort"');
  expect(pager(pages.get('index.html'))).toBe('');
});

test('from 500 on lists have pages of 200, the newest first, each review once', () => {
  const pages = shelf(entries(500));
  const names = ['index.html', 'index-2.html', 'index-3.html'];
  expect([...pages.keys()]).toEqual([
    ...names,
    ...['by-rating.html', 'by-rating-2.html', 'by-rating-3.html'],
    ...['by-title.html', 'by-title-2.html', 'by-title-3.html'],
    ...['kind/film.html', 'kind/film-2.html', 'kind/film-3.html'],
  ]);
  const found = names.map((name) => linked(pages.get(name)));
  expect(found.map(({ length }) => length)).toEqual([200, 200, 100]);
  expect(found.flat()).toEqual(
    entries(500)
      .map(({ path }) => path)
      .reverse(),
  );
  const titled = ['by-title.html', 'by-title-2.html', 'by-title-3.html'].flatMap((name) =>
    Array.from(pages.get(name)?.matchAll(/>(Film \d+)</g) ?? [], ([, title]) => title),
  );
  expect(titled).toHaveLength(500);
  expect(titled).toEqual(titled.toSorted());
});

test('by rating: the best first, those without a rating last', () => {
  const rating = (value: number) => ({
    value,
    best: 10,
    normalized: value / 10,
    source: `${value}/10`,
  });
  const rated = entries(600).map((each, at) =>
    at % 3 === 0 ? each : { ...each, rating: rating(at % 10) as SiteEntry['rating'] },
  );
  const pages = shelf(rated);
  const found = ['by-rating.html', 'by-rating-2.html', 'by-rating-3.html'].flatMap((name) =>
    linked(pages.get(name)),
  );
  const values = found.map(
    (path) => rated.find((each) => each.path === path)?.rating?.normalized ?? -1,
  );
  expect(values).toEqual(values.toSorted((one, other) => other - one));
  expect(new Set(found).size).toBe(600);
});

test('pages lead to those before and after, to the first and the last, and say which one they are', async () => {
  const pages = shelf(entries(2000));
  const middle = pages.get('index-5.html') ?? '';
  expect(
    pager(middle).replace(/<span class="unseen">Page <\/span>/g, ''),
  ).toBe(`<nav class="pages" aria-label="Pages">
<ul>
<li><a href="index-4.html" rel="prev">Previous</a></li>
<li><a href="index.html">1</a></li>
<li><a href="index-2.html">2</a></li>
<li><a href="index-3.html">3</a></li>
<li><a href="index-4.html">4</a></li>
<li><a href="index-5.html" aria-current="page">5</a></li>
<li><a href="index-6.html">6</a></li>
<li><a href="index-7.html">7</a></li>
<li aria-hidden="true">…</li>
<li><a href="index-10.html">10</a></li>
<li><a href="index-6.html" rel="next">Next</a></li>
</ul>
</nav>`);
  expect(middle).toContain('<link rel="prev" href="index-4.html">');
  expect(middle).toContain('<link rel="next" href="index-6.html">');
  expect(middle).toContain('<link rel="canonical" href="https://example.org/index-5.html">');
  expect(middle).toContain('<title>Page 5 – Shelf</title>');
  expect(middle).toContain('2000 reviews · page 5 of 10');
  expect(pager(pages.get('index.html'))).not.toContain('rel="prev"');
  expect(pager(pages.get('index-10.html'))).not.toContain('rel="next"');
  expect(middle).toContain('<a href="by-title.html">Title</a>');
  expect(middle).toContain('<a href="index.html" aria-current="true">Newest</a>');
  for (const path of ['index-5.html', 'by-title.html', 'kind/film-10.html'])
    expect(await faultsOf(pages.get(path) ?? ''), path).toEqual([]);
});

test('groups by year and by maker, of whom there is more than one; those that find no room have a page', () => {
  const made = entries(600).map((each, at) => ({
    ...each,
    item: {
      ...each.item,
      year: 1960 + (at % 60),
      creators: [{ role: 'director', name: at < 2 ? 'Ann Two' : `Maker ${at}` }],
    },
    tags: [`tag ${at % 30}`],
  }));
  const pages = shelf(made);
  expect([...pages.keys()].filter((path) => path.startsWith('maker/'))).toEqual([
    'maker/ann-two.html',
  ]);
  expect(linked(pages.get('maker/ann-two.html'))).toHaveLength(2);
  // A list on one page is sorted where it is read.
  expect(pages.get('maker/ann-two.html')).toContain('name="sort"');
  const home = pages.get('index.html') ?? '';
  expect(home).toContain('<a href="year/index.html">All 60 years</a>');
  expect(home.indexOf('year/2019.html')).toBeLessThan(home.indexOf('year/2018.html'));
  expect(home).not.toContain('year/1960.html');
  const years = pages.get('year/index.html') ?? '';
  expect(years.match(/href="\d+\.html"/g)).toHaveLength(60);
  const tags = pages.get('tag/index.html') ?? '';
  expect(tags.match(/<li><a href="tag-\d+\.html"/g)).toHaveLength(30);
  // Every address leads to a page.
  for (const [path, html] of pages)
    for (const [, href = ''] of html.matchAll(/<a href="([^"#]+\.html)"/g)) {
      const target = new URL(href, `https://example.org/${path}`).pathname.slice(1);
      expect(pages.has(target) || /^r\/\d+\.html$/.test(target), `${path}: ${href}`).toBe(true);
    }
});

test('a page that a review has is not taken', () => {
  const own = entries(500).map((each, at) =>
    at === 0
      ? { ...each, path: 'by-title.html' }
      : at === 1
        ? { ...each, path: 'index-2.html' }
        : each,
  );
  const pages = shelf(own, ['by-title.html', 'index-2.html']);
  expect([...pages.keys()]).not.toContain('by-title.html');
  expect([...pages.keys()]).not.toContain('index-2.html');
  expect(pages.get('index.html')).toContain('<a href="by-title-2.html">Title</a>');
  expect(pager(pages.get('index.html'))).toContain('href="index-2-2.html" rel="next"');
});

test('a site map of more than 50,000 addresses is several, and one that names them', () => {
  const urls = (xml: string): number => xml.match(/<url>/g)?.length ?? 0;
  const few = [...siteMaps(entries(49_999), ['index.html'], 'https://example.org/')];
  expect(few.map(([path, xml]) => [path, urls(xml)])).toEqual([['sitemap.xml', 50_000]]);
  const many = [...siteMaps(entries(50_000), ['index.html'], 'https://example.org/')];
  expect(many.map(([path, xml]) => [path, urls(xml)])).toEqual([
    ['sitemap-1.xml', 50_000],
    ['sitemap-2.xml', 1],
    ['sitemap.xml', 0],
  ]);
  expect(many.at(-1)?.[1]).toBe(`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.org/sitemap-1.xml</loc></sitemap>
<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>
</sitemapindex>
`);
});
