import { beside } from '../model/beside.ts';
import type { Review, Section } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import { lexParts } from './lex.ts';
import type { AnyToken, FootnoteDefinition } from './tokens.ts';

/** The tokens of a review's sections, and what any of them may refer to. */
export interface ReviewContent {
  /** A section's own body (not its subsections'). Empty for a section of another review. */
  readonly bodyOf: (section: Section) => readonly AnyToken[];
  /** The heading as inline tokens. */
  readonly headingOf: (section: Section) => readonly AnyToken[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

interface Parts {
  readonly bodies: ReadonlyMap<string, readonly AnyToken[]>;
  readonly headings: ReadonlyMap<string, readonly AnyToken[]>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

// Keyed by the section array, which survives `{ ...review, id }`: a reader that has lexed the file leaves its tokens here.
const lexed = beside<readonly Section[], Parts>();

/** Remembers the tokens of the section with each id, so that no writer lexes the review again. */
export function rememberContent(sections: readonly Section[], parts: Parts): void {
  lexed.set(sections, parts);
}

/** The content of a review: what its reader left, else its bodies lexed now, once. */
export function contentOf(review: Review): ReviewContent {
  let parts = lexed.get(review.sections);
  if (parts === undefined) {
    parts = lexSections(review);
    lexed.set(review.sections, parts);
  }
  const { bodies, headings, footnotes } = parts;
  return {
    bodyOf: (section) => bodies.get(section.id) ?? [],
    headingOf: (section) => headings.get(section.id) ?? [plain(section.title)],
    footnotes,
  };
}

function lexSections(review: Review): Parts {
  const sections = flattenSections(review.sections);
  const sources = sections.flatMap((section) => [
    normalizeLineEnds(section.body),
    section.heading ?? '',
  ]);
  const { parts, footnotes } = lexParts(sources);
  const bodies = new Map<string, readonly AnyToken[]>();
  const headings = new Map<string, readonly AnyToken[]>();
  sections.forEach((section, index) => {
    bodies.set(section.id, parts[2 * index] ?? []);
    const heading = parts[2 * index + 1]?.[0];
    if (heading?.type === 'paragraph') headings.set(section.id, heading.tokens as AnyToken[]);
  });
  return { bodies, headings, footnotes };
}

/** Line ends as Markdown's lexer wants them. */
export function normalizeLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function plain(text: string): AnyToken {
  return { type: 'escape', raw: text, text };
}
