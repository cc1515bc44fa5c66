import { expect, test } from 'vitest';
import { flattenSections } from '../../src/model/section-tree.ts';
import { reviewOf } from './build.ts';

const namesOf = (headings: Parameters<typeof reviewOf>[0]) =>
  flattenSections(reviewOf(headings).sections).map(({ id, number }) => `${number} ${id}`);

test('levels nest, may skip, and count at every depth', () => {
  expect(
    namesOf([
      [0, ''],
      [2, 'A'],
      [4, 'B'],
      [3, 'C'],
      [2, 'D'],
      [1, 'E'],
      [2, 'F'],
    ]),
  ).toEqual(['0 intro', '1 a', '1.1 b', '1.2 c', '2 d', '3 e', '3.1 f']);
});

test('ids are distinct and never those of the intro or of a number', () => {
  expect(
    namesOf([
      [2, 'Plot'],
      [2, 'plot!'],
      [2, 'Plot 2'],
      [2, 'Intro'],
      [2, '🎬'],
      [2, '7'],
      [2, '2.1'],
    ]),
  ).toEqual([
    '1 plot',
    '2 plot-2',
    '3 plot-2-2',
    '4 intro-2',
    '5 section-5',
    '6 section-7',
    '7 2-1',
  ]);
});

test('the text before the first heading is nobody’s parent', () => {
  const { sections } = reviewOf([
    [0, ''],
    [3, 'A'],
  ]);
  expect(sections.map(({ id, sections: inner }) => [id, inner.length])).toEqual([
    ['intro', 0],
    ['a', 0],
  ]);
});
