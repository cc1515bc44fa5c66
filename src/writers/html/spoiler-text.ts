import { element, escapeLine } from './escape.ts';
import { flowHtml, type Piece } from './inline.ts';

/** The marks of spoilers that a text of one line may hold, Markdown or not. */
const marks: Readonly<Record<string, string>> = {
  '||': '||',
  '>!': '!<',
  '[spoiler]': '[/spoiler]',
  '<spoiler>': '</spoiler>',
};

/** A field that may hold spoilers, as HTML for where blocks may stand; the rest of it is plain text. */
export function fieldHtml(text: string, spoilers: boolean): string {
  const pieces = spoilerParts(text).map(({ text: part, hidden }): Piece => {
    if (!hidden) return { html: escapeLine(part), hidden };
    if (!spoilers) return { html: escapeLine(part.trim()), hidden };
    return { html: element('span', { class: 'spoiler' }, escapeLine(part.trim())), hidden: false };
  });
  return flowHtml(pieces);
}

/** A field for machines and for the head of the page, spoilers left out. */
export function withoutSpoilers(text: string): string {
  const parts = spoilerParts(text);
  if (parts.every(({ hidden }) => !hidden)) return text;
  return parts
    .map((part) => (part.hidden ? '' : part.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Part {
  readonly text: string;
  readonly hidden: boolean;
}

/** Takes linear time: a mark that is not closed is looked for once. */
function spoilerParts(text: string): Part[] {
  const lower = text.toLowerCase();
  const parts: Part[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  for (const { 0: mark, index } of lower.matchAll(/\|\||>!|\[spoiler\]|<spoiler>/g)) {
    if (index < from || unclosed.has(mark)) continue;
    const close = marks[mark] as string;
    const end = lower.indexOf(close, index + mark.length);
    if (end < 0) unclosed.add(mark);
    const inner = end < 0 ? '' : text.slice(index + mark.length, end);
    if (inner.trim() === '') continue;
    parts.push({ text: text.slice(from, index), hidden: false }, { text: inner, hidden: true });
    from = end + close.length;
  }
  return [...parts, { text: text.slice(from), hidden: false }].filter((part) => part.text !== '');
}
