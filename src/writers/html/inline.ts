import { decodeEntities } from '../../markdown/entities.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import { schemeOf } from '../../markdown/url.ts';
import { element, escapeHtml, escapeMarkdown } from './escape.ts';
import type { HtmlPage } from './html-page.ts';

/** Inline tokens as HTML. Raw HTML is text, but for a few harmless tags; addresses are links only when they are safe to follow. */
export function inlineHtml(tokens: readonly AnyToken[], page: HtmlPage): string {
  const open: string[] = [];
  const html = tokens.map((token) => (token.type === 'html' ? rawInline(token.text, open) : inlineToken(token, page))).join('');
  return html + closeAll(open);
}

function inlineToken(token: AnyToken, page: HtmlPage): string {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? escapeMarkdown(token.text) : inlineHtml(known(token.tokens), page);
    case 'escape':
      return escapeHtml(token.text);
    case 'strong':
    case 'em':
    case 'del':
      return element(token.type, '', inlineHtml(known(token.tokens), page));
    case 'codespan':
      return element('code', '', escapeHtml(token.text));
    case 'br':
      return '<br>\n';
    case 'link':
      return linkHtml(token.href, token.title, inlineHtml(known(token.tokens), page), page);
    case 'image':
      return imageHtml(token.href, token.title, token.text);
    case 'footnoteReference':
      return referenceHtml(token.label, token.raw, page);
    case 'inlineSpoiler':
      return spoilerHtml(inlineHtml(known(token.tokens), page), page);
    default:
      return 'tokens' in token ? inlineHtml(known(token.tokens), page) : '';
  }
}

/** Tags that may stand in a text as they are, without attributes; the others are shown as text. */
const harmless: ReadonlySet<string> = new Set(['br', 'kbd', 'sub', 'sup', 'mark', 'abbr']);

function rawInline(html: string, open: string[]): string {
  const tag = /^<(\/?)([A-Za-z]+)\s*\/?>$/.exec(html);
  const name = tag?.[2]?.toLowerCase() ?? '';
  if (/^<!--[\s\S]*-->$/.test(html)) return '';
  if (!harmless.has(name)) return escapeMarkdown(html);
  if (name === 'br') return '<br>';
  if (tag?.[1] === '') {
    open.push(name);
    return `<${name}>`;
  }
  // An end tag without its start, or across another one, is text.
  if (open.at(-1) !== name) return escapeMarkdown(html);
  open.pop();
  return `</${name}>`;
}

function closeAll(open: readonly string[]): string {
  return open.toReversed().map((name) => `</${name}>`).join('');
}

const linkSchemes: ReadonlySet<string | null> = new Set(['http', 'https', 'mailto', null]);
const imageSchemes: ReadonlySet<string | null> = new Set(['http', 'https', null]);

/** An address as an attribute's value, percent-encoded; null when its scheme is none of `allowed`. A relative one is allowed. */
export function safeAddress(href: string, allowed: ReadonlySet<string | null> = linkSchemes): string | null {
  if (!allowed.has(schemeOf(href))) return null;
  const address = decodeEntities(href).trim();
  // `//host` and `\\host` would leave the page's own scheme to chance; a colon before any slash may be read as a scheme.
  if (schemeOf(href) === null && (/^[/\\]{2}/.test(address) || /^[^/?#]*:/.test(address))) return null;
  return escapeHtml(address.replace(/[^\x21-\x7E]|["'<>\\^`{|}]/gu, encodeCharacter));
}

function encodeCharacter(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    return '%EF%BF%BD';
  }
}

function linkHtml(href: string, title: string | null | undefined, content: string, page: HtmlPage): string {
  const address = safeAddress(href);
  // A link in a link would be cut in two by the browser.
  if (address === null || page.insideLink || content.includes('<a ')) return content;
  return element('a', `href="${address}"${titleAttribute(title)}`, content);
}

function titleAttribute(title: string | null | undefined): string {
  return title ? ` title="${escapeMarkdown(title)}"` : '';
}

function imageHtml(src: string, title: string | null, alt: string): string {
  const address = safeAddress(src, imageSchemes);
  if (address === null || address === '') return escapeMarkdown(alt);
  return `<img src="${address}" alt="${escapeMarkdown(alt)}"${titleAttribute(title)}>`;
}

function referenceHtml(label: string, raw: string, page: HtmlPage): string {
  const note = page.note(label);
  if (note === null) return escapeHtml(raw);
  const id = note.isFirst ? ` id="fnref-${note.number}"` : '';
  return `<sup class="note-ref"><a${id} href="#fn-${note.number}" aria-label="Note ${note.number}">${note.number}</a></sup>`;
}

/** Hidden text within a line: nothing but a script could open it in place, so it is a `details` of its own. */
function spoilerHtml(content: string, page: HtmlPage): string {
  return page.spoilers ? `<span class="spoiler">${content}</span>` : '<span class="spoiler hidden">[spoiler]</span>';
}
