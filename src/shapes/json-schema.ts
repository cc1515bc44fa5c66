import type { JsonMap } from '../model/json.ts';
import { exportedReview } from './export-shape.ts';
import type { Field, ObjectShape, Shape } from './shape.ts';

/**
 * The JSON Schema (draft-07) of a shape. Every kind of object within it is a definition of its own, under its name.
 */
export function jsonSchema(root: ObjectShape, title: string, description: string): JsonMap {
  const definitions = new Map<string, JsonMap>();
  const { $ref } = referTo(root, definitions);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    description,
    $ref,
    definitions: Object.fromEntries(definitions),
  } as JsonMap;
}

/** The schema of what `export --json` writes of one review. */
export function exportSchema(): JsonMap {
  return jsonSchema(
    exportedReview,
    'An exported review',
    'What `review export --json` writes of one review; of several, an array of such objects.',
  );
}

type Definitions = Map<string, JsonMap>;

function referTo(shape: ObjectShape, definitions: Definitions): { readonly $ref: string } {
  if (!definitions.has(shape.name)) {
    // Set before it is made: an object may hold its own kind.
    definitions.set(shape.name, {});
    definitions.set(shape.name, objectSchema(shape, definitions));
  }
  return { $ref: `#/definitions/${shape.name}` };
}

function objectSchema({ fields }: ObjectShape, definitions: Definitions): JsonMap {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    required: entries.flatMap(([key, { required }]) => (required ? [key] : [])),
    additionalProperties: false,
    properties: Object.fromEntries(
      entries.map(([key, field]) => [key, fieldSchema(field, definitions)]),
    ),
  };
}

/** Beside a `$ref`, draft-07 heeds no other key: it has to stand within another one. */
function fieldSchema({ shape, meaning }: Field, definitions: Definitions): JsonMap {
  const schema = schemaOf(shape, definitions);
  return { description: meaning, ...('$ref' in schema ? { allOf: [schema] } : schema) };
}

function schemaOf(shape: Shape, definitions: Definitions): JsonMap {
  switch (shape.kind) {
    case 'any':
      return {};
    case 'text':
      return {
        type: 'string',
        ...(shape.pattern === undefined ? {} : { pattern: shape.pattern.source }),
      };
    case 'number':
      return {
        type: shape.integer ? 'integer' : 'number',
        ...(shape.least === undefined ? {} : { minimum: shape.least }),
        ...(shape.most === undefined ? {} : { maximum: shape.most }),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: shape.values };
    case 'constant':
      return { const: shape.value };
    case 'nullable':
      return { anyOf: [{ type: 'null' }, schemaOf(shape.of, definitions)] };
    case 'itself':
      return schemaOf(shape.shape(), definitions);
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, definitions) };
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(shape.of, definitions) };
    case 'object':
      return referTo(shape, definitions) as unknown as JsonMap;
  }
}
