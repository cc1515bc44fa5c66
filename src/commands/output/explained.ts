import type { Library, LoadedReview } from '../../library/library.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import { seenText } from '../../markdown/redact/seen.ts';
import { type VisibleText, visibleText } from '../../text/visible-text.ts';
import { type ExplainedFact, explainedFacts, explainLines } from '../../views/explain.ts';
import { plain } from '../../writers/style.ts';
import type { Context } from '../command.ts';
import { shownPath } from '../opening/shown-path.ts';
import { jsonText } from './json-text.ts';
import { painted } from './painted.ts';

/** What `--explain` says of a review: each fact, and what gave it. */
export interface Explanation {
  readonly id: string | null;
  /** As results name it. */
  readonly file: string;
  readonly facts: readonly ExplainedFact[];
}

/** Explains the facts of a review. What its author hides stays hidden unless `spoilers`. */
export function explain(
  context: Context,
  { place }: Library,
  loaded: LoadedReview,
  spoilers: boolean,
): Explanation {
  const shown = shownReview(loaded.review, spoilers);
  const config = place.config === null ? null : shownPath(context, place.config);
  const seen = spoilers ? (text: string) => text : seenText;
  return {
    id: loaded.libraryId ?? null,
    file: shownPath(context, loaded.file),
    facts: explainedFacts(loaded, { shown, config, seen }),
  };
}

/** Explanations as a page: each under the name of its review. */
export function explanationPage(
  context: Context,
  explanations: readonly Explanation[],
): Promise<VisibleText> {
  const lines = explanations.flatMap(({ id, file, facts }, index) => [
    ...(index === 0 ? [] : [[]]),
    [{ text: id ?? file, style: { ...plain, strong: true } }],
    ...explainLines(facts, file, context.terminal.columns),
  ]);
  return lines.length === 0 ? Promise.resolve(visibleText('')) : painted(context, lines);
}

/** The same as JSON: an array of `{ id, file, facts }`. */
export function explanationJson(explanations: readonly Explanation[]): VisibleText {
  return jsonText(explanations);
}
