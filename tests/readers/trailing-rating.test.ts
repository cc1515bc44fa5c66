import { expect, test } from 'vitest';
import { findTrailingRating } from '../../src/readers/trailing-rating.ts';

test.each([
  ['Rating: ★★★★☆ (4/5)', '★★★★☆ (4/5)'],
  ['rating: 4', '4'],
  ['**Rating:** 8/10', '8/10'],
  ['**Rating**: 8/10', '8/10'],
  ['**Rating: 8/10**', '8/10'],
  ['*My rating: 8/10*', '8/10'],
  ['__Score__: **8/10**', '8/10'],
  ['> Rating: `8/10`', '8/10'],
  ['- Overall: 8/10', '8/10'],
  ['## Rating: 4/5', '4/5'],
  ['Rating: ****', '****'],
  ['**Rating:** ***½', '***½'],
  ['Score: 85%', '85%'],
  ['Final rating: 4,5/5', '4,5/5'],
  ['Verdict score: 9/10', '9/10'],
  ['My rating — 8/10 – superb', '8/10 – superb'],
  ['Rating (out of five): 4/5', '4/5'],
  ['Verdict: not recommended', 'not recommended'],
  ['Rating: 👍', '👍'],
  ['Wertung: 4,5/5', '4,5/5'],
  ['Note : 7/10', '7/10'],
  ['Rating： 4/5', '4/5'],
  ['Nota: 9/10', '9/10'],
  ['Puntuación: ★★★★', '★★★★'],
  ['★★★★☆', '★★★★☆'],
  ['4 out of 5 stars', '4 out of 5 stars'],
  ['8/10', '8/10'],
])('%s', (line, source) => {
  const text = `Some text.\r\n\r\n${line}\r\n \r\n`;
  const found = findTrailingRating(text);
  expect(found?.source).toBe(source);
  expect(text.slice(found?.start, found?.end)).toBe(line);
});

test.each([
  'Rating: great',
  'Rating:',
  'Rating: 6/5',
  'I give it 4/5',
  'Ratings differ: 4/5',
  '***',
  '85%',
  '4',
  '12/25',
  '- 4/5',
  'Recommended.',
  `Rating: ${'★'.repeat(300)}`,
  '',
])('none: %s', (line) => {
  expect(findTrailingRating(`Some text.\n\n${line}\n`)).toBeNull();
});

test('only the last line counts', () => {
  expect(findTrailingRating('Rating: 4/5\n\nThe end.')).toBeNull();
  expect(findTrailingRating('Rating: 4/5')).toMatchObject({ start: 0, end: 11 });
});

test('a long blank end is no work', () => {
  expect(findTrailingRating(`Rating: 4/5${'\n'.repeat(1_000_000)}`)).toMatchObject({ start: 0 });
});
