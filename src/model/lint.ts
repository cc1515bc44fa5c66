import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Review } from './review.ts';
import { flattenSections } from './section-tree.ts';

/**
 * What is unwise in a review that could be read: `item-missing`, `rating-missing`, `section-empty`, `section-duplicate`.
 * Ranges are the sections' own, in the file they came from.
 */
export function lint(review: Review): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (review.item.name === undefined)
    found.push(diagnose('item-missing', 'nothing says what is reviewed'));
  if (review.rating === null && review.recommended === undefined)
    found.push(diagnose('rating-missing', 'the review has no rating'));
  const seen = new Set<string>();
  for (const { title, body, sections, range, level } of flattenSections(review.sections)) {
    if (level === 0) continue;
    if (body.trim() === '' && sections.length === 0)
      found.push(
        diagnose('section-empty', `nothing stands under the heading '${title}'`, { range }),
      );
    const key = title.toLowerCase();
    if (seen.has(key))
      found.push(diagnose('section-duplicate', `a second section is headed '${title}'`, { range }));
    seen.add(key);
  }
  return found;
}
