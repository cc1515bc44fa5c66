import { visible, visibleLine } from './visible.ts';

declare const isVisible: unique symbol;

/**
 * Text that may be written to a terminal: nothing in it steers one but the styles and links that we wrote ourselves.
 * Only the functions of this module make it, so that nothing can be printed that did not pass one of them.
 */
export type VisibleText = string & { readonly [isVisible]: true };

/** What is joined of visible texts is visible. */
export function joinVisible(parts: readonly VisibleText[], between = ''): VisibleText {
  return parts.join(between) as VisibleText;
}

/** Text of any number of lines, made visible. */
export function visibleText(text: string): VisibleText {
  return visible(text) as VisibleText;
}

/** A template whose values are each made visible on one line; its own words stay as they are. */
export function visibleWords(
  words: TemplateStringsArray,
  ...values: readonly (string | number)[]
): VisibleText {
  return words
    .map((word, index) => word + (index < values.length ? visibleLine(String(values[index])) : ''))
    .join('') as VisibleText;
}

// SGR (`ESC [ … m`) and OSC 8 hyperlinks, as the painter writes them; escapes, since a source file holds no control characters.
const esc = '\\u001B';
const bell = '\\u0007';
const own = new RegExp(`(${esc}\\[[\\d;]*m|${esc}\\]8;[^${bell}${esc}]*(?:${bell}|${esc}\\\\))`);

/** A page that was laid out and painted: our own styles and links stay, whatever else steers a terminal is made visible. */
export function visiblePage(page: string): VisibleText {
  if (!page.includes('\u001B')) return visibleText(page);
  return page
    .split(own)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('') as VisibleText;
}
