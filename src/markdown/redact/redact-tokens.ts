import { closedText, hiddenText, mayHide, textParts } from '../hidden-text.ts';
import { classLine } from '../spoiler-marks.ts';
import { type AnyToken, known } from '../tokens.ts';

/** What each placeholder stands for; filled while tokens are redacted. */
export type Behind = Map<AnyToken, readonly AnyToken[]>;

/**
 * Tokens with placeholders where hidden ones stood, at any depth, in texts, titles and alternative texts; the letters of what is hidden are nowhere
 * in them, `raw` and `text` included. The same array when nothing in them is hidden.
 */
export function shownTokens(
  tokens: readonly AnyToken[],
  behind: Behind = new Map(),
): readonly AnyToken[] {
  const shown = withoutDetails(tokens, behind).flatMap((token) => shownToken(token, behind));
  return isSame(tokens, shown) ? tokens : shown;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function shownToken(token: AnyToken, behind: Behind): AnyToken | readonly AnyToken[] {
  switch (token.type) {
    case 'inlineSpoiler':
      return hiddenInline(titleOf(token), known(token.tokens), behind);
    case 'spoiler':
      return hiddenBlock(token.title, known(token.tokens), behind);
    case 'hiddenInline':
    case 'hiddenBlock':
    case 'code':
    case 'codespan':
      return token;
    case 'space':
      return mayHide(token.raw) ? { ...token, raw: '\n\n' } : token;
    case 'html':
      return shownHtml(token, behind);
    case 'list':
      return shownList(token, behind);
    case 'table':
      return shownTable(token, behind);
    case 'paragraph':
      return mayHide(token.raw) && classLine.test(token.raw)
        ? hiddenBlock('', [withoutClassLine(token)], behind)
        : shownInner(token, behind);
    case 'link':
      return shownLabel(token, behind) ?? shownLink(token, behind);
    case 'image':
    case 'def':
      return shownLink(token, behind);
    default:
      return shownInner(token, behind);
  }
}

/** The line is in the last text of a paragraph: a mark in its words could not hold it. */
function withoutClassLine(token: Extract<AnyToken, { type: 'paragraph' }>): AnyToken {
  const last = token.tokens.at(-1);
  if (last?.type !== 'text') return token;
  const text = last.text.replace(classLine, '');
  return { ...token, tokens: [...token.tokens.slice(0, -1), { ...last, raw: text, text }] };
}

/** A mark may say what it hides: `<spoiler title="t">`. */
function titleOf(token: AnyToken): string {
  return 'title' in token && typeof token.title === 'string' ? token.title : '';
}

function hiddenInline(title: string, tokens: readonly AnyToken[], behind: Behind): AnyToken {
  const token: AnyToken = { type: 'hiddenInline', raw: hiddenText, title: closedText(title) };
  behind.set(token, tokens);
  return token;
}

/** A placeholder for blocks, which `tokens` are. */
export function hiddenBlock(
  title: string,
  tokens: readonly AnyToken[],
  behind: Behind,
): AnyToken & { type: 'hiddenBlock' } {
  const token = {
    type: 'hiddenBlock',
    raw: `${hiddenText}\n\n`,
    title: closedText(title),
  } as const;
  behind.set(token, tokens);
  return token;
}

/** A block of raw HTML as its parts; a tag within a line has texts in its attributes alone. */
function shownHtml(
  token: Extract<AnyToken, { type: 'html' }>,
  behind: Behind,
): AnyToken | readonly AnyToken[] {
  if (!mayHide(token.text)) return token;
  if (token.block !== true) {
    const text = closed(token.text, behind);
    return text === token.text ? token : { ...token, raw: text, text };
  }
  const parts = textParts(token.text);
  if (parts.length === 1 && parts[0]?.text === token.text) return token;
  return parts.map((part) => {
    const html = { ...token, raw: part.text, text: part.text };
    return part.hidden ? hiddenBlock('', [html], behind) : html;
  });
}

function shownList(token: Extract<AnyToken, { type: 'list' }>, behind: Behind): AnyToken {
  const items = token.items.map((item) => {
    const inner = shownTokens(known(item.tokens), behind);
    if (inner === item.tokens) return item;
    const mark = /^\s*(?:\d{1,9}[.)]|[-*+])[ \t]/.exec(item.raw)?.[0] ?? '- ';
    const text = rawOf(inner);
    return { ...item, raw: `${mark}${text}`, text, tokens: [...inner] };
  });
  return isSame(token.items, items) ? token : { ...token, raw: joinedRaw(items), items };
}

function shownTable(token: Extract<AnyToken, { type: 'table' }>, behind: Behind): AnyToken {
  type Cell = (typeof token.header)[number];
  const cells = (row: Cell[]): Cell[] => {
    const shown = row.map((cell) => {
      const inner = shownTokens(known(cell.tokens), behind);
      return inner === cell.tokens ? cell : { ...cell, text: rawOf(inner), tokens: [...inner] };
    });
    return isSame(row, shown) ? row : shown;
  };
  const header = cells(token.header);
  const rows = token.rows.map(cells);
  // What a row has more than the table has columns is in no cell.
  const hidesMore = closedText(token.raw) !== token.raw;
  if (header === token.header && isSame(token.rows, rows) && !hidesMore) return token;
  const raw = [header, ...rows].map((row) => row.map(({ text }) => text).join(' | ')).join('\n');
  return { ...token, raw: `${raw}\n`, header, rows };
}

