import { decodeEntities } from '../../markdown/entities.ts';
import { hiddenText } from '../../markdown/hidden-text.ts';
import { htmlTag } from '../../markdown/html-tags.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import { isSafeUrl } from '../../markdown/url.ts';
import { knownTag } from './tags.ts';

/** How a service writes the text of a review. */
export interface ServiceHtml {
  readonly lineBreak: string;
  readonly paragraphBreak: string;
}

/** Tokens of a text as a service has it: HTML of a small kind. Text that is hidden and still there is put between `<spoiler>` tags. */
export function serviceHtml(tokens: readonly AnyToken[], style: ServiceHtml): string {
  return tokens
    .map((token) => blockHtml(token, style))
    .filter((text) => text !== '')
    .join(style.paragraphBreak);
}

function blockHtml(token: AnyToken, style: ServiceHtml): string {
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return inlineHtml(known(token.tokens), style) || ('text' in token ? text(token.text) : '');
    case 'heading':
      return `<b>${inlineHtml(known(token.tokens), style)}</b>`;
    case 'blockquote':
      return `<blockquote>${serviceHtml(known(token.tokens), style)}</blockquote>`;
    case 'list':
      return token.items
        .map((item, index) => {
          const mark = token.ordered ? `${Number(token.start || 1) + index}. ` : '- ';
          return mark + serviceHtml(known(item.tokens), style);
        })
        .join(style.lineBreak);
    case 'code':
      return text(token.text).replaceAll('\n', style.lineBreak);
    case 'hr':
      return '***';
    case 'table':
      return [token.header, ...token.rows]
        .map((row) => row.map((cell) => inlineHtml(known(cell.tokens), style)).join(' | '))
        .join(style.lineBreak);
    case 'spoiler':
      return `<spoiler>${serviceHtml(known(token.tokens), style)}</spoiler>`;
    case 'hiddenBlock':
      return hiddenText;
    case 'alert':
      return serviceHtml(known(token.tokens), style);
    default:
      return '';
  }
}

const marks: Readonly<Record<string, string>> = { strong: 'b', em: 'i', del: 's' };

/** Tokens of a line. */
export function inlineHtml(tokens: readonly AnyToken[], style: ServiceHtml): string {
  return tokens.map((token) => inlineOf(token, style)).join('');
}

function inlineOf(token: AnyToken, style: ServiceHtml): string {
  const tag = marks[token.type];
  if (tag !== undefined && 'tokens' in token)
    return `<${tag}>${inlineHtml(known(token.tokens), style)}</${tag}>`;
  switch (token.type) {
    case 'text':
      return token.tokens === undefined
        ? text(decodeEntities(token.text)).replaceAll('\n', ' ')
        : inlineHtml(known(token.tokens), style);
    case 'escape':
    case 'codespan':
      return text(token.text);
    case 'br':
      return style.lineBreak;
    case 'link':
      return linkHtml(token.href, token.text, inlineHtml(known(token.tokens), style));
    case 'image':
      return text(decodeEntities(token.text));
    case 'html':
      return keptTag(token.text);
    case 'inlineSpoiler':
      return `<spoiler>${inlineHtml(known(token.tokens), style)}</spoiler>`;
    case 'hiddenInline':
      return hiddenText;
    default:
      return '';
  }
}

/** An address that is its own text stays one. */
function linkHtml(href: string, written: string, shown: string): string {
  if (!/^(?:https?|mailto):/i.test(href) || !isSafeUrl(href)) return shown;
  if (decodeEntities(written) === href) return shown;
  return `<a href="${href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">${shown}</a>`;
}

/** Of raw HTML, the marks that a service has too. */
function keptTag(html: string): string {
  const tag = htmlTag(html);
  return tag !== null && /^(?:b|i|s|em|strong)$/.test(tag.name)
    ? `<${tag.isEnd ? '/' : ''}${tag.name}>`
    : '';
}

const tagStart = new RegExp(`<(?=${knownTag})`, 'gi');

/** What would be a tag or an entity is written as one that means it. */
function text(plain: string): string {
  return plain.replace(/&(?=#?\w{1,40};)/g, '&amp;').replace(tagStart, '&lt;');
}
