import { escapeHostile } from '../markdown/stringify-yaml.ts';
import type { JsonMap } from '../model/json.ts';
import type { Review, Section } from '../model/review.ts';
import type { WriteOptions } from './writer.ts';

/** The version of the shape that is written; a change that breaks readers raises it. */
const schemaVersion = 1;

/** A review as the object that `writeJson` writes: its keys in a fixed order, absent fields absent. */
export function reviewToJson(review: Review): JsonMap {
  const {
    id,
    title,
    item,
    author,
    rating,
    scores,
    recommended,
    summary,
    pros,
    cons,
    published,
    updated,
  } = review;
  const { experienced, tags, lang, draft, spoilers, url, sections, extra } = review;
  const ordered = {
    schemaVersion,
    id,
    title,
    item: itemToJson(item),
    author: author.map(({ name, url: link }) => withoutAbsent({ name, url: link })),
    rating: rating === null ? null : ratingToJson(rating),
    scores: scores.map(({ aspect, ...score }) => ({ aspect, ...ratingToJson(score) })),
    recommended,
    summary,
    pros,
    cons,
    published,
    updated,
    experienced: experienced.map(({ date, repeat, venue, with: companions }) =>
      withoutAbsent({ date, repeat, venue, with: companions }),
    ),
    tags,
    lang,
    draft,
    spoilers,
    url,
    sections: sections.map(sectionToJson),
    extra,
  };
  return withoutAbsent(ordered);
}

/**
 * A review as JSON: UTF-8, two spaces a level, a newline at the end. `readReview` gives the same review back, and writing that the same bytes.
 * With `sections`, an array of those sections.
 */
export function writeJson(review: Review, { sections }: WriteOptions = {}): string {
  return stringifyJson(sections === undefined ? reviewToJson(review) : sections.map(sectionToJson));
}

/** A section as it stands in the exported JSON. */
export function sectionToJson({
  id,
  number,
  level,
  title,
  heading,
  role,
  body,
  range,
  sections,
}: Section): JsonMap {
  const { start, end } = range;
  const ordered = {
    id,
    number,
    level,
    title,
    heading,
    role,
    body,
    range: { start: { ...start }, end: { ...end } },
    sections: sections.map(sectionToJson),
  };
  return withoutAbsent(ordered);
}

/** JSON with two spaces a level and a newline at the end; what could steer a terminal is escaped. */
export function stringifyJson(value: unknown): string {
  return `${escapeHostile(JSON.stringify(value, null, 2)).replace(/\u00AD/g, '\\u00AD')}\n`;
}

function itemToJson({
  name,
  kind,
  creators,
  year,
  released,
  ids,
  image,
  details,
}: Review['item']): JsonMap {
  return withoutAbsent({
    name,
    kind,
    creators: creators.map(({ role, name: maker }) => ({ role, name: maker })),
    year,
    released,
    ids,
    image,
    details,
  });
}

function ratingToJson({ value, best, worst, normalized, source }: NonNullable<Review['rating']>) {
  return { value, best, worst, normalized, source };
}

/** Absent keys are left out, so that a reader need not tell them from null. */
function withoutAbsent(map: Readonly<Record<string, unknown>>): JsonMap {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== undefined),
  ) as JsonMap;
}
