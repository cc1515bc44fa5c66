import { Hooks, Lexer, Marked, type Tokenizer } from 'marked';
import { reviewExtensions } from './extensions.ts';
import { mayHide } from './hidden-text.ts';
import { findLimit, hasTooManyMarks } from './limits.ts';
import { marksAround, withinInlines, withoutHiddenMarks } from './spoiler-inlines.ts';
import { createTokenizer } from './tokenizer.ts';
import { type AnyToken, type FootnoteDefinition, known, type Token } from './tokens.ts';

/** One Markdown document, lexed once: its top-level tokens, and what any part of it may refer to. */
export interface LexedDocument {
  /** In the order of the source; their `raw` add up to it. */
  readonly tokens: readonly AnyToken[];
  /** By label in lower case, in the order in which they are defined; the first definition counts. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** Why the document is plain text instead of Markdown, when it is. */
  readonly limit: string | null;
}

let marked: Marked | undefined;

/** `hides`: whether a text may hold marks that hide; those of emphasis are looked for in another way then, which takes longer. */
function createLexer(hides: boolean): Lexer {
  // Never the global instance: options set there would reach other users of the package.
  marked ??= new Marked({ gfm: true, extensions: [...reviewExtensions] });
  // marked ties a tokenizer to its lexer: each lexer has its own.
  const lexer = new Lexer({
    ...marked.defaults,
    ...(hides ? { hooks: Object.assign(new Hooks(), { emStrongMask }) } : {}),
    tokenizer: createTokenizer() as Tokenizer,
  });
  countDepth(lexer);
  return lexer;
}

function emStrongMask(this: { readonly lexer: Lexer }, text: string): string {
  return withoutHiddenMarks(marksAround(this.lexer, text), text);
}

/** Containers in one another, blocks and inlines each. marked is recursive, and a stack that overflows can end the program. */
const maxDepth = 250;

class TooDeep extends Error {}

/** Makes a lexer that throws `TooDeep` before its stack is near its end, whatever the containers are. */
function countDepth(lexer: Lexer): void {
  const blockTokens = lexer.blockTokens.bind(lexer) as (...more: unknown[]) => unknown;
  const inlines = lexer.inlineTokens.bind(lexer);
  const inlineTokens = (source: unknown, ...more: unknown[]): unknown =>
    withinInlines(lexer, source as string, () =>
      inlines(source as string, ...(more as [Token[]?])),
    );
  let depth = 0;
  const counted =
    (lex: (...more: unknown[]) => unknown) =>
    (...more: unknown[]): unknown => {
      if (depth >= maxDepth) throw new TooDeep();
      depth++;
      try {
        return lex(...more);
      } finally {
        depth--;
      }
    };
  Object.assign(lexer, { blockTokens: counted(blockTokens), inlineTokens: counted(inlineTokens) });
}

/**
 * Lexes Markdown (CommonMark 0.31 with GFM's tables, task lists, strikethrough and autolinks; footnotes, alerts, spoilers).
 * Line ends must be `\n`. Reference links and footnotes may be defined anywhere in the document.
 * Never throws: what is too large or too deep becomes one text token, and `limit` says which limit it met.
 */
export function lexDocument(source: string): LexedDocument {
  const {
    parts: [tokens = []],
    footnotes,
    limit,
  } = lexParts([source]);
  return { tokens, footnotes, limit };
}

let lastLimit: string | null = null;

