import type { Rating, Review, Score } from '../../../model/review.ts';
import { fiveStars } from '../../../model/stars.ts';
import { hasGlyphs, isDrawnOnly } from '../../../vocabulary/rating-figures.ts';
import { isInWords, readRating, recommendationIn } from '../../../vocabulary/ratings.ts';
import { container, element, escapeLine } from '../escape.ts';

/** The rating: a picture in stars with its value in words, and the exact figure. Then whether the critic recommends it. */
export function ratingHtml({
  rating,
  ratingText,
  recommended,
}: Pick<Review, 'rating' | 'ratingText' | 'recommended'>): string {
  const parts = rating === null ? wordsHtml(ratingText) : [starsHtml(rating), figureHtml(rating)];
  const isSaid =
    ratingText !== undefined && recommendationIn(readRating(ratingText)) === recommended;
  if (recommended !== undefined && !isSaid) {
    const name = recommended ? 'recommended' : 'recommended not';
    parts.push(element('span', { class: name }, recommended ? 'Recommended' : 'Not recommended'));
  }
  return parts.length === 0 ? '' : element('p', { class: 'rating' }, parts.join(' '));
}

/** The author's own words in the place of a figure. */
function wordsHtml(words: string | undefined): string[] {
  return words === undefined ? [] : [element('span', { class: 'figure' }, escapeLine(words))];
}

/** Five stars for any scale, to the nearest half: a picture, while the figure beside it is exact. */
function starsHtml(rating: Rating): string {
  const { full, half, empty } = fiveStars(rating);
  const halfHtml = half === 1 ? element('span', { class: 'half' }, '½') : '';
  const rest = empty === 0 ? '' : element('span', { class: 'rest' }, '☆'.repeat(empty));
  return element(
    'span',
    { class: 'stars', role: 'img', 'aria-label': inWords(rating) },
    '★'.repeat(full) + halfHtml + rest,
  );
}

function inWords({ value, best }: Rating): string {
  return `${value} out of ${best}`;
}

function figureHtml(rating: Rating): string {
  const worst =
    rating.worst === 0 ? '' : element('data', { class: 'p-worst', value: rating.worst }, '');
  const best = element('data', { class: 'p-best', value: rating.best }, '');
  return (
    element('data', { class: 'figure p-rating', value: rating.value }, figureText(rating)) +
    best +
    worst
  );
}

/** The figure as written. One that is drawn in stars, which stand beside it, is said in numbers; one without numbers in both. */
function figureText(rating: Rating): string {
  const { source, value, best } = rating;
  const figure = `${value}/${best}`;
  if (hasGlyphs(source) || isDrawnOnly(source)) return figure;
  return /\d/.test(source) || isInWords(rating)
    ? escapeLine(source)
    : `${escapeLine(source)} (${figure})`;
}

/** The breakdown: a line for each aspect with a gauge and its figure. Empty when there is none. */
export function scoresHtml(scores: readonly Score[]): string {
  return scores.length === 0
    ? ''
    : container('div', { class: 'scores' }, [
        element('h2', {}, 'Scores'),
        container('ul', {}, scores.map(scoreHtml)),
      ]);
}

function scoreHtml(score: Score): string {
  const { aspect, value, best, worst } = score;
  const meter = element(
    'meter',
    { min: worst, max: best, value, 'aria-label': `${aspect}: ${inWords(score)}` },
    `${value}/${best}`,
  );
  const name = element('span', { class: 'aspect' }, escapeLine(aspect));
  return element(
    'li',
    {},
    `${name} ${meter} ${element('span', { class: 'figure' }, figureText(score))}`,
  );
}
