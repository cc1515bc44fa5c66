import { expect, test } from 'vitest';
import { isoDuration } from '../../../src/writers/html/head/duration.ts';
import { dataOf, pageOf } from './html-pages.ts';

test.each([
  ['131 min', 'PT131M'],
  ['131', 'PT131M'],
  ['131 minutes', 'PT131M'],
  ['2h 11m', 'PT2H11M'],
  ['2 hours and 11 minutes', 'PT2H11M'],
  ['2 h', 'PT2H'],
  ['2h11', 'PT2H11M'],
  ['1:57:30', 'PT1H57M30S'],
  ['1:57', 'PT1H57M'],
  ['long', null],
  ['2 horses', null],
  ['', null],
  ['-5', null],
])('%s lasts %s', (text, expected) => {
  expect(isoDuration(text)).toBe(expected);
});

test.each([
  ['film: Heat\nruntime: 170 min', { itemReviewed: { '@type': 'Movie', duration: 'PT170M' } }],
  ['restaurant: Pan\naddress: Quay 4', { itemReviewed: { address: 'Quay 4' } }],
  ['place: Pier\naddress: Quay 4', { itemReviewed: { '@type': 'Place', address: 'Quay 4' } }],
])('%s is in the data', (keys, expected) => {
  expect(dataOf(pageOf(`---\n${keys}\n---\nx`))).toMatchObject(expected);
});
