import { decodeEntities } from '../../markdown/entities.ts';
import { visible } from '../../text/visible.ts';

/** Text as HTML text or a quoted attribute value: control characters visible, `& < > " '` as character references. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (mark) => references[mark] as string);
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A Markdown text, whose own character references are decoded first, as HTML text. */
export function escapeMarkdown(text: string): string {
  return escapeHtml(decodeEntities(text));
}

/** An element with attributes and content that are HTML already. */
export function element(name: string, attributes: string, content: string): string {
  return `<${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${name}>`;
}
