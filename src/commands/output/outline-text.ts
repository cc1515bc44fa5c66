import { reviewLength } from '../../model/outline.ts';
import type { Review, Section } from '../../model/review.ts';
import { readingMinutes } from '../../model/text-length.ts';
import { counted } from '../../text/counted.ts';
import type { VisibleText } from '../../text/visible-text.ts';
import { outlineLines, outlineWords } from '../../views/outline.ts';
import type { Context, GlobalOptions, Input } from '../command.ts';
import { painted } from './painted.ts';

/** The outline as the options and the terminal ask for it, of these sections alone where they are given. Ends in a newline. */
export function outlineOf(
  review: Review,
  context: Context,
  { options }: Input<GlobalOptions & { readonly plain?: boolean }>,
  sections: readonly Section[] | null = null,
): Promise<VisibleText> {
  const { columns } = context.terminal;
  const lines =
    options.plain === true
      ? outlineWords(review, columns, sections)
      : outlineLines(review, columns, sections);
  return painted(context, lines);
}

/** One line on the length of a review: `742 words, 4 minutes`. */
export function lengthText(review: Review): string {
  const length = reviewLength(review);
  return `${counted(length.words, 'word')}, ${counted(readingMinutes(length), 'minute')}`;
}
