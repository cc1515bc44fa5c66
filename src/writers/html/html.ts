import { contentOf } from '../../markdown/content.ts';
import { bareReview, redact, shownReview, shownSections } from '../../markdown/redact/redact.ts';
import type { Review } from '../../model/review.ts';
import { withoutPlumbing } from '../../vocabulary/plumbing.ts';
import type { HtmlOptions, Write } from '../writer.ts';
import { textHtml } from './article.ts';
import { plainBody } from './body/plain.ts';
import { contentsHtml } from './body/sections.ts';
import { cardHtml } from './card/card.ts';
import { withDirections } from './directions.ts';
import { element, escapeLine, joinBlocks } from './escape.ts';
import { coverAddress } from './head/cover-address.ts';
import { jsonLd, scriptJson } from './head/json-ld.ts';
import { pageTitle } from './head/page-title.ts';
import { createHtmlPage, htmlNames } from './html-page.ts';
import { pageHtml } from './page.ts';

/** What stands before the names of a fragment's own classes. */
const fragmentPrefix = 'review-';

/**
 * A review as a whole HTML document: one file without script, with JSON-LD (https://schema.org/Review) and microformats2
 * (https://microformats.org/wiki/h-review). Of raw HTML in the review harmless inline elements stay, and the words of others; hidden text is a closed `details` unless
 * `spoilers`. With `sections` those alone under the title: no card, no contents, no JSON-LD. With `fragment` the article alone, to be
 * put into another page: no head, no JSON-LD, its own classes start with `review-`.
 */
export const writeHtml: Write<HtmlOptions> = (review: Review, options = {}) => {
  const { spoilers = false } = options;
  const redacted = redact(review);
  const shown = shownReview(review, spoilers);
  // The head of a page is what others show of it, who do not ask.
  const bare = bareReview(redacted.review);
  const sections =
    options.sections === undefined
      ? shown.sections
      : shownSections(review, options.sections, spoilers);
  const names = htmlNames({
    ...options,
    prefix: options.fragment === true ? fragmentPrefix : '',
  });
  const page = createHtmlPage(
    contentOf(shown),
    sections,
    { hidden: spoilers ? null : redacted.hidden, isWhole: options.sections === undefined },
    names,
  );
  const textId = page.ids.own('text');
  if (options.sections !== undefined) {
    const title = element('h1', { class: page.classes('p-name') }, escapeLine(pageTitle(shown)));
    const article = joinBlocks([title, textHtml(sections, textId, page, null)]);
    return pageHtml(bare, { article: withDirections(article), names, textId }, options);
  }
  const seen = options.allFields === true ? shown : withoutPlumbing(shown);
  const article = joinBlocks([
    cardHtml(seen, review, options, page),
    contentsHtml(sections, page),
    textHtml(sections, textId, page, { review: seen, source: review, options }),
  ]);
  const body = plainBody(bare.sections, contentOf(bare));
  const data = scriptJson(jsonLd(bare, body, coverAddress(bare.item, options)));
  return pageHtml(bare, { article: withDirections(article), names, textId, data }, options);
};
