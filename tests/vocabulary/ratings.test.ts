import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isEvident } from '../../src/library/evident.ts';
import { glyphs } from '../../src/vocabulary/rating-tables.ts';
import { rating, readRating } from '../../src/vocabulary/ratings.ts';
import { meaningOf, scaledKey } from '../../src/vocabulary/spelling-lookup.ts';
import { namedByTitle } from '../../src/vocabulary/titles.ts';

const figures: readonly (readonly [source: string, value: number, best: number])[] = [
  ['★★★★☆', 4, 5],
  ['★★★½', 3.5, 5],
  ['★★★½☆', 3.5, 5],
  ['★★★½☆☆', 3.5, 5],
  ['★★★☆', 3, 4],
  ['★★★★★★★☆☆☆', 7, 10],
  ['☆☆☆☆☆', 0, 5],
  ['½', 0.5, 5],
  ['★½', 1.5, 5],
  ['★ ★ ★', 3, 5],
  ['⭐⭐⭐⭐', 4, 5],
  ['⭐️⭐️⭐️', 3, 5],
  ['★★★★ out of 5', 4, 5],
  ['****', 4, 5],
  ['***½', 3.5, 5],
  ['***1/2', 3.5, 5],
  ['****/5', 4, 5],
  ['3.5★', 3.5, 5],
  ['★ 4.5', 4.5, 5],
  ['4.5 stars', 4.5, 5],
  ['1 star', 1, 5],
  ['4/5', 4, 5],
  ['4 / 5', 4, 5],
  ['8/10', 8, 10],
  ['8 out of 10', 8, 10],
  ['4 out of 5 stars', 4, 5],
  ['4 stars out of 5', 4, 5],
  ['4 (out of 5)', 4, 5],
  ['3½/4', 3.5, 4],
  ['3 1/2 / 4', 3.5, 4],
  ['4,5/5', 4.5, 5],
  ['85%', 85, 100],
  ['85 percent', 85, 100],
  ['0/5', 0, 5],
  // Said twice: the figure counts.
  ['★★★★☆ (4/5)', 4, 5],
  ['★★★☆☆ (4.25/5)', 4.25, 5],
  ['★★★★☆ – 8/10', 8, 10],
  ['**** (4/5)', 4, 5],
  ['4/5 ★★★★☆', 4, 5],
  ['4/5 (★★★★☆)', 4, 5],
  ['★★★★☆ (4)', 4, 5],
  ['4/5 (80%)', 4, 5],
  // A word on it.
  ['8/10 – superb', 8, 10],
  ['★★★★☆: superb', 4, 5],
  ['4/5, and a half for the dog', 4, 5],
  ['10/10!', 10, 10],
  ['4/5.', 4, 5],
];

describe('notations', () => {
  test.each(figures)('%s', (source, value, best) => {
    const expected = { value, best, worst: 0, normalized: value / best, source };
    expect(readRating(` ${source}\n`)).toEqual({
      kind: 'rating',
      rating: expected,
      assumedScale: false,
    });
  });

  test.each([
    ['👍', true],
    ['👍🏽', true],
    ['👎', false],
    ['thumbs down', false],
    ['❤️', true],
  ])('%s', (source, recommended) => {
    expect(readRating(source)).toEqual({ kind: 'recommended', recommended });
  });

  test.each([
    '1e400',
    '4/0',
    '0/0',
    '5 - 4',
    '½½',
    '☆★',
    'x'.repeat(300),
    'true',
    '0xF',
    '7, maybe 8',
    '★♥',
    'B+ or 7',
  ])('none: %s', (source) => {
    expect(readRating(source)).toEqual({ kind: 'unreadable' });
  });

  test.each([
    ['6/5', 6, 5],
    ['-1', -1, 5],
    ['-1/5', -1, 5],
    ['★★★★★★★', 7, 5],
    ['101%', 101, 100],
    ['1000', 1000, 100],
  ])('beyond the scale: %s', (source, value, best) => {
    expect(readRating(source)).toEqual({ kind: 'out-of-range', value, best });
  });
});

