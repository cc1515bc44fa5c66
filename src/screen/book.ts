import { type Shown, shownReview } from '../markdown/redact/redact.ts';
import { displayTitle, type Review, type Section } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import { visibleLine } from '../text/visible.ts';
import { type PageLayout, pageLines } from '../writers/layout/page.ts';
import type { LinkTarget, StyledLine } from '../writers/style.ts';

/** A section of a book, and where it starts. */
export interface Chapter {
  readonly id: string;
  readonly number: string;
  /** On one line, made visible. */
  readonly title: string;
  readonly level: number;
  /** Its first line, from 0; where nothing of it is shown, the line that follows. */
  readonly line: number;
}

/** A part of a line, in UTF-16 units of its text. */
export interface Piece {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A link or a footnote's mark, which may run over several lines. */
export interface Link {
  readonly target: LinkTarget;
  readonly pieces: readonly [Piece, ...Piece[]];
}

/** A review laid out. Nothing in it changes. */
export interface Book {
  readonly review: Shown;
  /** On one line, made visible. */
  readonly title: string;
  /** What it was laid out for. */
  readonly columns: number;
  readonly spoilers: boolean;
  readonly lines: readonly StyledLine[];
  readonly chapters: readonly Chapter[];
  readonly links: readonly Link[];
  readonly notes: ReadonlyMap<number, readonly StyledLine[]>;
  /** How many words stand before each line, and at the end how many there are. */
  readonly words: Uint32Array;
}

/** How the pages of a run are laid out, but for what a reader may change on the way. */
export type BookLayout = Omit<PageLayout, 'columns' | 'places'>;

export interface BookShape {
  readonly columns: number;
  readonly spoilers: boolean;
}

/** Lays a review out in so many columns, 20 at least, with its hidden text or without. */
export function bookOf(review: Review, { columns, spoilers }: BookShape, layout: BookLayout): Book {
  const shown = shownReview(review, spoilers);
  const starts = new Map<Section, number>();
  const notes = new Map<number, readonly StyledLine[]>();
  const places = {
    section: (section: Section, line: number) => void starts.set(section, line),
    note: (number: number, lines: readonly StyledLine[]) => void notes.set(number, lines),
  };
  const lines = pageLines(shown, { ...layout, columns, places });
  return {
    review: shown,
    title: visibleLine(displayTitle(shown)),
    columns,
    spoilers,
    lines,
    chapters: chaptersOf(shown, starts, lines.length),
    links: linksIn(lines),
    notes,
    words: wordsBefore(lines),
  };
}

/** The sections of a review before it is laid out: their lines say nothing yet. */
export function outlineOf(review: Review, spoilers: boolean): readonly Chapter[] {
  return chaptersOf(shownReview(review, spoilers), new Map(), 0);
}

function chaptersOf(
  { sections }: Review,
  starts: ReadonlyMap<Section, number>,
  end: number,
): readonly Chapter[] {
  let next = end;
  return flattenSections(sections)
    .reverse()
    .map((section) => {
      next = starts.get(section) ?? next;
      const { id, number, title, level } = section;
      return { id, number, title: visibleLine(title), level, line: Math.min(next, end - 1) };
    })
    .reverse();
}

function linksIn(lines: readonly StyledLine[]): readonly Link[] {
  const links = new Map<LinkTarget, [Piece, ...Piece[]]>();
  lines.forEach((line, at) => {
    let from = 0;
    for (const { text, style } of line) {
      const to = from + text.length;
      const { target } = style;
      if (target !== undefined) addPiece(links, target, { line: at, from, to });
      from = to;
    }
  });
  return Array.from(links, ([target, pieces]) => ({ target, pieces }));
}

function addPiece(
  links: Map<LinkTarget, [Piece, ...Piece[]]>,
  target: LinkTarget,
  piece: Piece,
): void {
  const pieces = links.get(target);
  const last = pieces?.at(-1);
  if (pieces === undefined || last === undefined) links.set(target, [piece]);
  else if (last.line === piece.line && last.to === piece.from)
    pieces[pieces.length - 1] = { ...last, to: piece.to };
  else pieces.push(piece);
}

function wordsBefore(lines: readonly StyledLine[]): Uint32Array {
  const before = new Uint32Array(lines.length + 1);
  let count = 0;
  lines.forEach((line, at) => {
    before[at] = count;
    let isInWord = false;
    for (const { text } of line) {
      for (let unit = 0; unit < text.length; unit++) {
        const isLetter = isLetterUnit(text.charCodeAt(unit));
        const isIdeograph = text.charCodeAt(unit) >= 0x3040 && text.charCodeAt(unit) <= 0x9fff;
        if (isLetter && (!isInWord || isIdeograph)) count++;
        isInWord = isLetter || (isInWord && text.charCodeAt(unit) !== 0x20);
      }
    }
  });
  before[lines.length] = count;
  return before;
}

/**
 * Whether a UTF-16 unit is of a letter or a figure, as far as it needs to be known to count them: what a page draws — bars, rules, stars,
 * bullets — is none.
 */
export function isLetterUnit(unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
  return unit >= 0xaa && unit !== 0xb7 && !(unit >= 0x2000 && unit <= 0x2bff);
}

/** The text of a line. */
export function textOf(line: StyledLine): string {
  const [only] = line;
  return line.length === 1 && only !== undefined
    ? only.text
    : line.map(({ text }) => text).join('');
}

/** The section at hand: the last whose first line is at or above the line; null above the first. */
export function chapterAt({ chapters }: Book, line: number): Chapter | null {
  let low = 0;
  let high = chapters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chapters[middle] as Chapter).line <= line) low = middle + 1;
    else high = middle;
  }
  return chapters[low - 1] ?? null;
}
