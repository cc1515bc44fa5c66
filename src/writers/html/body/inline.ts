import { decodeEntities } from '../../../markdown/entities.ts';
import { hiddenText } from '../../../markdown/hidden-text.ts';
import { htmlTag, isComment, withoutSilent } from '../../../markdown/html-tags.ts';
import { inlineText } from '../../../markdown/inline-text.ts';
import { lexDocument } from '../../../markdown/lex.ts';
import { isMarked } from '../../../markdown/syntax/vault-marks.ts';
import { type AnyToken, known } from '../../../markdown/tokens.ts';
import { type Attributes, element, escapeHtml, escapeMarkdown, hasText } from '../escape.ts';
import type { HtmlNames, HtmlPage } from '../html-page.ts';
import { fragment, linkAddress } from '../url.ts';
import { pictureHtml } from './picture.ts';
import { plainInline } from './plain.ts';
import { pairTags } from './raw-html.ts';

/** A stretch of a line as HTML. A hidden one is a spoiler that its reader opens, under `title`. */
export interface Piece {
  readonly html: string;
  readonly hidden: boolean;
  readonly title?: string;
}

interface Scope {
  readonly page: HtmlPage;
  /** True within a link, where no other may stand. */
  readonly insideLink: boolean;
  /** What a picture without a text is called: the address of the link that is nothing but it. */
  readonly nameless?: string;
}

/**
 * Inline tokens as HTML. Raw HTML is text but for a few harmless tags; addresses are links only when they are safe to follow.
 * What is emphasised or linked around a spoiler is cut in pieces at it, for `details` cannot stand within them.
 */
export function inlinePieces(tokens: readonly AnyToken[], page: HtmlPage): Piece[] {
  return piecesOf(tokens, { page, insideLink: false });
}

/** Pieces where only a run of text may stand, as in a heading: a spoiler is the word alone. */
export function phrasingHtml(pieces: readonly Piece[], names: HtmlNames): string {
  const hint = hiddenHint(names);
  return pieces.map(({ html, hidden }) => (hidden ? hint : html)).join('');
}

function hiddenHint({ classes }: HtmlNames): string {
  return element('span', { class: classes('hidden') }, hiddenText);
}

/** Pieces where blocks may stand: each spoiler is a `details` within the line. */
export function flowHtml(pieces: readonly Piece[], names: HtmlNames): string {
  return pieces.map((piece) => (piece.hidden ? inlineSpoiler(piece, names) : piece.html)).join('');
}

function inlineSpoiler({ html, title = 'Spoiler' }: Piece, { classes }: HtmlNames): string {
  const summary = element('summary', {}, escapeHtml(title));
  return element(
    'details',
    { class: classes('spoiler inline') },
    `${summary} ${element('span', {}, html)}`,
  );
}

function piecesOf(tokens: readonly AnyToken[], scope: Scope): Piece[] {
  const worded = withoutSilent(tokens);
  return rangePieces(worded, 0, worded.length, pairTags(worded), scope);
}

function rangePieces(
  tokens: readonly AnyToken[],
  from: number,
  to: number,
  pairs: ReadonlyMap<number, number>,
  scope: Scope,
): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at] as AnyToken;
    const end = pairs.get(at);
    if (token.type !== 'html') for (const piece of tokenPieces(token, scope)) pieces.push(piece);
    else if (end === undefined) pieces.push(shown(loneTag(token.text, scope)));
    else {
      pieces.push(...pairPieces(tokens, at, end, pairs, scope));
      at = end;
    }
  }
  return joined(pieces);
}

function pairPieces(
  tokens: readonly AnyToken[],
  start: number,
  end: number,
  pairs: ReadonlyMap<number, number>,
  scope: Scope,
): Piece[] {
  const tag = (at: number): string => (tokens[at] as AnyToken).raw;
  const opening = htmlTag(tag(start));
  const name = opening?.name ?? '';
  if (name === 'a')
    return anchorPieces(opening?.attribute('href') ?? '', tokens, start, end, pairs, scope);
  if (name === 'details') return detailsPieces(tokens, start, end, pairs, scope);
  const inner = rangePieces(tokens, start + 1, end, pairs, scope);
  // Without `details` around it a summary is words.
  if (name === 'summary') return inner;
  return wrapped(name, {}, inner);
}

/** `<details>` in a line, which was asked for: its title is not shown, as that of any spoiler within a line. */
function detailsPieces(
  tokens: readonly AnyToken[],
  start: number,
  end: number,
  pairs: ReadonlyMap<number, number>,
  scope: Scope,
): Piece[] {
  const first = tokens[start + 1];
  const isTitled = first?.type === 'html' && htmlTag(first.text)?.name === 'summary';
  const titleEnd = isTitled ? pairs.get(start + 1) : undefined;
  return [
    spoilerPiece(rangePieces(tokens, (titleEnd ?? start) + 1, end, pairs, scope), scope.page),
  ];
}

function tokenPieces(token: AnyToken, scope: Scope): Piece[] {
  switch (token.type) {
    case 'text':
      if (token.tokens !== undefined) return piecesOf(known(token.tokens), scope);
      return [shown(escapeMarkdown(token.text))];
    case 'escape':
      return [shown(escapeHtml(token.text))];
    case 'em':
      return wrapped(isMarked(token) ? 'mark' : 'em', {}, piecesOf(known(token.tokens), scope));
    case 'strong':
    case 'del':
      return wrapped(token.type, {}, piecesOf(known(token.tokens), scope));
    case 'codespan':
      return [shown(element('code', {}, escapeHtml(token.text)))];
    case 'br':
      return [shown('<br>\n')];
    case 'link':
      return linkPieces(token, scope);
    case 'image':
      return [shown(imageHtml(token, scope))];
    case 'footnoteReference':
      return [shown(referenceHtml(token.label, token.raw, scope))];
    case 'inlineSpoiler':
      return [spoilerPiece(piecesOf(known(token.tokens), scope), scope.page)];
    case 'hiddenInline':
      return [hiddenPiece(token, scope)];
    case 'checkbox':
      return [];
    default:
      return 'tokens' in token ? piecesOf(known(token.tokens), scope) : [];
  }
}

