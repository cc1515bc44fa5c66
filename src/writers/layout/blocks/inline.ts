import { decodeEntities } from '../../../markdown/entities.ts';
import { withoutSilent } from '../../../markdown/html-tags.ts';
import { inlineText } from '../../../markdown/inline-text.ts';
import { isMarked, wikiName } from '../../../markdown/syntax/vault-marks.ts';
import { type AnyToken, known } from '../../../markdown/tokens.ts';
import { embeddedPicture, isData } from '../../../markdown/url.ts';
import { visible, visibleLine } from '../../../text/visible.ts';
import { plain, type Style, type StyledSpan } from '../../style.ts';
import type { PageContext } from '../page-context.ts';
import { inlineTag } from './html-text.ts';
import { linkSpans } from './links.ts';

/** A tag that is open: what stood around it, and where the spans inside it start. */
interface OpenTag {
  readonly name: string;
  readonly outer: Style;
  readonly address: string;
  readonly from: number;
}

/** Inline tokens as spans: entities decoded, every text made visible, soft breaks as spaces, hard breaks as `\n`. */
export function inlineSpans(
  tokens: readonly AnyToken[],
  page: PageContext,
  style: Style = plain,
): StyledSpan[] {
  const spans: StyledSpan[] = [];
  const open: OpenTag[] = [];
  let current = style;
  const deletedMark = (side: 0 | 1): StyledSpan[] => {
    const text = page.look.deleted[side];
    return text === '' ? [] : [{ text, style: current }];
  };
  const close = ({ outer, address, from }: OpenTag): void => {
    if (current.del === true && outer.del !== true) spans.push(...deletedMark(1));
    current = outer;
    if (address === '' || page.insideLink) return;
    for (const span of linkSpans(address, spans.splice(from), page, outer)) spans.push(span);
  };
  for (const token of withoutSilent(tokens)) {
    const tag = token.type === 'html' ? inlineTag(token.text) : null;
    if (tag === null) {
      for (const span of spansOf(token, page, current)) spans.push(span);
    } else if (tag.kind === 'break') spans.push({ text: '\n', style: current });
    else if (tag.kind === 'image')
      spans.push(...imageSpans(decodeEntities(tag.alt), tag.address, page, current));
    else if (tag.kind === 'start') {
      open.push({ name: tag.name, outer: current, address: tag.address, from: spans.length });
      if (tag.style.del === true && current.del !== true) spans.push(...deletedMark(0));
      current = { ...current, ...tag.style };
    } else if (tag.kind === 'end' && open.at(-1)?.name === tag.name) close(open.pop() as OpenTag);
  }
  for (const tag of open.reverse()) close(tag);
  return spans;
}

function spansOf(token: AnyToken, page: PageContext, style: Style): StyledSpan[] {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined
        ? [leaf(decodeEntities(token.text), wikiStyle(token, style))]
        : inlineSpans(known(token.tokens), page, style);
    case 'escape':
      return [leaf(token.text, style)];
    case 'del':
      return deletedSpans(known(token.tokens), page, style);
    case 'strong':
    case 'em': {
      const look = isMarked(token) ? 'strong' : token.type;
      return inlineSpans(known(token.tokens), page, { ...style, [look]: true });
    }
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
      return imageSpans(altOf(token), token.href, page, style);
    case 'html':
      return [leaf(decodeEntities(token.text), { ...style, tone: style.tone ?? 'muted' })];
    case 'footnoteReference':
      return [referenceSpan(token.label, token.raw, page, style)];
    case 'inlineSpoiler':
      return inlineSpans(known(token.tokens), page, style);
    case 'hiddenInline':
      return [page.hiddenInline(visibleLine(decodeEntities(token.title)))];
    default:
      return 'tokens' in token ? inlineSpans(known(token.tokens), page, style) : [];
  }
}

/** What a note vault's link names is kept; it looks like the text around it. */
function wikiStyle(token: AnyToken, style: Style): Style {
  const name = wikiName(token);
  return name === null ? style : { ...style, target: { kind: 'wiki', name: visibleLine(name) } };
}

/** A text as a span; line ends in it are soft, for CommonMark shows them as spaces. */
function leaf(text: string, style: Style): StyledSpan {
  return {
    text: visible(text.includes('\n') ? text.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ') : text),
    style,
  };
}

function deletedSpans(tokens: readonly AnyToken[], page: PageContext, style: Style): StyledSpan[] {
  const spans = inlineSpans(tokens, page, { ...style, del: true });
  const [before, after] = page.look.deleted;
  return before === '' ? spans : [{ text: before, style }, ...spans, { text: after, style }];
}

function altOf(image: AnyToken & { type: 'image' }): string {
  return image.tokens === undefined ? decodeEntities(image.text) : inlineText(known(image.tokens));
}

/** An image as its alternative text, and its address unless a link around it leads elsewhere. */
function imageSpans(alt: string, address: string, page: PageContext, style: Style): StyledSpan[] {
  const says = page.look.speaks && alt.trim() !== '' ? `image: ${alt.trim()}` : alt.trim();
  const text = leaf(says || 'image', { ...style, em: true });
  if (isData(address)) return [text, leaf(` (${embeddedPicture})`, style)];
  return page.insideLink ? [text] : linkSpans(address, [text], page, style);
}

function referenceSpan(label: string, raw: string, page: PageContext, style: Style): StyledSpan {
  const number = page.noteNumber(label);
  return number === null
    ? leaf(raw, style)
    : {
        text: page.look.speaks ? ` [note ${number}]` : `[${number}]`,
        style: { ...style, tone: style.tone ?? 'address', target: { kind: 'note', number } },
      };
}
