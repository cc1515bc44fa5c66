import { describe, expect, test } from 'vitest';
import { lint } from '../../../src/lint/lint.ts';
import { readReview } from '../../../src/readers/formats.ts';
import { writeFormats } from '../../../src/writers/formats.ts';

const read = (yaml: string) => readReview(`film: Heat\n${yaml}\n`, { format: 'yaml' });

describe('a rating within other maps', () => {
  test.each([
    ['game_info: {platform: PC, rating: 8/10}'],
    ['book_data: {review: {score: 8/10}}'],
    ['params:\n  my_rating: 8/10'],
  ])('%s', (yaml) => {
    const { review, diagnostics } = read(yaml);
    expect(review.rating).toMatchObject({ value: 8, best: 10 });
    expect(diagnostics).toEqual([]);
  });

  test.each([
    'imdb: {rating: 8/10}',
    'goodreads: {rating: 8/10}',
    'averages: {score: 8/10}',
    'users: {score: 8/10}',
    'metacritic:\n  game: {score: 8/10}',
    'sequel: {rating: 8/10}',
    'ann: {rating: 8/10}\nbob: {rating: 6/10}',
    'a: {b: {c: {d: {rating: 8/10}}}}',
    'parts: [{rating: 8/10}]',
  ])('is none of the critic’s: %s', (yaml) => {
    expect(read(yaml).review.rating).toBeNull();
  });

  test('counts after a key of the file’s own', () => {
    expect(read('rating: 4/5\ninfo: {rating: 8/10}').review.rating).toMatchObject({ value: 4 });
  });

  test('of an item, and a review within it, are the review’s', () => {
    const { review } = readReview(
      'book:\n  title: Salt\n  author: Ann\n  review: {rating: 4/5, summary: Slow.}\n',
      { format: 'yaml' },
    );
    expect(review).toMatchObject({
      item: { name: 'Salt', kind: 'book', creators: [{ name: 'Ann' }], details: {} },
      rating: { value: 4 },
      summary: 'Slow.',
    });
  });
});

describe('a 0 of what is still to be read', () => {
  test.each([
    'status: to-read',
    'Status: want to watch',
    'shelf: wishlist',
    'tags: [slow, to-read]',
  ])('%s', (yaml) => {
    const { review, diagnostics } = read(`rating: 0\n${yaml}`);
    expect(review.rating).toBeNull();
    expect(diagnostics).toEqual([]);
  });

  test.each(['status: read', 'status: finished', 'tags: [to-read]\nrating2: 1'])(
    'not with %s alone, nor of another figure',
    (yaml) => {
      const figure = yaml.includes('to-read') ? '1' : '0';
      expect(read(`rating: ${figure}\n${yaml}`).review.rating).not.toBeNull();
    },
  );
});

describe('begin and end', () => {
  test.each([
    ['started: 2024-01-02\nfinished: 2024-01-09', { date: '2024-01-09', began: '2024-01-02' }],
    [
      'startDate: 2024-01-02\ncompletionDate: 2024-01-09',
      { date: '2024-01-09', began: '2024-01-02' },
    ],
    ['read: 2024-01-09', { date: '2024-01-09' }],
    ['heard: 2024-01-09', { date: '2024-01-09' }],
    ['start: 2024-01-02', { began: '2024-01-02' }],
  ])('%s', (yaml, experience) => {
    const { review, diagnostics } = read(yaml);
    expect(review.experienced).toEqual([experience]);
    expect(diagnostics).toEqual([]);
  });

  test.each([
    'read: true',
    'completed: yes',
    'played: 40 hours',
    'start: page 5',
    'watched: twice',
  ])('says no date, and nothing is said of it: %s', (yaml) => {
    const { review, diagnostics } = read(yaml);
    expect(review.experienced).toEqual([]);
    expect(Object.keys(review.extra)).toHaveLength(1);
    expect(diagnostics).toEqual([]);
  });

  test('a date that is none is told', () => {
    expect(read('watched: 2024-13-45').diagnostics).toMatchObject([{ code: 'date-invalid' }]);
  });
});

