import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineText } from '../../../src/markdown/inline-text.ts';
import { lexParts } from '../../../src/markdown/lex.ts';
import type { AnyToken } from '../../../src/markdown/tokens.ts';
import { textReader } from '../../../src/readers/text.ts';
import { prose, wrap } from '../text-prose.ts';

function read(source: string) {
  return textReader.open(source, {}).one().review;
}

describe('bodies', () => {
  test('ranges are in the source, the rating line in none of them', () => {
    const source = `Heat\r\n${prose}\r\n  The action\r\n\t${prose}\r\nRating: 4/5\r\n`;
    const cut = read(source).sections.map(({ range }) =>
      source.slice(range.start.offset, range.end.offset),
    );
    expect(cut).toEqual([prose, `The action\r\n\t${prose}`]);
    expect(read(source).sections[1]?.range.start).toMatchObject({ line: 3, column: 3 });
  });

  test('a rating without a scale is reported', () => {
    const { diagnostics } = textReader.open(`Heat\n${prose}\nRating: 4`, {}).one();
    expect(diagnostics.map(({ code }) => code)).toEqual(['rating-scale-assumed']);
  });

  test('lists stay lists', () => {
    const { sections } = read(
      `A Title\n${prose}\nThe good\n• fast\n• light\n1) one\n2) two\nThe bad\n– loud`,
    );
    expect(sections.map(({ body }) => body).slice(1)).toEqual([
      '- fast\n- light\n1) one\n2) two',
      '- loud',
    ]);
  });

  test('marks are escaped, links and spoilers are not', () => {
    const body = (text: string) =>
      read(`A Title\n${text}\n${prose}`).sections[0]?.body.split('\n\n')[0];
    expect(body('It is *so* good, and snake_case is _not_.')).toBe(
      'It is \\*so\\* good, and snake_case is \\_not\\_.',
    );
    expect(body('2025. What a year.')).toBe('2025\\. What a year.');
    expect(body('# one of a kind.')).toBe('\\# one of a kind.');
    expect(body('> quoted.')).toBe('\\> quoted.');
    expect(body('See https://a.org/b_(c)_d* or [REC] & <b>.')).toBe(
      'See https://a.org/b_(c)_d* or \\[REC] & \\<b>.',
    );
    expect(body('He ||dies|| in the [spoiler]end[/spoiler].')).toBe(
      'He ||dies|| in the [spoiler]end[/spoiler].',
    );
    expect(body('2 * 3 is six.')).toBe('2 * 3 is six.');
  });

  const marks = fc.constantFrom(
    ...'*_`~#>[]()<!&|\\+-=.:1 ',
    'a',
    'B',
    'é',
    '&amp;',
    '**',
    '- ',
    '1. ',
    '<b>',
    '](',
  );
  const line = fc
    .array(marks, { minLength: 1, maxLength: 30 })
    .map((parts) => `A${parts.join('')}`.replace(/\|\||>!|\s+/g, ' ').trim());

  test('show the words that were written', () => {
    fc.assert(
      fc.property(line, (text) => {
        const { sections } = read(`A Title\n${prose}\n${text}.\n${prose}`);
        const tokens = lexParts([sections.map(({ body }) => body).join('\n\n')]).parts[0] ?? [];
        expect(tokens.map(wordsOf)).toContain(`${text}.`.replace(/\s+/g, ' '));
      }),
    );
  });
});

function wordsOf(token: AnyToken): string {
  return token.type === 'paragraph'
    ? inlineText(token.tokens as AnyToken[])
        .replace(/\s+/g, ' ')
        .trim()
    : token.type;
}

describe('any text at all', () => {
  const piece = fc.constantFrom(
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    'The action',
    prose,
    'Rating: 4/5',
    '- a',
    '1. b',
    '===',
    '---',
    '# c',
    '“',
    ' ',
    '\t',
    'By Ada',
    '\ud800',
    '\u2028',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((parts) => parts.join('')),
  );

  test('is read, and its ranges lie in it, one after the other', () => {
    fc.assert(
      fc.property(anything, (source) => {
        let last = 0;
        for (const { range, body } of read(source).sections) {
          expect(range.start.offset).toBeGreaterThanOrEqual(last);
          expect(range.end.offset).toBeLessThanOrEqual(source.length);
          expect(body).toBe(body.trim());
          last = range.end.offset;
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['spaces', ' '.repeat(500_000)],
    ['spaces in a line', `a${' '.repeat(500_000)}b`],
    ['lines', 'The action\n'.repeat(50_000)],
    ['paragraphs', `${prose}\n`.repeat(5_000)],
    ['brackets', '['.repeat(500_000)],
    ['hashes', `# ${'#'.repeat(500_000)}x`],
    ['dashes', `${'-'.repeat(500_000)}x`],
    ['links', '<https://'.repeat(50_000)],
    ['points', `${'.'.repeat(500_000)}x`],
    ['quotes', '“”'.repeat(250_000)],
    ['items', '- a\n'.repeat(100_000)],
    ['wrapped lines', `${wrap(prose, 60)}\n`.repeat(3_000)],
  ])('is read, however much of it there is: %s', (_, source) => {
    // What would take more than linear time ends in the runner's time-out.
    expect(textReader.open(source, {}).one().diagnostics).toEqual([]);
  });
});
