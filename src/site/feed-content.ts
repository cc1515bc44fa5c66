import { contentOf, type ReviewContent } from '../markdown/content.ts';
import { type AnyToken, known } from '../markdown/tokens.ts';
import type { Review, Section } from '../model/review.ts';
import { isSpoilerSection, withoutDetails } from '../writers/html/body/plain.ts';
import { notesHtml, sectionHtml } from '../writers/html/body/sections.ts';
import { ratingHtml } from '../writers/html/card/rating.ts';
import { joinBlocks } from '../writers/html/escape.ts';
import { createHtmlPage } from '../writers/html/html-page.ts';

/**
 * A review's rating and text as HTML for feed readers, safe as the page is. What is marked as a spoiler is not in it, for a feed
 * reader may show what a page hides; of a review that gives the plot away as a whole there is only the rating.
 */
export function feedContent(review: Review): string {
  const rating = ratingHtml(review);
  if (review.spoilers === true) return rating;
  const content = withoutSpoilerTokens(contentOf(review));
  const sections = withoutSpoilerSections(review.sections);
  const page = createHtmlPage(content, sections, { spoilers: false, isWhole: false });
  return joinBlocks([
    rating,
    ...sections.map((section) => sectionHtml(section, 2, page)),
    notesHtml(page),
  ]);
}

function withoutSpoilerSections(sections: readonly Section[]): Section[] {
  return sections
    .filter((section) => !isSpoilerSection(section))
    .map((section) => ({ ...section, sections: withoutSpoilerSections(section.sections) }));
}

function withoutSpoilerTokens(content: ReviewContent): ReviewContent {
  return {
    bodyOf: (section) => shown(content.bodyOf(section)),
    headingOf: (section) => shown(content.headingOf(section)),
    footnotes: new Map(
      [...content.footnotes].map(([label, note]) => [
        label,
        { ...note, tokens: shown(known(note.tokens)) as typeof note.tokens },
      ]),
    ),
  };
}

/** Tokens at any depth but for spoilers. */
function shown(tokens: readonly AnyToken[]): AnyToken[] {
  return withoutDetails(tokens)
    .filter(({ type }) => type !== 'spoiler' && type !== 'inlineSpoiler')
    .map((token) => {
      if (token.type === 'list') return { ...token, items: token.items.map(withShown) };
      if (token.type === 'table')
        return {
          ...token,
          header: token.header.map(withShown),
          rows: token.rows.map((row) => row.map(withShown)),
        };
      return 'tokens' in token && token.tokens !== undefined ? withShown(token) : token;
    }) as AnyToken[];
}

function withShown<Token extends { readonly tokens?: unknown }>(token: Token): Token {
  return { ...token, tokens: shown(known(token.tokens as never)) };
}
