import { shownFieldContent } from '../../../markdown/field.ts';
import { hiddenText } from '../../../markdown/hidden-text.ts';
import { visibleLine } from '../../../text/visible.ts';
import { wrapSpans } from '../../../text/wrap.ts';
import type { Style, StyledLine, StyledSpan } from '../../style.ts';
import { blockLines } from '../blocks/blocks.ts';
import { inlineSpans } from '../blocks/inline.ts';
import type { PageContext } from '../page-context.ts';

/** A redacted field that is read as Markdown, in lines of so many columns: paragraphs where it has several. */
export function fieldLines(
  text: string,
  columns: number,
  page: PageContext,
  style: Style,
): StyledLine[] {
  const { tokens, isBlocks } = shownFieldContent(text);
  return isBlocks
    ? blockLines(tokens, columns, page, style)
    : wrapSpans(inlineSpans(tokens, page, style), columns);
}

/** As `fieldLines`, for a field of one paragraph, before it is set in lines. */
export function fieldSpans(text: string, page: PageContext, style: Style): StyledSpan[] {
  return inlineSpans(shownFieldContent(text).tokens, page, style);
}

/** A redacted field that is a name and no Markdown, with bars where hidden text was taken out of it. */
export function plainSpans(text: string, page: PageContext, style: Style): StyledSpan[] {
  return text
    .split(hiddenText)
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [page.hiddenInline('')]),
      ...(part === '' ? [] : [{ text: visibleLine(part), style }]),
    ]);
}
