import { isDefinitions } from '../../../markdown/syntax/definition-list.ts';
import { type AnyToken, known } from '../../../markdown/tokens.ts';
import { container, element, hasText, joinBlocks, startTag } from '../escape.ts';
import type { HtmlPage } from '../html-page.ts';
import { flowHtml, inlinePieces, type Piece } from './inline.ts';

type List = Extract<AnyToken, { type: 'list' }>;
type Item = List['items'][number];
type WriteBlocks = (tokens: readonly AnyToken[]) => string;

/** A list; items that are tasks have a checkbox that shows their state. `blocks` writes what stands in them. */
export function listHtml(list: List, page: HtmlPage, blocks: WriteBlocks): string {
  if (isDefinitions(list)) return definitionsHtml(list, blocks);
  const start = list.ordered && list.start !== '' && list.start !== 1 ? list.start : undefined;
  const hasTasks = list.items.some(({ task }) => task);
  return container(
    list.ordered ? 'ol' : 'ul',
    { class: hasTasks ? page.classes('tasks') : undefined, start },
    list.items.map((item) =>
      item.task ? taskHtml(item, page, blocks) : element('li', {}, blocks(known(item.tokens))),
    ),
  );
}

function definitionsHtml({ items }: List, blocks: WriteBlocks): string {
  const entries = items.flatMap((item) => {
    const [term, meanings] = known(item.tokens);
    const inner = meanings?.type === 'list' ? meanings.items : [];
    return [
      element('dt', {}, blocks(term === undefined ? [] : [term])),
      ...inner.map(({ tokens }) => element('dd', {}, blocks(known(tokens)))),
    ];
  });
  return container('dl', {}, entries);
}

function taskHtml(item: Item, page: HtmlPage, blocks: WriteBlocks): string {
  // In a tight list the box is a token beside the text, in a loose one the first of its paragraph.
  const [first, ...rest] = known(item.tokens).filter(({ type }) => type !== 'checkbox');
  if (first?.type !== 'paragraph' && first?.type !== 'text') {
    return element('li', {}, joinBlocks([boxHtml(item, true), blocks(known(item.tokens))]));
  }
  const text = labelled(item, inlinePieces(known(first.tokens), page), page);
  const isBlock = first.type === 'paragraph' && text.startsWith('<label>');
  return element('li', {}, joinBlocks([isBlock ? element('p', {}, text) : text, blocks(rest)]));
}

/** The text as the label of its box. A spoiler cannot stand in a label, and no text is none: then the box says its state itself. */
function labelled(item: Item, pieces: readonly Piece[], page: HtmlPage): string {
  const text = flowHtml(pieces, page);
  if (!hasText(text) || pieces.some(({ hidden }) => hidden))
    return `${boxHtml(item, true)} ${text}`;
  return element('label', {}, `${boxHtml(item, false)} ${text}`);
}

function boxHtml({ checked }: Item, isNamed: boolean): string {
  const isDone = checked === true;
  const name = isNamed ? (isDone ? 'Done' : 'To do') : undefined;
  return startTag('input', {
    type: 'checkbox',
    disabled: true,
    checked: isDone,
    'aria-label': name,
  });
}
