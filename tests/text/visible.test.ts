import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible, visibleLine } from '../../src/text/visible.ts';
import naughty from '../fixtures/naughty-strings.json' with { type: 'json' };

describe('visible', () => {
  test.each([
    ['plain text, naïve, 日本語, 👍', 'plain text, naïve, 日本語, 👍'],
    ['\u001B[31m', '␛[31m'],
    ['\u0000\u0007\b\r\u007F', '␀␇␈␍␡'],
    ['line\nand\ttab', 'line\nand\ttab'],
    ['\u009B31m', '<U+009B>31m'],
    ['a\u202Eb\u2066c\u2069', 'a<U+202E>b<U+2066>c<U+2069>'],
    ['\uFEFF\u200B\u2060\u00ADx', 'x'],
    ['\u{E0041}\u{E007F}', '<U+E0041><U+E007F>'],
    ['\uD800 \uDC00', '\uFFFD \uFFFD'],
    // A joiner between emoji or letters is text, elsewhere it hides.
    ['👩\u200D🚀', '👩\u200D🚀'],
    ['❤\uFE0F\u200D🔥', '❤\uFE0F\u200D🔥'],
    ['क\u094D\u200Dष', 'क\u094D\u200Dष'],
    ['a\u200D b', 'a b'],
    ['\u200Da', 'a'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('of any text holds nothing that steers, and stays as it is the second time', () => {
    const steering =
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be left
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;
    const check = (text: string): void => {
      const shown = visible(text);
      expect(shown).not.toMatch(steering);
      expect(visible(shown)).toBe(shown);
      expect(visibleLine(text)).not.toMatch(/[\n\t\r]/);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
    for (const text of naughty as string[]) check(text);
  });
});

test('visibleLine is one line', () => {
  expect(visibleLine('a\r\nb\rc\nd\te')).toBe('a b c d e');
});
