import { readRating } from '../model/rating.ts';

/** The line that rates the item at the end of a text. Offsets are of the whole line, without its line end. */
export interface TrailingRating {
  readonly start: number;
  readonly end: number;
  /** The rating as written, without Markdown's marks around it. */
  readonly source: string;
  /** Where `source` starts. */
  readonly sourceStart: number;
}

const line = /^[\s>*_#-]*(?:(?:my|our|final|overall|critic['’]s|verdict)\s+)*(?:rating|score|stars|grade|verdict score)[*_]*\s*[:—–=-][*_]*\s*(.+?)[\s*_]*$/iu;

/** The last line of `text` that is not blank, when it is a `Rating:` line with a rating that can be read; else null. */
export function findTrailingRating(text: string): TrailingRating | null {
  let end = text.length;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  if (end - start > 200) return null;
  const whole = text.slice(start, end);
  const source = line.exec(whole)?.[1];
  if (source === undefined) return null;
  const { kind } = readRating(source);
  if (kind !== 'rating' && kind !== 'recommended') return null;
  return { start, end, source, sourceStart: start + whole.lastIndexOf(source) };
}
