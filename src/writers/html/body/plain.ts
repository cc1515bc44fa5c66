import type { ReviewContent } from '../../../markdown/content.ts';
import { decodeEntities } from '../../../markdown/entities.ts';
import { hiddenText } from '../../../markdown/hidden-text.ts';
import { withoutSilent } from '../../../markdown/html-tags.ts';
import { type AnyToken, known } from '../../../markdown/tokens.ts';
import type { Section } from '../../../model/review.ts';
import { visible } from '../../../text/visible.ts';

/** The text of inline tokens without marks; nothing stands for hidden text. Control characters are not made visible yet. */
export function plainInline(tokens: readonly AnyToken[] | undefined): string {
  return withoutSilent(tokens ?? [])
    .map(plainToken)
    .join('');
}

function plainToken(token: AnyToken): string {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined
        ? decodeEntities(token.text)
        : plainInline(known(token.tokens));
    case 'escape':
    case 'codespan':
      return token.text;
    case 'br':
      return ' ';
    case 'image':
      return token.tokens === undefined
        ? decodeEntities(token.text)
        : plainInline(known(token.tokens));
    case 'html':
    case 'footnoteReference':
    case 'checkbox':
      return '';
    default:
      return 'tokens' in token ? plainInline(known(token.tokens)) : '';
  }
}

/** A section's heading as text; nothing stands for hidden text in it, unless it is all there is. */
export function plainHeading(section: Section, content: ReviewContent): string {
  const tokens = content.headingOf(section);
  const text = plainInline(tokens).replace(/\s+/g, ' ').trim();
  return text === '' && tokens.some(({ type }) => type === 'hiddenInline') ? hiddenText : text;
}

/** The text of redacted sections for machines: headings and paragraphs with blank lines between, without marks. What is hidden as a whole is not in it. */
export function plainBody(sections: readonly Section[], content: ReviewContent): string {
  return visible(
    bodyTexts(sections, content)
      .filter((part) => part !== '')
      .join('\n\n'),
  );
}

function bodyTexts(sections: readonly Section[], content: ReviewContent): string[] {
  return sections
    .filter(
      (section) =>
        content.bodyOf(section)[0]?.type !== 'hiddenBlock' || content.bodyOf(section).length > 1,
    )
    .flatMap((section) => [
      section.level === 0 ? '' : plainHeading(section, content),
      ...blockTexts(content.bodyOf(section)),
      ...bodyTexts(section.sections, content),
    ]);
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
        return [token.header, ...token.rows].map((row) =>
          row.map((cell) => lineText(known(cell.tokens))).join(' · '),
        );
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
  return plainInline(tokens).replace(/\s+/g, ' ').trim();
}
