import type { AnyToken } from '../../../markdown/tokens.ts';
import { widestLine, wrapSpans } from '../../../text/wrap.ts';
import { blank, type StyledLine, type Tone, toned } from '../../style.ts';
import { prefixed } from '../lines.ts';
import type { PageContext } from '../page-context.ts';
import { narrowestText } from './flow.ts';
import { inlineSpans } from './inline.ts';

interface HeadingLook {
  readonly tone: Tone;
  /** Stands before the heading, in two columns, unless a line runs under it. */
  readonly mark?: string;
}

/** By level: each can be told from the others without colour. */
const looks: Readonly<Record<number, HeadingLook>> = {
  1: { tone: 'heading1' },
  2: { tone: 'heading2' },
  3: { tone: 'heading3', mark: '▸ ' },
  4: { tone: 'heading4', mark: '▹ ' },
  5: { tone: 'heading5', mark: '» ' },
  6: { tone: 'heading6', mark: '› ' },
};

/** A heading of level 1..6; nothing when it has no text. */
export function headingLines(
  tokens: readonly AnyToken[],
  level: number,
  columns: number,
  page: PageContext,
): StyledLine[] {
  const { tone, mark } = looks[level] ?? (looks[6] as HeadingLook);
  const style = { tone, strong: true };
  const spans = inlineSpans(tokens, page, style);
  if (page.look.speaks) {
    const isEmpty = spans.every(({ text }) => text.trim() === '');
    return isEmpty
      ? []
      : wrapSpans([{ text: `Heading level ${level}: `, style }, ...spans], columns);
  }
  const line = page.look.underlines[level];
  const hangs = mark !== undefined && columns - mark.length >= narrowestText;
  const lines = wrapSpans(spans, hangs ? columns - mark.length : columns);
  const width = widestLine(lines);
  if (width === 0) return [];
  if (hangs) return prefixed(lines, [toned(mark, tone)], [blank(mark.length)]);
  return line === undefined ? lines : [...lines, [toned(line.repeat(width), 'rule')]];
}
