import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { visible } from '../../src/text/visible.ts';
import { cutToWidth, displayWidth, graphemes, isNarrow } from '../../src/text/width.ts';

describe('displayWidth', () => {
  test.each([
    ['plain', 5],
    ['naïve café', 10],
    ['cafe\u0301', 4],
    ['★★★½☆ ☑ — “x”', 13],
    ['日本語', 6],
    ['ｶﾞ', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🇩🇪', 2],
    ['👍🏽', 2],
    ['❤️', 2],
    ['❤', 1],
    ['1️⃣', 2],
    ['한국어', 6],
    ['\u1112\u1161\u11AB', 2],
    ['ภาษาไทย', 7],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('agrees with string-width on every text of several scripts', () => {
    const scripts = [
      'Latin ß œ',
      'Ελληνικά ἀρχή',
      'Кириллица ѣ',
      'עברית',
      'हिन्दी नमस्ते',
      '中文，全角！',
      'かなカナ',
      'العربية',
      '😀👩‍🚀🏳️‍🌈✅⭐',
      'ẛ̣ͭ',
      'தமிழ்',
      '∑∞≠ ↔ ↔️ ▶️ ▶',
    ];
    const piece = fc.constantFrom(...scripts.flatMap((text) => graphemes(text)));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(displayWidth(text)).toBe(stringWidth(text));
      }),
    );
  });

  test('agrees with string-width on any character once it is made visible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text).replace(/[\n\t]/g, ' ');
        expect(displayWidth(shown)).toBe(stringWidth(shown));
      }),
      { numRuns: 2000 },
    );
  });

  test('the narrow blocks hold no character that is wider or narrower', () => {
    for (let unit = 0xa0; unit < 0x3000; unit++) {
      const text = String.fromCharCode(unit);
      if (isNarrow(text))
        expect([unit.toString(16), stringWidth(`a${text}a`)]).toEqual([unit.toString(16), 3]);
    }
  });

  test('agrees with string-width on the naughty strings', () => {
    const strings = JSON.parse(
      readFileSync(new URL('../fixtures/naughty-strings.json', import.meta.url), 'utf8'),
    ) as string[];
    for (const text of strings) {
      const shown = visible(text).replace(/[\n\t]/g, ' ');
      expect([shown, displayWidth(shown)]).toEqual([shown, stringWidth(shown)]);
    }
  });
});

test('a long text is segmented as a short one', () => {
  const cluster = fc.constantFrom('👨‍👩‍👧‍👦', '🇩🇪', '🇩', 'e\u0301', 'x', '한');
  fc.assert(
    fc.property(fc.array(cluster, { minLength: 1, maxLength: 30 }), (clusters) => {
      const text = clusters.join('').repeat(Math.ceil(9000 / clusters.join('').length));
      const whole = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
      expect(graphemes(text)).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('graphemes puts the text together again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => graphemes(text).join('') === text),
  );
});

test('cutToWidth never cuts a grapheme in two', () => {
  expect(cutToWidth('a日本', 2)).toBe('a');
  expect(cutToWidth('a👨‍👩‍👧‍👦b', 3)).toBe('a👨‍👩‍👧‍👦');
  expect(cutToWidth('abc', 10)).toBe('abc');
});
