import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, readingMinutes, summedLength } from '../../src/model/text-length.ts';

test.each([
  ['one two  three\nfour', 4],
  ['- a list — with **bold** words', 5],
  ['see [the page](https://example.org/a_(b)) now', 4],
  ['[x]: https://example.org "title"\nword', 1],
  ['映画は好き', 5],
  // A name in Latin letters among them is a word.
  ['iPhoneは好き、Appleの。', 6],
  ['𠮷野家', 3],
  ['한국 영화', 2],
  ['ภาพยนตร์เรื่องนี้สนุกมาก', 5],
  ['Heat: ภาพยนตร์เรื่องนี้สนุกมาก!', 6],
  ['ខ្ញុំស្រលាញ់ភាពយន្ត', 3],
  ['', 0],
  ['* * *', 0],
])('the words of %j', (markdown, words) => {
  expect(lengthOf(markdown).words).toBe(words);
});

test.each([
  ['word '.repeat(230), 1],
  ['word '.repeat(231), 2],
  ['映画'.repeat(250), 1],
  ['この映画はとても面白かった。'.repeat(143), 4],
  ['映画'.repeat(125) + ' word'.repeat(115), 1],
])('minutes of %#', (text, minutes) => {
  expect(readingMinutes(lengthOf(text))).toBe(minutes);
});

test('of several texts as of one', () => {
  const texts = ['映画 word', 'ภาพยนตร์เรื่องนี้', 'two words'];
  expect(summedLength(texts.map(lengthOf))).toEqual(lengthOf(texts.join('\n')));
});

test('words are runs between spaces that hold a letter or digit, counted without splitting', () => {
  const unit = fc.constantFrom(...'aé9-.\n\r\t \u00a0\u2003\u3000*😀𝒜б'.split(/(?:)/u));
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const runs = text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run));
      expect(lengthOf(text).words).toBe(runs.length);
    }),
  );
});

test.each([
  ['[a](b c) d', 3],
  ['[a](b(c)d) e', 2],
  ['[a](b(c(d))) e', 2],
  ['[a](b', 1],
  ['a](b)c', 1],
  // With its target gone it defines a link.
  ['[a](b): c d', 0],
  ['a [b](c): d', 3],
])('words and link targets of %j', (markdown, words) => {
  expect(lengthOf(markdown).words).toBe(words);
  // The same however the text is looked through.
  expect(lengthOf(`${markdown} é`).words).toBe(words + (/^\[a\]\(b\):/.test(markdown) ? 0 : 1));
});

test('a text longer than any before it is counted whole', () => {
  expect(lengthOf('word '.repeat(40_000)).words).toBe(40_000);
});
