import { describe, expect, test } from 'vitest';
import { findSections } from '../../src/model/find-section.ts';
import { reviewOf } from './build.ts';

const review = reviewOf([
  [0, ''],
  [2, 'The Story of Revenge'],
  [2, 'The action'],
  [3, 'Kitchen fight'],
  [3, 'Ice rink'],
  [2, 'Style over substance'],
  [2, 'Weaknesses'],
  [2, 'Final verdict'],
  [2, 'The action'],
]);
const idsOf = (name: string) => findSections(review, name).sections.map(({ id }) => id);

describe('findSections', () => {
  test.each([
    ['weaknesses', ['weaknesses'], 'id'],
    ['the-action-2', ['the-action-2'], 'id'],
    ['the-action', ['the-action'], 'id'],
    ['0', ['intro'], 'number'],
    ['2.1', ['kitchen-fight'], 'number'],
    ['2.', ['the-action'], 'number'],
    ['cons', ['weaknesses'], 'role'],
    ['the-bad', ['weaknesses'], 'role'],
    ['The Bad!', ['weaknesses'], 'role'],
    ['action', ['the-action', 'the-action-2'], 'role'],
    ['Weaknesses', ['weaknesses'], 'role'],
    ['ICE  rink', ['ice-rink'], 'title'],
    ['style over', ['style-over-substance'], 'prefix'],
    ['kitch', ['kitchen-fight'], 'prefix'],
    ['substance', ['style-over-substance'], 'word'],
    ['weakneses', ['weaknesses'], 'typo'],
    ['verdikt', ['final-verdict'], 'typo'],
  ])('%s', (name, ids, by) => {
    expect(findSections(review, name)).toMatchObject({ by, candidates: [] });
    expect(idsOf(name)).toEqual(ids);
  });

  test('an ambiguous prefix finds nothing and names all it may be', () => {
    const match = findSections(
      reviewOf([
        [2, 'Sound and fury'],
        [2, 'Sound of silence'],
      ]),
      'sound o',
    );
    expect(match.sections.map(({ id }) => id)).toEqual(['sound-of-silence']);
    const both = findSections(
      reviewOf([
        [2, 'Old town'],
        [2, 'Old road'],
      ]),
      'old',
    );
    expect(both).toMatchObject({ sections: [], by: null, ambiguous: true });
    expect(both.candidates.map(({ id }) => id)).toEqual(['old-town', 'old-road']);
  });

  test('an unknown name has all sections as candidates, a near one the nearest', () => {
    expect(findSections(review, 'zzzzzz').candidates).toHaveLength(9);
    const near = findSections(
      reviewOf([
        [2, 'Direction'],
        [2, 'Length'],
      ]),
      'dirction and',
    );
    expect(near.sections).toEqual([]);
    expect(near.candidates[0]?.id).toBe('direction');
  });

  test('a role inside a section of the same role is not named twice', () => {
    const nested = reviewOf([
      [2, 'Music'],
      [3, 'Soundtrack'],
      [2, 'Plot'],
    ]);
    expect(findSections(nested, 'audio').sections.map(({ id }) => id)).toEqual(['music']);
  });

  test('a short name is no typo of anything', () => {
    expect(findSections(reviewOf([[2, 'Plot']]), 'pit').by).toBeNull();
  });

  test('synonyms of the library count', () => {
    const own = reviewOf([[2, 'Weaknesses']]);
    expect(findSections(own, 'gripes', { weaknesses: ['gripes'] }).by).toBe('role');
  });
});
