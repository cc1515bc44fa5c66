import { betweenWords, htmlTag, isComment, withoutSilent } from '../../../markdown/html-tags.ts';
import type { AnyToken } from '../../../markdown/tokens.ts';

/** Deeper than anyone writes; browsers stop at 512. */
const deepest = 20;

/** Elements that have no end tag. */
const single: ReadonlySet<string> = new Set(['br', 'img']);

/**
 * The harmless start tags among `tokens` that have their end tag among them, as index of the start → index of the end.
 * Pairs never cross: a tag that would is in none.
 */
export function pairTags(tokens: readonly AnyToken[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: { name: string; at: number }[] = [];
  const openOf = new Map<string, number>();
  const count = (name: string, by: number): number => {
    const total = (openOf.get(name) ?? 0) + by;
    openOf.set(name, total);
    return total;
  };
  tokens.forEach((token, at) => {
    const tag = token.type === 'html' ? htmlTag(token.text) : null;
    if (tag?.kind !== 'kept' || single.has(tag.name)) return;
    if (!tag.isEnd) {
      if (open.length >= deepest) return;
      open.push({ name: tag.name, at });
      count(tag.name, 1);
      return;
    }
    if (count(tag.name, 0) === 0) return;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      count(last.name, -1);
      if (last.name !== tag.name) continue;
      pairs.set(last.at, at);
      return;
    }
  });
  return pairs;
}

/** A block of raw HTML cut into tags, comments and the text between, as inline tokens. Line ends stay line ends. */
export function rawTokens(html: string): AnyToken[] {
  const text = html.trim();
  const tokens: AnyToken[] = [];
  const commentEnd = commentEnds(text);
  const mark = /<!--|<\/?[A-Za-z][A-Za-z\d]{0,20}(?:[\s/][^<>]{0,2000})?>|\n/g;
  let from = 0;
  const takeText = (to: number): void => {
    const raw = text.slice(from, to);
    if (raw !== '') tokens.push({ type: 'text', raw, text: raw, escaped: false });
  };
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const isOpen = found[0] === '<!--';
    const end = isOpen ? commentEnd(mark.lastIndex) : mark.lastIndex;
    takeText(found.index);
    // A comment that never closes is one to the end of its block (CommonMark, HTML blocks).
    if (end === null) {
      from = text.length;
      break;
    }
    const raw = text.slice(found.index, end);
    if (raw === '\n') tokens.push({ type: 'br', raw });
    // In a block of tags, one that no browser knows is a tag all the same.
    else if (isOpen || htmlTag(raw) !== null) tokens.push(...tagTokens(raw));
    mark.lastIndex = end;
    from = end;
  }
  takeText(text.length);
  return lines(withoutSilent(tokens));
}

/** A tag that is kept, or what stands in place of it between the words on both sides. */
function tagTokens(raw: string): AnyToken[] {
  const tag = htmlTag(raw);
  if (tag?.kind !== 'dropped') return [{ type: 'html', raw, text: raw, pre: false, block: false }];
  const between = betweenWords(tag.name);
  if (between === '\n') return [{ type: 'br', raw }];
  return between === '' ? [] : [{ type: 'text', raw: ' ', text: ' ', escaped: false }];
}

/** Line ends between words alone: what has no words, since its tags are gone, is no line. */
function lines(tokens: readonly AnyToken[]): AnyToken[] {
  const kept: AnyToken[] = [];
  let hasWords = false;
  for (const token of tokens) {
    if (token.type === 'br' || isBreak(token)) {
      if (hasWords) kept.push({ type: 'br', raw: token.raw });
      hasWords = false;
      continue;
    }
    if (saysSomething(token)) hasWords = true;
    else if (!hasWords && token.type === 'text') continue;
    kept.push(token);
  }
  const end = kept.findLastIndex(saysSomething) + 1;
  // End tags behind the last words close what is open.
  return kept.filter(({ type }, at) => at < end || type === 'html');
}

function isBreak(token: AnyToken): boolean {
  return token.type === 'html' && htmlTag(token.text)?.name === 'br';
}

function saysSomething(token: AnyToken): boolean {
  if (token.type === 'br') return false;
  if (token.type !== 'html') return !isSpace(token.raw);
  const tag = htmlTag(token.text);
  return tag === null ? !isComment(token.text) : tag.name === 'img';
}

/**
 * Where a comment that is open at an offset ends; null where it does not, or with `--!>`, which is told apart by some browsers only.
 * To be asked in order: what closes none is looked for once, not from each opening.
 */
function commentEnds(text: string): (from: number) => number | null {
  const closing = /--!?>/g;
  let next: RegExpExecArray | null | undefined;
  return (from) => {
    if (next === undefined || (next !== null && next.index < from)) {
      closing.lastIndex = from;
      next = closing.exec(text);
    }
    return next === null || next[0] === '--!>' ? null : next.index + next[0].length;
  };
}

/** Whether what `rawTokens` gave is nothing but comments, white space and line ends. */
export function isBlank(tokens: readonly AnyToken[]): boolean {
  return tokens.every((token) => token.type === 'br' || !saysSomething(token));
}

function isSpace(text: string): boolean {
  return text.trim() === '';
}
