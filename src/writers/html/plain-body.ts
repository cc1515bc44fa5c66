import type { ReviewContent } from '../../markdown/content.ts';
import { inlineText } from '../../markdown/inline-text.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import type { Review } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { visible } from '../../text/visible.ts';

/** The review's text for machines: paragraphs and headings, without spoilers and without marks. */
export function plainBody(review: Review, content: ReviewContent): string {
  const parts = flattenSections(review.sections)
    .filter(({ title }) => !/^\P{L}*spoilers?\b/iu.test(title))
    .flatMap((section) => [...(section.level === 0 ? [] : [section.title]), ...blockTexts(content.bodyOf(section))]);
  return visible(parts.filter((part) => part !== '').join('\n\n'));
}

function blockTexts(tokens: readonly AnyToken[]): string[] {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'paragraph':
      case 'heading':
        return [lineText(known(token.tokens))];
      case 'text':
        return [token.tokens === undefined ? token.text : lineText(known(token.tokens))];
      case 'list':
        return token.items.flatMap((item) => blockTexts(known(item.tokens)));
      case 'table':
        return [token.header, ...token.rows].map((row) => row.map((cell) => lineText(known(cell.tokens))).join(' · '));
      case 'blockquote':
      case 'alert':
        return blockTexts(known(token.tokens));
      case 'code':
        return [token.text];
      default:
        return [];
    }
  });
}

function lineText(tokens: readonly AnyToken[]): string {
  return inlineText(tokens.filter(({ type }) => type !== 'inlineSpoiler')).replace(/\s+/g, ' ').trim();
}