/** Several texts lexed as if they stood in one document, each on its own: a reference in one may be defined in another. */
export interface LexedParts {
  readonly parts: readonly (readonly AnyToken[])[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly limit: string | null;
}

/** As `lexDocument`, for texts that must not run into each other, such as the bodies of a YAML review's sections. */
export function lexParts(sources: readonly string[]): LexedParts {
  lastLimit = null;
  const lexer = createLexer(sources.some(mayHide));
  const parts = sources.map((source) => {
    const limit = findLimit(source);
    if (limit !== null) {
      lastLimit ??= limit;
      return [plainText(source)];
    }
    return guarded(source, () => {
      const tokens: Token[] = [];
      lexer.blockTokens(source, tokens as never);
      return tokens as AnyToken[];
    });
  });
  drainInlines(lexer);
  return { parts, footnotes: gatherNotes(parts), limit: lastLimit };
}

/** A text lexed as the inside of one paragraph. Never throws: what is too large or too deep becomes one text token. */
export function lexInline(source: string): readonly AnyToken[] {
  if (findLimit(source) !== null || hasTooManyMarks(source)) return [plainText(source)];
  const lexer = createLexer(mayHide(source));
  return guarded(source, () => lexer.inlineTokens(source) as AnyToken[]);
}

/** marked lexes inlines after all blocks, so that every link definition is known by then. */
function drainInlines(lexer: Lexer): void {
  for (const { src, tokens } of lexer.inlineQueue) {
    // As marked does between two blocks: an unclosed <pre> ends with its own.
    lexer.state.inRawBlock = false;
    if (hasTooManyMarks(src)) {
      // The scan takes what looks like an item or a row for one; here it is known what it was.
      lastLimit ??= 'a paragraph has too many marks';
      tokens.push(plainText(src) as never);
    } else guarded(src, () => lexer.inlineTokens(src, tokens) as AnyToken[], tokens as AnyToken[]);
  }
  lexer.inlineQueue = [];
}

/** What is nested deeper than a linear scan can see is shown as it stands. */
function guarded(source: string, lex: () => AnyToken[], into: AnyToken[] = []): AnyToken[] {
  try {
    return lex();
  } catch (error) {
    if (
      !(error instanceof TooDeep) &&
      !(error instanceof RangeError) &&
      !(error instanceof Error && /infinite loop/i.test(error.message))
    )
      throw error;
    lastLimit ??= 'nesting too deep';
    into.length = 0;
    into.push(plainText(source));
    return into;
  }
}

function plainText(source: string): AnyToken {
  return { type: 'text', raw: source, text: source, escaped: false };
}

/** Blocks of a text whose notes are gathered: they may be changed. */
type Blocks = AnyToken[];

/**
 * The notes that texts define, by label. The first definition of a label is the note; another one is a paragraph, as it stands, so that nothing that
 * somebody wrote is lost. One that stands in a quote or an item is taken out of it, to the end of its text: it is no part of what is quoted. What is
 * hidden keeps its own.
 */
function gatherNotes(parts: readonly Blocks[]): Map<string, FootnoteDefinition> {
  const notes = new Map<string, FootnoteDefinition>();
  for (const blocks of parts) {
    const inner: FootnoteDefinition[] = [];
    gather(blocks, notes, null, inner);
    for (const note of inner) blocks.push(note);
  }
  return notes;
}

/** `inner` takes the definitions that stand within a container; `container` is null at the top. */
function gather(
  blocks: Blocks,
  notes: Map<string, FootnoteDefinition>,
  container: 'quote' | null,
  inner: FootnoteDefinition[],
): void {
  for (const [at, token] of blocks.entries()) {
    if (token.type === 'footnoteDefinition') {
      if (notes.has(token.label)) blocks[at] = secondDefinition(token);
      else if (container === null) notes.set(token.label, token);
      else {
        // The container's text holds its own already.
        const note = { ...token, raw: '' };
        notes.set(note.label, note);
        inner.push(note);
        blocks[at] = { type: 'space', raw: token.raw };
      }
    } else if (token.type === 'list')
      for (const item of token.items) gather(item.tokens as Blocks, notes, 'quote', inner);
    else if (token.type === 'blockquote' || token.type === 'alert') {
      gather(token.tokens as Blocks, notes, 'quote', inner);
      if (token.tokens.length > 0 && token.tokens.every(({ type }) => type === 'space'))
        blocks[at] = { type: 'space', raw: token.raw };
    }
  }
}

/** What a second definition begins with, as a paragraph. */
export const secondMark = /^(\[\^[^\]\n]+\]):\s$/;

function secondDefinition({ raw, tokens }: FootnoteDefinition): AnyToken {
  const mark = /^\s*(\[\^[^\]\n]*\]:)/.exec(raw)?.[1] ?? '';
  const label = { type: 'text' as const, raw: `${mark} `, text: `${mark} `, escaped: false };
  const inner = known(tokens).flatMap((block): readonly AnyToken[] =>
    (block.type === 'paragraph' || block.type === 'text') && block.tokens !== undefined
      ? known(block.tokens)
      : [{ type: 'text', raw: block.raw, text: block.raw, escaped: false }],
  );
  return { type: 'paragraph', raw, text: raw.trim(), tokens: [label, ...inner] } as AnyToken;
}