describe('scales', () => {
  test.each([
    ['rating_1-5', 'rating', 5],
    ['Rating (out of 10)', 'Rating', 10],
    ['Note /20', 'Note', 20],
    ['score_10', 'score', 10],
    ['Bewertung von 5', 'Bewertung', 5],
    ['rating', null, 0],
    ['isbn13', null, 0],
    ['top 7', null, 0],
    ['score 2', null, 0],
    ['10', null, 0],
  ])('the key %j says %j of %d', (key, name, best) => {
    expect(scaledKey(key)).toEqual(name === null ? null : { name, best });
    expect(meaningOf(key)?.field === 'rating').toBe(name !== null || key === 'rating');
  });

  test('a doubted figure is one', () => {
    expect(readRating('7/10?')).toMatchObject({ kind: 'rating', rating: { value: 7, best: 10 } });
    expect(readRating('?')).toEqual({ kind: 'none' });
    expect(readRating('good?')).toMatchObject({ kind: 'words' });
  });

  test.each([
    ['5', 5],
    ['5.5', 10],
    ['10', 10],
    ['10.1', 100],
    ['3½', 5],
  ])('that of a bare %s is guessed', (source, best) => {
    expect(readRating(source)).toMatchObject({
      kind: 'rating',
      rating: { best },
      assumedScale: true,
    });
  });

  test('a scale that is given is not guessed', () => {
    expect(readRating('4', { best: 10 })).toMatchObject({
      rating: { value: 4, best: 10 },
      assumedScale: false,
    });
    expect(readRating('4/5', { best: 10 })).toMatchObject({ rating: { value: 4, best: 5 } });
    expect(readRating('11', { best: 10 })).toEqual({ kind: 'out-of-range', value: 11, best: 10 });
  });

  test('stars are out of a short scale, never out of ten', () => {
    expect(readRating('★★★', { best: 4 })).toMatchObject({ rating: { value: 3, best: 4 } });
    expect(readRating('★★★', { best: 10 })).toMatchObject({ rating: { value: 3, best: 5 } });
  });

  test('a worst is kept, and what lies below it refused', () => {
    expect(readRating('1/5', { worst: 1 })).toMatchObject({
      rating: { worst: 1, normalized: 0.2 },
    });
    expect(readRating('0/5', { worst: 1 })).toMatchObject({ kind: 'out-of-range' });
    expect(readRating('4', { best: 5, worst: 5 })).toEqual({ kind: 'unreadable' });
  });

  test('letter grades are percentages, exactly', () => {
    const grades = { 'A-': 0.29, 'B+': 0.85 };
    expect(readRating('b+', { grades })).toMatchObject({
      rating: { value: 85, best: 100, source: 'b+' },
      assumedScale: false,
    });
    expect(readRating('A−', { grades })).toMatchObject({ rating: { value: 29, normalized: 0.29 } });
    expect(readRating('C', { grades })).toEqual({ kind: 'words', text: 'C' });
    expect(readRating('great', { grades: { great: { value: 5, best: 5 } } })).toMatchObject({
      rating: { value: 5, best: 5, normalized: 1, source: 'great' },
    });
  });
});

