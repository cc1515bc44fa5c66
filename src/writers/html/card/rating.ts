import type { Rating, Review, Score } from '../../../model/review.ts';
import { fiveStars } from '../../../model/stars.ts';
import { hasGlyphs, isDrawnOnly } from '../../../vocabulary/rating-figures.ts';
import { isInWords, readRating, recommendationIn } from '../../../vocabulary/ratings.ts';
import { container, element, escapeLine } from '../escape.ts';
import type { HtmlNames } from '../html-page.ts';

/** The rating: a picture in stars with its value in words, and the exact figure. Then whether the critic recommends it. */
export function ratingHtml(
  { rating, ratingText, recommended }: Pick<Review, 'rating' | 'ratingText' | 'recommended'>,
  names: HtmlNames,
): string {
  const parts =
    rating === null
      ? wordsHtml(ratingText, names)
      : [starsHtml(rating, names), figureHtml(rating, names)];
  const isSaid =
    ratingText !== undefined && recommendationIn(readRating(ratingText)) === recommended;
  if (recommended !== undefined && !isSaid) {
    const name = recommended ? 'recommended' : 'recommended not';
    parts.push(
      element(
        'span',
        { class: names.classes(name) },
        recommended ? 'Recommended' : 'Not recommended',
      ),
    );
  }
  return parts.length === 0
    ? ''
    : element('p', { class: names.classes('rating') }, parts.join(' '));
}

/** The author's own words in the place of a figure. */
function wordsHtml(words: string | undefined, names: HtmlNames): string[] {
  return words === undefined
    ? []
    : [element('span', { class: names.classes('figure') }, escapeLine(words))];
}

/** Five stars for any scale, to the nearest half: a picture, while the figure beside it is exact. */
function starsHtml(rating: Rating, names: HtmlNames): string {
  const { full, half, empty } = fiveStars(rating);
  const halfHtml = half === 1 ? element('span', { class: names.classes('half') }, '½') : '';
  const rest =
    empty === 0 ? '' : element('span', { class: names.classes('rest') }, '☆'.repeat(empty));
  return element(
    'span',
    { class: names.classes('stars'), role: 'img', 'aria-label': inWords(rating) },
    '★'.repeat(full) + halfHtml + rest,
  );
}

function inWords({ value, best }: Rating): string {
  return `${value} out of ${best}`;
}

function figureHtml(rating: Rating, names: HtmlNames): string {
  const worst =
    rating.worst === 0
      ? ''
      : element('data', { class: names.classes('p-worst'), value: rating.worst }, '');
  const best = element('data', { class: names.classes('p-best'), value: rating.best }, '');
  return (
    element(
      'data',
      { class: names.classes('figure p-rating'), value: rating.value },
      figureText(rating),
    ) +
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
export function scoresHtml(scores: readonly Score[], names: HtmlNames): string {
  return scores.length === 0
    ? ''
    : container('div', { class: names.classes('scores') }, [
        element('h2', {}, 'Scores'),
        container(
          'ul',
          {},
          scores.map((score) => scoreHtml(score, names)),
        ),
      ]);
}

function scoreHtml(score: Score, names: HtmlNames): string {
  const { aspect, value, best, worst } = score;
  const meter = element(
    'meter',
    { min: worst, max: best, value, 'aria-label': `${aspect}: ${inWords(score)}` },
    `${value}/${best}`,
  );
  const name = element('span', { class: names.classes('aspect') }, escapeLine(aspect));
  return element(
    'li',
    {},
    `${name} ${meter} ${element('span', { class: names.classes('figure') }, figureText(score))}`,
  );
}
