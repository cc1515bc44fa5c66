/** What a JSON value may be, as data: readers check by it, writers order keys by it, the JSON Schema is written from it. */
export type Shape =
  | { readonly kind: 'text'; readonly pattern?: RegExp; readonly what?: string }
  | {
      readonly kind: 'number';
      readonly integer: boolean;
      readonly least?: number;
      readonly most?: number;
    }
  | { readonly kind: 'boolean' | 'any' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'nullable' | 'list' | 'map'; readonly of: Shape }
  | ObjectShape
  | { readonly kind: 'itself'; readonly shape: () => Shape };

/** An object with exactly these keys, in this order. */
export interface ObjectShape {
  readonly kind: 'object';
  /** What the object is, in a word: its name in the schema's definitions. */
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
}

export interface Field {
  readonly shape: Shape;
  /** False for a key that is there only when it says something. */
  readonly required: boolean;
  /** What the value means, in a sentence. */
  readonly meaning: string;
}

/** A shape of which the compiler knows the type. */
export type ShapeOf<T> = Shape & { readonly type?: T };

export const text: ShapeOf<string> = { kind: 'text' };
export const number: ShapeOf<number> = { kind: 'number', integer: false };
export const boolean: ShapeOf<boolean> = { kind: 'boolean' };

/** A text of which the whole matches; `what` says what that is. */
export function matching(pattern: RegExp, what: string): ShapeOf<string> {
  return { kind: 'text', pattern, what };
}

/** A whole number in these bounds, both included. */
export function integer(least?: number, most?: number): ShapeOf<number> {
  return {
    kind: 'number',
    integer: true,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
}

export function choice<T extends string>(values: readonly T[]): ShapeOf<T> {
  return { kind: 'choice', values };
}

export function constant<T extends number>(value: T): ShapeOf<T> {
  return { kind: 'constant', value };
}

export function nullable<T>(of: ShapeOf<T>): ShapeOf<T | null> {
  return { kind: 'nullable', of };
}

export function list<T>(of: ShapeOf<T>): ShapeOf<readonly T[]> {
  return { kind: 'list', of };
}

/** An object with any keys. */
export function mapOf<T>(of: ShapeOf<T>): ShapeOf<Readonly<Record<string, T>>> {
  return { kind: 'map', of };
}

/** For objects that hold their own kind. */
export function itself<T>(shape: () => ShapeOf<T>): ShapeOf<T> {
  return { kind: 'itself', shape };
}

type FieldOf<T> = Field & { readonly shape: ShapeOf<T> };

export function required<T>(shape: ShapeOf<T>, meaning: string): FieldOf<T> {
  return { shape, required: true, meaning };
}

export function optional<T>(shape: ShapeOf<T>, meaning: string): FieldOf<T> {
  return { shape, required: false, meaning };
}

/** An object, with a field for every key of its type. */
export function object<T extends object>(
  name: string,
  fields: { readonly [Key in keyof T]-?: FieldOf<Exclude<T[Key], undefined>> },
): ObjectShape & { readonly type?: T } {
  return { kind: 'object', name, fields };
}
