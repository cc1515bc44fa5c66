import { withoutWikiMarks } from '../../data/inline-fields.ts';
import { looksLikeRating } from '../../vocabulary/rating-figures.ts';
import { readRating, recommendationIn } from '../../vocabulary/ratings.ts';

/** The line that rates the item at the end of a text. Offsets are of the whole line, without its line end. */
export interface TrailingRating {
  readonly start: number;
  readonly end: number;
  /** The rating as written, without Markdown's marks around it. */
  readonly source: string;
}

const maxUnits = 200;
const qualifier = "(?:my|our|the|final|overall|total|critic['’]s|verdict|star|review|personal)";
const label =
  '(?:rating|score|stars|grade|mark|verdict|overall|rated|total|(?:be)?wertung|note|nota|voto|puntuaci[oó]n|valoraci[oó]n|calificaci[oó]n|avalia[cç][aã]o|classifica[cç][aã]o|valutazione|punteggio|beoordeling|waardering|cijfer|ocena|оценка|рейтинг|評価|評点|评分|評分|평점|별점|betyg)';
/** Marks before the label, around it and around what it labels; the value may be asterisks itself. */
const labelled = new RegExp(
  `^[\\s>]*(?:[-+*]\\s+|#{1,6}\\s+)?([*_]{0,3})(?:${qualifier}\\s+){0,3}${label}(?:\\s*\\([^()]*\\))?([*_]{0,3})\\s*[:：=–—-]\\s*(.*)$`,
  // Not `u`: folding the case of all of Unicode takes longer than reading the review.
  'i',
);

/**
 * The last line of `text` that is not blank, when it is a `Rating:` line with a rating that can be read, or nothing but
 * such a rating with its scale (`★★★★☆`, `4/5`); else null.
 */
export function findTrailingRating(text: string): TrailingRating | null {
  let end = text.length;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  if (end - start > maxUnits) return null;
  const source = ratingIn(text.slice(start, end));
  return source === null ? null : { start, end, source };
}

/**
 * A `Rating:` line in the text before the first heading, when its rating says its scale (`Rating: 15` may be an age); else null.
 */
export function findLeadingRating(intro: string): TrailingRating | null {
  for (const { 0: line, index } of intro.matchAll(/[^\r\n]+/g)) {
    const source = line.length > maxUnits ? null : (labelledRating(line) ?? unitRating(line));
    if (source === null) continue;
    const reading = readRating(source);
    if (reading.kind === 'rating' && !reading.assumedScale)
      return { start: index, end: index + line.length, source };
  }
  return null;
}

/** A line of its own with a unit word: `8,6/10 Punkten`, `4 stars`, `[[8 Punkte|8,6]]/10 Punkten`. */
function unitRating(line: string): string | null {
  if (!/^[\s>*_[]*\d/.test(line) && !/^[\s>*_]*\[\[/.test(line)) return null;
  const source = withoutMarks(
    withoutWikiMarks(line)
      .replace(/^[\s>]+/, '')
      .trim(),
    '',
  ).replace(/[.!]$/, '');
  if (
    !/^\d{1,3}(?:[.,]\d{1,2})?(?:\s*\/\s*\d{1,3})?\s*\p{L}+(?:\s+\p{L}+\s+\d{1,3})?$/u.test(source)
  )
    return null;
  const reading = readRating(source);
  return reading.kind === 'rating' && !reading.assumedScale ? source : null;
}

/** Longer than any label. */
const labelUnits = 80;

/** Compiling the pattern takes longer than reading most reviews: a line without a mark near its start needs none. */
function mayBeLabelled(line: string): boolean {
  return /[:：=–—-]/.test(line.slice(0, labelUnits));
}

/** What a heading or a line that labels a rating says: `Rating: ★★★`, `My score – 6/10`; null for any other. */
export function labelledRating(line: string): string | null {
  if (!mayBeLabelled(line)) return null;
  return labelled.test(line) || afterReview(line) !== line ? ratingIn(line) : null;
}

/** The rating that a line is, with a label or alone; null for any other line. */
export function lineRating(line: string): string | null {
  return line.length > maxUnits ? null : (ratingIn(line) ?? unitRating(line));
}

function ratingIn(line: string): string | null {
  const match = mayBeLabelled(line) ? labelled.exec(line) : null;
  if (match === null) return bareRating(afterReview(line));
  const [, before = '', after = '', rest = ''] = match;
  const source = withoutMarks(rest.trim(), after === '' ? before : '');
  const reading = readRating(source);
  // A small letter alone is a word.
  const isRating = reading.kind === 'rating' && !/^[a-f]$/.test(source);
  return isRating || recommendationIn(reading) !== undefined ? source : null;
}

/** What stands behind `Review:`, which may also be a name: `Review: 300`, `Review: 50/50`. */
function afterReview(line: string): string {
  return (
    /^[\s>]*(?:#{1,6}\s+)?[*_]{0,3}review[*_]{0,3}\s*[:：]\s*[*_]{0,3}(.*)$/i.exec(line)?.[1] ??
    line
  );
}

/** Without the mark that the label opened (`**Rating:** 4/5`, `*Rating: 4/5*`), and without a pair of its own (`**4/5**`). */
function withoutMarks(value: string, opened: string): string {
  let text = value;
  if (opened !== '' && text.startsWith(opened)) text = text.slice(opened.length);
  else if (opened !== '' && text.endsWith(opened)) text = text.slice(0, -opened.length);
  return (/^([*_`]{1,3})([^*_`].*?)\1$/.exec(text.trim())?.[2] ?? text).trim();
}

const scales = new Set([4, 5, 6, 10, 20, 100]);

/** A line that is only a rating must look like nothing else: no `***` (a rule), no percentage, no bare number. */
function bareRating(line: string): string | null {
  const source = withoutMarks(line.trim(), '');
  if (!looksLikeRating(source)) return null;
  const reading = readRating(source);
  if (reading.kind !== 'rating' || reading.assumedScale || !scales.has(reading.rating.best))
    return null;
  return source;
}
