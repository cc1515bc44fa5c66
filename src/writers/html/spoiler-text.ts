import { spoilerParts } from '../spoiler-parts.ts';
import { flowHtml, type Piece } from './body/inline.ts';
import { element, escapeLine } from './escape.ts';

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
