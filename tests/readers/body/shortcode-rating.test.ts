import { expect, test } from 'vitest';
import { readReview } from '../../../src/readers/formats.ts';

const ratingOf = (body: string) =>
  readReview(`---\nfilm: Heat\n---\n\nText.\n\n${body}\n\nMore.\n`).review.rating;

test.each([
  ['{{< rating 4/5 >}}', 4, 5],
  ['{{% review-rating num="7" max="10" %}}', 7, 10],
  ['{{% review-rating num="4" %}}\n\nThat is **4 out of 10 stars**.', 4, 10],
  ['{% include stars.html stars=3.5 %}', 3.5, 5],
  ['{% rating 8 of=10 %}', 8, 10],
  ['{{< stars 4 >}}\n\n{{< stars 4 >}}', 4, 5],
])('%j', (body, value, best) => {
  expect(ratingOf(body)).toMatchObject({ value, best });
});

test.each([
  '{{< figure 4 >}}',
  '{{< youtube rating="4" >}}',
  'As in `{{< rating 4 >}}`.',
  '```\n{{< rating 4 >}}\n```',
  '{{< rating film="Heat" >}}',
  '{{< rating 4 >}}\n\n{{< rating 2 >}}',
  '<!--\n{{< rating 4 >}}\n-->',
])('none: %j', (body) => {
  expect(ratingOf(body)).toBeNull();
});

test('a key counts', () => {
  const { review } = readReview('---\nfilm: Heat\nrating: 3/5\n---\n\n{{< rating 4/5 >}}\n');
  expect(review.rating?.value).toBe(3);
});
