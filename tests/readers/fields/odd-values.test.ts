import { describe, expect, test } from 'vitest';
import { readReview } from '../../../src/readers/formats.ts';
import { isoDate } from '../../../src/vocabulary/dates.ts';

function read(yaml: string, settings = {}) {
  const { review, diagnostics } = readReview(yaml, { format: 'yaml', ...settings });
  const told = diagnostics.map(
    ({ code, range }) => `${code} ${range?.start.line}:${range?.start.column}`,
  );
  return { review, told };
}

describe('a rating that is none', () => {
  test.each([
    ['6/5', 'rating-out-of-range'],
    ['-1', 'rating-out-of-range'],
    ['★★★★★★★', 'rating-out-of-range'],
    ['101%', 'rating-out-of-range'],
    ['.inf', 'rating-unreadable'],
    ['1e400', 'rating-unreadable'],
    ['4/0', 'rating-unreadable'],
    ['B+ or 7', 'rating-unreadable'],
  ])('%s is quoted, and the review still shows', (rating, code) => {
    const { review, diagnostics } = readReview(`film: Heat\nrating: ${rating}\n`, {
      format: 'yaml',
    });
    expect(review).toMatchObject({ rating: null, item: { name: 'Heat' } });
    expect(diagnostics).toMatchObject([
      { code, severity: 'error', range: { start: { line: 2, column: 9 } } },
    ]);
    expect(diagnostics[0]?.message).toContain(`\`${rating}\``);
    expect(Object.keys(review.extra)).toEqual(['rating']);
  });

  test.each(['NaN', '.nan', 'tbd', '"?"', '""', 'n/a'])('nothing is said of %s', (rating) => {
    const { review, diagnostics } = readReview(`film: Heat\nrating: ${rating}\n`, {
      format: 'yaml',
    });
    expect(review).toMatchObject({ rating: null, extra: {} });
    expect(review.ratingText).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });

  test('words stand in a field of their own', () => {
    const { review, diagnostics } = readReview('film: Heat\nrating: loved it\n', {
      format: 'yaml',
    });
    expect(review).toMatchObject({ rating: null, ratingText: 'loved it', extra: {} });
    expect(review.recommended).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });

  test('grades of the configuration replace the letters', () => {
    expect(read('rating: B+\n', { grades: { 'B+': 0.87 } }).review.rating).toMatchObject({
      value: 87,
      best: 100,
      source: 'B+',
    });
  });
});

describe('dates', () => {
  test.each([
    ['2025-06-06', '2025-06-06'],
    ['2025-6-6', '2025-06-06'],
    ['20250606', '2025-06-06'],
    ['2025/06/06 10:00', '2025-06-06'],
    ['2025-06', '2025-06'],
    ['2025', '2025'],
    ['6. 6. 2025', '2025-06-06'],
    ['6 June 2025', '2025-06-06'],
    ['Friday, 6th of June 2025', '2025-06-06'],
    ['Fri, 06 Jun 2025 10:00:00 GMT', '2025-06-06'],
    ['June 6th, 2025', '2025-06-06'],
    ['Sept. 1, 2025', '2025-09-01'],
    ['June 2025', '2025-06'],
    ['13/02/2025', '2025-02-13'],
    ['02/13/2025', '2025-02-13'],
    ['05/05/2025', '2025-05-05'],
    ['[[2025-06-06]]', '2025-06-06'],
    ['29 February 2024', '2024-02-29'],
    ['03/04/2025', null],
    ['2025-02-29', null],
    ['2025-13-01', null],
    ['2025-00-10', null],
    ['2025-06-00', null],
    ['6 Brumaire 2025', null],
    ['14/14/2025', null],
    ['never', null],
    ['', null],
  ])('%s is %s', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });
});

describe('values that a key cannot have are told and kept', () => {
  test.each<[yaml: string, told: string[], extra: object]>([
    ['creators: [[]]', ['value-invalid 1:12'], { creators: [] }],
    ['director: {born: 1943}', ['value-invalid 1:11'], { director: { born: 1943 } }],
    ['isbn: [1, 2]', ['value-invalid 1:7'], { isbn: [1, 2] }],
    ['ids: 7', ['value-invalid 1:6'], { ids: 7 }],
    ['details: x', ['value-invalid 1:10'], { details: 'x' }],
    ['image: {alt: x}', ['value-invalid 1:8'], { image: { alt: 'x' } }],
    ['sameAs: [http://imdb.com/x, nonsense]', [], { sameAs: 'nonsense' }],
    ['release_date: soon', ['date-invalid 1:15'], { release_date: 'soon' }],
    ['released: yes', [], { released: 'yes' }],
    ['tags: {a: {b: c}}', ['value-invalid 1:7'], { tags: { a: { b: 'c' } } }],
    ['rewatch: perhaps', ['value-invalid 1:10'], { rewatch: 'perhaps' }],
    ['with: {}', [], {}],
    ['visited: [soon, 2025-01-01]', ['date-invalid 1:11'], { visited: 'soon' }],
    [
      'visits: [{date: soon, note: x}]',
      ['date-invalid 1:17'],
      { 'visits/date': 'soon', 'visits/note': 'x' },
    ],
    ['scale: none', ['value-invalid 1:8'], { scale: 'none' }],
    ['best: 0', ['value-invalid 1:7'], { best: 0 }],
    ['best: 10', [], { best: 10 }],
    ['item: true', ['value-invalid 1:7'], { item: true }],
    ['pros: {a: 1}', ['value-invalid 1:7'], { pros: { a: 1 } }],
    ['studio: N/A\nyear: n/a', [], { studio: 'N/A', year: 'n/a' }],
  ])('%s', (yaml, told, extra) => {
    const found = read(yaml);
    expect(found.told.filter((line) => !line.startsWith('rating'))).toEqual(told);
    if (Object.keys(extra).length > 0) expect(found.review.extra).toEqual(extra);
  });

  test('two of what there is one of', () => {
    const { review } = read(
      'imdb: tt1\nimdb_id: tt2\nruntime: 1\nduration: 2\ntitle: A\nheadline: B\nstars: 4/5\nscore: 3/5\n',
    );
    expect(review).toMatchObject({
      title: 'A',
      item: { ids: { imdb: 'tt1' }, details: { runtime: 1 } },
      rating: { source: '4/5' },
      extra: { imdb_id: 'tt2', duration: 2, headline: 'B', score: '3/5' },
    });
  });

  test('an image with more to it, a creator without a role', () => {
    const { review } = read(
      'image: {url: a.jpg, alt: A poster}\ncreators: [Ann, {name: Ben, role: gaffer}, {name: Cy, job: writer}]\n',
    );
    expect(review.item).toMatchObject({
      image: 'a.jpg',
      creators: [
        { role: 'creator', name: 'Ann' },
        { role: 'gaffer', name: 'Ben' },
        { role: 'writer', name: 'Cy' },
      ],
    });
    expect(Object.values(review.extra)).toEqual([{ url: 'a.jpg', alt: 'A poster' }]);
  });
});
