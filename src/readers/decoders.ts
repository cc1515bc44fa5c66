import type { Json } from '../model/json.ts';

/** What is wrong with a decoded value. `path` leads to it: keys and indexes. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface Decoding {
  readonly path: readonly (string | number)[];
  readonly problems: Problem[];
}

/** A value of the type wanted, or a problem and undefined. */
export type Decode<T> = (value: unknown, at: Decoding) => T | undefined;

function fail(at: Decoding, message: string): undefined {
  at.problems.push({ path: at.path, message });
  return undefined;
}

function within(at: Decoding, step: string | number): Decoding {
  return { path: [...at.path, step], problems: at.problems };
}

export const string: Decode<string> = (value, at) =>
  typeof value === 'string' ? value : fail(at, 'a text is expected');

export const number: Decode<number> = (value, at) =>
  typeof value === 'number' ? value : fail(at, 'a number is expected');

export const boolean: Decode<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : fail(at, '`true` or `false` is expected');

export const json: Decode<Json> = (value) => value as Json;

export function oneOf<T extends string>(values: readonly T[]): Decode<T> {
  return (value, at) =>
    values.find((each) => each === value) ?? fail(at, `one of ${values.join(', ')} is expected`);
}

export function nullable<T>(decode: Decode<T>): Decode<T | null> {
  return (value, at) => (value === null ? null : decode(value, at));
}

export function list<T>(decode: Decode<T>): Decode<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return fail(at, 'a list is expected');
    return value.map((item, index) => decode(item, within(at, index)) as T);
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with any keys. */
export function mapOf<T>(decode: Decode<T>): Decode<Readonly<Record<string, T>>> {
  return (value, at) => {
    if (!isObject(value)) return fail(at, 'an object is expected');
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, decode(each, within(at, key)) as T]),
    );
  };
}

/** Which keys an object has: `required`, or present only when they say something. */
type Fields<T> = {
  readonly [K in keyof T]-?: { readonly decode: Decode<T[K]>; readonly required: boolean };
};

export function required<T>(decode: Decode<T>): {
  readonly decode: Decode<T>;
  readonly required: true;
} {
  return { decode, required: true };
}

export function optional<T>(decode: Decode<T>): {
  readonly decode: Decode<T>;
  readonly required: false;
} {
  return { decode, required: false };
}

/** An object with exactly these keys, in their order. A key that is not known is a problem. */
export function object<T extends object>(fields: Fields<T>): Decode<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, at) => {
    if (!isObject(value)) return fail(at, 'an object is expected');
    for (const key of Object.keys(value))
      if (!Object.hasOwn(fields, key)) fail(within(at, key), 'the key is not known');
    const entries = names.flatMap((name): [string, unknown][] => {
      if (Object.hasOwn(value, name))
        return [[name, fields[name].decode(value[name], within(at, name))]];
      if (fields[name].required) fail(at, `\`${name}\` is missing`);
      return [];
    });
    return Object.fromEntries(entries) as T;
  };
}

/** For types that hold themselves. */
export function lazy<T>(decode: () => Decode<T>): Decode<T> {
  return (value, at) => decode()(value, at);
}
