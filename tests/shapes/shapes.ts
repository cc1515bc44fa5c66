import fc from 'fast-check';
import type { Shape } from '../../src/shapes/shape.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '',
    '\u001B[31m',
    '\u202E',
    '\u2028',
    '\u00AD',
    '</script>',
    '__proto__',
    '"\\\n',
  ),
);
const number = fc
  .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 4, 3.5, 1e21))
  .map((each) => each + 0);
const date = fc.constantFrom('2025-06-06', '1999-12', '0800');
/** JSON of any shape, without -0, which JSON has no word for. */
const any = fc
  .jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** Values of a shape, whatever else is wrong with them; `depth` is how often a thing may hold its own kind. */
export function valuesOf(shape: Shape, depth = 3): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'any':
      return any;
    case 'text':
      return shape.pattern === undefined ? text : date;
    case 'number':
      return shape.integer
        ? fc.integer({ min: shape.least ?? -3000, max: shape.most ?? 3000 })
        : number;
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...shape.values);
    case 'constant':
      return fc.constant(shape.value);
    case 'nullable':
      return fc.option(valuesOf(shape.of, depth));
    case 'map':
      return fc.dictionary(text, valuesOf(shape.of, depth), { maxKeys: 4 });
    case 'itself':
      return valuesOf(shape.shape(), depth - 1);
    case 'list':
      return depth === 0
        ? fc.constant([])
        : fc.array(valuesOf(shape.of, depth), { maxLength: 3, depthIdentifier: 'list' });
    case 'object': {
      const fields = Object.entries(shape.fields);
      return fc.record(
        Object.fromEntries(fields.map(([key, field]) => [key, valuesOf(field.shape, depth)])),
        { requiredKeys: fields.filter(([, field]) => field.required).map(([key]) => key) },
      );
    }
  }
}
