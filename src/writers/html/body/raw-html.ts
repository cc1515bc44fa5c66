import type { AnyToken } from '../../../markdown/tokens.ts';

/** Tags that may stand in a text as they are, without attributes. All others are shown as the text they are. */
const harmless: ReadonlySet<string> = new Set([
  'kbd',
  'sub',
  'sup',
  'mark',
  'abbr',
  'details',
  'summary',
]);

/** Deeper than anyone writes; browsers stop at 512. */
const deepest = 20;

/** A raw tag: its name in lower case, and whether it ends an element. Null for comments, tags with attributes and all else. */
export function bareTag(html: string): { name: string; isEnd: boolean } | null {
  const match = /^<(\/?)([A-Za-z]+)\s*\/?>$/.exec(html);
  return match === null
    ? null
    : { name: (match[2] as string).toLowerCase(), isEnd: match[1] === '/' };
}

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
    const tag = token.type === 'html' ? bareTag(token.text) : null;
    if (tag === null || !harmless.has(tag.name)) return;
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
  const mark = /<!--|<\/?[A-Za-z]+\s{0,9}\/?>|\n/g;
  let from = 0;
  const takeText = (to: number): void => {
    const raw = text.slice(from, to);
    if (raw !== '') tokens.push({ type: 'escape', raw, text: raw });
  };
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const isOpen = found[0] === '<!--';
    const end = isOpen ? commentEnd(mark.lastIndex) : mark.lastIndex;
    if (end === null) continue;
    takeText(found.index);
    const raw = text.slice(found.index, end);
    if (raw === '\n') tokens.push({ type: 'br', raw });
    else tokens.push({ type: 'html', raw, text: raw, pre: false, block: false });
    mark.lastIndex = end;
    from = end;
  }
  takeText(text.length);
  return tokens;
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

/** A raw comment: nothing of it is shown. */
export function isComment(html: string): boolean {
  return /^<!--[\s\S]*-->$/.test(html.trim());
}

/** Whether what `rawTokens` gave is nothing but comments, white space and line ends. */
export function isBlank(tokens: readonly AnyToken[]): boolean {
  return tokens.every(
    (token) =>
      token.type === 'br' || (token.type === 'html' ? isComment(token.text) : isSpace(token.raw)),
  );
}

function isSpace(text: string): boolean {
  return text.trim() === '';
}
