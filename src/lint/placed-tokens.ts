import { contentOf } from '../markdown/content.ts';
import { type AnyToken, known } from '../markdown/tokens.ts';
import { beside } from '../model/beside.ts';
import { placedSections } from './section-places.ts';
import type { Subject } from './subject.ts';

/** A token and where it stands in the file. */
export interface PlacedToken {
  readonly token: AnyToken;
  /** Its first character; the section's start when the token cannot be found (in a scalar with escapes). */
  readonly start: number;
  /** False when `start` is only the section's. */
  readonly isExact: boolean;
}

interface Cursor {
  readonly source: string;
  at: number;
  end: number;
  /** What is not found costs a look through the rest of the file. */
  misses: number;
}

const mostMisses = 50;

const placedBefore = beside<Subject, readonly PlacedToken[]>();

/**
 * Every token of a review's headings and bodies, parents before children, in the order of the text. Tokens know no offsets, and
 * what stands in a quote, a list or a YAML block is indented in the file: each line of a token is looked up after the one before it.
 * They are placed once for all rules.
 */
export function placedTokens(subject: Subject): readonly PlacedToken[] {
  const before = placedBefore.get(subject);
  if (before !== undefined) return before;
  const placed = allPlaced(subject);
  placedBefore.set(subject, placed);
  return placed;
}

function allPlaced(subject: Subject): readonly PlacedToken[] {
  const { review, source } = subject;
  const content = contentOf(review);
  const into: PlacedToken[] = [];
  const cursor: Cursor = { source, at: 0, end: source.length, misses: 0 };
  const placed = placedSections(subject);
  for (const [index, { section, start }] of placed.entries()) {
    cursor.at = start;
    cursor.end = placed[index + 1]?.start ?? source.length;
    if (section.level > 0) walk(content.headingOf(section), cursor, start, into);
    walk(content.bodyOf(section), cursor, start, into);
  }
  return into;
}

function walk(
  tokens: readonly AnyToken[],
  cursor: Cursor,
  fallback: number,
  into: PlacedToken[],
): void {
  for (const token of tokens) {
    const place = find(token.raw, cursor);
    into.push({ token, start: place?.start ?? fallback, isExact: place !== null });
    const children = childrenOf(token);
    if (children.length > 0) {
      if (place !== null) cursor.at = place.start;
      walk(children, cursor, fallback, into);
    }
    if (place !== null) cursor.at = Math.max(cursor.at, place.end);
  }
}

function childrenOf(token: AnyToken): readonly AnyToken[] {
  switch (token.type) {
    case 'list':
      return known(token.items);
    case 'table':
      return [...token.header, ...token.rows.flat()].flatMap(({ tokens }) => known(tokens));
    // Its text is no Markdown.
    case 'image':
      return [];
    default:
      return 'tokens' in token ? known(token.tokens) : [];
  }
}

/** Where the token's lines stand from the cursor on, within its section. */
function find(raw: string, cursor: Cursor): { start: number; end: number } | null {
  let start = -1;
  let end = cursor.at;
  for (const line of raw.split('\n')) {
    const text = line.trim();
    if (text === '') continue;
    const at = cursor.misses < mostMisses ? cursor.source.indexOf(text, end) : -1;
    if (at < 0 || at + text.length > cursor.end) {
      cursor.misses++;
      return start < 0 ? null : { start, end };
    }
    if (start < 0) start = at;
    end = at + text.length;
  }
  return start < 0 ? null : { start, end };
}
