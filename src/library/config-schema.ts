import { diagnosticKinds } from '../model/diagnostic.ts';
import type { JsonMap } from '../model/json.ts';
import { itemKinds } from '../model/review.ts';
import { roles } from '../model/roles.ts';
import type { LibraryConfig } from '../model/settings.ts';
import { builtInSpellings } from '../vocabulary/spelling-lookup.ts';

const texts: JsonMap = {
  anyOf: [{ type: ['string', 'number'] }, { type: 'array', items: { type: ['string', 'number'] } }],
};

function mapOf(description: string, names: readonly string[] | null, value: JsonMap): JsonMap {
  return {
    description,
    type: ['object', 'null'],
    ...(names === null ? {} : { propertyNames: { enum: [...new Set(names)] } }),
    additionalProperties: value,
  };
}

const keys: { readonly [Key in keyof Required<LibraryConfig>]: JsonMap } = {
  default: {
    description: 'The id of the review that is shown when none is named.',
    type: ['string', 'number', 'null'],
  },
  scale: {
    description: 'The best value of a rating that is a bare number.',
    type: ['number', 'null'],
    exclusiveMinimum: 0,
  },
  grades: mapOf(
    'Grades and words for a rating, as a share of the best, a percentage or a value with its scale; instead of the letters from A+ to F.',
    null,
    {
      anyOf: [
        { type: 'number', minimum: 0, maximum: 1 },
        { type: 'string', pattern: '^\\d{1,3}(?:\\.\\d+)?\\s*%$' },
        { type: 'string', pattern: '^\\d+(?:[.,]\\d+)?\\s*/\\s*\\d+$' },
      ],
    },
  ),
  roles: mapOf('More headings that mean a role.', roles, texts),
  spellings: mapOf(
    'More keys that mean a field.',
    ['item.name', 'itemName', ...builtInSpellings().map(([spelling]) => spelling)],
    texts,
  ),
  kinds: mapOf('The kind of what the reviews in a folder review.', null, { enum: [...itemKinds] }),
  rules: mapOf('What `review check` makes of a diagnostic.', Object.keys(diagnosticKinds), {
    enum: ['off', 'info', 'warning', 'error', false],
  }),
};

/** The JSON Schema (draft-07) of a library's `review.config.yaml`. */
export function configSchema(): JsonMap {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The configuration of a library of reviews',
    description: 'What review.config.yaml may say.',
    type: ['object', 'null'],
    properties: keys,
    additionalProperties: false,
  };
}
