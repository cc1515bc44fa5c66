import { type DiagnosticCode, diagnose } from '../model/diagnostic.ts';
import { isUnwritten, type Review } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import { type Rule, topOf } from './subject.ts';

/** Whether a review is as `new` made it: headings, and nothing under any of them. One heading alone was left out, not begun. */
export function isLeftAsNew(review: Review): boolean {
  return isUnwritten(review) && flattenSections(review.sections).length > 1;
}

interface Wanted {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly isMissing: (review: Review) => boolean;
}

/** What a review should say of itself. */
const wanted: readonly Wanted[] = [
  {
    code: 'item-missing',
    message: 'Nothing says what is reviewed.',
    isMissing: ({ item }) => item.name === undefined,
  },
  {
    code: 'rating-missing',
    message: 'The review has no rating.',
    isMissing: ({ rating, ratingText, recommended }) =>
      rating === null && ratingText === undefined && recommended === undefined,
  },
  {
    code: 'author-missing',
    message: 'Nothing says who wrote the review.',
    isMissing: ({ author }) => author.length === 0,
  },
  {
    code: 'date-missing',
    message: 'Nothing says when the review was written.',
    isMissing: ({ published }) => published === undefined,
  },
  {
    code: 'cons-missing',
    message: 'There are pros and no cons.',
    isMissing: ({ pros, cons, sections }) =>
      pros.length > 0 &&
      cons.length === 0 &&
      !flattenSections(sections).some(({ role }) => role === 'weaknesses'),
  },
];

/**
 * What the whole file lacks: item-missing, rating-missing, author-missing, date-missing, cons-missing. At the start of the file. Nothing of
 * a review that is still to be written.
 */
export const missing: Rule = (subject) =>
  (isLeftAsNew(subject.review) ? [] : wanted)
    .filter(({ isMissing }) => isMissing(subject.review))
    .map(({ code, message }) => diagnose(code, message, { range: topOf(subject) }));
