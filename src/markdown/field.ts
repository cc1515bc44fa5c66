import type { Json } from '../model/json.ts';
import { hasParagraphs } from '../text/paragraphs.ts';
import { hiddenText, type TextPart } from './hidden-text.ts';
import { inlineText } from './inline-text.ts';
import { lexDocument, lexInline } from './lex.ts';
import { type AnyToken, known, type Token } from './tokens.ts';

/** A field's text, read as Markdown: a summary, a point, a note under a key that nobody knows. */
export interface FieldContent {
  /** Blocks where the text has several, else inlines. */
  readonly tokens: readonly AnyToken[];
  readonly isBlocks: boolean;
  /** What each placeholder among the tokens stands for, at any depth; nothing where that is not at hand. */
  readonly behind: ReadonlyMap<AnyToken, readonly AnyToken[]>;
}

/** A noncharacter, which no text holds: it stands for what is hidden while the text around it is lexed. */
const place = '\uFDD0';

/** Without one of these, a text is only itself: no lexer is needed to see that. */
const marks = /[*_`~[\]<>&\\:@\uFDD0]|www\./i;

/**
 * The tokens of a field in the parts that `textParts` gives, what is hidden as placeholders. A text with a blank line, a list or a quote in it
 * is read as blocks, any other as one paragraph, so that `1984. A novel` is no list. With `opens`, what is hidden is a spoiler that is shown.
 * Takes linear time.
 */
export function fieldContent(parts: readonly TextPart[], opens = false): FieldContent {
  const hidden = parts.filter((part) => part.hidden).map(({ text }) => text);
  const text = parts
    .map((part) => (part.hidden ? place : part.text.replaceAll(place, '\uFFFD')))
    .join('');
  const isBlocks = hasParagraphs(text);
  if (!isBlocks && !marks.test(text)) return { tokens: [plain(text)], isBlocks, behind: new Map() };
  const lexed = isBlocks ? lexDocument(text).tokens : lexInline(text);
  const behind = new Map<AnyToken, readonly AnyToken[]>();
  let next = 0;
  const placeholder = (): AnyToken => {
    const text = hidden[next++]?.trim() ?? '';
    const inner = text === '' ? [] : fieldContent([{ text, hidden: false }]).tokens;
    if (opens) return { type: 'inlineSpoiler', raw: text, tokens: [...inner] as Token[] };
    const token: AnyToken = { type: 'hiddenInline', raw: hiddenText, title: '' };
    if (inner.length > 0) behind.set(token, inner);
    return token;
  };
  const tokens = withoutIntraword(lexed).flatMap((token) => placed(token, placeholder));
  return { tokens, isBlocks, behind };
}

/** As `fieldContent`, for a text that was redacted. */
export function shownFieldContent(text: string): FieldContent {
  const parts = text
    .split(hiddenText)
    .flatMap((part, index): TextPart[] => [
      ...(index === 0 ? [] : [{ text: '', hidden: true }]),
      { text: part, hidden: false },
    ]);
  return fieldContent(parts);
}

/**
 * A list of texts as one text, an item each, where it takes more than commas between them: an item has paragraphs, or marks that mean something.
 * Null where commas do, and for what is no list of texts.
 */
export function listField(texts: Json): string | null {
  if (!isTexts(texts)) return null;
  const isProse = (text: string): boolean =>
    hasParagraphs(text) || (/\S\s+\S/.test(text) && fieldText(text) !== text);
  if (!texts.some(isProse)) return null;
  if (texts.length === 1) return texts[0] ?? null;
  return texts.map((text) => `- ${text.trim().replace(/\r\n?|\n/g, '\n  ')}`).join('\n');
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The words of a redacted field without marks, on one line: for lists, heads of pages and machines. */
export function fieldText(text: string): string {
  if (!marks.test(text) && !/[\r\n]/.test(text)) return text;
  const { tokens, isBlocks } = shownFieldContent(text);
  const words = isBlocks ? tokens.flatMap(blockTexts).join(' ') : inlineText(tokens);
  return words.replace(/[^\S\uFEFF]+/g, ' ').trim();
}

function blockTexts(token: AnyToken): string[] {
  if (token.type === 'list')
    return token.items.flatMap((item) => known(item.tokens).flatMap(blockTexts));
  if (token.type === 'blockquote' || token.type === 'alert')
    return known(token.tokens).flatMap(blockTexts);
  if (token.type === 'code') return [token.text];
  if (token.type === 'space' || token.type === 'def' || token.type === 'hr') return [];
  return [inlineText([token])];
}

/** In `2*3*4` nobody means emphasis: marks within a word are text. */
function withoutIntraword(tokens: readonly AnyToken[]): readonly AnyToken[] {
  return tokens.map((token, at) => {
    if (token.type !== 'em' && token.type !== 'strong') return token;
    const [before, after] = [tokens[at - 1]?.raw ?? '', tokens[at + 1]?.raw ?? ''];
    const isWithin = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
    return isWithin ? plain(token.raw) : token;
  });
}

function placed(token: AnyToken, placeholder: () => AnyToken): AnyToken[] {
  if (!token.raw.includes(place)) return [token];
  if (token.type === 'list') {
    const items = token.items.map((item) => ({
      ...item,
      tokens: within(item.tokens, placeholder),
    }));
    return [{ ...token, items } as AnyToken];
  }
  if ('tokens' in token && token.tokens !== undefined)
    return [{ ...token, tokens: within(token.tokens, placeholder) } as AnyToken];
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
  return text
    .split(place)
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [placeholder()]),
      ...(part === '' ? [] : [{ ...token, text: part, raw: part } as AnyToken]),
    ]);
}

function within(tokens: Parameters<typeof known>[0], placeholder: () => AnyToken): AnyToken[] {
  return known(tokens).flatMap((token) => placed(token, placeholder));
}

function plain(text: string): AnyToken {
  return { type: 'escape', raw: text, text };
}
