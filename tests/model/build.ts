import { createLocator } from '../../src/model/position.ts';
import { emptyReview, type Review } from '../../src/model/review.ts';
import { buildSectionTree } from '../../src/model/section-tree.ts';

const range = createLocator('').range(0, 0);

/** A review with these headings, as `[level, title, body]`. */
export function reviewOf(headings: readonly (readonly [number, string, string?])[]): Review {
  const flat = headings.map(([level, title, body = 'Text.']) => ({ level, title, body, range }));
  return { ...emptyReview, sections: buildSectionTree(flat) };
}
