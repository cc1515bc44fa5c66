import { decodeEntities } from '../../markdown/entities.ts';
import { isSafeUrl } from '../../markdown/url.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import { visible, visibleLine } from '../../text/visible.ts';
import type { PageContext } from './page-context.ts';
import { plain, type Style, type StyledSpan } from './style.ts';

/** Inline tokens as spans: entities decoded, every text made visible, soft breaks as spaces, hard breaks as `\n`. */
export function inlineSpans(tokens: readonly AnyToken[], page: PageContext, style: Style = plain): StyledSpan[] {
  return tokens.flatMap((token) => spansOf(token, page, style));
}

function spansOf(token: AnyToken, page: PageContext, style: Style): StyledSpan[] {
  switch (token.type) {
    case 'text':
      if (token.tokens !== undefined) return inlineSpans(known(token.tokens), page, style);
      return [leaf(decodeEntities(token.text), style)];
    case 'escape':
      return [leaf(token.text, style)];
    case 'strong':
      return inlineSpans(known(token.tokens), page, { ...style, strong: true });
    case 'em':
      return inlineSpans(known(token.tokens), page, { ...style, em: true });
    case 'del':
      return inlineSpans(known(token.tokens), page, { ...style, del: true });
    case 'codespan':
      return [leaf(token.text, { ...style, code: true })];
    case 'br':
      return [{ text: '\n', style }];
    case 'link':
      return linkSpans(token.href, inlineSpans(known(token.tokens), page, style), page, style);
    case 'image':
      return imageSpans(token.href, token.text, page, style);
    case 'html':
      return htmlSpans(token.text, style);
    case 'footnoteReference':
      return [footnoteSpan(token.label, token.raw, page, style)];
    case 'inlineSpoiler':
      return page.spoilers ? inlineSpans(known(token.tokens), page, style) : [page.hiddenInline];
    default:
      return 'tokens' in token ? inlineSpans(known(token.tokens), page, style) : [];
  }
}

/** A text as a span; line ends in it are soft, for CommonMark shows them as spaces. */
export function leaf(text: string, style: Style): StyledSpan {
  return { text: visible(text.replace(/\s*\n\s*/g, ' ')), style };
}

/** A link: the text alone where it can be clicked, else `text (address)`; the address is not said twice. */
function linkSpans(href: string, text: readonly StyledSpan[], page: PageContext, style: Style): StyledSpan[] {
  const address = visibleLine(decodeEntities(href)).trim();
  const shown = text.map((span) => span.text).join('').trim();
  const isSame = shown === address || `mailto:${shown}` === address || `http://${shown}` === address;
  const safe = isSafeUrl(href);
  if (page.hyperlinks && safe && shown !== '') return text.map((span) => ({ text: span.text, style: { ...span.style, href: address } }));
  if (isSame || address === '') return [...text];
  if (shown === '') return [{ text: address, style }];
  return [...text, { text: ' ', style }, { text: `(${address})`, style: { ...style, tone: style.tone ?? 'muted' } }];
}

function imageSpans(href: string, alt: string, page: PageContext, style: Style): StyledSpan[] {
  const shown = decodeEntities(alt).trim();
  const text = leaf(shown === '' ? 'image' : shown, { ...style, em: true });
  return linkSpans(href, [text], page, style);
}

/** Tags are not text: `<br>` breaks the line, comments and the others leave what they enclose. */
function htmlSpans(html: string, style: Style): StyledSpan[] {
  const text = htmlText(html);
  return text === '' ? [] : [{ text: text.replace(/[^\S\n]*\n[^\S\n]*/g, '\n'), style }];
}

/** What raw HTML shows as text: without tags and comments, `<br>` as a line end, entities decoded, made visible. */
export function htmlText(html: string): string {
  const bare = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<(?:\/?[A-Za-z]|[!?])[^>]*(?:>|$)/g, '');
  return visible(decodeEntities(bare));
}

function footnoteSpan(label: string, raw: string, page: PageContext, style: Style): StyledSpan {
  const number = page.noteNumber(label);
  return number === null ? leaf(raw, style) : { text: `[${number}]`, style: { ...style, tone: style.tone ?? 'muted' } };
}
