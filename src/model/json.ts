/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonMap;

/** A mapping of names to JSON values. */
export interface JsonMap {
  readonly [key: string]: Json;
}

export function isJsonMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
