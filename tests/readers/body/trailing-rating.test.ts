import { expect, test } from 'vitest';
import { findTrailingRating } from '../../../src/readers/body/trailing-rating.ts';
import { readReview } from '../../../src/readers/formats.ts';

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
  ['## Review: ⭐⭐⭐⭐', '⭐⭐⭐⭐'],
  ['**Review:** 4/5', '4/5'],
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
  'Review: 300',
  'Review: 50/50',
  'Review: A',
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

const read = (text: string) => readReview(text, { format: 'markdown' });

test.each([
  ['**Rating: 7/10**\n\nText.\n\n## A\n\nb\n', '7/10'],
  ['# The title\n\n*By Dana*\n\n**Rating:** ★★★½☆\n\nText.\n', '★★★½☆'],
  ['The title\r\n=====\r\n\r\nMy score: 8 out of 10\r\n\r\n## A\r\n', '8 out of 10'],
  ['---\ntitle: T\n---\n\n# T\n\nRating: 4/5\n\nText.\n', '4/5'],
])('before the first heading: %j', (text, source) => {
  expect(read(text).review.rating?.source).toBe(source);
  expect(readReview(text, { format: 'markdown', sections: false }).review.rating?.source).toBe(
    source,
  );
});

test.each([
  // It may be an age, or a figure of something else.
  'Text.\n\nRating: 15\n\nText.\n',
  'Text.\n\nRating: PG-13\n\nText.\n',
  `Rating: 7/10 ${'x'.repeat(200)}\n\nText.\n`,
  'It was 7/10 for me.\n',
  '7/10\n\nText.\n',
  'Text.\n\n## Score\n\nRating: 7/10\n\nMore.\n',
  'Text.\n\nScore\n---\n\nRating: 7/10\n\nMore.\n',
  '---\ntitle: T\n---\n# H\n\nRating: 7/10\n\nText.\n',
  '# Plot\n\nRating: 7/10\n\nText.\n\n# Verdict\n\nText.\n',
  '```\nRating: 7/10\n```\n\nText.\n',
  '> Rating: 7/10\n\nText.\n',
  `${'Line.\n'.repeat(20)}Rating: 7/10\n\nText.\n`,
  'sections:\n  - body: |\n      Rating: 7/10\n\n      Text.\n',
])('none before the first heading: %j', (text) => {
  expect(read(text).review.rating).toBeNull();
});

test('the last line counts more than one before the first heading, and keys more than both', () => {
  const both = read('# Heat\n\nRating: 7/10\n\nText.\n\nRating: 4/5\n');
  expect(both.review.rating?.value).toBe(4);
  const keys = read('---\nfilm: Heat\nrating: 4/5\n---\n\n**Rating: 7/10**\n\nText.\n');
  expect(keys).toMatchObject({ review: { rating: { value: 4 } }, diagnostics: [] });
});
