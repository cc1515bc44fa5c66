import type { ReviewContent } from '../../markdown/content.ts';
import type { Section } from '../../model/review.ts';
import { createFootnotes, type Footnotes } from './body/footnotes.ts';
import { createIds, type Ids } from './ids.ts';

/** What every part of one page shares while it is written. */
export interface HtmlPage {
  readonly content: ReviewContent;
  /** True to show what is marked as a spoiler. */
  readonly spoilers: boolean;
  readonly ids: Ids;
  readonly footnotes: Footnotes;
  /** The number of the next table, from 1: their labels must differ. */
  readonly nextTable: () => number;
}

/** A page that will show `sections`; `isWhole` when they are all there are. Only then notes that nothing refers to are shown. */
export function createHtmlPage(
  content: ReviewContent,
  sections: readonly Section[],
  { spoilers, isWhole }: { readonly spoilers: boolean; readonly isWhole: boolean },
): HtmlPage {
  const ids = createIds(sections);
  let tables = 0;
  return {
    content,
    spoilers,
    ids,
    footnotes: createFootnotes(content.footnotes, ids, isWhole),
    nextTable: () => ++tables,
  };
}
