import { decodeEntities } from '../../../markdown/entities.ts';
import { htmlTag } from '../../../markdown/html-tags.ts';
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

/** Elements that stand within a line: words on both sides of their tags stay together. */
const withinWords: ReadonlySet<string> = new Set([
  ...Object.keys(styles),
  ...['a', 'abbr', 'acronym', 'bdi', 'bdo', 'big', 'data', 'font', 'ins', 'nobr', 'q', 'rb', 'rp'],
  ...['rt', 'ruby', 'small', 'span', 'sub', 'sup', 'time', 'u', 'wbr'],
]);

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
 * What a block of raw HTML says: its text without tags and comments (a tag that does not end is text), images as their alternative text, `<br>` as a line end,
 * entities decoded, made visible.
 */
export function htmlText(html: string): string {
  const bare = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s{0,9}>|$)/gi, '')
    .replace(/<br\s{0,9}\/?>/gi, '\n');
  // Behind the last `>` no tag ends: looking for it from each `<` would take quadratic time.
  const end = bare.lastIndexOf('>') + 1;
  const text = bare.slice(0, end).replace(/<(?:\/?[A-Za-z]|[!?])[^>]*>/g, textOfTag);
  return visible(decodeEntities(text + bare.slice(end)));
}

/** Tags of blocks and cells keep the words on both sides apart; tags within a word do not. */
function textOfTag(html: string): string {
  const tag = htmlTag(html);
  if (tag === null) return ' ';
  if (tag.name === 'img') return tag.attribute('alt');
  return withinWords.has(tag.name) ? '' : ' ';
}