test.each([
  'description: ""',
  "author: ''",
  'tags: []',
  'ids: {}',
  'image: false',
  'series: false',
  'date: ""',
  'pros: [""]',
  'summary: "  "',
])('nothing is said of an empty value: %s', (yaml) => {
  const { review, diagnostics } = read(yaml);
  expect(diagnostics).toEqual([]);
  expect(review.extra).toEqual({});
});

test.each(['title: false', 'recommended: false', 'draft: false'])(
  '%s is an answer or a name',
  (yaml) => {
    const { review, diagnostics } = read(yaml);
    expect(diagnostics.length + Object.keys(review).length).toBeGreaterThan(
      Object.keys(read('').review).length,
    );
  },
);

describe('what only programs read', () => {
  const plumbing =
    'layout: post\npermalink: /x/\nslug: x\nweight: 10\naliases: [y]\ncssclass: wide\neleventyNavigation: {key: x}\nsitemap: false\nmenu: main\nprivateNotes: secret';
  const source = `---\nfilm: Heat\nrating: 4/5\nweight_of_print: 2 kg\n${plumbing}\n---\n\nText.\n`;
  const written = async (to: string, options = {}): Promise<string> => {
    const format = writeFormats.find(({ name }) => name === to);
    const write = await format?.load({});
    return write?.(readReview(source, { format: 'markdown' }).review, options) ?? '';
  };
  const keys = [
    'layout',
    'permalink',
    'slug',
    'aliases',
    'cssclass',
    'eleventyNavigation',
    'sitemap',
    'privateNotes',
  ];

  test.each(['terminal', 'text', 'html'])('is not shown by %s', async (to) => {
    const text = await written(to);
    expect(text).toContain('2 kg');
    for (const key of keys) expect(text).not.toContain(key);
    expect(text).not.toContain('secret');
    expect(await written(to, { allFields: true })).toContain('privateNotes');
  });

  test.each(['markdown', 'yaml', 'json'])('is kept by %s', async (to) => {
    const text = await written(to);
    for (const key of keys) expect(text).toContain(key);
  });

  test('a weight with a unit is a fact', () => {
    const { review } = readReview('product: Lamp\nweight: 2 kg\n', { format: 'yaml' });
    expect(review.extra).toEqual({ weight: '2 kg' });
  });
});

test('the card’s date follows the review’s language', async () => {
  const write = await writeFormats.find(({ name }) => name === 'text')?.load({});
  const text = (lang: string): string | undefined =>
    write?.(
      readReview(`film: Heat\nlang: ${lang}\ndate: 2024-03-01\n`, { format: 'yaml' }).review,
      {},
    );
  expect(text('de')).toContain('1. März 2024');
  expect(text('en')).toContain('2024-03-01');
});

test('a rating in words is one', () => {
  const found = lint(read('rating: loved it'));
  expect(found.map(({ code }) => code)).not.toContain('rating-missing');
});

describe('words for a rating', () => {
  const show = async (yaml: string, to: string): Promise<string> => {
    const write = await writeFormats.find(({ name }) => name === to)?.load({});
    return write?.(read(yaml).review, {}) ?? '';
  };

  test.each(['terminal', 'text', 'html'])('stand where the rating stands, once: %s', async (to) => {
    expect(await show('rating: loved it', to)).toContain('loved it');
    const text = await show('rating: Recommended', to);
    expect(text.match(/Recommended/g)).toHaveLength(1);
  });

  test('JSON-LD has letters as an explanation, and words not at all', async () => {
    const html = await show('rating: B+', 'html');
    expect(html).toContain(
      '"ratingValue":10,"bestRating":12,"worstRating":0,"ratingExplanation":"B+"',
    );
    expect(html).not.toContain('10/12<');
    expect(await show('rating: loved it', 'html')).not.toContain('reviewRating');
    expect(await show('rating: 4/5', 'html')).not.toContain('ratingExplanation');
  });

  test.each(['rating: B+', 'rating: loved it', 'rating: must read', 'rating: A−'])(
    '%s goes through every format and back',
    async (yaml) => {
      const { review } = read(yaml);
      for (const to of ['yaml', 'json', 'markdown']) {
        const { rating, ratingText, recommended } = readReview(await show(yaml, to), {
          format: to,
        }).review;
        expect({ rating, ratingText, recommended }).toEqual({
          rating: review.rating,
          ratingText: review.ratingText,
          recommended: review.recommended,
        });
      }
    },
  );
});
