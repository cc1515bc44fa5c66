/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonMap;

/** A mapping of names to JSON values. */
export interface JsonMap {
  readonly [key: string]: Json;
}
