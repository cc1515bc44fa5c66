import type { Tokens } from 'marked';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import { visible } from '../../text/visible.ts';
import { lineWidth, wrapPreformatted, wrapSpans } from '../../text/wrap.ts';
import { htmlText, inlineSpans, leaf } from './inline.ts';
import type { PageContext } from './page-context.ts';
import { plain, prefixed, stacked, type Style, type StyledLine, type StyledSpan, type Tone, toned } from './style.ts';
import { tableLines } from './table.ts';

/** Text is never squeezed below this; where less is left, indents stop growing. */
export const narrowestText = 10;

/** Blocks set in so many columns, with a blank line between them. `style` is what they inherit from a quote. */
export function blockLines(tokens: readonly AnyToken[], columns: number, page: PageContext, style: Style = plain): StyledLine[] {
  return stacked(tokens.map((token) => linesOf(token, columns, page, style)));
}

function linesOf(token: AnyToken, columns: number, page: PageContext, style: Style): StyledLine[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'paragraph':
      return wrapSpans(inlineSpans(known(token.tokens), page, style), columns).map(asLine);
    case 'text':
      if (token.tokens !== undefined) return wrapSpans(inlineSpans(known(token.tokens), page, style), columns).map(asLine);
      return plainTextLines(token.text, columns, style);
    case 'heading':
      return wrapSpans(inlineSpans(known(token.tokens), page, { ...style, tone: headingTone(token.depth), strong: true }), columns).map(asLine);
    case 'code':
      return codeLines(token, columns, page);
    case 'hr':
      return [[toned('─'.repeat(Math.min(columns, 200)), 'rule')]];
    case 'blockquote':
      return barred(known(token.tokens), columns, page, { ...style, em: style.em !== true }, 'bar');
    case 'alert':
      return barred(known(token.tokens), columns, page, style, 'alert', `${token.kind.charAt(0).toUpperCase()}${token.kind.slice(1)}`);
    case 'list':
      return listLines(token as Tokens.List, columns, page, style);
    case 'table':
      return tableLines(token as Tokens.Table, columns, page, style);
    case 'html':
      return htmlLines(token.text, columns, style);
    case 'footnoteDefinition':
      return page.isReferredTo(token.label) ? [] : noteLines(token.label, known(token.tokens), columns, page);
    case 'spoiler':
      return spoilerLines(token, columns, page, style);
    default:
      return wrapSpans(inlineSpans([token], page, style), columns).map(asLine);
  }
}

function asLine(line: StyledLine): StyledLine {
  return line;
}

/** The tone of a heading inside a section's body, or of a section, by its level. */
export function headingTone(level: number): Tone {
  return level <= 1 ? 'heading1' : level === 2 ? 'heading2' : 'heading3';
}

/** A document that was too large to be lexed, paragraph by paragraph as it stands. */
function plainTextLines(text: string, columns: number, style: Style): StyledLine[] {
  return text.split('\n').flatMap((line) => wrapSpans([{ text: visible(line), style }], columns));
}

function htmlLines(html: string, columns: number, style: Style): StyledLine[] {
  const text = htmlText(html).trim();
  return text === '' ? [] : text.split(/\n+/).flatMap((line) => wrapSpans([{ text: line, style }], columns));
}

