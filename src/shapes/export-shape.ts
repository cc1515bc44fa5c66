import type { Json } from '../model/json.ts';
import type { Point, Range } from '../model/position.ts';
import {
  type Creator,
  type Experience,
  type Item,
  itemKinds,
  type Person,
  type Rating,
  type Review,
  type Score,
  type Section,
} from '../model/review.ts';
import { roles } from '../model/roles.ts';
import {
  boolean,
  choice,
  constant,
  integer,
  itself,
  list,
  mapOf,
  matching,
  nullable,
  number,
  type ObjectShape,
  object,
  optional,
  required,
  type ShapeOf,
  text,
} from './shape.ts';

/** The version of the exported shape; a change that breaks readers raises it. */
export const schemaVersion = 1;

const any: ShapeOf<Json> = { kind: 'any' };
/** A day, a month or a year of ISO 8601. */
const date = matching(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'a date such as 2025-06-06');

const point = object<Point>('point', {
  line: required(integer(1), 'Line, from 1.'),
  column: required(integer(1), 'Column in UTF-16 units, from 1.'),
  offset: required(integer(0), 'UTF-16 units before it.'),
});

/** A stretch of a file. */
export const range = object<Range>('range', {
  start: required(point, 'The first character.'),
  end: required(point, 'Behind the last character.'),
});

const creator = object<Creator>('creator', {
  role: required(text, 'As what: director, author, artist …'),
  name: required(text, 'Who.'),
});

const person = object<Person>('person', {
  name: required(text, 'The critic’s name.'),
  url: optional(text, 'Where more of the critic is to be found.'),
});

const ratingFields = {
  value: required(number, 'The value, not rounded.'),
  best: required(number, 'The best value of the scale.'),
  worst: required(number, 'The worst value of the scale.'),
  normalized: required(number, 'The value as a share of the best.'),
  source: required(text, 'The rating as written.'),
};

const rating = object<Rating>('rating', ratingFields);
const score = object<Score>('score', {
  aspect: required(text, 'What is rated.'),
  ...ratingFields,
});

const experience = object<Experience>('experience', {
  date: optional(date, 'When; of what takes days, when it ended.'),
  began: optional(date, 'When it was begun.'),
  repeat: optional(boolean, 'Whether it was not the first time.'),
  venue: optional(text, 'Where.'),
  with: optional(list(text), 'With whom.'),
});

const item = object<Item>('item', {
  name: optional(text, 'What is reviewed.'),
  kind: optional(choice(itemKinds), 'What it is.'),
  creators: required(list(creator), 'Who made it.'),
  year: optional(integer(), 'Year of release.'),
  released: optional(date, 'Day of release.'),
  ids: required(mapOf(text), 'Its names elsewhere: isbn, imdb …'),
  image: optional(text, 'URL or path of a poster or cover, as written.'),
  details: required(mapOf(any), 'Facts of its kind: runtime, pages, platform …'),
});

/** A section of an exported review. */
export const exportedSection: ObjectShape & ShapeOf<Section> = object<Section>('section', {
  id: required(text, 'Unique in the review.'),
  number: required(
    text,
    'Its place in the outline, as in 2.1; 0 for the text before the first heading.',
  ),
  level: required(integer(0, 6), 'The level of its heading; 0 for the text before the first one.'),
  title: required(text, 'The heading as plain text.'),
  heading: optional(text, 'The heading’s Markdown, when it says more than the title.'),
  role: required(nullable(choice(roles)), 'What the section is for, whatever its heading says.'),
  body: required(text, 'Markdown, without the heading.'),
  range: required(range, 'Where it stands in its file.'),
  sections: required(list(itself<Section>(() => exportedSection)), 'The sections within it.'),
});

export interface ExportedReview extends Review {
  readonly schemaVersion: typeof schemaVersion;
}

/** An exported review. Its keys are written in this order. */
export const exportedReview = object<ExportedReview>('review', {
  schemaVersion: required(constant(schemaVersion), 'The version of this shape.'),
  id: optional(text, 'Its path in its library, without ending.'),
  title: optional(text, 'The review’s own headline.'),
  item: required(item, 'The thing reviewed.'),
  author: required(list(person), 'The critics.'),
  rating: required(nullable(rating), 'The rating; null for none.'),
  ratingText: optional(text, 'A rating in words that nothing ranks, where there is no other.'),
  scores: required(list(score), 'The ratings of single aspects.'),
  recommended: optional(boolean, 'Thumbs up or down.'),
  summary: optional(text, 'The review in a line.'),
  pros: required(list(text), 'What is good.'),
  cons: required(list(text), 'What is bad.'),
  published: optional(date, 'When it was published.'),
  updated: optional(date, 'When it was last changed.'),
  experienced: required(list(experience), 'Viewings, readings, visits.'),
  tags: required(list(text), 'Tags.'),
  lang: optional(text, 'Language, a BCP 47 tag.'),
  draft: optional(boolean, 'Whether it is a draft.'),
  spoilers: optional(boolean, 'Whether the whole review gives the plot away.'),
  url: optional(text, 'Where it is published.'),
  sections: required(list(exportedSection), 'Its text.'),
  extra: required(mapOf(any), 'Every key that is not known, with its value as written.'),
});
