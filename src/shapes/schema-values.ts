import type { JsonMap } from '../model/json.ts';
import { itemKinds } from '../model/review.ts';
import { roles } from '../model/roles.ts';

/** What a value of front matter may be, each a definition of the schema. An editor checks by them; the reader takes still more. */
export type ValueName = keyof typeof valueSchemas;

const ref = (name: string): JsonMap => ({ $ref: `#/definitions/${name}` });
const listOf = (items: JsonMap): JsonMap => ({ type: 'array', items });
const scalar: JsonMap = { type: ['string', 'number', 'boolean'] };
const empty: JsonMap = { type: 'null' };

export const valueSchemas = {
  text: { type: ['string', 'number', 'boolean', 'null'] },
  texts: { anyOf: [scalar, listOf(ref('text')), empty] },
  points: {
    anyOf: [
      scalar,
      listOf({ type: ['string', 'number', 'boolean', 'object', 'null'] }),
      { type: 'object' },
      empty,
    ],
  },
  yesNo: {
    anyOf: [
      { type: 'boolean' },
      {
        enum: [
          'yes',
          'no',
          'on',
          'off',
          'up',
          'down',
          '👍',
          '👎',
          'recommended',
          'not recommended',
        ],
      },
      { type: ['string', 'null'] },
    ],
  },
  number: { type: ['number', 'string', 'null'] },
  date: { type: ['string', 'number', 'array', 'null'], examples: ['2025-06-06'] },
  release: { anyOf: [ref('date'), { type: 'boolean' }] },
  dates: { anyOf: [ref('date'), { type: ['boolean', 'object'] }, listOf(ref('experience'))] },
  experience: {
    anyOf: [
      ref('date'),
      {
        type: 'object',
        properties: {
          date: ref('date'),
          repeat: ref('yesNo'),
          venue: ref('text'),
          with: ref('texts'),
        },
      },
    ],
  },
  id: { type: ['string', 'number', 'null'] },
  kind: { anyOf: [{ enum: [...itemKinds] }, ref('texts')] },
  name: { anyOf: [scalar, ref('item'), listOf(ref('text')), empty] },
  item: {
    type: 'object',
    properties: { name: ref('text'), kind: ref('kind'), year: ref('number') },
  },
  people: { anyOf: [ref('person'), listOf(ref('person')), empty] },
  person: {
    anyOf: [
      { type: ['string', 'number'] },
      listOf(ref('text')),
      { type: 'object', properties: { name: ref('text'), url: ref('text'), role: ref('text') } },
    ],
  },
  image: { anyOf: [{ type: ['string', 'object', 'array', 'null'] }] },
  rating: {
    anyOf: [
      { type: 'number', minimum: 0 },
      {
        type: ['string', 'boolean', 'array', 'null'],
        examples: ['4/5', '★★★★☆', '85%', '8 out of 10', '4,5/5', 'B+', '👍'],
      },
      {
        type: 'object',
        properties: {
          value: ref('number'),
          best: ref('number'),
          worst: ref('number'),
          ratingValue: ref('number'),
          bestRating: ref('number'),
          worstRating: ref('number'),
          overall: { type: ['number', 'string', 'object', 'null'] },
        },
      },
    ],
  },
  scores: {
    anyOf: [
      { type: 'object', additionalProperties: ref('rating') },
      listOf({ anyOf: [{ type: 'string' }, { type: 'object' }] }),
      { type: ['string', 'number', 'null'] },
    ],
  },
  map: { type: ['object', 'null'] },
  any: {},
  review: { anyOf: [{ type: ['string', 'null'] }, { $ref: '#' }] },
  sections: {
    anyOf: [
      listOf(ref('section')),
      { type: 'object', additionalProperties: ref('sectionValue') },
      empty,
    ],
  },
  sectionValue: { anyOf: [ref('text'), listOf(ref('text')), ref('section')] },
  section: {
    type: 'object',
    properties: {
      heading: ref('text'),
      title: ref('text'),
      role: { enum: [...roles, null] },
      level: { type: 'integer', minimum: 0, maximum: 6 },
      body: { anyOf: [ref('text'), listOf(ref('text'))] },
      sections: ref('sections'),
    },
  },
} as const satisfies Record<string, JsonMap>;
