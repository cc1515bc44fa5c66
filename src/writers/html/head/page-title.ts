import { displayTitle, type Review } from '../../../model/review.ts';
import { visibleLine } from '../../../text/visible.ts';
import { withoutSpoilers } from '../spoiler-text.ts';

/** What the page is called, in its head and in its heading, which may not be empty: a blank title is none. Hidden text is left out. */
export function pageTitle(review: Review): string {
  const title = visibleLine(withoutSpoilers(displayTitle(review))).trim();
  return title === '' ? 'Untitled review' : title;
}