/** `<a href>`: a link by the checks of any other, or its words alone. */
function anchorPieces(
  href: string,
  tokens: readonly AnyToken[],
  start: number,
  end: number,
  pairs: ReadonlyMap<number, number>,
  scope: Scope,
): Piece[] {
  const address = scope.insideLink || href === '' ? null : addressOf(href, scope);
  const inner = rangePieces(tokens, start + 1, end, pairs, {
    ...scope,
    ...(address === null ? {} : { insideLink: true }),
  });
  const hasWords = inner.some(({ html }) => hasText(html));
  return address === null || !hasWords ? inner : wrapped('a', { href: address }, inner);
}

/** Where a link of the text leads; null where it may not be one, or leads nowhere. */
function addressOf(href: string, { page }: Scope): string | null {
  const address = linkAddress(href);
  return address === null ? null : page.link(address);
}

/** A tag that pairs with none: a line end or a picture, or nothing; what is no tag that anybody knows is text. */
function loneTag(html: string, scope: Scope): string {
  const tag = htmlTag(html);
  if (tag === null) return isComment(html) ? '' : escapeHtml(html);
  if (tag.name === 'br') return '<br>';
  return tag.name === 'img' && !tag.isEnd
    ? pictureHtml(tag.attribute('src'), decodeEntities(tag.attribute('alt')), undefined, scope)
    : '';
}

/** A spoiler that is shown. */
function spoilerPiece(content: readonly Piece[], names: HtmlNames): Piece {
  return shown(element('span', { class: names.classes('spoiler') }, flowHtml(content, names)));
}

/** What stands behind a placeholder, to be opened; the placeholder where that is not at hand. */
function hiddenPiece(token: Extract<AnyToken, { type: 'hiddenInline' }>, scope: Scope): Piece {
  const title = plainInline(lexDocument(token.title).tokens).trim();
  const part = scope.page.behind(token);
  if (!part) return shown(hiddenHint(scope.page));
  const html = flowHtml(piecesOf(part.tokens, scope), scope.page);
  return { html, hidden: true, ...(title === '' ? {} : { title }) };
}

type Link = Extract<AnyToken, { type: 'link' }>;
type Image = Extract<AnyToken, { type: 'image' }>;

function linkPieces(link: Link, scope: Scope): Piece[] {
  const tokens = known(link.tokens);
  const address = scope.insideLink ? null : addressOf(link.href, scope);
  if (address === null) return piecesOf(tokens, scope);
  const isNameless = inlineText(tokens).trim() === '';
  const inner = piecesOf(tokens, {
    ...scope,
    insideLink: true,
    ...(isNameless ? { nameless: link.href } : {}),
  });
  const hasImage = inner.some(({ html }) => html.includes('<img '));
  // Whoever hears the page must be told where a link goes that says nothing.
  const named = isNameless && !hasImage ? [shown(escapeMarkdown(link.href) || '#')] : inner;
  // On paper an address is spelled out behind a link, unless the link says it.
  const isBare = saysAddress(inlineText(tokens), address);
  const attributes = { class: isBare ? scope.page.classes('bare') : undefined };
  return wrapped('a', { ...attributes, href: address, title: titleOf(link.title) }, named);
}

function saysAddress(text: string, address: string): boolean {
  const plain = (url: string): string => url.trim().replace(/^https?:\/\/|\/$/gi, '');
  return /^https?:/i.test(address) && plain(text) === plain(address);
}

/** The text of a title; none when there is none. */
function titleOf(title: string | null | undefined): string | undefined {
  return title ? decodeEntities(title) : undefined;
}

function imageHtml(image: Image, scope: Scope): string {
  const text =
    inlineText(known(image.tokens)) || decodeEntities(image.tokens === undefined ? image.text : '');
  return pictureHtml(image.href, text, titleOf(image.title), scope);
}

function referenceHtml(label: string, raw: string, { page, insideLink }: Scope): string {
  const note = page.footnotes.refer(label);
  if (note === null) return escapeHtml(raw);
  const { number, id, referenceId } = note;
  if (!page.linksNotes) return element('sup', {}, String(number));
  if (insideLink) return element('sup', { id: referenceId }, String(number));
  const link = element(
    'a',
    { id: referenceId, href: fragment(id), 'aria-label': `Note ${number}` },
    String(number),
  );
  return element('sup', { class: page.classes('note-ref') }, link);
}

function shown(html: string): Piece {
  return { html, hidden: false };
}

/** Each piece in an element of its own. */
function wrapped(name: string, attributes: Attributes, pieces: readonly Piece[]): Piece[] {
  if (pieces.length === 0) return [shown(element(name, attributes, ''))];
  return joined(pieces).map((piece) => ({ ...piece, html: element(name, attributes, piece.html) }));
}

/** Neighbours that are both shown as one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let run: string[] = [];
  const endRun = (): void => {
    if (run.length > 0) result.push(shown(run.join('')));
    run = [];
  };
  for (const piece of pieces) {
    if (!piece.hidden) run.push(piece.html);
    else {
      endRun();
      result.push(piece);
    }
  }
  endRun();
  return result;
}
