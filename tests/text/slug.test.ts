import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.ts';
import { slugify, uniqueSlugs } from '../../src/text/slug.ts';

test.each([
  ['Final verdict', 'final-verdict'],
  ['  The  Good, the Bad & the Ugly! ', 'the-good-the-bad-the-ugly'],
  ['What’s wrong?', 'whats-wrong'],
  ['Über-Flüssig', 'über-flüssig'],
  ['日本語 の 見出し', '日本語-の-見出し'],
  ['--snake_case--', 'snake_case'],
  ['👍', ''],
  ['', ''],
])('%j is %j', (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

test('a slug of a slug is itself, and stands in an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const slug = slugify(text);
      expect(slugify(slug)).toBe(slug);
      expect(slug).not.toMatch(/[\s#?/<>"'&%]/);
    }),
  );
});

test('the same slug twice is numbered, round those that are taken', () => {
  const unique = uniqueSlugs();
  expect(['a', 'a', 'a-2', 'a', 'b'].map(unique)).toEqual(['a', 'a-2', 'a-2-2', 'a-3', 'b']);
});

test('editDistance counts letters put in, taken out and changed', () => {
  expect(editDistance('weakneses', 'weaknesses')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});
