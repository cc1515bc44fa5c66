import { describe, expect, test } from 'vitest';
import { entryOf, parseSort, sortEntries, sortKeys } from '../../src/library/query.ts';
import { readReview } from '../../src/readers/formats.ts';

const entry = (id: string, front: string) => {
  const source = `---\n${front}\n---\nSome words ${'more '.repeat(id.length)}\n\n## A\n\nb\n`;
  const read = readReview(source, { format: 'markdown', sections: false });
  return entryOf({ ...read, review: { ...read.review, id }, file: `${id}.md` });
};

const entries = [
  entry('bb', 'film: Heat\nyear: 1995\nrating: 4/5\ndate: 2024-01-02\nauthor: Zoe\ntags: [crime]'),
  entry('a', 'book: Emma\nyear: 1815\nrating: 9/10\ndate: 2020-05-06\nauthor: Ada'),
  entry('ccc', 'title: Untold'),
];

describe('sortEntries', () => {
  const order = (text: string): string => {
    const parsed = parseSort(text);
    if (parsed === null) return 'none';
    return sortEntries(entries, parsed.key, parsed.descending)
      .map(({ id }) => id)
      .join(' ');
  };

  test.each([
    ['id', 'a bb ccc'],
    ['-id', 'ccc bb a'],
    ['title', 'a bb ccc'],
    ['-item', 'ccc bb a'],
    ['name', 'a bb ccc'],
    // The best, newest and longest first; what has no value comes last either way.
    ['rating', 'a bb ccc'],
    ['-rating', 'bb a ccc'],
    ['stars', 'a bb ccc'],
    ['date', 'bb a ccc'],
    ['-published', 'a bb ccc'],
    ['year', 'bb a ccc'],
    ['words', 'ccc bb a'],
    ['kind', 'a bb ccc'],
    // A book's `author` made the book; its critic is not named.
    ['critic', 'bb a ccc'],
    ['AUTHOR', 'bb a ccc'],
    ['colour', 'none'],
    ['', 'none'],
  ])('by %j', (key, ids) => {
    expect(order(key)).toBe(ids);
  });

  test('every key has an order both ways', () => {
    for (const key of sortKeys) {
      expect(order(key).split(' ').sort()).toEqual(['a', 'bb', 'ccc']);
      expect(order(`-${key}`).split(' ').sort()).toEqual(['a', 'bb', 'ccc']);
    }
  });
});
