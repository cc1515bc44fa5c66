import type { Json, JsonMap } from '../../model/json.ts';
import { htmlToMarkdown } from '../html/to-markdown.ts';

/** Levels of nodes within nodes that are looked through. */
const deepest = 12;

/** The reviews in a JSON-LD text; none where it is no JSON. Names of types may be addresses of schema.org. */
export function jsonLdReviews(text: string): readonly JsonMap[] {
  let data: Json;
  try {
    data = JSON.parse(text) as Json;
  } catch {
    return [];
  }
  return found(data, null, deepest);
}

function found(value: Json | undefined, around: JsonMap | null, levels: number): JsonMap[] {
  if (levels === 0 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((item) => found(item, around, levels - 1));
  const node = value as JsonMap;
  // A part of a review that has an aspect is a score of it.
  if (isReview(node)) return 'reviewAspect' in node ? [] : [keysOf(node, around)];
  return Object.entries(node).flatMap(([key, inner]) =>
    found(inner, /^(?:review|reviews)$/.test(key) ? node : null, levels - 1),
  );
}

function isReview(node: JsonMap): boolean {
  const types = Array.isArray(node['@type']) ? (node['@type'] as readonly Json[]) : [node['@type']];
  return types.some(
    (type) => typeof type === 'string' && /(?:^|[/:])(?:Critic|User|Employer)?Review$/.test(type),
  );
}

/** A node as keys: what it reviews is what it stands in, where it does not say so itself; its text is read as what services write. */
function keysOf(node: JsonMap, around: JsonMap | null): JsonMap {
  const { '@context': _, '@id': id, reviewBody, itemReviewed, hasPart, url, ...rest } = node;
  const item = itemReviewed ?? (around === null ? undefined : withoutReviews(around));
  const text = typeof reviewBody === 'string' ? htmlToMarkdown(reviewBody) : '';
  const scores = scoresOf(hasPart);
  const address = url ?? id;
  return {
    ...rest,
    ...(item === undefined ? {} : { itemReviewed: item }),
    ...(typeof address === 'string' && /^https?:/i.test(address) ? { url: address } : {}),
    ...(scores.length === 0 ? {} : { scores }),
    ...(text === '' ? {} : { body: text }),
  };
}

function withoutReviews(node: JsonMap): JsonMap {
  const { review: _, reviews: __, aggregateRating: ___, '@context': ____, ...item } = node;
  return item;
}

/** Reviews of single aspects: https://schema.org/reviewAspect. */
function scoresOf(parts: Json | undefined): JsonMap[] {
  const list = Array.isArray(parts) ? (parts as readonly Json[]) : [];
  return list.flatMap((part) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return [];
    const { reviewAspect: aspect, reviewRating } = part as JsonMap;
    const isRated =
      typeof reviewRating === 'object' && reviewRating !== null && !Array.isArray(reviewRating);
    if (typeof aspect !== 'string' || !isRated) return [];
    const { ratingValue, bestRating } = reviewRating as JsonMap;
    return ratingValue === undefined
      ? []
      : [{ aspect, value: ratingValue, ...(bestRating === undefined ? {} : { best: bestRating }) }];
  });
}
