import type { ReviewContent } from '../../../markdown/content.ts';
import { decodeEntities } from '../../../markdown/entities.ts';
import { hiddenText } from '../../../markdown/inline-text.ts';
import { type AnyToken, known } from '../../../markdown/tokens.ts';
import type { Section } from '../../../model/review.ts';
import { visible } from '../../../text/visible.ts';
import { bareTag, pairTags } from './raw-html.ts';

/** The text of inline tokens without marks; spoilers are left out unless `spoilers`. Control characters are not made visible yet. */
export function plainInline(tokens: readonly AnyToken[] | undefined, spoilers = false): string {
  const kept = spoilers ? (tokens ?? []) : withoutDetails(tokens ?? []);
  return kept.map((token) => plainToken(token, spoilers)).join('');
}

/** `<details>` within a line is a spoiler. */
export function withoutDetails(tokens: readonly AnyToken[]): readonly AnyToken[] {
  if (!tokens.some(({ type }) => type === 'html')) return tokens;
  const pairs = pairTags(tokens);
  let hiddenTo = -1;
  return tokens.filter((token, at) => {
    const end = pairs.get(at);
    if (end !== undefined && bareTag(token.raw)?.name === 'details')
      hiddenTo = Math.max(hiddenTo, end);
    return at > hiddenTo;
  });
}

function plainToken(token: AnyToken, spoilers: boolean): string {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined
        ? decodeEntities(token.text)
        : plainInline(known(token.tokens), spoilers);
    case 'escape':
    case 'codespan':
      return token.text;
    case 'br':
      return ' ';
    case 'image':
      return token.tokens === undefined
        ? decodeEntities(token.text)
        : plainInline(known(token.tokens), spoilers);
    case 'inlineSpoiler':
      return spoilers ? plainInline(known(token.tokens), true) : '';
    case 'html':
    case 'footnoteReference':
    case 'checkbox':
      return '';
    default:
      return 'tokens' in token ? plainInline(known(token.tokens), spoilers) : '';
  }
}

/** A section whose heading says that it gives the plot away. */
export function isSpoilerSection({ level, title }: Section): boolean {
  return level > 0 && /^\P{L}*spoilers?\b(?![\s-]*free)/iu.test(title);
}

/** A section's heading as text, spoilers in it left out. */
export function plainHeading(section: Section, content: ReviewContent): string {
  const tokens = content.headingOf(section);
  const text = plainInline(tokens).replace(/\s+/g, ' ').trim();
  return text === '' && plainInline(tokens, true).trim() !== '' ? hiddenText : text;
}

/** The text of sections for machines: headings and paragraphs with blank lines between, without spoilers and marks. */
export function plainBody(sections: readonly Section[], content: ReviewContent): string {
  return visible(
    bodyTexts(sections, content)
      .filter((part) => part !== '')
      .join('\n\n'),
  );
}

function bodyTexts(sections: readonly Section[], content: ReviewContent): string[] {
  return sections
    .filter((section) => !isSpoilerSection(section))
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
