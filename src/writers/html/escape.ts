import { decodeEntities } from '../../markdown/entities.ts';
import { visibleLineOnPage, visibleOnPage } from '../../text/visible.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text: control characters visible, `& < > " '` as character references. */
export function escapeHtml(text: string): string {
  return toReferences(visibleOnPage(text));
}

/** As `escapeHtml`, for a value of one line: line ends and tabs are spaces. */
export function escapeLine(text: string): string {
  return toReferences(visibleLineOnPage(text));
}

/** A Markdown leaf, whose own character references are decoded first, as HTML text. */
export function escapeMarkdown(text: string): string {
  return escapeHtml(decodeEntities(text));
}

/** Text that is visible already, with `& < > " '` as character references. */
export function toReferences(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => references[mark] as string);
}

/** Attributes by name, as plain text: they are escaped here. `true` is a bare name; absent ones and `false` are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element around `content`, which is HTML already. */
export function element(name: string, attributes: Attributes, content: string): string {
  return `${startTag(name, attributes)}${content}</${name}>`;
}

/** An element around blocks, each on lines of its own; empty ones are left out. */
export function container(name: string, attributes: Attributes, blocks: readonly string[]): string {
  return element(name, attributes, `\n${joinBlocks(blocks)}\n`);
}

/** Blocks one below the other, without the empty ones. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n');
}

/** A start tag, or a whole element that has no content (`img`, `input`). */
export function startTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === null || value === false) return '';
    return value === true ? ` ${key}` : ` ${key}="${escapeLine(String(value))}"`;
  });
  return `<${name}${written.join('')}>`;
}

/** Whether HTML holds text, or a picture that has one. */
export function hasText(html: string): boolean {
  return / alt="[^"]*[^\s"]/.test(html) || html.replace(/<[^>]*>/g, '').trim() !== '';
}
