import { decodeEntities } from '../../markdown/entities.ts';
import { visible } from '../../text/visible.ts';
import type { Style } from './style.ts';

/** Inline tags that are obeyed, with what they add to the style; any other is shown as text. */
const inlineTags: Readonly<Record<string, Style>> = {
  b: { strong: true },
  strong: { strong: true },
  mark: { strong: true },
  i: { em: true },
  em: { em: true },
  cite: { em: true },
  s: { del: true },
  del: { del: true },
  strike: { del: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  abbr: {},
  ins: {},
  q: {},
  small: {},
  span: {},
  sub: {},
  sup: {},
  u: {},
};

/** One tag of inline HTML, as far as it can be obeyed. */
export type InlineTag =
  | { readonly kind: 'break' | 'comment' }
  | { readonly kind: 'start'; readonly name: string; readonly style: Style }
  | { readonly kind: 'end'; readonly name: string };

/** The tag that inline HTML is, or null when it is shown as the text it is. */
export function inlineTag(html: string): InlineTag | null {
  if (html.startsWith('<!--')) return { kind: 'comment' };
  const match = /^<(\/?)([A-Za-z]+)\s*\/?>$/.exec(html);
  const name = match?.[2]?.toLowerCase() ?? '';
  if (name === 'br') return { kind: 'break' };
  if (!Object.hasOwn(inlineTags, name)) return null;
  return match?.[1] === '/'
    ? { kind: 'end', name }
    : { kind: 'start', name, style: inlineTags[name] as Style };
}

/**
 * What a block of raw HTML says: its text without tags and comments (a tag that does not end is text), images as their alternative text, `<br>` as a line end,
 * entities decoded, made visible.
 */
export function htmlText(html: string): string {
  const bare = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<(?:\/?[A-Za-z]|[!?])[^>]*>/g, textOfTag);
  return visible(decodeEntities(bare));
}

/** Tags of blocks and cells keep the words on both sides apart; tags within a word do not. */
function textOfTag(tag: string): string {
  const name = /^<\/?([A-Za-z]+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
  if (name === 'img')
    return (
      /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i
        .exec(tag)
        ?.slice(1)
        .find((alt) => alt !== undefined) ?? ''
    );
  return Object.hasOwn(inlineTags, name) || name === 'a' ? '' : ' ';
}
