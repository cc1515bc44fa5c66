import type { Tokens } from 'marked';
import { isDefinitions } from '../../../markdown/syntax/definition-list.ts';
import { type AnyToken, known } from '../../../markdown/tokens.ts';
import { lineWidth } from '../../../text/wrap.ts';
import { blank, type StyledLine, type StyledSpan, toned } from '../../style.ts';
import { prefixed, stacked } from '../lines.ts';
import type { Look } from '../look.ts';
import { type Flow, narrowestText } from './flow.ts';

/** Items with hanging indents; a loose list and a tight one differ in their blank lines alone. */
export function listLines(list: Tokens.List, columns: number, flow: Flow): StyledLine[] {
  if (isDefinitions(list)) return definitionLines(list, columns, flow);
  const inner = { ...flow, lists: flow.lists + 1 };
  const { bullets } = flow.page.look;
  const bullet = bullets[Math.min(flow.lists, bullets.length - 1)] as string;
  const markers = list.ordered ? numbers(list) : list.items.map(() => bullet);
  const items = list.items.map((item, index) =>
    itemLines(item, markers[index] as string, columns, inner),
  );
  return list.loose ? stacked(items) : items.flat();
}

/** Terms, each with what it means below it, behind an indent. */
function definitionLines(list: Tokens.List, columns: number, flow: Flow): StyledLine[] {
  const indent = columns - 4 >= narrowestText ? 4 : 0;
  const entries = list.items.map(({ tokens }) => {
    const [term, meanings] = known(tokens);
    const head = { ...flow, style: { ...flow.style, strong: true } };
    const items = meanings?.type === 'list' ? meanings.items : [];
    const inner = items.map((item) => contentLines(item, columns - indent, flow));
    const below = list.loose ? stacked(inner) : inner.flat();
    return [
      ...(term === undefined ? [] : flow.setOne(term, columns, head)),
      ...prefixed(below, [blank(indent)], [blank(indent)]),
    ];
  });
  return list.loose ? stacked(entries) : entries.flat();
}

/** The numbers from the author's first one on, in the author's notation, aligned at their last digits. */
function numbers({ start, items }: Tokens.List): string[] {
  const first = typeof start === 'number' ? start : 1;
  const widest = String(first + items.length - 1).length;
  const end = /^\s*\d+\)/.test(items[0]?.raw ?? '') ? ')' : '.';
  return items.map((_, index) => `${String(first + index).padStart(widest)}${end} `);
}

function itemLines(
  item: Tokens.ListItem,
  marker: string,
  columns: number,
  flow: Flow,
): StyledLine[] {
  const first = markerSpans(item, marker, flow.page.look);
  const width = lineWidth(first);
  const fits = columns - width >= narrowestText;
  const inner = contentLines(item, fits ? columns - width : columns, flow);
  if (fits) return prefixed(inner.length === 0 ? [[]] : inner, first, [blank(width)]);
  // No room to hang: the marker stands before the first line where that is short enough, else above it.
  const [head = [], ...rest] = inner;
  return lineWidth(head) + width <= columns ? [[...first, ...head], ...rest] : [first, ...inner];
}

/** A task has a box in the place of its bullet, or after its number. */
function markerSpans(item: Tokens.ListItem, marker: string, { done, open }: Look): StyledSpan[] {
  if (!item.task) return [toned(marker, 'marker')];
  const box = item.checked === true ? toned(done, 'pro') : toned(open, 'marker');
  return /\d/.test(marker) ? [toned(marker, 'marker'), box] : [box];
}

/** The blocks of an item: in a tight one its text and the list under it follow without a blank line. */
function contentLines(item: Tokens.ListItem, columns: number, flow: Flow): StyledLine[] {
  const tokens = known(item.tokens);
  if (item.loose) return flow.set(tokens, columns, flow);
  let before: AnyToken | undefined;
  let isEmpty = true;
  return tokens.flatMap((token) => {
    const lines = flow.setOne(token, columns, flow);
    if (lines.length === 0) return [];
    const isApart = !isEmpty && (wantsAir(token) || wantsAir(before));
    before = token;
    isEmpty = false;
    return isApart ? [[], ...lines] : lines;
  });
}

const airy: ReadonlySet<string> = new Set([
  'code',
  'table',
  'blockquote',
  'alert',
  'hr',
  'heading',
  'spoiler',
]);

function wantsAir(token: AnyToken | undefined): boolean {
  return token !== undefined && airy.has(token.type);
}
