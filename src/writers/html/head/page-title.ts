import { withoutPlaceholders } from '../../../markdown/hidden-text.ts';
import { type Shown, spoilersHidden } from '../../../markdown/redact/redact.ts';
import { displayTitle } from '../../../model/review.ts';
import { visibleLine } from '../../../text/visible.ts';

/** What the page is called, in its head and in its heading, which may not be empty: a blank title is none. Nothing stands for hidden text in it. */
export function pageTitle(review: Shown): string {
  const text = displayTitle(review);
  const seen = review[spoilersHidden] === undefined ? text : withoutPlaceholders(text);
  const title = visibleLine(seen).trim();
  return title === '' ? 'Untitled review' : title;
}
