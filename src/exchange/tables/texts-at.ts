import type { Json, JsonMap } from '../../model/json.ts';

/** The text at a path in what a review keeps without a field; undefined where there is none. */
export function textAt(map: JsonMap, path: readonly string[]): string | undefined {
  let value: Json | undefined = map;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const inner: JsonMap = value as JsonMap;
    value = Object.hasOwn(inner, name) ? inner[name] : undefined;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
