import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../../src/text/visible.ts';
import { displayWidth, graphemes, graphemeWidth } from '../../src/text/width.ts';
import { lineWidth, wrapPreformatted, wrapSpans, wrapText } from '../../src/text/wrap.ts';

describe('wrapText', () => {
  test.each([
    ['at spaces', 'the quick brown fox', 10, ['the quick', 'brown fox']],
    ['runs of spaces become one', '  a \t b  ', 10, ['a b']],
    ['a kept break breaks', 'a\nb', 10, ['a', 'b']],
    ['two kept breaks leave a blank line', 'a\n\nb', 10, ['a', '', 'b']],
    ['a word longer than the line is cut', 'a abcdefghij b', 4, ['a', 'abcd', 'efgh', 'ij b']],
    ['never at a no-break space', 'aa bb\u00A0cc', 6, ['aa', 'bb\u00A0cc']],
    ['between ideographs', '日本語日本語', 8, ['日本語日', '本語']],
    ['no closing punctuation starts a line', '日本語。日', 6, ['日本', '語。日']],
    ['no opening bracket ends a line', '日本（語）', 6, ['日本', '（語）']],
    ['a Latin word among ideographs stays whole', '日本word語', 6, ['日本', 'word語']],
    ['Korean at its spaces alone', '한국어 문장도 바뀐다', 8, ['한국어', '문장도', '바뀐다']],
    ['between Thai words', 'ภาษาไทยภาษาไทย', 8, ['ภาษาไทย', 'ภาษาไทย']],
    ['a cluster is never cut', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['an emoji family is two columns', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 3, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
    ['nothing is one empty line', '', 10, ['']],
    ['an ideographic space breaks', '日本　日本', 6, ['日本', '日本']],
  ])('%s', (_, text, columns, lines) => {
    expect(wrapText(text, columns)).toEqual(lines);
  });

  test('without a width only the kept breaks break', () => {
    expect(wrapText(`${'word '.repeat(1000)}\nend`, Number.POSITIVE_INFINITY)).toEqual([
      `${'word '.repeat(1000).trim()}`,
      'end',
    ]);
  });

  test('a line may be as wide as the columns and no wider; all words stay in order', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'a',
        'word',
        'no-break',
        '日本語',
        '「はい」',
        'ไทย',
        '👩‍🚀',
        'naïve',
        'x'.repeat(50),
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 2, max: 60 }), (words, columns) => {
        const text = visible(words.join(' ')).replace(/[\n\t]/g, ' ');
        const lines = wrapText(text, columns);
        // A letter with marks that take room of their own may be wider than the narrowest lines; it is never cut.
        const widest = Math.max(columns, ...graphemes(text).map(graphemeWidth));
        for (const line of lines) {
          expect(displayWidth(line)).toBeLessThanOrEqual(widest);
          expect(line).not.toMatch(/^ | $/);
        }
        const squeeze = (value: string): string =>
          value.replace(/[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]/g, '');
        expect(squeeze(lines.join(''))).toBe(squeeze(text));
      }),
    );
  });
});

describe('wrapSpans', () => {
  const spans = [
    { text: 'one ', style: 'plain' },
    { text: 'two three', style: 'strong' },
    { text: '!', style: 'plain' },
  ];

  test('styles survive the wrap, a word in two styles stays whole', () => {
    expect(wrapSpans(spans, 8)).toEqual([
      [
        { text: 'one ', style: 'plain' },
        { text: 'two', style: 'strong' },
      ],
      [
        { text: 'three', style: 'strong' },
        { text: '!', style: 'plain' },
      ],
    ]);
  });

  test.each([
    ['a paragraph of words', 'word '.repeat(210_000)],
    ['one word', 'x'.repeat(1_048_576)],
    ['ideographs', '日'.repeat(350_000)],
    ['opening brackets', '（'.repeat(350_000)],
    ['closing brackets', '）'.repeat(350_000)],
    ['emoji', '👩‍🚀'.repeat(40_000)],
    ['Thai', 'ภาษาไทย'.repeat(20_000)],
    ['marks on one letter', `a${'\u0301'.repeat(500_000)}`],
  ])(
    'takes linear time for a mebibyte: %s',
    (_, text) => {
      const lines = wrapText(text, 80);
      expect(lines.join('').replace(/ /g, '').length).toBe(text.replace(/ /g, '').length);
    },
    30_000,
  );
});

describe('wrapPreformatted', () => {
  const wrapped = (text: string, columns: number): string[] =>
    wrapPreformatted([{ text, style: null }], columns).map((line) =>
      line.map((span) => span.text).join(''),
    );

  test('keeps spaces, cuts what is too long, sets tabs', () => {
    expect(wrapped('  a   b', 10)).toEqual(['  a   b']);
    expect(wrapped('abcdef', 4)).toEqual(['abcd', 'ef']);
    expect(wrapped('a\tb', 10)).toEqual(['a   b']);
    expect(wrapped('日本語', 5)).toEqual(['日本', '語']);
  });

  test('no line is wider than the columns', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 4, max: 20 }),
        (text, columns) => {
          for (const line of wrapPreformatted(
            [{ text: visible(text).replace(/\n/g, ' '), style: null }],
            columns,
          )) {
            expect(lineWidth(line)).toBeLessThanOrEqual(columns);
          }
        },
      ),
    );
  });
});
