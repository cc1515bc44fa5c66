import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rating, readRating } from '../../src/model/rating.ts';

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
    ['Recommended', true],
    ['Highly recommended!', true],
    ['not recommended', false],
  ])('%s', (source, recommended) => {
    expect(readRating(source)).toEqual({ kind: 'recommended', recommended });
  });

  test.each([
    '',
    '  ',
    'great',
    'NaN',
    'Infinity',
    '1e400',
    '4/0',
    '0/0',
    '5 - 4',
    'B+',
    '½½',
    '☆★',
    'x'.repeat(300),
    'constructor',
    '__proto__',
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
    expect(readRating('C', { grades })).toEqual({ kind: 'unreadable' });
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
