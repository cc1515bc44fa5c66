import type { Json, JsonMap } from '../model/json.ts';
import { editDistance } from '../text/edit-distance.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** Which fields to keep, by name: all of one (`null`), or only some within it. In the order in which they were asked for. */
export interface Fields extends ReadonlyMap<string, Fields | null> {}

/** The paths of fields as a person types them, `title,rating.value`, or the first that the shape does not have. */
export type ParsedFields =
  | { readonly fields: Fields }
  | { readonly unknown: string; readonly known: readonly string[] };

/**
 * Reads paths of fields, with commas between; `.` leads into an object and into the objects of a list. `\.` and `\,` are part of a name.
 * A path that the shape does not have is `unknown`; `known` are then the names that could stand there, the nearest first.
 */
export function parseFields(text: string, shape: ObjectShape): ParsedFields {
  const fields: MutableFields = new Map();
  for (const path of split(text, ',').map((each) => each.trim())) {
    const names = split(path, '.').map((name) => name.replace(/\\(.)/g, '$1'));
    const stray = firstStray(names, shape);
    if (stray !== null)
      return {
        unknown: path,
        known: [...stray.known].sort(
          (a, b) => editDistance(a, stray.name) - editDistance(b, stray.name),
        ),
      };
    add(fields, names);
  }
  return { fields };
}

type MutableFields = Map<string, MutableFields | null>;

function split(text: string, mark: string): string[] {
  return text.split(new RegExp(`(?<!\\\\)\\${mark}`));
}

/** The first name on the path that leads nowhere. */
function firstStray(
  names: readonly string[],
  root: Shape,
): { name: string; known: readonly string[] } | null {
  let shape: Shape | null = root;
  for (const name of names) {
    const inner: Shape | null = shape === null ? null : within(shape);
    if (inner?.kind === 'any') return null;
    if (inner?.kind === 'map') shape = inner.of;
    else if (inner?.kind === 'object' && Object.hasOwn(inner.fields, name))
      shape = inner.fields[name]?.shape ?? null;
    else return { name, known: inner?.kind === 'object' ? Object.keys(inner.fields) : [] };
  }
  return null;
}

/** What a name can lead into: lists and the like are looked through. */
function within(shape: Shape): Shape {
  if (shape.kind === 'nullable' || shape.kind === 'list') return within(shape.of);
  return shape.kind === 'itself' ? within(shape.shape()) : shape;
}

function add(fields: MutableFields, [name, ...rest]: readonly string[]): void {
  if (name === undefined || fields.get(name) === null) return;
  if (rest.length === 0) fields.set(name, null);
  else {
    const inner = fields.get(name) ?? new Map();
    fields.set(name, inner);
    add(inner, rest);
  }
}

/** Only these fields of an object, or of each object of a list. What is not there is left out; a value that has no fields stays. */
export function pickFields(value: Json, fields: Fields): Json {
  if (Array.isArray(value)) return value.map((item) => pickFields(item as Json, fields));
  if (typeof value !== 'object' || value === null) return value;
  const map = value as JsonMap;
  return Object.fromEntries(
    [...fields].flatMap(([name, inner]) => {
      const found = Object.hasOwn(map, name) ? map[name] : undefined;
      if (found === undefined) return [];
      return [[name, inner === null ? found : pickFields(found, inner)] as const];
    }),
  );
}