/** An address that hides something leads nowhere. */
function shownLink(
  token: Extract<AnyToken, { type: 'link' | 'image' | 'def' }>,
  behind: Behind,
): AnyToken {
  const title = token.title ? closed(token.title, behind) : token.title;
  const href = closed(token.href, behind) === token.href ? token.href : '';
  const isOpen = title === token.title && href === token.href;
  if (token.type === 'def') return isOpen ? token : { ...token, raw: '', href, title: title ?? '' };
  const shown = shownInner(token, behind);
  if (isOpen) return shown;
  return { ...shown, raw: hiddenText, href, title: title ?? null } as typeof token;
}

/** `[the end](#s "he dies")`, `[he dies](/spoiler)`: how Reddit hid texts in links. Null for any other link. */
function shownLabel(
  token: Extract<AnyToken, { type: 'link' }>,
  behind: Behind,
): readonly AnyToken[] | null {
  if (!/^[#/](?:sp?|spoilers?)$/i.test(token.href)) return null;
  const label = known(token.tokens);
  if (token.title)
    return [
      ...shownTokens(label, behind),
      { type: 'text', raw: ' ', text: ' ' },
      hiddenInline('', [{ type: 'text', raw: token.title, text: token.title }], behind),
    ];
  return token.href.startsWith('/') ? [hiddenInline('', label, behind)] : null;
}

/** A token that may hold others, else a text. */
function shownInner<Token extends AnyToken>(token: Token, behind: Behind): Token {
  if ('tokens' in token && token.tokens !== undefined) {
    const inner = shownTokens(known(token.tokens), behind);
    if (inner === token.tokens) return token;
    const text = rawOf(inner);
    const raw = inMarks(token, text);
    return { ...token, raw, ...('text' in token ? { text } : {}), tokens: [...inner] };
  }
  if (!('text' in token) || typeof token.text !== 'string') return token;
  const text = closed(token.text, behind);
  if (text !== token.text) return { ...token, raw: text, text };
  // What is private has no text.
  const raw = closedText(token.raw);
  return raw === token.raw ? token : { ...token, raw };
}

/** A text of a token, redacted. Each part that it hides counts, though no placeholder stands for it that could be opened. */
function closed(text: string, behind: Behind): string {
  const shown = closedText(text);
  if (shown === text) return text;
  for (const part of textParts(text)) {
    if (!part.hidden) continue;
    const inner: AnyToken = { type: 'escape', raw: part.text, text: part.text };
    hiddenInline('', [inner], behind);
  }
  return shown;
}

/** What a token holds in its own marks again, as far as they start lines, and its line ends. */
function inMarks({ type, raw, ...token }: AnyToken, text: string): string {
  const end = text.endsWith('\n') ? '' : (/(?<!\n)\n*$/.exec(raw)?.[0] ?? '');
  if (type === 'blockquote' || type === 'alert')
    return text.trimEnd().replace(/^/gm, '> ') + (end || '\n\n');
  if (type === 'heading' && 'depth' in token) return `${'#'.repeat(token.depth)} ${text}${end}`;
  if (type === 'footnoteDefinition' && 'label' in token) return `[^${token.label}]: ${text}${end}`;
  return text + end;
}

/** What tokens stand for in Markdown, as far as it is to be seen. */
export function rawOf(tokens: readonly AnyToken[]): string {
  return joinedRaw(tokens);
}

function joinedRaw(tokens: readonly { readonly raw: string }[]): string {
  return tokens.map(({ raw }) => raw).join('');
}

/** `<details>` within a line is a spoiler up to its end, or to the end of what it stands in. */
function withoutDetails(tokens: readonly AnyToken[], behind: Behind): readonly AnyToken[] {
  if (!tokens.some(isDetails)) return tokens;
  const shown: AnyToken[] = [];
  let depth = 0;
  let inner: AnyToken[] = [];
  const end = (): void => {
    const { title, rest } = summaryOf(inner);
    shown.push(hiddenInline(title, rest, behind));
    inner = [];
  };
  for (const token of tokens) {
    const isEnd = isDetailsEnd(token);
    if (isDetails(token)) depth++;
    else if (isEnd && depth > 0) depth--;
    if (depth === 0 && isEnd && inner.length > 0) end();
    else if (depth > 0) inner.push(token);
    else shown.push(token);
  }
  if (inner.length > 0) end();
  return shown;
}

function isDetails(token: AnyToken): boolean {
  return token.type === 'html' && token.block !== true && /^<details[\s>]/i.test(token.text);
}

function isDetailsEnd(token: AnyToken): boolean {
  return token.type === 'html' && token.block !== true && /^<\/details\s*>/i.test(token.text);
}

/** What stands in `details`, its opening tag included, as title and the rest. */
function summaryOf([, ...inner]: readonly AnyToken[]): {
  title: string;
  rest: readonly AnyToken[];
} {
  const first = inner[0];
  const isTitled = first?.type === 'html' && /^<summary[\s>]/i.test(first.text);
  const end = isTitled
    ? inner.findIndex(({ type, raw }) => type === 'html' && /^<\/summary\s*>/i.test(raw))
    : -1;
  if (end < 0) return { title: '', rest: inner };
  return { title: rawOf(inner.slice(1, end)), rest: inner.slice(end + 1) };
}
