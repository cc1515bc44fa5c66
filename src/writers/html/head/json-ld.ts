import type { Shown } from '../../../markdown/redact/redact.ts';
import type { Rating, Review } from '../../../model/review.ts';
import { hostilePattern, unicodeEscapes } from '../../../text/hostile.ts';
import { isInWords } from '../../../vocabulary/ratings.ts';
import { webAddress } from '../url.ts';
import { defined, itemNode, type Node, oneOrMore } from './json-ld-item.ts';

const context = 'https://schema.org';

/**
 * The review as JSON-LD (https://schema.org/Review). Nothing is invented: a field that the review lacks is not there, and nothing
 * in it gives the plot away: `review` is the one without placeholders, `body` its text, `image` the address of its item's picture. A product holds its review, the other kinds are held by theirs,
 * as search engines want it.
 */
export function jsonLd(review: Shown, body: string, image?: string): Node {
  const item = itemNode(review.item, image);
  const node = reviewNode(review, body);
  if (review.item.kind === 'product') return { '@context': context, ...item, review: node };
  const { '@type': type = 'Review', ...rest } = node;
  const isKnown = Object.keys(item).length > 1 || review.item.kind !== undefined;
  return {
    '@context': context,
    '@type': type,
    ...(isKnown ? { itemReviewed: item } : {}),
    ...rest,
  };
}

/** JSON that may stand in a `script` element: what could end it, and what a reader could not see, is written as `\uXXXX`. */
export function scriptJson(node: Node): string {
  return JSON.stringify(node).replace(unsafe, unicodeEscapes);
}

// C0 is escaped by JSON.stringify already.
const unsafe = new RegExp(`[<>&]|${hostilePattern('').source}`, 'g');

function reviewNode(review: Review, body: string): Node {
  const { title, author, summary, pros, cons, published, updated, lang, tags, url, scores } =
    review;
  return defined({
    '@type': 'Review',
    name: title,
    author: oneOrMore(author.map(personNode)),
    reviewRating: ratingOrThumb(review),
    datePublished: published,
    dateModified: updated,
    description: summary,
    positiveNotes: notesNode(pros),
    negativeNotes: notesNode(cons),
    hasPart:
      scores.length === 0
        ? undefined
        : scores.map(({ aspect, ...score }) => scoreNode(aspect, score)),
    keywords: tags.length === 0 ? undefined : tags,
    inLanguage: lang,
    url: url === undefined ? undefined : (webAddress(url) ?? undefined),
    reviewBody: body === '' || review.spoilers === true ? undefined : body,
  });
}

function personNode({ name, url }: Review['author'][number]): Node {
  const address = url === undefined ? null : webAddress(url);
  return defined({ '@type': 'Person', name, url: address ?? undefined });
}

/** The rating; without one, thumbs up is an endorsement (https://schema.org/EndorsementRating). Thumbs down has no word there. */
function ratingOrThumb({ rating, recommended }: Review): Node | undefined {
  if (rating !== null) return ratingNode(rating);
  return recommended === true
    ? { '@type': 'EndorsementRating', ratingValue: 1, bestRating: 1, worstRating: 0 }
    : undefined;
}

/** Value and scale exactly as the review has them (https://schema.org/Rating); a grade or a word is its explanation. */
function ratingNode(rating: Rating): Node {
  const { value, best, worst, source } = rating;
  const node = { '@type': 'Rating', ratingValue: value, bestRating: best, worstRating: worst };
  return isInWords(rating) ? { ...node, ratingExplanation: source } : node;
}

/** A score is a review of one aspect (https://schema.org/reviewAspect); beside the rating it would be taken for a second one. */
function scoreNode(aspect: string, score: Rating): Node {
  return { '@type': 'Review', reviewAspect: aspect, reviewRating: ratingNode(score) };
}

/** Pros or cons (https://schema.org/positiveNotes); undefined when there are none. */
function notesNode(points: readonly string[]): Node | undefined {
  if (points.length === 0) return undefined;
  const itemListElement = points.map((name, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
  }));
  return { '@type': 'ItemList', itemListElement };
}
