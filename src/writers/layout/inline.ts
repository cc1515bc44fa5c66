import { decodeEntities } from '../../markdown/entities.ts';
import { inlineText } from '../../markdown/inline-text.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import { visible } from '../../text/visible.ts';
import { inlineTag } from './html-text.ts';
import { linkSpans } from './links.ts';
import type { PageContext } from './page-context.ts';
import { plain, type Style, type StyledSpan } from './style.ts';

/** Inline tokens as spans: entities decoded, every text made visible, soft breaks as spaces, hard breaks as `\n`. */
export function inlineSpans(
  tokens: readonly AnyToken[],
  page: PageContext,
  style: Style = plain,
): StyledSpan[] {
  const spans: StyledSpan[] = [];
  const open: { readonly name: string; readonly outer: Style }[] = [];
  let current = style;
  for (const token of tokens) {
    const tag = token.type === 'html' ? inlineTag(token.text) : null;
    if (tag === null) {
      for (const span of spansOf(token, page, current)) spans.push(span);
    } else if (tag.kind === 'break') spans.push({ text: '\n', style: current });
    else if (tag.kind === 'start') {
      open.push({ name: tag.name, outer: current });
      current = { ...current, ...tag.style };
    } else if (tag.kind === 'end' && open.at(-1)?.name === tag.name)
      current = open.pop()?.outer ?? style;
  }
  return spans;
}

function spansOf(token: AnyToken, page: PageContext, style: Style): StyledSpan[] {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined
        ? [leaf(decodeEntities(token.text), style)]
        : inlineSpans(known(token.tokens), page, style);
    case 'escape':
      return [leaf(token.text, style)];
    case 'strong':
    case 'em':
    case 'del':
      return inlineSpans(known(token.tokens), page, { ...style, [token.type]: true });
    case 'codespan':
      return [leaf(token.text, { ...style, code: true })];
    case 'br':
      return [{ text: '\n', style }];
    case 'link':
      return linkSpans(
        token.href,
        inlineSpans(known(token.tokens), { ...page, insideLink: true }, style),
        page,
        style,
      );
    case 'image':
      return imageSpans(token, page, style);
    case 'html':
      return [leaf(decodeEntities(token.text), { ...style, tone: style.tone ?? 'muted' })];
    case 'footnoteReference':
      return [referenceSpan(token.label, token.raw, page, style)];
    case 'inlineSpoiler':
      return page.spoilers ? inlineSpans(known(token.tokens), page, style) : [page.hiddenInline];
    default:
      return 'tokens' in token ? inlineSpans(known(token.tokens), page, style) : [];
  }
}

/** A text as a span; line ends in it are soft, for CommonMark shows them as spaces. */
function leaf(text: string, style: Style): StyledSpan {
  return {
    text: visible(text.includes('\n') ? text.replace(/[ \t]*\n[ \t]*/g, ' ') : text),
    style,
  };
}

/** An image as its alternative text, and its address unless a link around it leads elsewhere. */
function imageSpans(
  token: AnyToken & { type: 'image' },
  page: PageContext,
  style: Style,
): StyledSpan[] {
  const alt =
    token.tokens === undefined ? decodeEntities(token.text) : inlineText(known(token.tokens));
  const text = leaf(alt.trim() === '' ? 'image' : alt.trim(), { ...style, em: true });
  return page.insideLink ? [text] : linkSpans(token.href, [text], page, style);
}

function referenceSpan(label: string, raw: string, page: PageContext, style: Style): StyledSpan {
  const number = page.noteNumber(label);
  return number === null
    ? leaf(raw, style)
    : { text: `[${number}]`, style: { ...style, tone: style.tone ?? 'address' } };
}
