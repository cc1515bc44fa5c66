import type { Library, LoadedReview } from '../../library/library.ts';
import type { Context, Outcome } from '../command.ts';
import { eachFile } from './each-review.ts';
import { openReview } from './open.ts';
import { parseReference } from './reference.ts';

/** The files that are named, one after the other, each as a whole; without names, the whole library. What cannot be had is said, and added to `outcomes`. */
export async function* referredReviews(
  context: Context,
  library: Library,
  references: readonly string[],
  outcomes: Outcome[],
): AsyncGenerator<LoadedReview> {
  if (references.length === 0) yield* eachFile(context, library, outcomes);
  for (const reference of references) {
    const { review } = parseReference(reference, context.cwd, library);
    const opened = await openReview(context, library, review);
    if ('outcome' in opened) outcomes.push(opened.outcome);
    else yield opened.value;
  }
}
