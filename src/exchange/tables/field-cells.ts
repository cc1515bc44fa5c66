import type { Json, JsonMap } from '../../model/json.ts';

/** Paths of fields between commas, as they are typed. `\\,` is part of a name. */
export function fieldPaths(text: string): string[] {
  return text.split(/(?<!\\),/).map((path) => path.trim());
}

/** A path of a field, as it is typed: `item.name`. `\.` is part of a name. */
export function splitPath(path: string): string[] {
  return path.split(/(?<!\\)\./).map((name) => name.replace(/\\(.)/g, '$1'));
}

/** What a JSON value has at a path, as the text of a cell: names of people and makers, days, and values between `; `; what has a form of its own as JSON. */
export function cellAt(value: Json, path: readonly string[]): string {
  const [name, ...rest] = path;
  if (name === undefined) return cellOf(value);
  if (Array.isArray(value))
    return (value as readonly Json[])
      .map((item) => cellAt(item, path))
      .filter((cell) => cell !== '')
      .join('; ');
  if (typeof value !== 'object' || value === null) return '';
  const map = value as JsonMap;
  return Object.hasOwn(map, name) ? cellAt(map[name] as Json, rest) : '';
}

function cellOf(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return (value as readonly Json[]).map(itemOf).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One of a list: a person, a maker, a day. */
function itemOf(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return cellOf(value);
  const { name, date, began } = value as JsonMap;
  const said = name ?? date ?? began;
  return typeof said === 'string' ? said : JSON.stringify(value);
}
