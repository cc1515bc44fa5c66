import type { Library, LoadedReview } from '../../library/library.ts';
import { closedMessages } from '../../markdown/redact/redact-strings.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Section } from '../../model/review.ts';
import type { Context, GlobalOptions, Input, Outcome } from '../command.ts';
import { isUnread } from './each-review.ts';
import { type Advice, defaultReference, type Opened, openReview, wantsOne } from './open.ts';
import { parseReference } from './reference.ts';
import { selectSections } from './select-sections.ts';

/** A review with the name of a section that its reference holds. */
export interface Referred {
  readonly loaded: LoadedReview;
  readonly section?: string;
}

/** Opens the review that a reference names; without one, the review to use when none is named. */
async function openReferred(
  context: Context,
  library: Library,
  input: Input,
  reference: string | undefined,
  advice?: Advice,
): Promise<Opened<Referred>> {
  const wanted =
    reference === undefined
      ? await defaultReference(context, library, input)
      : { value: reference };
  if ('outcome' in wanted) return wanted;
  const { review, ...rest } = parseReference(wanted.value, context.cwd, library);
  const opened = await openReview(context, library, review, advice);
  return 'outcome' in opened ? opened : { value: { loaded: opened.value, ...rest } };
}

interface Opening {
  /** What else may stand against it; null where nothing does. */
  readonly objection?: (loaded: LoadedReview) => Outcome | null;
  readonly advice?: Advice | undefined;
}

/** As `openReferred`, where one review is wanted: of a file that holds several, they are named on stderr. */
export async function openOne(
  context: Context,
  library: Library,
  input: Input,
  reference: string | undefined,
  { objection = () => null, advice }: Opening = {},
): Promise<Opened<Referred>> {
  const opened = await openReferred(context, library, input, reference, advice);
  if ('outcome' in opened) return opened;
  const { loaded } = opened.value;
  const outcome = objection(loaded) ?? wantsOne(context, loaded);
  return outcome === null ? opened : { outcome };
}

/** As `openOne`, to print it: what is wrong with the file is reported, and one of which nothing could be read is a failure. */
export function openToPrint(
  context: Context,
  library: Library,
  input: Input,
  reference: string | undefined,
  advice?: Advice,
): Promise<Opened<Referred>> {
  const objection = (loaded: LoadedReview): Outcome | null => {
    context.report(closedMessages(loaded.diagnostics.filter(isForReader)));
    return isUnread(loaded) ? 'failed' : null;
  };
  return openOne(context, library, input, reference, { objection, advice });
}

/** What was assumed of a scale is for who writes the review, and for who is handed its figures: `check` and `export` say it. */
function isForReader({ together }: Diagnostic): boolean {
  return together === undefined;
}

/** A review to write, whole or only some of its sections. */
export interface Chosen {
  readonly loaded: LoadedReview;
  readonly sections: readonly Section[] | null;
}

function whole(loaded: LoadedReview): Chosen {
  return { loaded, sections: null };
}

/** What is wanted of each review besides what its reference says. */
export interface Asked {
  readonly names: readonly string[];
  /** True where the source is written, hidden text and all. */
  readonly source: boolean;
  /** True where sections are data: points among the fields are none. */
  readonly data?: boolean;
  /** True to say of a rating's scale what was assumed. */
  readonly saysScale?: boolean;
  /** True to be given a file of several reviews as a whole, not each of them. */
  readonly asWhole?: boolean;
}

/**
 * The reviews that a command line names, or the default one, with the sections that each reference and `names` ask for; what is
 * wrong with them is reported. What is missing or broken is said on stderr and added to `outcomes`.
 */
export async function* namedReviews(
  context: Context,
  library: Library,
  input: Input<GlobalOptions & { readonly spoilers?: boolean }>,
  { names, source, data = false, saysScale = false, asWhole = false }: Asked,
  outcomes: Outcome[],
): AsyncGenerator<Chosen> {
  const references = input.arguments.length === 0 ? [undefined] : input.arguments;
  for (const reference of references) {
    const opened = await openReferred(context, library, input, reference);
    if ('outcome' in opened) {
      outcomes.push(opened.outcome);
      continue;
    }
    const { loaded, section } = opened.value;
    const said = saysScale ? loaded.diagnostics : loaded.diagnostics.filter(isForReader);
    context.report(closedMessages(said));
    if (isUnread(loaded)) {
      outcomes.push('failed');
      continue;
    }
    // A file of several stands for all of them.
    if (loaded.many !== undefined) {
      if (section === undefined && names.length === 0)
        yield* asWhole ? [whole(loaded)] : loaded.many.map(whole);
      else outcomes.push(wantsOne(context, loaded) ?? 'nothing-found');
      continue;
    }
    const wanted = section === undefined ? names : [section, ...names];
    const rules = {
      synonyms: library.config().config.roles ?? {},
      spoilers: source || input.options.spoilers === true,
      data,
    };
    if (wanted.length === 0) {
      yield whole(loaded);
      continue;
    }
    const selected = selectSections(context, loaded.review, wanted, rules);
    if ('outcome' in selected) outcomes.push(selected.outcome);
    else {
      const { review, sections } = selected.value;
      yield { loaded: { ...loaded, review }, sections };
    }
  }
}
