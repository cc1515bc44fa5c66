import type { Rating, Review, Score } from '../../../model/review.ts';
import { fiveStars } from '../../../model/stars.ts';
import { visibleLine } from '../../../text/visible.ts';
import { displayWidth } from '../../../text/width.ts';
import { wrapSpans } from '../../../text/wrap.ts';
import { hasGlyphs, isDrawnOnly } from '../../../vocabulary/rating-figures.ts';
import { readRating, recommendationIn } from '../../../vocabulary/ratings.ts';
import { ratingWords } from '../../card-words.ts';
import { blank, plain, type StyledLine, type StyledSpan, toned } from '../../style.ts';
import { padded } from '../lines.ts';
import type { Look } from '../look.ts';

/** The rating as stars with its figure, and whether the item is recommended. */
export function ratingLines(
  { rating, ratingText, recommended }: Review,
  columns: number,
  { speaks, dot }: Look,
): StyledLine[] {
  const spans =
    rating === null
      ? wordSpans(ratingText, speaks)
      : speaks
        ? [spokenRating(rating)]
        : ratingSpans(rating);
  if (recommended !== undefined && !saysSo(ratingText, recommended)) {
    if (spans.length > 0) spans.push(toned(dot, 'muted'));
    spans.push(recommended ? toned('Recommended', 'pro') : toned('Not recommended', 'con'));
  }
  return spans.length === 0 ? [] : wrapSpans(spans, columns);
}

/** The author's own words in the place of a figure. */
function wordSpans(words: string | undefined, speaks: boolean): StyledSpan[] {
  if (words === undefined) return [];
  return [{ text: visibleLine(speaks ? `Rating: ${words}` : words), style: { strong: true } }];
}

/** Whether the words of a rating say already what would be said beside them. */
function saysSo(words: string | undefined, recommended: boolean): boolean {
  return words !== undefined && recommendationIn(readRating(words)) === recommended;
}

function spokenRating(rating: Rating): StyledSpan {
  return { text: `Rating: ${ratingWords(rating)}`, style: plain };
}

function ratingSpans(rating: Rating): StyledSpan[] {
  const figure: StyledSpan = { text: figureOf(rating), style: { strong: true } };
  return isDrawn(rating) ? [figure] : [...starSpans(rating), blank(1), figure];
}

/** Five stars for any scale, to the nearest half: a picture, while the figure beside it is exact. */
function starSpans(rating: Rating): StyledSpan[] {
  const { full, half, empty } = fiveStars(rating);
  return [
    toned('★'.repeat(full) + '½'.repeat(half), 'stars'),
    toned('☆'.repeat(empty), 'emptyStars'),
  ].filter(({ text }) => text !== '');
}

/** A normalized value within its scale, 0..1. */
function share(normalized: number): number {
  return Math.min(Math.max(normalized, 0), 1) || 0;
}

/** Whether the author has drawn the stars beside a figure: they are not drawn twice. */
function isDrawn({ source }: Rating): boolean {
  return hasGlyphs(source) && /\d/.test(source);
}

/** The figure as written, with its scale; stars without a figure are said in figures, for the picture shows them already. */
function figureOf({ source, value, best, worst }: Rating): string {
  const isStars = isDrawnOnly(source);
  const isBare = /^-?[\d.,]+$/.test(source.trim());
  const figure = isStars ? `${value}/${best}` : isBare ? `${source.trim()}/${best}` : source;
  return visibleLine(worst > 1 || worst < 0 ? `${figure} (from ${worst})` : figure);
}

const widestBar = 20;
const narrowestBar = 5;

/** The breakdown: aspects, bars where there is room for them, figures. */
export function scoreLines(
  scores: readonly Score[],
  columns: number,
  { isGrid, speaks }: Look,
): StyledLine[] {
  const rows = scores.map((score) => ({
    name: visibleLine(score.aspect),
    figure: speaks ? ratingWords(score) : figureOf(score),
    filled: share(score.normalized),
  }));
  const widest = (of: (row: (typeof rows)[number]) => string): number =>
    rows.reduce((most, row) => Math.max(most, displayWidth(of(row))), 0);
  const names = widest(({ name }) => name);
  const bar = Math.min(widestBar, columns - names - widest(({ figure }) => figure) - 4);
  return rows.flatMap(({ name, figure, filled }) => {
    const label = toned(name, 'label');
    if (!isGrid)
      return wrapSpans([toned(`${name}: `, 'label'), { text: figure, style: plain }], columns);
    if (bar < narrowestBar)
      return wrapSpans([label, blank(1), { text: figure, style: { strong: true } }], columns);
    return [
      [
        ...padded([label], names + 2),
        ...barSpans(filled, bar),
        { text: `  ${figure}`, style: plain },
      ],
    ];
  });
}

function barSpans(filled: number, columns: number): StyledSpan[] {
  const full = Math.round(filled * columns);
  return [toned('━'.repeat(full), 'stars'), toned('─'.repeat(columns - full), 'emptyStars')].filter(
    ({ text }) => text !== '',
  );
}
