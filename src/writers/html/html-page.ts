import type { ReviewContent } from '../../markdown/content.ts';
import type { Hidden } from '../../markdown/redact/redact.ts';
import type { Section } from '../../model/review.ts';
import { createFootnotes, type Footnotes } from './body/footnotes.ts';
import { createIds, type Ids } from './ids.ts';

/** What every part of one page shares while it is written. */
export interface HtmlPage {
  readonly content: ReviewContent;
  /** What its placeholders stand for, to be opened by the reader; null where they stay as they are. */
  readonly hidden: Hidden | null;
  /** What stands behind a placeholder; null where that is not at hand. */
  readonly behind: Hidden['behind'];
  readonly ids: Ids;
  readonly footnotes: Footnotes;
  /** The number of the next table, from 1: their labels must differ. */
  readonly nextTable: () => number;
}

/** A page that will show `sections`; `isWhole` when they are all there are. Only then notes that nothing refers to are shown. */
export function createHtmlPage(
  content: ReviewContent,
  sections: readonly Section[],
  { hidden, isWhole }: { readonly hidden: Hidden | null; readonly isWhole: boolean },
): HtmlPage {
  const ids = createIds([...sections, ...(hidden?.sections ?? [])]);
  const notes = new Map([...content.footnotes, ...(hidden?.notes ?? [])]);
  let tables = 0;
  return {
    content,
    hidden,
    behind: hidden?.behind ?? (() => null),
    ids,
    footnotes: createFootnotes(notes, ids, isWhole),
    nextTable: () => ++tables,
  };
}
