import type { Token, TokenizerExtension, TokenizerThis } from 'marked';
import { mayHide } from '../hidden-text.ts';
import {
  cutsHidden,
  firstIn,
  inlineSpoilerAt,
  marksAround,
  privateLengthAt,
} from '../spoiler-inlines.ts';
import type { AnyToken } from '../tokens.ts';

type Extension = TokenizerExtension;

const wiki = /^(!?)\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/;
const picture = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** `[[Salt]]` and `[[places/pier|the old pier]]` are their text, `![[cover.png]]` is a picture. */
const wikiLink: Extension = {
  name: 'wikiLink',
  level: 'inline',
  // Without `start`: marked's text ends before every `[` and `!` anyway.
  tokenizer(this: TokenizerThis, source) {
    const found = wiki.exec(source);
    if (found === null) return undefined;
    const [raw, embeds, target = '', label] = found;
    // A reference link in brackets, where the text defines one (CommonMark, reference links).
    const reference = target.toLowerCase().replace(/\s+/g, ' ').trim();
    if (this.lexer.tokens.links[reference] !== undefined) return undefined;
    if (embeds === '!' && picture.test(target.trim()))
      return {
        type: 'image',
        raw,
        href: target.trim(),
        title: null,
        text: label ?? '',
        tokens: [],
      };
    // `![[note]]` of another text stays as CommonMark has it.
    if (embeds === '!') return undefined;
    const name = target.slice(target.lastIndexOf('/') + 1).replace(/#.*$/, '');
    const text = (label ?? (name === '' ? target : name)).trim();
    return { type: 'text', raw, text, escaped: false, isWiki: true };
  },
};

/** What a text that was written as `[[id#section|text]]` names, `id#section`; null for any other token, and where a part of it may be hidden. */
export function wikiName(token: AnyToken): string | null {
  if (!('isWiki' in token) || mayHide(token.raw)) return null;
  return wiki.exec(token.raw)?.[2]?.trim() ?? null;
}

/** `==marked==` is emphasis that `isMarked` tells from other. */
const highlight: Extension = {
  name: 'highlight',
  level: 'inline',
  start(this: TokenizerThis, source) {
    return firstIn(marksAround(this.lexer, source), source, ['==']);
  },
  childTokens: ['tokens'],
  tokenizer(this: TokenizerThis, source) {
    const found = /^==(?=[^\s=])([^=\n]{1,1000}?)(?<=[^\s=])==(?!=)/.exec(source);
    if (found === null || cutsHidden(marksAround(this.lexer, source), source, found[0].length))
      return undefined;
    const text = found[1] as string;
    const tokens = this.lexer.inlineTokens(text);
    return { type: 'em', raw: found[0], text, tokens, isMark: true };
  },
};

/** Hugo's and Jekyll's shortcodes and tags: they are programs' and no text. */
const shortcode = /^(?:\{\{[<%][^{}\n]{0,500}[>%]\}\}|\{%[^{}\n]{0,500}%\})/;

const inlineShortcode: Extension = {
  name: 'shortcode',
  level: 'inline',
  start(this: TokenizerThis, source) {
    return firstIn(marksAround(this.lexer, source), source, ['{{<', '{{%', '{%']);
  },
  tokenizer(this: TokenizerThis, source) {
    const found = shortcode.exec(source);
    // One that hides text in a pair is no mark to be left out.
    const hides =
      found !== null &&
      /spoiler|details/i.test(found[0]) &&
      inlineSpoilerAt(source, marksAround(this.lexer, source)) !== null;
    return found === null || hides
      ? undefined
      : { type: 'text', raw: found[0], text: '', escaped: true };
  },
};

const importLine =
  /^(?:import|export)\s[^\n]{0,300}?\sfrom\s{1,9}["'][^"'\n]{1,300}["'];?[ \t]*(?:\n+|$)/;
const tagLine = /^ {0,3}(?:\{\{[<%][^{}\n]{0,500}[>%]\}\}|\{%[^{}\n]{0,500}%\})[ \t]*(?:\n+|$)/;

/** Lines that are nothing but shortcodes or MDX imports are left out. */
const programLine: Extension = {
  name: 'programLine',
  level: 'block',
  tokenizer(source) {
    const found = tagLine.exec(source) ?? importLine.exec(source);
    // What hides text is no mark to be left out.
    return found === null || /spoiler|details/i.test(found[0])
      ? undefined
      : { type: 'space', raw: found[0] };
  },
};

/** `%%…%%` within a line is for its author alone: it has no text. */
const privateText: Extension = {
  name: 'privateText',
  level: 'inline',
  start(this: TokenizerThis, source) {
    return firstIn(marksAround(this.lexer, source), source, ['%%']);
  },
  tokenizer(this: TokenizerThis, source) {
    const length = privateLengthAt(source, marksAround(this.lexer, source));
    return length === 0
      ? undefined
      : { type: 'text', raw: source.slice(0, length), text: '', escaped: true };
  },
};

/** The same from the start of a line on, whatever blocks stand in it. What follows its end on that line is seen. */
const privateBlock: Extension = {
  name: 'privateBlock',
  level: 'block',
  // No further than the paragraph goes: searching on would take quadratic time.
  start: (source) => {
    const found = /\n(?:( {0,3}%%[ \t]*\n)|[ \t]*\n)/.exec(source);
    return found?.[1] === undefined ? undefined : found.index + 1;
  },
  tokenizer(source) {
    const found = /^ {0,3}%%/.exec(source);
    const close = found === null ? -1 : source.indexOf('%%', found[0].length);
    if (close < 0) return undefined;
    const end = close + 2;
    const after = /^[ \t]*(?:\n|$)/.exec(source.slice(end, end + 200))?.[0].length ?? 0;
    // One that ends on its line, with more behind it, stands in a paragraph.
    if (after === 0 && !source.slice(0, close).includes('\n')) return undefined;
    return { type: 'space', raw: source.slice(0, end + after) };
  },
};

/** Whether emphasis was written as `==marked==`: what `<mark>` means. */
export function isMarked(emphasis: object): boolean {
  return 'isMark' in emphasis;
}

/** The marks of note vaults and site makers in a text. */
export const vaultExtensions: readonly Extension[] = [
  privateText,
  privateBlock,
  wikiLink,
  highlight,
  inlineShortcode,
  programLine,
];

/** A callout of a kind that has no bar of its own is a quote with its head in bold. */
export function namedQuote(
  lexer: TokenizerThis['lexer'],
  raw: string,
  title: string,
  rest: string,
): Token {
  const tokens: Token[] = [];
  lexer.blockTokens(title === '' ? rest : `**${title}**\n\n${rest}`, tokens);
  return { type: 'blockquote', raw, text: rest, tokens };
}
