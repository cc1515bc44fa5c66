import { describe, expect, test } from 'vitest';
import { readReview } from '../../../src/readers/formats.ts';
import { meaningOf } from '../../../src/vocabulary/spelling-lookup.ts';

function yaml(source: string) {
  return readReview(source, { format: 'yaml' });
}

/** A path such as `item.ids.isbn` in a review. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((each, key) => (each as Record<string, unknown> | undefined)?.[key], value);
}

const rated = (value: number, best: number, source: string, worst = 0) => ({
  value,
  best,
  worst,
  normalized: value / best,
  source,
});
const film = (rest: string) => `kind: film\n${rest}`;

describe('a key gives its field', () => {
  test.each<[source: string, path: string, expected: unknown]>([
    ['item: Heat', 'item.name', 'Heat'],
    ['subject: Heat', 'item.name', 'Heat'],
    ['name: 1917', 'item.name', '1917'],
    ['filmTitle: Heat', 'item.name', 'Heat'],
    ['movie: Heat', 'item.kind', 'film'],
    ['book_title: Mort', 'item.kind', 'book'],
    ['gameTitle: Ico', 'item.kind', 'game'],
    ['album: Blue Train', 'item.kind', 'album'],
    ['restaurant-name: Noma', 'item.kind', 'restaurant'],
    ['product: Kettle', 'item.name', 'Kettle'],
    ['itemReviewed: {name: Heat}', 'item.name', 'Heat'],
    ['itemReviewed.name: Heat', 'item.name', 'Heat'],
    [film('title: Heat'), 'item.name', 'Heat'],
    [film('title: Heat'), 'title', 'Heat'],
    ['title: Heat', 'item.name', 'Heat'],
    ['book: Mort\nseries: Discworld', 'item.details', { series: 'Discworld' }],
    ['series: Discworld\nbook: Mort', 'item.name', 'Mort'],
    ['type: movie', 'item.kind', 'film'],
    ['kind: Video Game', 'item.kind', 'game'],
    ['mediaType: tv', 'item.kind', 'series'],
    ['"@type": MusicAlbum', 'item.kind', 'album'],
    ['category: [Restaurants]', 'item.kind', 'restaurant'],
    ['type: post', 'item.kind', undefined],
    ['director: Mann', 'item.kind', 'film'],
    ['isbn: 0375826696', 'item.kind', 'book'],
    ['cuisine: Thai', 'item.kind', 'restaurant'],
    ['director: Mann', 'item.creators', [{ role: 'director', name: 'Mann' }]],
    ['directors: [A, B]', 'item.creators.1', { role: 'director', name: 'B' }],
    [
      'cast: A, Robert Downey, Jr., C',
      'item.creators.1',
      { role: 'actor', name: 'Robert Downey, Jr.' },
    ],
    [
      'artist: {"@type": MusicGroup, name: Low}',
      'item.creators',
      [{ role: 'artist', name: 'Low' }],
    ],
    ['creators: {director: A, gaffer: B}', 'item.creators.1', { role: 'gaffer', name: 'B' }],
    [
      'actor:\n  - "[[Al Pacino]]"\n  - "[[people/x|De Niro]]"',
      'item.creators.1',
      { role: 'actor', name: 'De Niro' },
    ],
    ['year: 1995', 'item.year', 1995],
    ['pubyear: 1987', 'item.year', 1987],
    ['release_date: 1995-12-15', 'item.released', '1995-12-15'],
    ['releaseDate: 15 December 1995', 'item.year', 1995],
    ['isbn: 0375826696', 'item.ids', { isbn: '0375826696' }],
    ['imdb_id: tt0113277', 'item.ids.imdb', 'tt0113277'],
    ['tmdb_id: 949', 'item.ids.tmdb', '949'],
    ['letterboxd_url: http://l', 'item.ids.letterboxd', 'http://l'],
    ['ids: {isbn: 0007, other: 1.10}', 'item.ids', { isbn: '0007', other: '1.10' }],
    ['cover_image: a.jpg', 'item.image', 'a.jpg'],
    ['duration: 170', 'item.details.runtime', 170],
    ['number_of_pages: 300', 'item.details.pages', 300],
    ['platform: [PC, Switch]', 'item.details.platform', ['PC', 'Switch']],
    ['headline: A title', 'title', 'A title'],
    ['reviewTitle: A title', 'title', 'A title'],
    ['author: Ann', 'author', [{ name: 'Ann' }]],
    ['by: Ann', 'author', [{ name: 'Ann' }]],
    ['critic: {name: Ann, url: "http://a"}', 'author', [{ name: 'Ann', url: 'http://a' }]],
    ['author: [Ann, Ben]', 'author.1.name', 'Ben'],
    ['kind: book\nauthor: A', 'item.creators', [{ role: 'author', name: 'A' }]],
    ['kind: book\nauthor: A', 'author', []],
    ['kind: book\nauthor: A\nreviewer: B', 'author', [{ name: 'B' }]],
    ['kind: book\nauthor: A\ntranslator: B', 'author', []],
    ['kind: book\nauthor: A\ntranslator: B', 'item.creators.0.name', 'A'],
    ['kind: book\nauthor: A\nbookAuthor: B', 'author', [{ name: 'A' }]],
    ['title: Emma\nauthor: A\nseries: S\npages: 9', 'item.details.series', 'S'],
    ['series: Dark\nrating: 4/5', 'item.kind', 'series'],
    ['series: Dark\nauthor: A\nshowrunner: B', 'item.name', 'Dark'],
    ['kind: film\nauthor: A', 'author', [{ name: 'A' }]],
    ['rating: ★★★½', 'rating', rated(3.5, 5, '★★★½')],
    ['stars: 4/5', 'rating', rated(4, 5, '4/5')],
    ['my_rating: 85%', 'rating', rated(85, 100, '85%')],
    ['rating: {value: 4, best: 5}', 'rating', rated(4, 5, '4/5')],
    [
      'reviewRating: {ratingValue: 4, bestRating: 5, worstRating: 1}',
      'rating',
      rated(4, 5, '4/5', 1),
    ],
    ['reviewRating.ratingValue: 4\nreviewRating.bestRating: 5', 'rating', rated(4, 5, '4/5')],
    ['rating: {overall: 4/5, food: 3/5}', 'scores.0', { aspect: 'food', ...rated(3, 5, '3/5') }],
    ['rating: 7\nbest: 10', 'rating', rated(7, 10, '7')],
    ['rating: 7\nscale: 1-10', 'rating', rated(7, 10, '7', 1)],
    ['verdict: 8/10', 'rating', rated(8, 10, '8/10')],
    ['verdict: A triumph', 'extra.verdict', 'A triumph'],
    ['onlineRating: 8.3\nimdbRating: 8\naverage: 4', 'rating', null],
    ['rating: 👍', 'recommended', true],
    ['recommended: no', 'recommended', false],
    ['thumbs: down', 'recommended', false],
    ['ratings: {Story: 7/10}', 'scores', [{ aspect: 'Story', ...rated(7, 10, '7/10') }]],
    ['scores:\n  - Story: 7/10', 'scores', [{ aspect: 'Story', ...rated(7, 10, '7/10') }]],
    [
      'breakdown:\n  - name: Story\n    score: 7\n    best: 10',
      'scores',
      [{ aspect: 'Story', ...rated(7, 10, '7') }],
    ],
    ['criteria: ["Story: 7/10"]', 'scores', [{ aspect: 'Story', ...rated(7, 10, '7/10') }]],
    ['scores: {overall: 8/10, Story: 7/10}', 'rating', rated(8, 10, '8/10')],
    ['description: One\n  line.', 'summary', 'One line.'],
    ['tldr: Good.', 'summary', 'Good.'],
    ['pros: [a, b]', 'pros', ['a', 'b']],
    ['pros: fast, light and quiet', 'pros', ['fast', 'light and quiet']],
    ['cons: too long, really; dull', 'cons', ['too long, really', 'dull']],
    ['pros: It is great.', 'pros', ['It is great.']],
    [
      'pros: It is great from the first scene on, and then some.',
      'pros',
      ['It is great from the first scene on, and then some.'],
    ],
    ['pros: ["fast, light"]', 'pros', ['fast, light']],
    ['pros: fast, ||dark, long||', 'pros', ['fast', '||dark, long||']],
    ['likes: |\n  - a\n  - b\n    c', 'pros', ['a', 'b c']],
    ['pros:\n  - Acting: great', 'pros', ['Acting: great']],
    ['minuses: slow', 'cons', ['slow']],
    ['positiveNotes: {itemListElement: [{name: a}]}', 'pros', ['a']],
    ['date: 2025-06-06', 'published', '2025-06-06'],
    ['pubDate: 2025-06-06T10:00:00Z', 'published', '2025-06-06'],
    ['date: June 6, 2025', 'published', '2025-06-06'],
    ['date: 6.6.2025', 'published', '2025-06-06'],
    ['lastmod: 2025/06/07', 'updated', '2025-06-07'],
    ['watchedDate: 2025-06-06', 'experienced', [{ date: '2025-06-06' }]],
    [
      'date_read: [2024-01-01, 2025-01-01]\nrewatch: yes',
      'experienced',
      [{ date: '2024-01-01' }, { date: '2025-01-01', repeat: true }],
    ],
    ['lastWatched: [[2025-06-06]]', 'experienced', [{ date: '2025-06-06' }]],
    [
      'visits:\n  - {date: 2025-06-06, venue: Odeon, with: Ann, repeat: true}',
      'experienced',
      [{ date: '2025-06-06', repeat: true, venue: 'Odeon', with: ['Ann'] }],
    ],
    ['tags: a, b', 'tags', ['a', 'b']],
    ['genres: [a, 2]\nkeywords: [a, c]', 'tags', ['a', '2', 'c']],
    ['language: en', 'lang', 'en'],
    ['draft: true', 'draft', true],
    ['spoilers: yes', 'spoilers', true],
    ['url: http://x', 'url', 'http://x'],
    ['review:\n  title: A\n  rating: 4/5', 'rating.value', 4],
    [':Review-Title: A', 'title', 'A'],
    ['foo: {a: [1, null, 1e400]}', 'extra.foo', { a: [1, null, '1e400'] }],
    ['id: 007', 'extra.id', '007'],
  ])('%s → %s', (source, path, expected) => {
    expect(at(yaml(source).review, path)).toEqual(expected);
  });
});

test('what is said of Markdown keys holds of JSON', () => {
  const source = {
    '@type': 'Review',
    name: 'Headline',
    itemReviewed: { '@type': 'Movie', name: 'Heat', datePublished: '1995-12-15' },
    reviewBody: 'Text\n\n## Verdict\n\nGood.',
  };
  const { review } = readReview(JSON.stringify(source), { format: 'json' });
  expect(review).toMatchObject({
    title: 'Headline',
    item: { name: 'Heat', kind: 'film', released: '1995-12-15' },
  });
  expect(review.sections.map(({ title, body }) => [title, body])).toEqual([
    ['Introduction', 'Text'],
    ['Verdict', 'Good.'],
  ]);
});

test("a library's settings", () => {
  const settings = {
    format: 'yaml',
    scale: 10,
    grades: { 'B+': 0.85 },
    kind: 'book',
    spellings: { rating: ['punkte'], 'item.name': ['werk'] },
  } as const;
  const { review, diagnostics } = readReview(
    'werk: Mort\nPunkte: 7\nscores: {Prose: B+}',
    settings,
  );
  expect(review.item).toMatchObject({ name: 'Mort', kind: 'book' });
  expect(review.rating).toMatchObject({ value: 7, best: 10 });
  expect(review.scores[0]).toMatchObject({ source: 'B+', normalized: 0.85 });
  expect(diagnostics).toEqual([]);
});

test('keys are compared without case, marks and a leading colon', () => {
  for (const key of ['Watched_Date', 'watched-date', ':watchedDate', 'WATCHED DATE'])
    expect(meaningOf(key)).toEqual({ field: 'experienced' });
  for (const key of ['averageRating', 'onlineRating', 'imdbRating', 'constructor', '__proto__'])
    expect(meaningOf(key)).toBeNull();
});
