import { decodeEntities } from '../../../markdown/entities.ts';
import { betweenWords, htmlTag } from '../../../markdown/html-tags.ts';
import { visible } from '../../../text/visible.ts';
import type { Style } from '../../style.ts';

/** What inline tags add to the style of their words. */
const styles: Readonly<Record<string, Style>> = {
  b: { strong: true },
  strong: { strong: true },
  mark: { strong: true },
  i: { em: true },
  em: { em: true },
  cite: { em: true },
  dfn: { em: true },
  var: { em: true },
  s: { del: true },
  del: { del: true },
  strike: { del: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
};

/** One tag of inline HTML, as far as it can be obeyed. */
export type InlineTag =
  | { readonly kind: 'break' | 'comment' }
  | { readonly kind: 'image'; readonly alt: string; readonly address: string }
  /** `address` is where the tag of a link leads; else it is empty. */
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly style: Style;
      readonly address: string;
    }
  | { readonly kind: 'end'; readonly name: string };

/** The tag that inline HTML is, or null when it is shown as the text it is: what no browser knows may well be `Vec<T>`. */
export function inlineTag(html: string): InlineTag | null {
  if (html.startsWith('<!--')) return { kind: 'comment' };
  const tag = htmlTag(html);
  if (tag === null) return null;
  const { name, attribute } = tag;
  if (name === 'br') return { kind: 'break' };
  if (name === 'img') return { kind: 'image', alt: attribute('alt'), address: attribute('src') };
  if (tag.isEnd) return { kind: 'end', name };
  const address = name === 'a' ? attribute('href') : '';
  return { kind: 'start', name, style: styles[name] ?? {}, address };
}

/**
 * What a block of raw HTML says: its text without tags and comments (a tag that does not end is text), images as their alternative text, blocks and `<br>` in lines of their own,
 * entities decoded, made visible.
 */
export function htmlText(html: string): string {
  const bare = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s{0,9}>|$)/gi, '');
  // Behind the last `>` no tag ends: looking for it from each `<` would take quadratic time.
  const end = bare.lastIndexOf('>') + 1;
  const text = bare.slice(0, end).replace(/<(?:\/?[A-Za-z]|[!?])[^>]*>/g, textOfTag);
  return visible(decodeEntities(text + bare.slice(end)));
}

function textOfTag(html: string): string {
  const tag = htmlTag(html);
  if (tag === null) return ' ';
  if (tag.name === 'img') return tag.attribute('alt');
  return betweenWords(tag.name);
}
