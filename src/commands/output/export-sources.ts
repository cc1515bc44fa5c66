import type { Library, LoadedReview } from '../../library/library.ts';
import type { Context, Input, Outcome } from '../command.ts';
import { eachReview } from '../list.ts';
import { type Chosen, namedReviews } from '../opening/named-reviews.ts';

/** The reviews that a command line asks for, one after the other. What is missing or broken is said on stderr and added to `outcomes`. */
export async function* chosenReviews(
  context: Context,
  library: Library,
  input: Input,
  outcomes: Outcome[],
  source: boolean,
): AsyncGenerator<Chosen> {
  if (input.options.all === true) {
    for (const loaded of eachReview(context, library, outcomes)) {
      context.report(loaded.diagnostics);
      // A page of a broken file would look whole: it is named and left out.
      if (isBroken(loaded)) outcomes.push('failed');
      else yield { loaded, sections: null };
    }
    return;
  }
  yield* namedReviews(context, library, input, { names: [], source }, outcomes);
}

const breaking: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'json-syntax',
  'json-shape',
  'not-a-mapping',
  'front-matter-unclosed',
  'toml-syntax',
  'front-matter-too-large',
  'file-too-large',
]);

/** Whether the reader could not make sense of the file as a whole. */
function isBroken({ diagnostics }: LoadedReview): boolean {
  return diagnostics.some(({ code }) => breaking.has(code));
}