describe('any value', () => {
  const best = fc.integer({ min: 1, max: 1000 });
  const decimal = fc
    .tuple(
      fc.integer({ min: 0, max: 999 }),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12 }),
    )
    .map(([whole, digits]) => `${whole}.${digits}`);

  test('is exact in every notation that can say it', () => {
    fc.assert(
      fc.property(decimal, best, (written, top) => {
        const value = Number(written);
        fc.pre(value <= top);
        for (const figure of [written, written.replace('.', ',')]) {
          for (const source of [
            `${figure}/${top}`,
            `${figure} / ${top}`,
            `${figure} out of ${top}`,
            `${figure} out of ${top} stars`,
            `★★★☆☆ (${figure}/${top})`,
          ]) {
            const expected = rating(value, top, 0, source);
            expect(readRating(source)).toEqual({
              kind: 'rating',
              rating: expected,
              assumedScale: false,
            });
          }
          expect(readRating(figure, { best: top })).toEqual({
            kind: 'rating',
            rating: rating(value, top, 0, figure),
            assumedScale: false,
          });
          if (value <= 100)
            expect(readRating(`${figure}%`)).toMatchObject({ rating: { value, best: 100 } });
        }
      }),
    );
  });

  test('of halves is exact in stars', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (halves) => {
        const whole = Math.floor(halves / 2);
        const half = halves % 2 === 1 ? '½' : '';
        const rows = [
          `${'★'.repeat(whole)}${half}`,
          `${'⭐'.repeat(whole)}${half}`,
          `${'★'.repeat(whole)}${half}${'☆'.repeat(5 - Math.ceil(halves / 2))}`,
        ];
        if (whole > 0) rows.push(`${'*'.repeat(whole)}${half}`);
        for (const row of rows)
          expect(readRating(row)).toMatchObject({
            rating: { value: halves / 2, best: 5 },
            assumedScale: false,
          });
      }),
    );
  });

  test('what is read lies in its scale', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'★☆½*⭐0123456789/.,%() -–outf') }),
        (source) => {
          const reading = readRating(source);
          if (reading.kind !== 'rating') return;
          expect(reading.rating.source).toBe(source.trim());
          expect(reading.rating.normalized).toBeGreaterThanOrEqual(0);
          expect(reading.rating.normalized).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('letter grades without a configuration', () => {
  const twelfths =
    'A+ 12, A 12, A- 11, B+ 10, B 9, B- 8, C+ 7, C 6, C- 5, D+ 4, D 3, D- 2, F+ 1, F 0';

  test.each(twelfths.split(', ').map((each) => each.split(' ')))(
    '%s is %s of 12',
    (letter = '', value) => {
      expect(readRating(letter)).toEqual({
        kind: 'rating',
        rating: {
          value: Number(value),
          best: 12,
          worst: 0,
          normalized: Number(value) / 12,
          source: letter,
        },
        assumedScale: false,
      });
    },
  );

  test.each([
    ['A−', 11],
    ['A–', 11],
    ['b+', 10],
    ['B plus', 10],
    ['B+ (solid)', 10],
    ['C – a long evening', 6],
  ])('%s too', (source, value) => {
    expect(readRating(source)).toMatchObject({ rating: { value, best: 12, source } });
  });

  test.each(['A/B', 'B to B+', 'B - C+', 'E', 'A++', 'A triumph', 'B (A for effort)', 'F off'])(
    '%s is words',
    (text) => {
      expect(readRating(text)).toEqual({ kind: 'words', text });
    },
  );
});

describe('words', () => {
  test.each(['goat', 'loved it', 'great', 'constructor', '__proto__', '🔥'])('%s', (text) => {
    expect(readRating(text)).toEqual({ kind: 'words', text });
  });

  test.each([
    ['Recommended', true],
    ['Highly recommended!', true],
    ['Must-read', true],
    ['not recommended', false],
    ["Don't bother", false],
  ])('%s says whether it is recommended', (text, recommended) => {
    expect(readRating(text)).toEqual({ kind: 'words', text, recommended });
  });

  test.each([
    '',
    '  ',
    '?',
    '??',
    '-',
    '—',
    '…',
    'tbd',
    'TBA',
    'n/a',
    'N.A.',
    '.nan',
    'NaN',
    'not yet rated',
  ])('no rating yet: %s', (text) => {
    expect(readRating(text)).toEqual({ kind: 'none' });
  });
});

describe('other glyphs, halves and units', () => {
  test.each([
    ['♥♥♥♡♡', 3, 5],
    ['❤️❤️❤️❤️', 4, 5],
    ['●●●◐○', 3.5, 5],
    ['●●●○○', 3, 5],
    ['🍿🍿🍿', 3, 5],
    ['✭✭✭✩✩', 3, 5],
    ['■■■□□', 3, 5],
    ['★★★⯪☆', 3.5, 5],
    ['4.5 🍿', 4.5, 5],
    ['4/5 🍿', 4, 5],
    ['8/10 points', 8, 10],
    ['4 of 5', 4, 5],
  ])('%s', (source, value, best) => {
    expect(readRating(source)).toMatchObject({
      rating: { value, best, source },
      assumedScale: false,
    });
  });

  test.each([
    ['2.75 (just about)', 2.75],
    ['3.94 (aka must see)', 3.94],
    ['4 – nearly', 4],
    ['3, and a bit', 3],
    ['8 points', 8],
  ])('a bare number with words on it: %s', (source, value) => {
    expect(readRating(source)).toMatchObject({ rating: { value, source }, assumedScale: true });
  });

  test.each(['8 apples', '4 solid stars of 7 or 8', '3 for 5', '2 hours'])(
    'no rating: %s',
    (source) => {
      expect(readRating(source)).toEqual({ kind: 'unreadable' });
    },
  );
});

describe('every glyph of the table', () => {
  const rows = glyphs.flatMap(({ full }) => [...full]);

  it.each(rows)('%s is read as a rating, alone and at the end of a title', (sign) => {
    expect(readRating(sign.repeat(3)).kind).toBe('rating');
    expect(namedByTitle(`Heat ${sign.repeat(3)}`)).toEqual({
      name: 'Heat',
      rating: sign.repeat(3),
    });
    expect(isEvident(`Rating: ${sign.repeat(3)}\n`, '.txt')).toBe(true);
  });
});

describe('a rating at the end of a title', () => {
  it.each([
    ['Heat – 4 stars', 'Heat', '4 stars'],
    ['Heat (4.5 Stars)', 'Heat', '4.5 Stars'],
    ['Heat: 3½/5', 'Heat', '3½/5'],
    ['Heat 4.5★', 'Heat', '4.5★'],
    ['Heat | 7 out of 10', 'Heat', '7 out of 10'],
    ['Heat - 4 stars out of 5', 'Heat', '4 stars out of 5'],
  ])('%s', (title, name, rating) => {
    expect(namedByTitle(title)).toEqual({ name, rating });
  });

  it.each([
    'Five Stars',
    'Hotel of 5 stars',
    'Catch 22 out of 100',
    'A waltz in 3/4',
    'Fast 5',
    'Heat: 12 out of 10',
    '4 stars',
    'Under the 7 stars',
  ])('%s has none', (title) => {
    expect(namedByTitle(title)).toEqual({ name: title });
  });
});
