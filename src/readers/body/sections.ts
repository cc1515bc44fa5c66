import { normalizeLineEnds, rememberContent } from '../../markdown/content.ts';
import { hiddenText } from '../../markdown/hidden-text.ts';
import { titleOfTokens } from '../../markdown/inline-text.ts';
import { type LexedDocument, lexDocument, lexParts } from '../../markdown/lex.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Range } from '../../model/position.ts';
import type { Section } from '../../model/review.ts';
import { type ExtraSynonyms, type Role, roleOrNone } from '../../model/roles.ts';
import { buildSectionTree, type FlatSection, flattenSections } from '../../model/section-tree.ts';
import { type Edges, trimBlankLines } from './body.ts';
import { boldHeadings } from './bold-headings.ts';

/** A section as it was cut, with its tokens. */
export interface Cut {
  readonly flat: FlatSection;
  readonly heading: readonly AnyToken[];
  readonly body: readonly AnyToken[];
}

export interface CutDocument {
  readonly cuts: readonly Cut[];
  readonly document: LexedDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a Markdown text stands in its file. */
export interface Place {
  /** The whole file, or a text of its own (a YAML scalar). */
  readonly source: string;
  readonly start: number;
  readonly range: (start: number, end: number) => Range;
  /** True for a text that is no Markdown. */
  readonly isPlain?: true;
}

/**
 * Lexes Markdown once and cuts it at its top-level headings; what stands before the first is a section of level 0. A line in bold
 * that names one of the `roles` is a heading one level below the last. `within` is the level of a heading that stands elsewhere.
 * Bodies are slices of the source. Diagnostics: limit-exceeded, spoiler-unclosed.
 */
export function cutMarkdown(
  { source, start, range }: Place,
  roles: ExtraSynonyms | undefined,
  within = 0,
): CutDocument {
  const text = source.slice(start);
  const document = lexDocument(normalizeLineEnds(text));
  const toOriginal = offsetMap(text);
  const diagnostics: Diagnostic[] = [];
  if (document.limit !== null) {
    diagnostics.push(
      diagnose(
        'limit-exceeded',
        `Too much for Markdown (${document.limit}); shown as plain text.`,
        { range: range(start, start) },
      ),
    );
  }
  const pieces: Piece[] = [{ start: 0, bodyStart: 0, heading: null, body: [] }];
  let at = 0;
  const bold = boldHeadings(document.tokens, roles, within > 0);
  let depth = within;
  for (const token of document.tokens) {
    const next = at + token.raw.length;
    const line = bold.get(token);
    if (token.type === 'heading') {
      pieces.push({ start: at, bodyStart: next, heading: headingOf(token), body: [] });
      depth = token.depth;
    } else if (line !== undefined) {
      const heading = { ...line, depth: Math.min(Math.max(depth, 1) + 1, 6) };
      const body = line.rest === null ? [] : [line.rest];
      pieces.push({ start: at, bodyStart: at + line.length, heading, body });
    } else (pieces.at(-1) as Piece).body.push(token);
    if (token.type === 'spoiler' && token.missing !== undefined)
      diagnostics.push(unclosed(range, start + toOriginal(at), token.raw, token.missing));
    at = next;
  }
  const cuts = pieces.flatMap((piece, index): Cut[] => {
    const end = start + toOriginal(pieces[index + 1]?.start ?? at);
    return finishPiece(
      piece,
      start + toOriginal(piece.start),
      start + toOriginal(piece.bodyStart),
      end,
      source,
      range,
    );
  });
  return { cuts, document, diagnostics };
}

interface Piece {
  readonly start: number;
  readonly bodyStart: number;
  readonly heading: Heading | null;
  readonly body: AnyToken[];
}

interface Heading {
  readonly depth: number;
  /** As Markdown, and as tokens. */
  readonly text: string;
  readonly tokens: readonly AnyToken[];
}

function headingOf({ depth, text, tokens }: Extract<AnyToken, { type: 'heading' }>): Heading {
  return { depth, text, tokens: known(tokens) };
}

function finishPiece(
  piece: Piece,
  from: number,
  bodyFrom: number,
  to: number,
  source: string,
  range: Place['range'],
): Cut[] {
  const edges: Edges = trimBlankLines(source, bodyFrom, to);
  const body = source.slice(edges.start, edges.end);
  const { heading } = piece;
  if (heading === null) {
    if (body === '') return [];
    return [
      {
        flat: { level: 0, title: 'Introduction', body, range: range(edges.start, edges.end) },
        heading: [],
        body: piece.body,
      },
    ];
  }
  const { text, tokens, role } = withoutRole(heading.text, heading.tokens);
  const end = body === '' ? trimBlankLines(source, from, to).end : edges.end;
  const flat = {
    level: heading.depth,
    ...headingTexts(text, tokens),
    ...(role === undefined ? {} : { role }),
    body,
    range: range(from, end),
  };
  return [{ flat, heading: tokens, body: piece.body }];
}

const roleComment = /^<!--\s*role:\s*([\w-]+)\s*-->$/i;

/** A comment at the end of a heading says the section's role where the heading does not: `## Gripes <!-- role: weaknesses -->`. */
function withoutRole(
  text: string,
  tokens: readonly AnyToken[],
): { text: string; tokens: readonly AnyToken[]; role?: Role | null } {
  const at = tokens.at(-1)?.type === 'html' ? text.lastIndexOf('<!--') : -1;
  const found = at < 0 ? null : roleComment.exec(text.slice(at));
  const role = found === null ? undefined : roleOrNone(found[1] as string);
  return role === undefined
    ? { text, tokens }
    : { text: text.slice(0, at).trimEnd(), tokens: tokens.slice(0, -1), role };
}

/** A heading as plain text, and as Markdown when that says more. */
function headingTexts(
  markdown: string,
  tokens: readonly AnyToken[],
): { title: string; heading?: string } {
  const title = titleOfTokens(tokens).replace(/\s+/g, ' ').trim();
  // At the end of a line that starts with `#`, a `#` would be none of the heading.
  const heading = markdown
    // A hard break, which has no place in one line.
    .replace(/\\(?=\n)(?<=(?<!\\)(?:\\\\)*\\)\n/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/(^|\s)(#+)$/, '$1\\$2');
  return heading === title ? { title } : { title, heading };
}

/** A heading as the title of a review: a field, in which hidden text keeps its marks. */
export function titleText({ title, heading }: { title: string; heading?: string }): string {
  return heading !== undefined && title.includes(hiddenText) ? heading : title;
}

/** Where an offset of the text with `\n` line ends is in the text as written. */
function offsetMap(text: string): (offset: number) => number {
  if (!text.includes('\r\n')) return (offset) => offset;
  const ends: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2))
    ends.push(at - ends.length);
  return (offset) => offset + countBelow(ends, offset);
}

/** How many of the numbers, which are in order, are less than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function unclosed(range: Place['range'], start: number, raw: string, missing: string): Diagnostic {
  const line = raw.split('\n', 1)[0] as string;
  return diagnose(
    'spoiler-unclosed',
    'A spoiler is opened here and never closed; the rest of the text is hidden.',
    {
      range: range(start, start + line.trimEnd().length),
      hint: `Close it with \`${missing}\`.`,
    },
  );
}

/**
 * The tree of what was cut. Its tokens are remembered, so that no writer lexes them again, unless `footnotes` is null:
 * cuts of several documents are lexed together by the writer that wants them.
 */
export function sectionsOf(
  cuts: readonly Cut[],
  footnotes: LexedDocument['footnotes'] | null,
  synonyms: ExtraSynonyms | undefined,
): Section[] {
  const sections = buildSectionTree(
    cuts.map(({ flat }) => flat),
    synonyms,
  );
  if (footnotes === null) return sections;
  const bodies = new Map<string, readonly AnyToken[]>();
  const headings = new Map<string, readonly AnyToken[]>();
  flattenSections(sections).forEach(({ id }, index) => {
    const cut = cuts[index] as Cut;
    bodies.set(id, cut.body);
    if (cut.flat.heading !== undefined) headings.set(id, cut.heading);
  });
  rememberContent(sections, { bodies, headings, footnotes });
  return sections;
}

/** A heading's Markdown as it stands in YAML, lexed. */
export function lexHeading(markdown: string): { title: string; heading?: string } {
  // Blanks within it are part of the heading as it is written.
  const line = markdown.replace(/\s*[\r\n]\s*/g, ' ').trim();
  if (!/[\\`*_[\]<>&~|!:@^%=]|(?:^|\s)#+$|www\.|[^\S ]| {2}/.test(line)) return { title: line };
  // Only in a line that starts with `#` would a `#` at the end be none of the heading.
  const [token] = lexParts([`# ${line.replace(/(^|\s)(#+)$/, '$1\\$2')}`]).parts[0] ?? [];
  return token?.type === 'heading'
    ? headingTexts(token.text, known(token.tokens))
    : { title: line };
}
