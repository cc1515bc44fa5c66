import { contentOf } from '../markdown/content.ts';
import type { Shown } from '../markdown/redact/redact.ts';
import { notesHtml, sectionHtml } from '../writers/html/body/sections.ts';
import { ratingHtml } from '../writers/html/card/rating.ts';
import { joinBlocks } from '../writers/html/escape.ts';
import { createHtmlPage, htmlNames } from '../writers/html/html-page.ts';

/**
 * A review's rating and text as HTML for feed readers, safe as the page is. Hidden text is a placeholder, for a feed reader may show what a page
 * hides; of a review that gives the plot away as a whole there is only the rating.
 */
export function feedContent(review: Shown): string {
  const rating = ratingHtml(review, htmlNames());
  if (review.spoilers === true) return rating;
  const { sections } = review;
  const page = createHtmlPage(contentOf(review), sections, { hidden: null, isWhole: false });
  return joinBlocks([
    rating,
    ...sections.map((section) => sectionHtml(section, 2, page)),
    notesHtml(page),
  ]);
}
