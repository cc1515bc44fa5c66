import type { Library, LoadedReview } from '../library/library.ts';
import type { Section } from '../model/review.ts';
import type { Context, Input, Outcome } from './command.ts';
import { eachReview } from './list.ts';
import { defaultReference, openReview, parseReference, selectSections } from './open.ts';

/** A review to write, whole or only some of its sections. */
export interface Chosen {
  readonly loaded: LoadedReview;
  readonly sections: readonly Section[] | null;
}

/** The reviews that a command line asks for, one after the other. What is missing or broken is said on stderr and added to `outcomes`. */
export async function* chosenReviews(
  context: Context,
  library: Library,
  input: Input,
  outcomes: Outcome[],
): AsyncGenerator<Chosen> {
  if (input.options.all === true) {
    for (const { loaded } of eachReview(context, library, outcomes)) {
      context.report(loaded.diagnostics);
      // A page of a broken file would look whole: it is named and left out.
      if (isBroken(loaded)) outcomes.push('failed');
      else yield { loaded, sections: null };
    }
    return;
  }
  for (const reference of await references(context, library, input, outcomes)) {
    const { review, section } = parseReference(reference, context.cwd);
    const opened = await openReview(context, library, review);
    if ('outcome' in opened) {
      outcomes.push(opened.outcome);
      continue;
    }
    const loaded = opened.value;
    context.report(loaded.diagnostics);
    const roles = library.config().config.roles ?? {};
    const selected =
      section === undefined ? { value: null } : selectSections(context, loaded, [section], roles);
    if ('outcome' in selected) outcomes.push(selected.outcome);
    else yield { loaded, sections: selected.value };
  }
}

async function references(
  context: Context,
  library: Library,
  input: Input,
  outcomes: Outcome[],
): Promise<readonly string[]> {
  if (input.arguments.length > 0) return input.arguments;
  const fallback = await defaultReference(context, library, input);
  if ('value' in fallback) return [fallback.value];
  outcomes.push(fallback.outcome);
  return [];
}

const breaking: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'json-syntax',
  'json-shape',
  'not-a-mapping',
  'front-matter-unclosed',
  'front-matter-toml',
  'front-matter-too-large',
  'file-too-large',
]);

/** Whether the reader could not make sense of the file as a whole. */
function isBroken({ diagnostics }: LoadedReview): boolean {
  return diagnostics.some(({ code }) => breaking.has(code));
}
