import { type FieldContent, fieldContent, shownFieldContent } from '../../../markdown/field.ts';
import { textParts } from '../../../markdown/hidden-text.ts';
import { blocksHtml } from '../body/blocks.ts';
import { flowHtml, inlinePieces } from '../body/inline.ts';
import { escapeLine } from '../escape.ts';
import type { HtmlPage } from '../html-page.ts';

/**
 * A field as its author wrote it, read as Markdown, for where blocks may stand: what is hidden in it is a `details`, or shown when it was
 * asked for.
 */
export function fieldHtml(text: string, spoilers: boolean, page: HtmlPage): string {
  return contentHtml(fieldContent(textParts(text), spoilers), page);
}

/** A redacted field as Markdown, for where blocks may stand. A text without a blank in it is a name or a code, and no Markdown. */
export function shownFieldHtml(text: string, page: HtmlPage): string {
  return /\S\s+\S/.test(text) ? contentHtml(shownFieldContent(text), page) : escapeLine(text);
}

function contentHtml({ tokens, isBlocks, behind }: FieldContent, page: HtmlPage): string {
  const inner: HtmlPage = {
    ...page,
    behind: (token) => {
      const found = behind.get(token);
      return found === undefined ? null : { tokens: found, sections: [] };
    },
  };
  return isBlocks ? blocksHtml(tokens, inner, 2) : flowHtml(inlinePieces(tokens, inner), inner);
}
