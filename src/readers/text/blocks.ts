import { endsSentence, listMark, neededColumns, startsSmall, type TextLine } from './lines.ts';
import { setLinesEnd } from './set-lines.ts';

/** What the lines of a block are, before anyone asks which of them are headings. */
export type BlockKind =
  /** A paragraph, or a heading. */
  | 'prose'
  /** One item of a list. */
  | 'item'
  /** Lines that were set by hand: a verse, a table of blanks. */
  | 'set'
  /** A line of marks that parts the text. */
  | 'rule'
  /** A line and the marks that underline it: surely a heading. */
  | 'underlined'
  /** A heading with Markdown's `#` before it. */
  | 'hashed';

export interface TextBlock {
  readonly kind: BlockKind;
  readonly lines: readonly TextLine[];
}

/** Wider than this, a line is prose. */
export const widestHeading = 80;

const underline = /^(?:={3,}|-{3,}|~{3,})$/;
const rule = /^(?:[-_*=~•·⁂#+—–]\s*){3,}$|^[⁂§]$/u;
const hashed = /^#{1,6}\s+[^\s#]/;

/** The lines as paragraphs, list items, lines set by hand and headings that carry marks. `columns` is what `wrapColumns` gave. */
export function splitBlocks(lines: readonly TextLine[], columns: number | null): TextBlock[] {
  const blocks: TextBlock[] = [];
  const base = lines.reduce((least, { margin }) => Math.min(least, margin), Infinity);
  for (let at = 0; at < lines.length; ) {
    const set = setLinesEnd(lines, at, base);
    if (set > at) {
      blocks.push({ kind: 'set', lines: lines.slice(at, set) });
      at = set;
      continue;
    }
    const kind = kindOf(lines, at);
    const end =
      kind === 'underlined'
        ? at + 2
        : kind === 'rule' || kind === 'hashed'
          ? at + 1
          : proseEnd(lines, at, columns);
    blocks.push({ kind, lines: lines.slice(at, end) });
    at = end;
  }
  return blocks;
}

function kindOf(lines: readonly TextLine[], at: number): BlockKind {
  const { text, blankAfter } = lines[at] as TextLine;
  if (text.length > 200) return listMark.test(text) ? 'item' : 'prose';
  if (rule.test(text)) return 'rule';
  const next = lines[at + 1];
  if (
    next !== undefined &&
    !blankAfter &&
    underline.test(next.text) &&
    text.length <= 100 &&
    !/[.,;]$/.test(text)
  )
    return 'underlined';
  if (hashed.test(text) && text.length <= 100 && !text.endsWith('.')) return 'hashed';
  return listMark.test(text) ? 'item' : 'prose';
}

/** Where the paragraph that starts at `lines[at]` ends. */
function proseEnd(lines: readonly TextLine[], at: number, columns: number | null): number {
  let end = at + 1;
  const first = lines[at] as TextLine;
  while (end < lines.length && (goesOn(lines, end - 1, columns) || hangs(lines, end, first))) end++;
  return end;
}

/** Whether a line belongs to the item above it: it stands below the item's text, with no blank line between. */
function hangs(lines: readonly TextLine[], at: number, first: TextLine): boolean {
  const mark = listMark.exec(first.text)?.[0];
  const line = lines[at] as TextLine;
  return (
    mark !== undefined &&
    lines[at - 1]?.blankAfter === false &&
    line.margin > first.margin + 1 &&
    line.margin <= first.margin + mark.length + 4 &&
    kindOf(lines, at) === 'prose'
  );
}

/** Whether the line after `lines[at]` belongs to the same paragraph. */
function goesOn(lines: readonly TextLine[], at: number, columns: number | null): boolean {
  const line = lines[at] as TextLine;
  const next = lines[at + 1] as TextLine;
  if (line.blankAfter || kindOf(lines, at + 1) !== 'prose') return false;
  const isOpen = !endsSentence(line.text) && startsSmall(next.text);
  if (columns === null) return isOpen && line.text.length >= 40 && line.text.length <= 132;
  if (next.indent > line.indent + 1 && !isOpen) return false;
  if (neededColumns(line, next) <= columns) return isOpen && line.text.length > columns / 2;
  return !(endsSentence(line.text) && mayHead(lines, at + 1, columns));
}

/** Whether a line in wrapped text stops short of the margin, with no sentence ended, above another one. */
function mayHead(lines: readonly TextLine[], at: number, columns: number): boolean {
  const line = lines[at] as TextLine;
  const next = lines[at + 1];
  if (
    next === undefined ||
    line.blankAfter ||
    startsSmall(line.text) ||
    /[.,;:!…”"]$/u.test(line.text)
  )
    return false;
  return neededColumns(line, next) <= columns && !startsSmall(next.text);
}