/** Code behind two columns of indent; a line that is too long goes on in the next. */
function codeLines(token: Tokens.Code, columns: number, page: PageContext): StyledLine[] {
  const indent = columns - 2 >= narrowestText ? 2 : 0;
  const language = (token.lang ?? '').trim().split(/[\s{,]/)[0] ?? '';
  const text = visible(token.text);
  const lines = page.highlight(text, language) ?? text.split('\n').map((line): StyledLine => [{ text: line, style: { tone: 'code' } }]);
  const wrapped = lines.flatMap((line) => wrapPreformatted(line, columns - indent));
  const prefix: StyledLine = indent === 0 ? [] : [{ text: '  ', style: plain }];
  // A blank line in code is kept, two in a row become one like everywhere on the page.
  return prefixed(wrapped, prefix, prefix);
}

/** Blocks behind a bar down every line, under a label when there is one. */
function barred(tokens: readonly AnyToken[], columns: number, page: PageContext, style: Style, tone: Tone, label?: string): StyledLine[] {
  const fits = columns - 2 >= narrowestText;
  const inner = blockLines(tokens, fits ? columns - 2 : columns, page, style);
  const titled: StyledLine[] = label === undefined ? inner : [[{ text: label, style: { tone, strong: true } }], ...inner];
  return fits ? prefixed(titled, [toned('│ ', tone)], [toned('│ ', tone)]) : titled;
}

/** Items with hanging indents; a loose list and a tight one differ in their blank lines alone. */
function listLines(list: Tokens.List, columns: number, page: PageContext, style: Style): StyledLine[] {
  const start = typeof list.start === 'number' ? list.start : 1;
  const widest = String(start + list.items.length - 1).length;
  const items = list.items.map((item, index) => {
    const marker = list.ordered ? `${String(start + index).padStart(widest)}. ` : '• ';
    return itemLines(item, marker, columns, page, style);
  });
  return list.loose ? stacked(items) : items.flat();
}

function itemLines(item: Tokens.ListItem, marker: string, columns: number, page: PageContext, style: Style): StyledLine[] {
  const box: StyledSpan[] = item.task ? [toned(item.checked === true ? '☑ ' : '☐ ', 'marker')] : [];
  const first: StyledSpan[] = item.task ? box : [toned(marker, 'marker')];
  const width = lineWidth(first);
  const fits = columns - width >= narrowestText;
  const tokens = known(item.tokens).filter(({ type }) => type !== 'checkbox');
  const inner = tight(tokens, fits ? columns - width : columns, page, style, item.loose);
  if (fits) return prefixed(inner.length === 0 ? [[]] : inner, first, [{ text: ' '.repeat(width), style: plain }]);
  // No room to hang: the marker stands before the text where it can, else above it.
  const [head = [], ...rest] = inner;
  return lineWidth(head) + width <= columns ? [[...first, ...head], ...rest] : [first, ...inner];
}

/** The blocks of an item: in a tight list its text and the list under it follow without a blank line. */
function tight(tokens: readonly AnyToken[], columns: number, page: PageContext, style: Style, loose: boolean): StyledLine[] {
  if (loose) return blockLines(tokens, columns, page, style);
  const lines: StyledLine[] = [];
  tokens.forEach((token, index) => {
    const own = linesOf(token, columns, page, style);
    const apart = lines.length > 0 && own.length > 0 && (isOpen(token) || isOpen(tokens[index - 1]));
    if (apart) lines.push([]);
    lines.push(...own);
  });
  return lines;
}

/** Blocks that want air around them even in a tight list. */
function isOpen(token: AnyToken | undefined): boolean {
  return token !== undefined && ['code', 'table', 'blockquote', 'alert', 'hr'].includes(token.type);
}

function spoilerLines(token: AnyToken & { type: 'spoiler' }, columns: number, page: PageContext, style: Style): StyledLine[] {
  if (!page.spoilers) return wrapSpans([page.hiddenBlock(leaf(token.title, plain).text)], columns);
  return barred(known(token.tokens), columns, page, style, 'spoiler', token.title === '' ? 'Spoiler' : leaf(token.title, plain).text);
}

/** A footnote's text behind its number or label. */
export function noteLines(name: string, tokens: readonly AnyToken[], columns: number, page: PageContext): StyledLine[] {
  const marker = toned(`[${visible(name)}] `, 'muted');
  const width = lineWidth([marker]);
  if (columns - width < narrowestText) return [...wrapSpans([marker], columns), ...blockLines(tokens, columns, page)];
  const lines = blockLines(tokens, columns - width, page);
  return prefixed(lines.length === 0 ? [[]] : lines, [marker], [{ text: ' '.repeat(width), style: plain }]);
}
