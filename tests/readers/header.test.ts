import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';

function read(header: string) {
  return readReview(`${header}\n\nText.\n`, { format: 'markdown' });
}

function places(header: string): string[] {
  return read(header).diagnostics.map(
    ({ code, range }) =>
      `${code} ${range?.start.line}:${range?.start.column}-${range?.end.line}:${range?.end.column}`,
  );
}

describe('a MultiMarkdown header', () => {
  test.each<[header: string, expected: object]>([
    [
      'Title: Heat\nAuthor: Ann\nAuthor: Ben',
      { title: 'Heat', author: [{ name: 'Ann' }, { name: 'Ben' }] },
    ],
    [
      'Film: Heat\nDirector: A\nDIRECTOR: B',
      { item: { creators: [{ name: 'A' }, { name: 'B' }] } },
    ],
    ['Film: Heat\nTags: a, b\nTags: c', { tags: ['a, b', 'c'] }],
    ['Film: Heat\nPros: a\nPros: b\nCons: c', { pros: ['a', 'b'], cons: ['c'] }],
    [
      'Film: Heat\nWatched: 2025-01-01\nWatched: 2025-02-01',
      { experienced: [{ date: '2025-01-01' }, { date: '2025-02-01' }] },
    ],
    ['Title: Mission: Impossible', { title: 'Mission: Impossible' }],
    ['Title: #Alive # 2', { title: '#Alive # 2' }],
    ['Title: [REC]', { title: '[REC]' }],
    ['Title:   1917  ', { title: '1917' }],
    ['Film: 1917\nYear: 2019\nDraft: true', { item: { name: '1917', year: 2019 }, draft: true }],
    ['Title: A\n  b\n\tc\nRating: 4/5', { title: 'A b c', rating: { source: '4/5' } }],
    ['Title:\n  A b\nRating: ★★★½', { title: 'A b', rating: { value: 3.5 } }],
    ['Film: Heat\nMood: dark\nMood: blue', { extra: { Mood: ['dark', 'blue'] } }],
    ['title:Heat\nrating: 4/5', { sections: [{ title: 'Introduction' }] }],
    [
      'Title: [Heat](https://h.example/a_(b)) \nKind: film',
      { title: 'Heat', url: 'https://h.example/a_(b)', item: { name: 'Heat' } },
    ],
    [
      'Title: [Heat](https://h.example)\nURL: https://other.example',
      { title: 'Heat', url: 'https://other.example', extra: { 'title/url': 'https://h.example' } },
    ],
    [
      'Film: [Heat](https://www.imdb.com/title/tt0113277/)',
      { item: { name: 'Heat', ids: { imdb: 'https://www.imdb.com/title/tt0113277/' } } },
    ],
    [
      'Film: [Heat](heat.html)',
      { item: { name: 'Heat', ids: {} }, extra: { 'Film/url': 'heat.html' } },
    ],
    [
      'Film: Heat\nAuthor: [Ann](https://ann.example)',
      { author: [{ name: 'Ann', url: 'https://ann.example' }] },
    ],
    [
      'Film: Heat\nAuthor: [Ann](a.html), [Ben](b.html) and [Cy](c.html)',
      {
        author: [
          { name: 'Ann', url: 'a.html' },
          { name: 'Ben', url: 'b.html' },
          { name: 'Cy', url: 'c.html' },
        ],
      },
    ],
    [
      'Film: Heat\nDirector: [Michael Mann](mann.html)',
      {
        item: { creators: [{ role: 'director', name: 'Michael Mann' }] },
        extra: { 'Director/Michael Mann': 'mann.html' },
      },
    ],
    ['Film: Heat\nPoster: ![a poster](heat.jpg)', { item: { image: 'heat.jpg' } }],
    ['Film: Heat\nPoster: ![](heat.jpg)', { item: { image: 'heat.jpg' } }],
    ['Film: Heat\nPoster: ![[heat.jpg|200]]', { item: { image: 'heat.jpg' } }],
    ['Film: Heat\nURL: <https://h.example>', { url: 'https://h.example' }],
    ['Film: Heat\nLink: [here](https://h.example "x")', { url: 'https://h.example' }],
    ['Film: Heat\nTags: [crime](/tags/crime)', { tags: ['crime'] }],
    ['Title: [Heat] (1995)', { title: '[Heat] (1995)' }],
  ])('%j', (header, expected) => {
    const { review, diagnostics } = read(header);
    expect(review).toMatchObject(expected);
    expect(diagnostics).toEqual([]);
  });

  test.each<[header: string, ...expected: string[]]>([
    ['Title: A\nTitle: B\nTitle: C', 'key-duplicate 2:8-2:9', 'key-duplicate 3:8-3:9'],
    ['Film: Heat\nRating: 4/5\nRating: 2/5', 'key-duplicate 3:9-3:12'],
    ['Film: Heat\nDate: never', 'date-invalid 2:7-2:12'],
    ['Film: Heat\nRating: 6/5', 'rating-out-of-range 2:9-2:12'],
    ['Film: Heat\nDraft:   perhaps', 'value-invalid 2:10-2:17'],
  ])('%j is told', (header, ...expected) => {
    expect(places(header)).toEqual(expected);
  });

  test.each(['Note: this is prose, not a key', 'Dear reader: hello', 'http://example.org: a site'])(
    '%j is text',
    (line) => {
      expect(read(line).review.sections[0]?.body).toBe(`${line}\n\nText.`);
    },
  );
});

describe('the same links in YAML', () => {
  test.each<[yaml: string, expected: object, codes?: string[]]>([
    ['title: "[Heat](https://h.example)"', { title: 'Heat', url: 'https://h.example' }],
    [
      'title: [Heat](https://h.example)',
      { title: 'Heat', url: 'https://h.example' },
      ['yaml-quotes-missing'],
    ],
    ['author: [[Ann]]', { author: [{ name: 'Ann' }] }],
    [
      'author: ["[Ann](a.html)", Ben]',
      { author: [{ name: 'Ann', url: 'a.html' }, { name: 'Ben' }] },
    ],
    ['image: "![[heat.jpg]]"', { item: { image: 'heat.jpg' } }],
    ['image: [[heat.jpg]]', { item: { image: 'heat.jpg' } }],
    ['film: "[He\\\\]at](x.html)"', { item: { name: 'He]at' } }],
    ['film: "[](x.html)"', { item: { name: '[](x.html)' } }],
    ['film: "[Heat]()"', { item: { name: '[Heat]()' } }],
    [
      'film: {name: "[Heat](https://imdb.com/x)", imdb: tt1}',
      { item: { name: 'Heat', ids: { imdb: 'https://imdb.com/x' } } },
    ],
  ])('%j', (yaml, expected, codes = []) => {
    const { review, diagnostics } = readReview(yaml, { format: 'yaml' });
    expect(review).toMatchObject(expected);
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});
