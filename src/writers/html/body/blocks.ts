import { hiddenText } from '../../../markdown/hidden-text.ts';
import { lexDocument } from '../../../markdown/lex.ts';
import { type AnyToken, known } from '../../../markdown/tokens.ts';
import { container, element, escapeHtml, hasText, joinBlocks } from '../escape.ts';
import type { HtmlNames, HtmlPage } from '../html-page.ts';
import { codeHtml } from './code.ts';
import { flowHtml, inlinePieces, phrasingHtml } from './inline.ts';
import { listHtml } from './list.ts';
import { plainInline } from './plain.ts';
import { isBlank, rawTokens } from './raw-html.ts';
import { tableHtml } from './table.ts';

/** HTML has no heading below this rank. */
const lastRank = 6;

/**
 * Blocks as HTML, each on lines of its own. `rank` is that of the heading above them (1..6): headings among them
 * are one rank deeper each time they nest, whatever levels the author wrote, so that none is skipped.
 */
export function blocksHtml(tokens: readonly AnyToken[], page: HtmlPage, rank: number): string {
  const open: number[] = [];
  const blocks = tokens.map((token) => {
    if (token.type !== 'heading') return blockHtml(token, page, rank + open.length);
    while (open.length > 0 && (open.at(-1) as number) >= token.depth) open.pop();
    open.push(token.depth);
    return headingHtml(known(token.tokens), {}, page, rank + open.length);
  });
  return joinBlocks(blocks);
}

function blockHtml(token: AnyToken, page: HtmlPage, rank: number): string {
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'footnoteDefinition':
      if (!page.footnotes.knows(token)) return blocksHtml(known(token.tokens), page, rank);
      page.footnotes.define(token);
      return '';
    case 'paragraph':
      return paragraphHtml(known(token.tokens), page);
    case 'text':
      if (token.tokens === undefined) return plainParagraphs(token.text);
      return flowHtml(inlinePieces(known(token.tokens), page), page);
    case 'code':
      return codeHtml(token, page);
    case 'hr':
      return '<hr>';
    case 'blockquote':
      return container('blockquote', {}, [blocksHtml(known(token.tokens), page, rank)]);
    case 'alert':
      return alertHtml(token, page, rank);
    case 'list':
      return listHtml(token, page, (tokens) => blocksHtml(tokens, page, rank));
    case 'table':
      return tableHtml(token, page);
    case 'html': {
      const tokens = rawTokens(token.text);
      return isBlank(tokens) ? '' : paragraphHtml(tokens, page);
    }
    case 'spoiler':
      return spoilerHtml(
        titleText(token.title),
        blocksHtml(known(token.tokens), page, rank),
        true,
        page,
      );
    case 'hiddenBlock':
      return hiddenHtml(token, page, rank);
    default:
      return paragraphHtml([token], page);
  }
}

/** A heading. What is hidden in it follows in a `details`, which cannot stand in a heading. Empty ones are left out. */
export function headingHtml(
  tokens: readonly AnyToken[],
  attributes: Readonly<Record<string, string>>,
  page: HtmlPage,
  rank: number,
): string {
  const pieces = inlinePieces(tokens, page);
  const text = phrasingHtml(pieces, page);
  if (!hasText(text)) return '';
  const hidden = pieces.filter((piece) => piece.hidden).map(({ html }) => element('p', {}, html));
  return joinBlocks([
    element(`h${Math.min(rank, lastRank)}`, attributes, text),
    hidden.length === 0
      ? ''
      : spoilerHtml('Spoiler in the heading', joinBlocks(hidden), false, page),
  ]);
}

/** A paragraph; a `div` when it holds spoilers, since `details` would end a `p`. A picture alone has its title below it. */
function paragraphHtml(tokens: readonly AnyToken[], page: HtmlPage): string {
  const pieces = inlinePieces(tokens, page);
  if (pieces.some(({ hidden }) => hidden))
    return element('div', { class: page.classes('p') }, flowHtml(pieces, page));
  const [only, ...others] = tokens;
  const html = flowHtml(pieces, page);
  if (only?.type === 'image' && only.title && others.length === 0 && html.startsWith('<img ')) {
    const caption = phrasingHtml(
      inlinePieces([{ type: 'text', raw: '', text: only.title, escaped: false }], page),
      page,
    );
    return container('figure', {}, [
      html.replace(/ title="[^"]*"/, ''),
      element('figcaption', {}, caption),
    ]);
  }
  // Tags alone say nothing.
  return html.trim() === '' ? '' : element('p', {}, html);
}

/** A text that was too large to be read as Markdown, as it stands. */
function plainParagraphs(text: string): string {
  const paragraphs = text.trim().split(/\n(?:[ \t]*\n)+/);
  return joinBlocks(
    paragraphs.map((lines) => element('p', {}, escapeHtml(lines).replaceAll('\n', '<br>\n'))),
  );
}

function alertHtml(
  token: Extract<AnyToken, { type: 'alert' }>,
  page: HtmlPage,
  rank: number,
): string {
  const label = `${token.kind.charAt(0).toUpperCase()}${token.kind.slice(1)}`;
  return container('div', { class: page.classes(`alert alert-${token.kind}`), role: 'note' }, [
    element('p', { class: page.classes('alert-label') }, label),
    blocksHtml(known(token.tokens), page, rank),
  ]);
}

/** What stands behind a placeholder, to be opened; the placeholder where that is not at hand. */
function hiddenHtml(
  token: Extract<AnyToken, { type: 'hiddenBlock' }>,
  page: HtmlPage,
  rank: number,
): string {
  const title = titleText(token.title);
  const part = page.behind(token);
  if (part) return spoilerHtml(title, blocksHtml(part.tokens, page, rank), false, page);
  const says = title === '' ? hiddenText : `[spoiler: ${title}]`;
  return element('p', {}, escapeHtml(says));
}

function titleText(markdown: string): string {
  return plainInline(lexDocument(markdown).tokens).trim();
}

/** Blocks that their reader opens, or that are open when spoilers were asked for. `title` is plain text. */
export function spoilerHtml(
  title: string,
  blocks: string,
  isOpen: boolean,
  names: HtmlNames,
): string {
  const summary = element('summary', {}, escapeHtml(title === '' ? 'Spoiler' : title));
  return container('details', { class: names.classes('spoiler'), open: isOpen }, [summary, blocks]);
}
