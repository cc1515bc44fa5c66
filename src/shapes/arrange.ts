import type { Json, JsonMap } from '../model/json.ts';
import type { Shape, ShapeOf } from './shape.ts';

/** A value as JSON: the keys of its objects in the order of their shapes, absent ones left out, so that none need be told from null. */
export function arrange<T>(shape: ShapeOf<T>, value: T): Json {
  return arranged(shape, value);
}

function arranged(shape: Shape, value: unknown): Json {
  if (shape.kind === 'itself') return arranged(shape.shape(), value);
  if (shape.kind === 'nullable') return value === null ? null : arranged(shape.of, value);
  if (shape.kind === 'list')
    return (value as readonly unknown[]).map((item) => arranged(shape.of, item));
  if (shape.kind !== 'object') return value as Json;
  const map = value as JsonMap;
  return Object.fromEntries(
    Object.entries(shape.fields).flatMap(([key, field]) =>
      map[key] === undefined ? [] : [[key, arranged(field.shape, map[key])] as const],
    ),
  );
}
