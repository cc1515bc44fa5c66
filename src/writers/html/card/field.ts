import { textParts } from '../../../markdown/hidden-text.ts';
import { flowHtml, type Piece } from '../body/inline.ts';
import { element, escapeLine } from '../escape.ts';

/** A field as its author wrote it, as HTML for where blocks may stand: what is hidden in it is a `details`, or shown when it was asked for. */
export function fieldHtml(text: string, spoilers: boolean): string {
  const pieces = textParts(text).map(({ text: part, hidden }): Piece => {
    if (!hidden) return { html: escapeLine(part), hidden };
    if (!spoilers) return { html: escapeLine(part.trim()), hidden };
    return { html: element('span', { class: 'spoiler' }, escapeLine(part.trim())), hidden: false };
  });
  return flowHtml(pieces);
}
