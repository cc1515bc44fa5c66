import { type DataNode, isNull, type MapEntry, toJson } from '../../data/data-node.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { JsonMap } from '../../model/json.ts';
import type { Locator } from '../../model/position.ts';

/** What is known while a configuration is read. */
export interface Reading {
  readonly locator: Locator;
  readonly diagnostics: Diagnostic[];
}

/**
 * What may stand in a configuration: how it is read, how an editor checks it, and what a table of the keys says of it. A value that is not taken is
 * undefined and has been reported; `path` leads to it, as messages name it.
 */
export interface Value<T> {
  readonly read: (node: DataNode, reading: Reading, path: string) => T | undefined;
  /** Made when it is asked for: some hold every spelling there is. */
  readonly schema: () => JsonMap;
  /** In a few words. */
  readonly takes: string;
}

/** A key of the configuration, or of a mapping in it. */
export interface Setting<T> extends Value<T> {
  /** What it does, in a sentence. */
  readonly meaning: string;
  /** A line that a configuration may have. */
  readonly example: string;
}

/** A name before a colon that may not be any text. */
export interface Names<Name extends string = string> {
  readonly read: (entry: MapEntry, reading: Reading, path: string) => Name | undefined;
  /** All there are, where they can be listed. */
  readonly all?: () => readonly string[];
}

/** Reports a value that cannot be what it is; nothing comes of it. */
export function invalid(
  { locator, diagnostics }: Reading,
  { start, end }: { readonly start: number; readonly end: number },
  message: string,
): undefined {
  diagnostics.push(diagnose('config-invalid', message, { range: locator.range(start, end) }));
  return undefined;
}

/** The same of a key. */
export function invalidKey(
  reading: Reading,
  { keyStart, keyEnd }: MapEntry,
  message: string,
): undefined {
  return invalid(reading, { start: keyStart, end: keyEnd }, message);
}

/** One line of text. */
export function textValue(wants: string): Value<string> {
  return {
    takes: wants,
    schema: () => ({ type: ['string', 'number', 'null'] }),
    read: (node, reading, path) =>
      node.kind === 'scalar' && node.text.trim() !== ''
        ? node.text.trim()
        : invalid(reading, node, `\`${path}\` wants ${wants}.`),
  };
}

/** A text that `parse` understands; null is what it does not. */
export function parsedText<T extends string>(
  wants: string,
  parse: (text: string) => T | null,
  schema: JsonMap,
): Value<T> {
  return {
    takes: wants,
    schema: () => schema,
    read: (node, reading, path) =>
      (node.kind === 'scalar' ? parse(node.text.trim()) : null) ??
      invalid(reading, node, `\`${path}\` wants ${wants}.`),
  };
}

export const numberAboveZero: Value<number> = {
  takes: 'a number above 0',
  schema: () => ({ type: ['number', 'null'], exclusiveMinimum: 0 }),
  read: (node, reading, path) => {
    const value = toJson(node);
    return typeof value === 'number' && value > 0
      ? value
      : invalid(reading, node, `\`${path}\` wants a number above 0.`);
  },
};

export const yesOrNo: Value<boolean> = {
  takes: '`true` or `false`',
  schema: () => ({ type: 'boolean' }),
  read: (node, reading, path) => {
    const value = toJson(node);
    return typeof value === 'boolean'
      ? value
      : invalid(reading, node, `\`${path}\` wants \`true\` or \`false\`.`);
  },
};

/** A list of texts, or one. */
export const texts: Value<readonly string[]> = {
  takes: 'a text, or a list of them',
  schema: () => ({
    anyOf: [
      { type: ['string', 'number'] },
      { type: 'array', items: { type: ['string', 'number'] } },
    ],
  }),
  read: (node, reading) => {
    if (node.kind === 'scalar' && !isNull(node)) return [node.text];
    if (node.kind === 'list' && node.items.every(({ kind }) => kind === 'scalar'))
      return node.items.map(({ text }) => text);
    return invalid(reading, node, 'A list of texts is wanted here.');
  },
};

/** Lines of `name: value`, each value of one kind. */
export function mapOf<T>(
  value: Value<T>,
  names: Names = { read: ({ key }) => key },
): Value<Readonly<Record<string, T>>> {
  const { all } = names;
  return {
    takes: `\`name: value\` lines, each ${value.takes}`,
    schema: () => ({
      type: ['object', 'null'],
      ...(all === undefined ? {} : { propertyNames: { enum: [...new Set(all())] } }),
      additionalProperties: value.schema(),
    }),
    read: (node, reading, path) => {
      if (node.kind !== 'map')
        return invalid(reading, node, `\`${path}\` wants \`name: value\` lines.`);
      return Object.fromEntries(
        node.entries.flatMap((entry): [string, T][] => {
          const name = names.read(entry, reading, path);
          const read =
            name === undefined ? undefined : value.read(entry.value, reading, `${path}: ${name}`);
          return name === undefined || read === undefined ? [] : [[name, read]];
        }),
      );
    },
  };
}

/** The keys that a mapping may have. */
export type Settings<T extends object> = {
  readonly [Key in keyof T]-?: Setting<Exclude<T[Key], undefined>>;
};

/** A mapping with these keys and no others; each may be left out, or empty. */
export function objectOf<T extends object>(settings: Settings<T>, name: string): Value<T> {
  return {
    takes: `a mapping of ${quoted(Object.keys(settings))}`,
    schema: () => objectSchema(settings),
    read: (node, reading, path) => {
      if (node.kind !== 'map')
        return invalid(reading, node, `\`${path}\` wants \`key: value\` lines.`);
      return readObject(settings, node.entries, reading, name);
    },
  };
}

/** The schema of a mapping with these keys. */
export function objectSchema<T extends object>(settings: Settings<T>): JsonMap {
  const entries = Object.entries<Setting<unknown>>(settings);
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(
      entries.map(([key, { meaning, schema }]) => [
        key,
        { description: meaning, ...orNothing(schema()) },
      ]),
    ),
    additionalProperties: false,
  };
}

/** A key with nothing behind it is as good as none. */
function orNothing(schema: JsonMap): JsonMap {
  const { type, anyOf, enum: values } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: [...anyOf, { type: 'null' }] };
  if (Array.isArray(values)) return { ...schema, enum: [...values, null] };
  return typeof type === 'string' ? { ...schema, type: [type, 'null'] } : schema;
}

/** What entries say of the keys of a mapping; `name` is what it is called in a message on a key that it has not. */
export function readObject<T extends object>(
  settings: Settings<T>,
  entries: readonly MapEntry[],
  reading: Reading,
  name: string,
): T {
  const found: [string, unknown][] = [];
  for (const entry of entries) {
    const { key, value } = entry;
    const setting = Object.hasOwn(settings, key)
      ? (settings as Readonly<Record<string, Setting<unknown>>>)[key]
      : undefined;
    if (setting === undefined)
      invalidKey(
        reading,
        entry,
        `\`${key}\` is no key of ${name}; there are ${Object.keys(settings).join(', ')}.`,
      );
    else if (!isNull(value)) {
      const read = setting.read(value, reading, key);
      if (read !== undefined) found.push([key, read]);
    }
  }
  return Object.fromEntries(found) as T;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
