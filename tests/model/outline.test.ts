import { expect, test } from 'vitest';
import { findSections } from '../../src/model/find-section.ts';
import { type OutlineEntry, outline } from '../../src/model/outline.ts';
import { displayTitle, emptyReview } from '../../src/model/review.ts';
import { reviewOf } from './build.ts';

test('words and minutes include the subsections', () => {
  const review = reviewOf([
    [2, 'A', 'word '.repeat(200)],
    [3, 'B', 'word '.repeat(31)],
  ]);
  expect(outline(review)[0]).toMatchObject({
    words: 231,
    minutes: 2,
    sections: [{ words: 31, minutes: 1, number: '1.1' }],
  });
});

test('every number and id of an outline is a name of its section', () => {
  const review = reviewOf([
    [0, ''],
    [2, 'Plot'],
    [3, 'Plot'],
    [2, 'Verdict'],
    [5, 'Deep'],
  ]);
  const visit = (entry: OutlineEntry): void => {
    for (const name of [entry.number, entry.id])
      expect(findSections(review, name).sections.map(({ id }) => id)).toEqual([entry.id]);
    entry.sections.forEach(visit);
  };
  outline(review).forEach(visit);
});

test('the title shown is the headline, the item, the id, or says that there is none', () => {
  expect(displayTitle(emptyReview)).toBe('Untitled review');
  expect(displayTitle({ ...emptyReview, id: 'x' })).toBe('x');
  expect(
    displayTitle({ ...emptyReview, id: 'x', item: { ...emptyReview.item, name: 'Heat' } }),
  ).toBe('Heat');
  expect(
    displayTitle({ ...emptyReview, title: 'T', item: { ...emptyReview.item, name: 'Heat' } }),
  ).toBe('T');
});
