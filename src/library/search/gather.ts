import { shownReview } from '../../markdown/redact/redact.ts';
import type { Review } from '../../model/review.ts';
import { matchParts, partsOf } from './parts.ts';
import type { ReviewPlace } from './place.ts';
import { type FoundPart, packStandings } from './rank.ts';
import type { SearchTerm } from './terms.ts';

/** What is found on the way through a library. */
export interface Gathered {
  readonly reviews: ReviewPlace[];
  /** `review` is a place in `reviews`; in their order. */
  readonly parts: FoundPart[];
}

/** Adds the parts of a review in which all terms stand; says whether there is one. With `spoilers`, in what is hidden too. */
export function gather(
  into: Gathered,
  place: ReviewPlace,
  review: Review,
  terms: readonly SearchTerm[],
  spoilers: boolean,
): boolean {
  const matches = matchParts(partsOf(shownReview(review, spoilers)), terms);
  if (matches.length === 0) return false;
  for (const { part, lengthStep, standings } of matches)
    into.parts.push({
      review: into.reviews.length,
      part,
      lengthStep,
      standings: packStandings(standings),
    });
  into.reviews.push(place);
  return true;
}
