import { expect, test } from 'vitest';
import { emptyReview, type Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';
import { type Dialect, dialects } from './dialects.ts';

/** The review without what only its sections say. */
function fields({ sections: _, ...rest }: Review): Omit<Review, 'sections'> {
  return rest;
}

test.each(dialects)('$name', ({ source, path, settings, expected, sections, codes }: Dialect) => {
  const { review, diagnostics } = readReview(source, { path: path ?? 'review.md', ...settings });
  const { item, ...rest } = expected;
  expect(fields(review)).toEqual({
    ...fields(emptyReview),
    ...rest,
    item: { ...emptyReview.item, ...item },
  });
  expect(review.sections.map(({ title, role }) => `${title}: ${role}`)).toEqual(sections ?? []);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes ?? []);
});
