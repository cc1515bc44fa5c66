import type { Review } from './review.ts';
import { flattenSections } from './section-tree.ts';

/** Whether a review has headings and not a word under any of them, as `review new` leaves it. */
export function isUnwritten({ sections }: Pick<Review, 'sections'>): boolean {
  const all = flattenSections(sections);
  return all.length > 1 && all.every(({ body }) => body.trim() === '');
}
