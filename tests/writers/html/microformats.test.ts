import { mf2 } from 'microformats-parser';
import { expect, test } from 'vitest';
import type { Review } from '../../../src/model/review.ts';
import { displayTitle } from '../../../src/model/review.ts';
import { createGroupPaths } from '../../../src/site/groups.ts';
import { shelfPages } from '../../../src/site/shelf.ts';
import { writeHtml } from '../../../src/writers/html/html.ts';
import { reviewOf } from '../pages.ts';
import { sampleReviews } from './html-pages.ts';

type MicroformatRoot = ReturnType<typeof mf2>['items'][number];

const rich = `---
film: Heat
title: Two "men" & a <city>
year: 1995
director: Michael Mann
poster: https://img.example/heat.jpg
url: https://ann.example/heat?a&b
date: 2025-06-09
updated: 2025-06-10
rating: 4.5/5
worst: 1
author: [{name: Ann & Co, url: https://ann.example/}, Ben]
summary: One line.
tags: [crime, "l.a."]
---

Words & more <b>words</b>.

## Good

||The hidden end.||
`;

const reviews: (readonly [string, Review])[] = [
  ...sampleReviews,
  ['rich', reviewOf(rich)],
  ['bare', reviewOf('# Emma\n\nText.\n')],
  ['in words', reviewOf('---\nbook: Emma\nrating: Recommended\n---\n\nText.\n')],
  ['without text', reviewOf('---\ngame: Hades\nrating: 9/10\n---\n')],
];

/** What another program finds in a page. */
function itemsOf(page: string): readonly MicroformatRoot[] {
  return mf2(page, { baseUrl: 'https://example.org/a/page.html' }).items;
}

/** Each value of a property as text. */
function textsOf({ properties }: MicroformatRoot, name: string): readonly string[] {
  return (properties[name] ?? []).map((value) =>
    typeof value === 'string' ? value : String(value.value ?? ''),
  );
}

const given = (value: string | number | undefined): readonly string[] =>
  value === undefined ? [] : [String(value)];

test.each(reviews)(
  'a parser of microformats finds in the page of %s what the review says',
  (_, review) => {
    const items = itemsOf(writeHtml(review));
    expect(items.map(({ type }) => type?.toSorted())).toEqual([['h-entry', 'h-review']]);
    const [item] = items as [MicroformatRoot];
    const { rating, author, published, updated, tags } = review;
    expect({
      name: textsOf(item, 'name'),
      item: textsOf(item, 'item'),
      rating: textsOf(item, 'rating'),
      best: textsOf(item, 'best'),
      worst: textsOf(item, 'worst'),
      author: textsOf(item, 'author'),
      published: textsOf(item, 'published'),
      updated: textsOf(item, 'updated'),
      category: textsOf(item, 'category'),
      summary: textsOf(item, 'summary'),
      url: textsOf(item, 'url'),
    }).toEqual({
      name: [displayTitle(review)],
      item: given(review.item.name),
      rating: given(rating?.value),
      best: given(rating?.best),
      worst: rating?.worst === 0 ? [] : given(rating?.worst),
      author: author.map(({ name }) => name),
      published: given(published),
      updated: given(updated),
      category: tags,
      summary: given(review.summary),
      url: given(review.url),
    });
  },
);

test('it finds people with their addresses, a picture, the words, and nothing that is hidden', () => {
  const page = writeHtml(reviewOf(rich));
  const [item] = itemsOf(page) as [MicroformatRoot];
  expect(item.properties).toMatchObject({
    author: [
      { type: ['h-card'], properties: { name: ['Ann & Co'], url: ['https://ann.example/'] } },
      {},
    ],
    photo: [{ value: 'https://img.example/heat.jpg', alt: 'Heat' }],
    item: [{ type: ['h-item'], properties: { name: ['Heat'] } }],
  });
  expect(textsOf(item, 'content').join('\n')).toContain('Words & more words.');
  expect(JSON.stringify(item)).not.toContain('hidden end');
});

test('it finds a feed of entries in the index of a site', () => {
  const entries = ['Heat', 'Emma & I'].map((name, at) => ({
    path: `r/${at} x.html`,
    title: `On ${name}`,
    item: { kind: 'film' as const, name, creators: [], ids: {}, details: {} },
    author: [{ name: 'Ann' }],
    rating: reviewOf(`---\nfilm: x\nrating: ${at + 3}/5\n---\n`).rating,
    published: `2025-0${at + 1}-01`,
    date: `2025-0${at + 1}-01`,
    cover: null,
    summary: 'One line.',
    excerpt: '',
    tags: [],
  }));
  const settings = { title: 'Shelf', baseUrl: 'https://example.org/', lang: 'en' };
  const pages = new Map(
    shelfPages(entries, createGroupPaths(new Set(['index.html'])), settings, null),
  );
  const [feed] = itemsOf(pages.get('index.html') as string) as [MicroformatRoot];
  expect(feed.type).toEqual(['h-feed']);
  expect(textsOf(feed, 'name')).toEqual(['Shelf']);
  const found = (feed.children ?? []).map((child) => ({
    type: child.type,
    name: textsOf(child, 'name'),
    item: textsOf(child, 'item'),
    rating: textsOf(child, 'rating'),
    best: textsOf(child, 'best'),
    author: textsOf(child, 'author'),
    published: textsOf(child, 'published'),
    url: textsOf(child, 'url'),
  }));
  expect(found).toEqual(
    entries.toReversed().map(({ title, item, rating, published, path }) => ({
      type: ['h-entry'],
      name: [title],
      item: [item.name],
      rating: [String(rating?.value)],
      best: ['5'],
      author: ['Ann'],
      published: [published],
      url: [new URL(encodeURI(path), 'https://example.org/a/').href],
    })),
  );
});
