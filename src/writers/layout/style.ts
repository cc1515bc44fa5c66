import { type Line, lineWidth, type Span } from '../../text/wrap.ts';

/** What a stretch of text is for; a theme says how it looks. */
export type Tone =
  | 'title'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'label'
  | 'muted'
  | 'stars'
  | 'emptyStars'
  | 'pro'
  | 'con'
  | 'marker'
  | 'bar'
  | 'rule'
  | 'quote'
  | 'code'
  | 'spoiler'
  | 'alert';

/** How a stretch of text is set. Two spans of one style may share the object. */
export interface Style {
  readonly tone?: Tone;
  readonly strong?: boolean;
  readonly em?: boolean;
  readonly del?: boolean;
  readonly code?: boolean;
  /** Where a link leads: http, https or mailto. */
  readonly href?: string;
  /** SGR parameters of highlighted code, as the highlighter gave them. */
  readonly sgr?: string;
}

export type StyledSpan = Span<Style>;
export type StyledLine = Line<Style>;

export const plain: Style = {};

/** A span of one tone. */
export function toned(text: string, tone: Tone): StyledSpan {
  return { text, style: { tone } };
}

/** Lines behind a prefix of the same columns: `first` before the first line, `rest` before the others. Blank lines get it without spaces at the end. */
export function prefixed(lines: readonly StyledLine[], first: StyledLine, rest: StyledLine): StyledLine[] {
  return lines.map((line, index) => [...(index === 0 ? first : rest), ...line]);
}

/** A line without the spaces it ends in. */
export function trimLine(line: StyledLine): StyledLine {
  const kept = [...line];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.replace(/[ \t]+$/, '');
    if (text !== '') {
      kept[kept.length - 1] = { text, style: last.style };
      break;
    }
    kept.pop();
  }
  return kept;
}

/** Lines as they may be printed: no spaces at their ends, no two blank ones in a row, none at the edges. */
export function tidy(lines: readonly StyledLine[]): StyledLine[] {
  const kept: StyledLine[] = [];
  for (const line of lines.map(trimLine)) {
    if (line.length > 0 || (kept.at(-1)?.length ?? 0) > 0) kept.push(line);
  }
  if (kept.at(-1)?.length === 0) kept.pop();
  return kept;
}

/** Blocks of lines with a blank line between them; empty blocks leave no trace. */
export function stacked(blocks: readonly (readonly StyledLine[])[]): StyledLine[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : [[], ...block]));
}

/** The line filled with spaces up to so many columns. */
export function padded(line: StyledLine, columns: number): StyledLine {
  const missing = columns - lineWidth(line);
  return missing > 0 ? [...line, { text: ' '.repeat(missing), style: plain }] : line;
}
