import { contentOf } from '../markdown/content.ts';
import type { Shown } from '../markdown/redact/redact.ts';
import { notesHtml, sectionHtml } from '../writers/html/body/sections.ts';
import { ratingHtml } from '../writers/html/card/rating.ts';
import { withDirections } from '../writers/html/directions.ts';
import { element, joinBlocks } from '../writers/html/escape.ts';
import { createHtmlPage, htmlNames } from '../writers/html/html-page.ts';
import type { HtmlOptions } from '../writers/writer.ts';

/** Where the links and pictures of a review lead from a feed. */
export type FeedPlaces = Pick<HtmlOptions, 'linkTo' | 'pictures'>;

/**
 * A review's rating and text as HTML for feed readers, safe as the page is. Hidden text is a placeholder, for a feed reader may show what a page
 * hides; of a review that gives the plot away as a whole there is only the rating. Notes are numbered and no links: in a feed there is no place to jump to.
 */
export function feedContent(review: Shown, places: FeedPlaces = {}): string {
  const rating = ratingHtml(review, htmlNames());
  if (review.spoilers === true)
    return joinBlocks([
      rating,
      element('p', {}, 'The review gives the plot away; it is on its page.'),
    ]);
  const { sections } = review;
  const parts = { hidden: null, isWhole: false, linksNotes: false };
  const page = createHtmlPage(contentOf(review), sections, parts, htmlNames(places));
  const blocks = [rating, ...sections.map((section) => sectionHtml(section, 2, page))];
  return withDirections(joinBlocks([...blocks, notesHtml(page)]));
}
