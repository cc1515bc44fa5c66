import type { Library } from '../../library/library.ts';
import { closedMessages } from '../../markdown/redact/redact-strings.ts';
import type { WriteFormat } from '../../writers/formats.ts';
import type { Context, GlobalOptions, Input, Outcome } from '../command.ts';
import { diagnosticsOf, eachFile, isObstacle } from '../opening/each-review.ts';
import { type Chosen, namedReviews } from '../opening/named-reviews.ts';
import { allOf } from '../opening/open.ts';

/** The reviews that a command line asks for, one after the other. What is missing or broken is said on stderr and added to `outcomes`. */
export async function* chosenReviews(
  context: Context,
  library: Library,
  input: Input<GlobalOptions & { readonly all?: boolean; readonly spoilers?: boolean }>,
  outcomes: Outcome[],
  { carriesSource: source, takes }: Pick<WriteFormat, 'carriesSource' | 'takes'>,
): AsyncGenerator<Chosen> {
  if (input.options.all === true) {
    for (const file of eachFile(context, library, outcomes)) {
      const diagnostics = diagnosticsOf(file);
      context.report(closedMessages(diagnostics));
      if (diagnostics.some(isObstacle)) outcomes.push('failed');
      // A page of a broken file would look whole: it is named and left out.
      for (const loaded of allOf(file))
        if (!loaded.diagnostics.some(isObstacle)) yield { loaded, sections: null };
    }
    return;
  }
  const asked = { names: [], source, data: takes.json === true, saysScale: true };
  yield* namedReviews(context, library, input, asked, outcomes);
}
