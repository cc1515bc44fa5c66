import { isSeenLine } from '../../markdown/redact/seen-line.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Range } from '../../model/position.ts';
import type { Origin } from '../../model/provenance.ts';
import type { Review, Score } from '../../model/review.ts';
import { type RatingReading, readRating, recommendationIn } from '../../vocabulary/ratings.ts';
import { type Origins, settle } from '../fields/origins.ts';
import type { ReadResult, ReadSettings } from '../reader.ts';
import type { Edges } from './body.ts';
import { type HeadingRatings, headingRatings } from './heading-ratings.ts';
import type { Place } from './sections.ts';
import { shortcodeRating } from './shortcode-rating.ts';
import { findLeadingRating, findTrailingRating, type TrailingRating } from './trailing-rating.ts';

/**
 * Rates a review by the last line of its text, `Rating: …`, else by one in its `intro`, when no key does. The line stays in the text.
 * Diagnostics: rating-conflict, rating-unreadable, rating-out-of-range, rating-scale-assumed.
 */
export function addTrailingRating(
  given: Review,
  { source, start, range, isPlain }: Place,
  settings: ReadSettings,
  origins: Origins,
  intro: Edges | null = null,
): ReadResult {
  const text = start === 0 ? source : source.slice(start);
  const inHeadings = headingRatings(text, settings.roles);
  const review =
    given.scores.length > 0 || inHeadings.scores.length === 0
      ? given
      : { ...given, scores: scoresOf(inHeadings.scores) };
  if (review !== given) settle(origins, 'scores', 'text');
  const found =
    findTrailingRating(text) ??
    (review.rating === null
      ? (inHeadings.whole ?? ratingInIntro(text, intro) ?? (isPlain ? null : shortcodeRating(text)))
      : null);
  if (found === null || !isSeenLine(text, found.start, isPlain)) return { review, diagnostics: [] };
  const place = range(start + found.start, start + found.end);
  const reading = readRating(found.source, {
    ...(settings.scale === undefined ? {} : { best: settings.scale }),
    ...(settings.grades === undefined ? {} : { grades: settings.grades }),
  });
  const recommended = recommendationIn(reading);
  if (recommended !== undefined) {
    return {
      review: review.recommended === undefined ? { ...review, recommended } : review,
      diagnostics: [],
    };
  }
  if (reading.kind !== 'rating')
    return {
      review,
      diagnostics: review.rating === null ? [unread(reading, found.source, place)] : [],
    };
  if (review.rating !== null)
    return {
      review,
      diagnostics: conflict(review, reading.rating.normalized, found.source, place),
    };
  const message = `\`${found.source}\` says no scale; ${reading.rating.best} was taken for the best.`;
  const hint = `Write \`${found.source}/${reading.rating.best}\`.`;
  const says = `ratings taken as out of ${reading.rating.best}, for want of a scale`;
  const assumed = reading.assumedScale
    ? [diagnose('rating-scale-assumed', message, { range: place, hint, together: { says } })]
    : [];
  const { start: from, end: to } = place;
  const origin = { span: { start: from.offset, end: to.offset } };
  settle(origins, 'rating', 'text', origin);
  origins.set('rating.best', [scaleOrigin(reading, found.source, settings, origin)]);
  const { ratingText: _, ...unrated } = review;
  return { review: { ...unrated, rating: reading.rating }, diagnostics: assumed };
}

/** What says how far the scale of a line that rates goes: the line, the configuration, or nothing. */
function scaleOrigin(
  { assumedScale }: { readonly assumedScale: boolean },
  source: string,
  { scale }: ReadSettings,
  line: Omit<Origin, 'rule'>,
): Origin {
  if (assumedScale) return { rule: 'default' };
  return scale !== undefined && /^[\d.,]+$/.test(source)
    ? { rule: 'config', from: 'scale' }
    : { rule: 'text', ...line };
}

function scoresOf(found: HeadingRatings['scores']): Score[] {
  return found.flatMap(({ aspect, source }) => {
    const reading = readRating(source);
    return reading.kind === 'rating' ? [{ aspect, ...reading.rating }] : [];
  });
}

function ratingInIntro(text: string, intro: Edges | null): TrailingRating | null {
  const found = intro === null ? null : findLeadingRating(text.slice(intro.start, intro.end));
  if (found === null || intro === null) return null;
  return { ...found, start: intro.start + found.start, end: intro.start + found.end };
}

function unread(reading: RatingReading, source: string, range: Range): Diagnostic {
  if (reading.kind !== 'out-of-range')
    return diagnose('rating-unreadable', `\`${source}\` cannot be read as a rating.`, { range });
  return diagnose(
    'rating-out-of-range',
    `\`${source}\`: ${reading.value} lies outside a scale that ends at ${reading.best}.`,
    { range },
  );
}

function conflict(review: Review, normalized: number, source: string, range: Range): Diagnostic[] {
  if (review.rating === null || Math.abs(review.rating.normalized - normalized) < 1e-9) return [];
  const message = `The text says \`${source}\`, the keys say \`${review.rating.source}\`; the keys count.`;
  return [diagnose('rating-conflict', message, { range })];
}
