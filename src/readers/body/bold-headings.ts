import { titleOfTokens } from '../../markdown/inline-text.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import { type ExtraSynonyms, roleNamed, roleOfHeading } from '../../model/roles.ts';

type Paragraph = Extract<AnyToken, { type: 'paragraph' }>;

/** A paragraph whose first line is bold and nothing else, as in `**The good:**`: a heading to whoever reads it. */
export interface BoldLine {
  /** The heading's Markdown and its tokens, without the marks that make it bold. */
  readonly text: string;
  readonly tokens: readonly AnyToken[];
  /** UTF-16 units of the paragraph's source that the line takes, its end included. */
  readonly length: number;
  /** The lines under it, when no blank line stands between. */
  readonly rest: Paragraph | null;
}

const maxUnits = 80;

/** The tokens of a document that are headings in bold. */
export type BoldHeadings = ReadonlyMap<AnyToken, BoldLine>;

/**
 * Which paragraphs are headings. One that names a role is; when the document has no other headings, so is every bold line that
 * stands alone, if one of them names a role. `within` is true for the text of a section, whose heading stands elsewhere.
 */
export function boldHeadings(
  tokens: readonly AnyToken[],
  roles: ExtraSynonyms | undefined,
  within: boolean,
): BoldHeadings {
  const lines = new Map<AnyToken, BoldLine>();
  for (const token of tokens) {
    const line = token.type === 'paragraph' ? boldLine(token) : null;
    if (line !== null) lines.set(token, line);
  }
  if (lines.size === 0) return lines;
  const alone =
    !within &&
    !tokens.some((token, index) => token.type === 'heading' && (token.depth > 1 || index > 1));
  const named = (line: BoldLine) => roleNamed(titleOf(line), roles) !== null;
  const wide =
    alone && [...lines.values()].some((line) => roleOfHeading(titleOf(line), roles) !== null);
  return new Map([...lines].filter(([, line]) => named(line) || (wide && line.rest === null)));
}

function titleOf({ tokens }: BoldLine): string {
  return titleOfTokens(tokens).trim();
}

function boldLine(paragraph: Paragraph): BoldLine | null {
  const [strong, after, ...more] = known(paragraph.tokens);
  if (strong?.type !== 'strong' || !paragraph.raw.trimStart().startsWith(strong.raw)) return null;
  const tokens = known(strong.tokens);
  const title = titleOfTokens(tokens).trim();
  if (
    title === '' ||
    title.length > maxUnits ||
    strong.raw.includes('\n') ||
    /[.,;!…”"]$/.test(title)
  )
    return null;
  const text = strong.text.trim();
  if (after === undefined) return { text, tokens, length: paragraph.raw.length, rest: null };
  const end = lineEnd(after);
  if (end === null) return null;
  const length = paragraph.raw.indexOf('\n') + 1;
  if (length === 0) return { text, tokens, length: paragraph.raw.length, rest: null };
  const rest = restOf(after, end, more);
  return rest.length === 0
    ? { text, tokens, length: paragraph.raw.length, rest: null }
    : { text, tokens, length, rest: paragraphOf(paragraph, length, rest) };
}

/** Units of the token that end the line; null when it says anything but a colon there. */
function lineEnd(token: AnyToken): number | null {
  if (token.type === 'br') return token.raw.length;
  if (token.type !== 'text') return null;
  return /^\s*(?::[ \t]*)?(?:\n|$)/.exec(token.raw)?.[0].length ?? null;
}

function restOf(first: AnyToken, end: number, more: readonly AnyToken[]): AnyToken[] {
  const raw = first.raw.slice(end);
  return raw === '' ? [...more] : [{ ...first, raw, text: raw } as AnyToken, ...more];
}

function paragraphOf(paragraph: Paragraph, from: number, tokens: readonly AnyToken[]): Paragraph {
  const raw = paragraph.raw.slice(from);
  return { ...paragraph, raw, text: raw.trimEnd(), tokens: tokens as Paragraph['tokens'] };
}
