import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';

/**
 * Keys of pages that review nothing, as site generators, note vaults and documentation have them, with the values that people give them. From the key
 * tables of Jekyll, Hugo, Zola, Eleventy, Astro, Gatsby, Hexo, Docusaurus, VitePress, MkDocs, Obsidian, Logseq, Quarto, Ghost, podcasts and slides.
 */
const keys: Readonly<Record<string, readonly string[]>> = {
  title: [
    'About',
    'Hello, world',
    '10 things',
    '"2024 in numbers"',
    'Release 4/5: notes',
    'How we got 5 stars',
  ],
  subtitle: ['Notes', '3 of 7'],
  description: ['A page.', '"Rated by 4/5 readers"'],
  layout: [
    'post',
    'page',
    'default',
    'home',
    'docs',
    'splash',
    'single',
    'feature',
    'event',
    'product',
    'series',
  ],
  permalink: ['/about/', '/:year/:title/'],
  redirect_from: ['[/old, /older]'],
  redirect_to: ['/new'],
  slug: ['about', '5-stars'],
  weight: ['5', '10', '-20'],
  order: ['4', '1'],
  nav_order: ['3'],
  sidebar_position: ['4.5', '2'],
  sidebar_label: ['Start'],
  sidebar: ['false', 'auto'],
  parent: ['Guides'],
  has_children: ['true'],
  menu: ['main', '{main: {weight: 5, name: Home}}'],
  cascade: ['{type: docs}'],
  aliases: ['[/a, /b]'],
  outputs: ['[html, rss]'],
  markup: ['goldmark'],
  url: ['/x/'],
  linkTitle: ['Start'],
  type: ['docs', 'post', 'page', 'blog', 'posts'],
  author: ['Nell Hart', '[Nell, Ben]', '{name: Nell, email: n@example.org}'],
  authors: ['[nell]', '[{name: Nell, title: Editor, url: https://example.org}]'],
  date: ['2024-01-02', '2024-01-02T10:00:00Z'],
  lastmod: ['2024-02-03'],
  updated: ['2024-02-03'],
  created: ['2023-01-02 10:00'],
  published: ['true', 'false', '2024-01-02'],
  expiryDate: ['2030-01-01'],
  publishDate: ['2024-01-02'],
  draft: ['true', 'false'],
  categories: ['[blog, code]', 'news', '[life, travel notes]'],
  category: ['tech', 'updates'],
  tags: ['[a, b]', 'x, y', '[how-to, release]', '[javascript, testing]'],
  keywords: ['[a, b]'],
  image: ['/x.png', '{path: /x.png, alt: A view, width: 1200}'],
  og_image: ['/x.png'],
  thumbnail: ['/t.png'],
  cover: ['{image: a.jpg, alt: x, relative: true}'],
  banner: ['![[x.png]]'],
  hero: ['{name: Kit, text: A kit, tagline: Fast}'],
  features: ['[{title: Fast, details: Very}, {title: Small, details: 5 kB}]'],
  actions: ['[{theme: brand, text: Start, link: /start}]'],
  toc: ['true', 'false', '{depth: 3}'],
  toc_sticky: ['true'],
  toc_max_heading_level: ['4'],
  math: ['true'],
  mathjax: ['true'],
  comments: ['true', 'false'],
  share: ['true'],
  pin: ['true'],
  sticky: ['5', '100'],
  top: ['1'],
  featured: ['true'],
  priority: ['0.8', '5'],
  sitemap: ['{priority: 0.8, changefreq: weekly}', '{exclude: true}'],
  changefreq: ['daily'],
  robots: ['noindex'],
  eleventyNavigation: ['{key: About, order: 4}'],
  eleventyExcludeFromCollections: ['true'],
  pagination: ['{data: collections.posts, size: 10}'],
  templateEngineOverride: ['njk,md'],
  cssclasses: ['[wide, cards]'],
  cssclass: ['wide'],
  publish: ['true'],
  id: ['intro', '42'],
  uid: ['f3a9'],
  up: ['"[[Index]]"'],
  status: ['draft', 'seedling', 'done', 'in progress'],
  stage: ['budding'],
  maturity: ['evergreen'],
  importance: ['4', 'high'],
  difficulty: ['3', 'easy'],
  confidence: ['90%', 'likely'],
  version: ['1.10', '"2.0"'],
  lang: ['en', 'de'],
  locale: ['en-GB'],
  translationKey: ['about'],
  format: ['html', '{html: {toc: true}}'],
  execute: ['{echo: false}'],
  jupyter: ['python3'],
  bibliography: ['refs.bib'],
  csl: ['x.csl'],
  theme: ['seriph', 'gaia'],
  marp: ['true'],
  transition: ['slide-left'],
  paginate: ['true'],
  class: ['text-center', '[lead, invert]'],
  episode: ['12'],
  enclosure: ['{url: a.mp3, length: 1234}'],
  duration: ['"00:34:10"'],
  guests: ['[Ann, Ben]'],
  license: ['MIT', 'CC-BY-4.0'],
  head: ['[{tag: meta}]'],
  template: ['splash', 'doc'],
  editUrl: ['false'],
  hide_table_of_contents: ['true'],
  reading_time: ['5', '5 min'],
  readingTime: ['{minutes: 4.5, words: 900}'],
  wordcount: ['900'],
  views: ['1200'],
  likes: ['5'],
  votes: ['4'],
  steps: ['5'],
  level: ['4', 'beginner'],
  estimated_time: ['10 min'],
  users_rating: ['4.5'],
  average_rating: ['4.2'],
  content_rating: ['PG'],
  params: ['{color: red, hideMeta: true}'],
  extra: ['{toc: true, icon: x}'],
  taxonomies: ['{tags: [a], categories: [b]}'],
  resources: ['[{src: a.jpg, title: A}]'],
};

const bodies = [
  'Text.\n',
  '# About\n\nWe are four people.\n\n## Team\n\n- Ann\n- Ben\n',
  '## Setup\n\n1. Install.\n2. Run `x --rating 5`.\n\n| Option | Default |\n|---|---|\n| a | 1 |\n| b | 5 |\n',
  'Chapter 4/5 was the hard one. It took 8 out of 10 days.\n\nMore.\n',
];

const entries = fc.uniqueArray(
  fc
    .constantFrom(...Object.keys(keys))
    .chain((key) =>
      fc.constantFrom(...(keys[key] as readonly string[])).map((value) => `${key}: ${value}`),
    ),
  { minLength: 1, maxLength: 14, selector: (line) => line.split(':', 1)[0] as string },
);

describe('pages that review nothing', () => {
  const folders = ['docs', 'blog', '_posts', 'content/posts', 'pages', 'guides', 'notes'];

  test('any keys of theirs give no rating, no kind, no maker', () => {
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom(...bodies),
        fc.constantFrom(...folders),
        (lines, body, folder) => {
          const source = `---\n${lines.join('\n')}\n---\n\n${body}`;
          const { review } = readReview(source, { path: `${folder}/a-page.md` });
          expect(review.rating).toBeNull();
          expect(review.ratingText).toBeUndefined();
          expect(review.item.kind).toBeUndefined();
          expect(review.item.creators).toEqual([]);
          expect(review.scores).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries(keys).flatMap(([key, values]) => values.map((value) => [key, value])))(
    '%s: %s',
    (key, value) => {
      const { review } = readReview(`---\n${key}: ${value}\n---\n\nText.\n`, { path: 'docs/x.md' });
      expect([review.rating, review.item.kind, review.item.creators, review.scores]).toEqual([
        null,
        undefined,
        [],
        [],
      ]);
    },
  );
});
