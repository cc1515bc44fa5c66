import type {
  RendererThis,
  Token,
  TokenizerAndRendererExtension,
  TokenizerThis,
  Tokens,
} from 'marked';
import { nextLine } from '../text/next-line.ts';
import { opensBlock, opensHiddenCallout, quotedLines, spoilerBlockAt } from './spoiler-blocks.ts';
import { firstIn, inlineSpoilerAt, marksAround } from './spoiler-inlines.ts';
import { blockBeginnings } from './spoiler-marks.ts';
import { definitionList } from './syntax/definition-list.ts';
import { namedQuote, vaultExtensions } from './syntax/vault-marks.ts';
import { type AlertKind, alertKinds } from './tokens.ts';

type Extension = TokenizerAndRendererExtension & {
  renderer?: (this: RendererThis, token: Tokens.Generic) => string;
};

const labelPattern = '\\[\\^([^\\]\\s[]{1,200})\\]';
const definitionStart = new RegExp(`^ {0,3}${labelPattern}:[ \\t]*`);
const referenceStart = new RegExp(`^${labelPattern}`);

/** The rest of a block whose continuation lines are indented by four columns or a tab; blank lines may stand between them. */
function indentedBlock(source: string, firstLineEnd: number): number {
  let end = firstLineEnd;
  let at = firstLineEnd;
  let blank = false;
  while (at < source.length) {
    const next = nextLine(source, at);
    const line = source.slice(at, next);
    if (line.trim() === '') blank = true;
    else if (/^(?: {4}|\t)/.test(line)) {
      blank = false;
      end = next;
    } else if (
      !blank &&
      !/^ {0,3}(?:#{1,6}(?:\s|$)|>|```|~~~|[-*+](?:\s|$)|\d+[.)](?:\s|$)|\[\^)/.test(line)
    )
      end = next;
    else break;
    at = next;
  }
  return end;
}

const footnoteDefinition: Extension = {
  name: 'footnoteDefinition',
  level: 'block',
  childTokens: ['tokens'],
  tokenizer(this: TokenizerThis, source) {
    const match = definitionStart.exec(source);
    if (match === null) return undefined;
    const raw = source.slice(0, indentedBlock(source, nextLine(source, 0)));
    const text = raw.slice(match[0].length).replace(/^(?: {4}|\t)/gm, '');
    const token = {
      type: 'footnoteDefinition',
      raw,
      label: (match[1] as string).toLowerCase(),
      tokens: [] as Token[],
    };
    this.lexer.blockTokens(text, token.tokens);
    return token;
  },
};

const footnoteReference: Extension = {
  name: 'footnoteReference',
  level: 'inline',
  // Without `start`: marked's text ends before every `[` anyway.
  tokenizer(source) {
    const match = referenceStart.exec(source);
    if (match === null) return undefined;
    return { type: 'footnoteReference', raw: match[0], label: (match[1] as string).toLowerCase() };
  },
};

const inlineSpoiler: Extension = {
  name: 'inlineSpoiler',
  level: 'inline',
  childTokens: ['tokens'],
  // The other marks start where marked's text ends anyway.
  start(this: TokenizerThis, source) {
    return firstIn(marksAround(this.lexer, source), source, ['||', '>!', '(view spoiler']);
  },
  tokenizer(this: TokenizerThis, source) {
    const found = inlineSpoilerAt(source, marksAround(this.lexer, source));
    if (found === null) return undefined;
    const { raw, inner, title } = found;
    return {
      type: 'inlineSpoiler',
      raw,
      ...(title === '' ? {} : { title }),
      tokens: this.lexer.inlineTokens(inner.trim()),
    };
  },
};

/**
 * A line that opens a spoiler, or one that ends the paragraph before it: searching on would take quadratic time, and so would
 * ending the paragraph at what only looks like an opening line.
 */
const spoilerOrEnd = new RegExp(
  `\\n(?:( {0,3}(?:${blockBeginnings.join('|')})[^\\n]*)|[ \\t]*\\n| {0,3}(?:#{1,6}[ \\t\\n]|>|\`\`\`|~~~|[-=*_]{3,}[ \\t]*\\n))`,
  'gi',
);

const spoilerBlock: Extension = {
  name: 'spoiler',
  level: 'block',
  childTokens: ['tokens'],
  start: (source) => {
    // Not by matchAll, which makes the pattern anew each time.
    spoilerOrEnd.lastIndex = 0;
    for (let found = spoilerOrEnd.exec(source); found !== null; found = spoilerOrEnd.exec(source)) {
      if (found[1] === undefined) return undefined;
      if (opensBlock(found[1])) return found.index + 1;
    }
    return undefined;
  },
  tokenizer(this: TokenizerThis, source) {
    const block = spoilerBlockAt(source);
    if (block === null) return undefined;
    const { length, title, inner, missing } = block;
    const tokens: Token[] = [];
    this.lexer.blockTokens(inner.replace(/^\n+/, ''), tokens);
    const raw = source.slice(0, length);
    return { type: 'spoiler', raw, title, tokens, ...(missing === undefined ? {} : { missing }) };
  },
};

const calloutStart = /^ {0,3}> ?\[!([a-z]+)\][-+]?[ \t]*([^\n]*)(?:\n|$)/i;

/** `> [!NOTE]` and `> [!spoiler]`: a quote whose first line names what it is. */
const callout: Extension = {
  name: 'alert',
  level: 'block',
  childTokens: ['tokens'],
  tokenizer(this: TokenizerThis, source) {
    const match = calloutStart.exec(source);
    if (match === null) return undefined;
    const kind = (match[1] as string).toLowerCase();
    const isSpoiler = opensHiddenCallout(match[0]);
    const isKnown = isSpoiler || (alertKinds as readonly string[]).includes(kind);
    const quoted = quotedLines(source.slice(match[0].length));
    const raw = source.slice(0, match[0].length + quoted.length);
    const rest = quoted.replace(/^ {0,3}> ?/gm, '');
    const title = (match[2] as string).trim();
    if (!isKnown) return namedQuote(this.lexer, raw, title, rest);
    const tokens: Token[] = [];
    this.lexer.blockTokens(isSpoiler || title === '' ? rest : `${title}\n\n${rest}`, tokens);
    if (isSpoiler) return { type: 'spoiler', raw, title, tokens };
    return { type: 'alert', raw, kind: kind as AlertKind, tokens };
  },
};

/** The syntax of reviews that CommonMark and GFM lack. */
export const reviewExtensions: readonly Extension[] = [
  footnoteDefinition,
  footnoteReference,
  inlineSpoiler,
  spoilerBlock,
  callout,
  ...vaultExtensions,
  definitionList,
];
