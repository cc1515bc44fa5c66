import { type AnyToken, known } from '../../../markdown/tokens.ts';
import { container, element } from '../escape.ts';
import type { HtmlPage } from '../html-page.ts';
import { flowHtml, inlinePieces } from './inline.ts';
import { plainInline } from './plain.ts';

type Table = Extract<AnyToken, { type: 'table' }>;
type Cell = Table['header'][number];

/**
 * A table in a frame that scrolls when the table is too wide. The frame is a named `section`, which is a region by itself
 * (https://www.w3.org/TR/html-aria/#el-section), and the keyboard reaches it.
 */
export function tableHtml(table: Table, page: HtmlPage): string {
  const rows = table.rows.map((cells) => rowHtml(cells, 'td', table, page));
  const label = `Table ${page.nextTable()}`;
  const headings = table.header
    .map((cell) => plainInline(known(cell.tokens)).trim())
    .filter((text) => text !== '');
  return container(
    'section',
    {
      class: page.classes('table'),
      tabindex: 0,
      'aria-label': [label, headings.join(', ')].filter((part) => part !== '').join(': '),
    },
    [
      container('table', {}, [
        container('thead', {}, [rowHtml(table.header, 'th', table, page)]),
        rows.length === 0 ? '' : container('tbody', {}, rows),
      ]),
    ],
  );
}

function rowHtml(cells: readonly Cell[], name: 'th' | 'td', table: Table, page: HtmlPage): string {
  const written = cells.map((cell, index) => {
    const align = table.align[index] ?? undefined;
    const attributes = {
      scope: name === 'th' ? 'col' : undefined,
      class: align && page.classes(align),
    };
    return element(name, attributes, flowHtml(inlinePieces(known(cell.tokens), page), page));
  });
  return element('tr', {}, written.join(''));
}
