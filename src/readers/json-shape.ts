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
  type Decode,
  json,
  lazy,
  list,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
} from './decoders.ts';

const point = object<Point>({
  line: required(number),
  column: required(number),
  offset: required(number),
});
const range = object<Range>({ start: required(point), end: required(point) });
const creator = object<Creator>({ role: required(string), name: required(string) });
const person = object<Person>({ name: required(string), url: optional(string) });

const ratingFields = {
  value: required(number),
  best: required(number),
  worst: required(number),
  normalized: required(number),
  source: required(string),
};
const rating = object<Rating>(ratingFields);
const score = object<Score>({ aspect: required(string), ...ratingFields });

const experience = object<Experience>({
  date: optional(string),
  repeat: optional(boolean),
  venue: optional(string),
  with: optional(list(string)),
});

const item = object<Item>({
  name: optional(string),
  kind: optional(oneOf(itemKinds)),
  creators: required(list(creator)),
  year: optional(number),
  released: optional(string),
  ids: required(mapOf(string)),
  image: optional(string),
  details: required(mapOf(json)),
});

const section: Decode<Section> = object<Section>({
  id: required(string),
  number: required(string),
  level: required(number),
  title: required(string),
  heading: optional(string),
  role: required(nullable(oneOf(roles))),
  body: required(string),
  range: required(range),
  sections: required(list(lazy(() => section))),
});

/** The exported shape of a review, `schemaVersion` 1: keys in the order in which they are written. */
export const exportedReview = object<Review & { readonly schemaVersion: number }>({
  schemaVersion: required(number),
  id: optional(string),
  title: optional(string),
  item: required(item),
  author: required(list(person)),
  rating: required(nullable(rating)),
  scores: required(list(score)),
  recommended: optional(boolean),
  summary: optional(string),
  pros: required(list(string)),
  cons: required(list(string)),
  published: optional(string),
  updated: optional(string),
  experienced: required(list(experience)),
  tags: required(list(string)),
  lang: optional(string),
  draft: optional(boolean),
  spoilers: optional(boolean),
  url: optional(string),
  sections: required(list(section)),
  extra: required(mapOf(json)),
});
