/** What stands in a line: text, breaks, and marks that open and close in pairs. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'strong' | 'em' | 'del' | 'link' | 'spoiler';
      readonly opens: boolean;
      readonly url: string;
    };

/** A mark with what is in it. */
interface Marked {
  readonly kind: 'strong' | 'em' | 'del' | 'link' | 'spoiler';
  readonly url: string;
  readonly inside: Piece[];
}

type Piece = string | Marked;

/**
 * A line as Markdown. Blanks are one; those at the edges of a mark stand outside of it. Where a mark of Markdown would not be one for what stands beside it
 * (CommonMark, left- and right-flanking), the tag stands instead.
 */
export function inlineMarkdown(line: readonly Inline[], escaped: (text: string) => string): string {
  const pieces = settled(pieced(line), new Set());
  const around = { left: '', right: '', isEmphasis: false };
  return written(pieces, escaped, around).replace(/^ +| +$/g, '');
}

function pieced(line: readonly Inline[]): Piece[] {
  const top: Piece[] = [];
  const open: Marked[] = [];
  for (const inline of line) {
    const into = open.at(-1)?.inside ?? top;
    if (inline.kind === 'break') continue;
    if (inline.kind === 'text') into.push(inline.text);
    else if (inline.opens) {
      const marked: Marked = { kind: inline.kind, url: inline.url, inside: [] };
      into.push(marked);
      open.push(marked);
    } else open.pop();
  }
  return top;
}

/** Marks within their like, and those that hold nothing, are gone; blanks at their edges stand outside of them. */
function settled(pieces: readonly Piece[], around: ReadonlySet<string>): Piece[] {
  const found: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = found.at(-1);
    if (typeof piece !== 'string' || typeof last !== 'string') found.push(piece);
    else found[found.length - 1] = last + piece;
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      add(piece);
      continue;
    }
    const inside = settled(piece.inside, new Set([...around, piece.kind]));
    const text = plain(inside);
    if (around.has(piece.kind) || text.trim() === '') {
      for (const each of inside) add(each);
      continue;
    }
    const [before = ''] = /^\s*/.exec(text) ?? [];
    const [after = ''] = /\s*$/.exec(text) ?? [];
    if (before !== '') add(before);
    add({ ...piece, inside: trimmed(inside) });
    if (after !== '') add(after);
  }
  return found;
}

function plain(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : plain(piece.inside))).join('');
}

/** Blanks stand at the edges as text of their own: those of marks within have moved out already. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  return pieces
    .map((piece, index) => {
      if (typeof piece !== 'string') return piece;
      const start = index === 0 ? piece.trimStart() : piece;
      return index === pieces.length - 1 ? start.trimEnd() : start;
    })
    .filter((piece) => piece !== '');
}

/** Their marks, those within another of them, and their tags. */
const signs: Readonly<Record<string, readonly [mark: string, inner: string, tag: string]>> = {
  strong: ['**', '__', 'b'],
  em: ['*', '_', 'i'],
  del: ['~~', '~~', 's'],
};

/** What stands around pieces: the characters beside them, and whether they are within emphasis. */
interface Around {
  readonly left: string;
  readonly right: string;
  readonly isEmphasis: boolean;
}

type Escape = (text: string) => string;

function written(pieces: readonly Piece[], escaped: Escape, around: Around): string {
  let markdown = '';
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      const isBeforeLink = isLink(pieces[index + 1]) && piece.endsWith('!');
      const text = escaped(piece.replace(/[ \t\n\f]+/g, ' '));
      markdown += isBeforeLink ? `${text.slice(0, -1)}\\!` : text;
      continue;
    }
    const left = index === 0 ? around.left : edge(pieces[index - 1]).slice(-1);
    const right = index === pieces.length - 1 ? around.right : edge(pieces[index + 1]).slice(0, 1);
    markdown += marked(piece, escaped, { ...around, left, right });
  }
  return markdown;
}

/** The text of a piece beside another; of a mark, a character that stands apart from nothing. */
function edge(piece: Piece | undefined): string {
  return typeof piece === 'string' ? piece : 'x';
}

function isLink(piece: Piece | undefined): boolean {
  return typeof piece === 'object' && piece.kind === 'link';
}

function marked({ kind, url, inside }: Marked, escaped: Escape, around: Around): string {
  const bare = { left: '', right: '', isEmphasis: false };
  if (kind === 'link') return `[${written(inside, withoutLinks(escaped), bare)}](${target(url)})`;
  if (kind === 'spoiler') {
    const content = written(inside, escaped, bare);
    return content.includes('|') ? `<spoiler>${content}</spoiler>` : `||${content}||`;
  }
  const [outer, inner, tag] = signs[kind] as readonly [string, string, string];
  const text = plain(inside);
  // Beside a letter or another mark it would be none.
  const isFree =
    isApart(around.left) &&
    isApart(around.right) &&
    !/^[*_~]|[*_~]$/.test(text) &&
    !around.isEmphasis &&
    isPlain(inside);
  const isInner =
    around.isEmphasis &&
    kind !== 'del' &&
    isApart(around.left) &&
    isApart(around.right) &&
    !/[*_~]/.test(text);
  const content = written(inside, escaped, {
    left: '',
    right: '',
    isEmphasis: isFree && kind !== 'del',
  });
  if (isInner) return `${inner}${content}${inner}`;
  return isFree ? `${outer}${content}${outer}` : `<${tag}>${content}</${tag}>`;
}

/** Whether pieces are text and emphasis alone: what else holds signs may hide the mark that closes. */
function isPlain(pieces: readonly Piece[]): boolean {
  return pieces.every(
    (piece) =>
      typeof piece === 'string' || (/^(?:em|strong)$/.test(piece.kind) && isPlain(piece.inside)),
  );
}

function isApart(character: string): boolean {
  return character === '' || /^[\s.,;:!?()"'“”‘’–—…-]$/u.test(character);
}

/**
 * Within a link's text an address is text; a bracket would end the link, and what escapes one there is taken off before the text is read (marked): it stands as
 * an entity.
 */
function withoutLinks(escaped: Escape): Escape {
  return (text) =>
    escaped(text)
      .replace(
        /<(https?|ftp):\/\/([^<>]*)>/gi,
        (_, scheme: string, rest: string) => `${scheme}\\://${escapedRest(rest)}`,
      )
      .replace(/\\?\[/g, '&#91;')
      .replace(/\]/g, '&#93;');
}

function escapedRest(text: string): string {
  return text.replace(/[\\`*~|_&]/g, '\\$&');
}

/** An address as a link's target (CommonMark, link destinations). */
function target(url: string): string {
  const safe = url.replace(/[\s<>\\]/g, (found) => encodeURIComponent(found));
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}
