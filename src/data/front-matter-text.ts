import { beside } from '../model/beside.ts';
import type { Review, Section } from '../model/review.ts';
import { visibleSource } from '../text/visible.ts';

/** The longest front matter that is read, in UTF-16 units; one of more is refused. */
export const frontMatterUnits = 64 * 1024;

/** The front matter of a file as it stands there. */
export interface FrontMatterText {
  /** With its `---` lines, or with the blank line after a MultiMarkdown header; empty when the file has none. */
  readonly text: string;
  /** Whether it has a title: when not, a heading in the text was the title. */
  readonly hasTitle: boolean;
  /** Whether reading it elsewhere, without its library's configuration, gives the same fields. Asked only when it is written. */
  readonly standsAlone: () => boolean;
}

// Keyed by the section list, which survives `{ ...review, id }`, as the tokens in content.ts are.
const kept = beside<
  readonly Section[],
  { readonly review: Review; readonly front: FrontMatterText }
>();

/** Remembers what a review's fields were read from, so that they can be written as their author wrote them. */
export function rememberFrontMatter(review: Review, front: FrontMatterText): void {
  kept.set(review.sections, { review, front });
}

/**
 * The front matter that a review was read from, comments and all. Null when it was not read from Markdown, when a field was
 * changed since, when the fields owe something to a library's configuration, or when it holds a character that steers or hides.
 */
export function frontMatterOf(review: Review): Pick<FrontMatterText, 'text' | 'hasTitle'> | null {
  const found = kept.get(review.sections);
  if (found === undefined || !isSame(review, found.review)) return null;
  const { front } = found;
  // A lone CR is a line end to YAML and moves the cursor of a terminal.
  const lines = front.text.replace(/\r\n/g, '\n');
  return visibleSource(lines) === lines && front.standsAlone() ? front : null;
}

/** The id is the library's, not the file's. */
function isSame(review: Review, other: Review): boolean {
  const keys = new Set([...Object.keys(review), ...Object.keys(other)] as (keyof Review)[]);
  return [...keys].every((key) => key === 'id' || review[key] === other[key]);
}
