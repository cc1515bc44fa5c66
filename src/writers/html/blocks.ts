import type { Tokens } from 'marked';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import { element, escapeHtml, escapeMarkdown } from './escape.ts';
import type { HtmlPage } from './html-page.ts';
import { inlineHtml } from './inline.ts';

/** Blocks as HTML, a line or more each. `level` is that of the section they stand in: their headings are deeper. */
export function blocksHtml(tokens: readonly AnyToken[], page: HtmlPage, level: number): string {
  return tokens
    .map((token) => blockHtml(token, page, level))
    .filter((html) => html !== '')
    .join('\n');
}

function blockHtml(token: AnyToken, page: HtmlPage, level: number): string {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'footnoteDefinition':
      return '';
    case 'paragraph':
      return element('p', '', inlineHtml(known(token.tokens), page));
    case 'text':
      return token.tokens === undefined ? element('p', '', escapeMarkdown(token.text).replaceAll('\n', '<br>\n')) : inlineHtml(known(token.tokens), page);
    case 'heading':
      return element(`h${Math.min(6, Math.max(level + 1, 3))}`, '', inlineHtml(known(token.tokens), page));
    case 'code':
      return codeHtml(token);
    case 'hr':
      return '<hr>';
    case 'blockquote':
      return element('blockquote', '', `\n${blocksHtml(known(token.tokens), page, level)}\n`);
    case 'alert':
      return alertHtml(token, page, level);
    case 'list':
      return listHtml(token as Tokens.List, page, level);
    case 'table':
      return tableHtml(token as Tokens.Table, page);
    case 'html':
      return rawBlock(token.text);
    case 'spoiler':
      return spoilerBlock(token, page, level);
    default:
      return element('p', '', inlineHtml([token], page));
  }
}

function codeHtml({ text, lang }: Tokens.Code): string {
  const language = (lang ?? '').trim().split(/[\s{,]/)[0] ?? '';
  const attributes = /^[\w+#.-]{1,40}$/.test(language) ? `class="language-${escapeHtml(language)}"` : '';
  // A page is scrolled with the keyboard as well.
  return element('pre', 'tabindex="0"', element('code', attributes, `${escapeHtml(text)}\n`));
}

/** Raw HTML is shown as the text it is; comments are not. */
function rawBlock(html: string): string {
  const text = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  if (text === '') return '';
  return element('p', '', escapeMarkdown(text).replaceAll('\n', '<br>\n').replace(/&lt;br\s*\/?&gt;/gi, '<br>'));
}

function alertHtml(token: AnyToken & { type: 'alert' }, page: HtmlPage, level: number): string {
  const label = `${token.kind.charAt(0).toUpperCase()}${token.kind.slice(1)}`;
  return element('div', `class="alert alert-${token.kind}" role="note"`, `\n<p class="alert-label">${label}</p>\n${blocksHtml(known(token.tokens), page, level)}\n`);
}

function spoilerBlock(token: AnyToken & { type: 'spoiler' }, page: HtmlPage, level: number): string {
  return detailsHtml(token.title === '' ? 'Spoiler' : token.title, blocksHtml(known(token.tokens), page, level), page.spoilers);
}

/** Something that the reader opens. */
export function detailsHtml(title: string, content: string, open: boolean): string {
  return element('details', `class="spoiler"${open ? ' open' : ''}`, `\n<summary>${escapeMarkdown(title)}</summary>\n${content}\n`);
}

function listHtml(list: Tokens.List, page: HtmlPage, level: number): string {
  const start = list.ordered && typeof list.start === 'number' && list.start !== 1 ? `start="${list.start}"` : '';
  const items = list.items.map((item) => itemHtml(item, page, level)).join('\n');
  const tasks = list.items.some(({ task }) => task) ? 'class="tasks"' : '';
  return element(list.ordered ? 'ol' : 'ul', [tasks, start].filter((part) => part !== '').join(' '), `\n${items}\n`);
}

function itemHtml(item: Tokens.ListItem, page: HtmlPage, level: number): string {
  const tokens = known(item.tokens).filter(({ type }) => type !== 'checkbox');
  const box = item.task ? `<span role="img" aria-label="${item.checked === true ? 'done' : 'to do'}">${item.checked === true ? '☑' : '☐'}</span> ` : '';
  const [first, ...rest] = tokens;
  // In a loose list the box stands in the first paragraph, beside its text.
  if (box !== '' && first?.type === 'paragraph') return element('li', '', [`<p>${box}${inlineHtml(known(first.tokens), page)}</p>`, blocksHtml(rest, page, level)].join('\n').trim());
  return element('li', '', box + blocksHtml(tokens, page, level));
}

function tableHtml(table: Tokens.Table, page: HtmlPage): string {
  const row = (cells: readonly Tokens.TableCell[], name: 'th' | 'td'): string =>
    element('tr', '', cells.map((cell, index) => element(name, cellAttributes(name, table.align[index] ?? null), inlineHtml(known(cell.tokens), page))).join(''));
  const head = element('thead', '', row(table.header, 'th'));
  const body = table.rows.length === 0 ? '' : `\n${element('tbody', '', `\n${table.rows.map((cells) => row(cells, 'td')).join('\n')}\n`)}`;
  return element('div', 'class="table" role="region" aria-label="Table" tabindex="0"', `\n<table>\n${head}${body}\n</table>\n`);
}

function cellAttributes(name: 'th' | 'td', align: 'left' | 'right' | 'center' | null): string {
  const scope = name === 'th' ? 'scope="col"' : '';
  return [scope, align === null ? '' : `class="${align}"`].filter((part) => part !== '').join(' ');
}
