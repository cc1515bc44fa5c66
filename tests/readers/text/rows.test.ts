import { expect, test } from 'vitest';
import { readReview } from '../../../src/readers/formats.ts';

test('rows of a list are no headings, and the first is no title', () => {
  const rows = 'Raising Good Crows | Ada Quill\nThe Tin Sea | Ben Ovary\nSalt Roads | Cy Dorn\n';
  const { review } = readReview(rows, { path: 'lists/tsundoku.txt' });
  expect(review.item.name).toBe('Tsundoku');
  expect(review.sections.map(({ level }) => level)).toEqual([0]);
});

test('a first line without bars is the title still', () => {
  const { review } = readReview('The Tin Sea\n\nA long book about water, and about tin.\n', {
    path: 'lists/read-2019.txt',
  });
  expect(review.title).toBe('The Tin Sea');
});
