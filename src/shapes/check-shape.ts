import type { ObjectShape, Shape } from './shape.ts';

/** What is wrong with a value. `path` leads to it: keys and indexes. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = Problem['path'];

/** What is wrong with a JSON value that should have this shape, in the order of the value; empty when it has it. */
export function shapeProblems(shape: Shape, value: unknown, path: Path = []): Problem[] {
  const fail = (message: string): Problem[] => [{ path, message }];
  switch (shape.kind) {
    case 'any':
      return [];
    case 'text':
      if (typeof value !== 'string') return fail('a text is expected');
      return shape.pattern?.test(value) === false ? fail(`${shape.what} is expected`) : [];
    case 'number':
      return numberIsIn(shape, value) ? [] : fail(`${numberName(shape)} is expected`);
    case 'boolean':
      return typeof value === 'boolean' ? [] : fail('`true` or `false` is expected');
    case 'choice':
      return shape.values.includes(value as string)
        ? []
        : fail(`one of ${shape.values.join(', ')} is expected`);
    case 'constant':
      if (value === shape.value) return [];
      return fail(`version ${JSON.stringify(value)} is not known; ${shape.value} is`);
    case 'nullable':
      return value === null ? [] : shapeProblems(shape.of, value, path);
    case 'itself':
      return shapeProblems(shape.shape(), value, path);
    case 'list':
      if (!Array.isArray(value)) return fail('a list is expected');
      return value.flatMap((item, index) => shapeProblems(shape.of, item, [...path, index]));
    case 'map':
      if (!isObject(value)) return fail('an object is expected');
      return Object.entries(value).flatMap(([key, item]) =>
        shapeProblems(shape.of, item, [...path, key]),
      );
    case 'object':
      return isObject(value) ? fieldProblems(shape, value, path) : fail('an object is expected');
  }
}

function fieldProblems(
  { fields }: ObjectShape,
  value: Readonly<Record<string, unknown>>,
  path: Path,
): Problem[] {
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
  return [
    ...unknown.map((key) => ({ path: [...path, key], message: 'the key is not known' })),
    ...Object.entries(fields).flatMap(([key, { shape, required }]) => {
      if (Object.hasOwn(value, key)) return shapeProblems(shape, value[key], [...path, key]);
      return required ? [{ path, message: `\`${key}\` is missing` }] : [];
    }),
  ];
}

type NumberShape = Extract<Shape, { kind: 'number' }>;

function numberIsIn({ integer, least, most }: NumberShape, value: unknown): boolean {
  if (typeof value !== 'number' || (integer && !Number.isInteger(value))) return false;
  return value >= (least ?? value) && value <= (most ?? value);
}

function numberName({ integer, least, most }: NumberShape): string {
  if (!integer) return 'a number';
  if (least === undefined) return 'a whole number';
  return `a whole number ${most === undefined ? `from ${least} on` : `from ${least} to ${most}`}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
