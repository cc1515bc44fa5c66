import type { Library, LoadedReview } from '../../library/library.ts';
import type { Context, Outcome } from '../command.ts';
import { eachReview } from '../list.ts';
import { openReview, parseReference } from './open.ts';

/** The reviews that are named, one after the other; without names, the whole library. What cannot be had is said, and added to `outcomes`. */
export async function* referredReviews(
  context: Context,
  library: Library,
  references: readonly string[],
  outcomes: Outcome[],
): AsyncGenerator<LoadedReview> {
  if (references.length === 0)
    for (const { loaded } of eachReview(context, library, outcomes)) yield loaded;
  for (const reference of references) {
    const { review } = parseReference(reference, context.cwd);
    const opened = await openReview(context, library, review);
    if ('outcome' in opened) outcomes.push(opened.outcome);
    else yield opened.value;
  }
}
