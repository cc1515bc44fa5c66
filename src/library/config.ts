import { type DataNode, isNull, type MapEntry, type MapNode, toJson } from '../data/data-node.ts';
import { cleanText } from '../data/decode.ts';
import { parseYaml } from '../data/yaml/yaml.ts';
import { type Diagnostic, diagnose, diagnosticKinds, type Severity } from '../model/diagnostic.ts';
import { createLocator, type Locator } from '../model/position.ts';
import type { ItemKind } from '../model/review.ts';
import { type ExtraSynonyms, type Role, roleNamed } from '../model/roles.ts';
import type { Grade, LibraryConfig } from '../model/settings.ts';
import { editDistance } from '../text/edit-distance.ts';
import { readRating } from '../vocabulary/ratings.ts';
import { kindNamed, meaningOfField } from '../vocabulary/spelling-lookup.ts';

export interface ReadConfigResult {
  readonly config: LibraryConfig;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading {
  readonly locator: Locator;
  readonly diagnostics: Diagnostic[];
}

type ConfigKey = keyof LibraryConfig;

/**
 * Reads a library's configuration. What is wrong in it is left out, the rest counts.
 * Diagnostics: config-invalid, and those of `parseYaml`; all name `path` as their file.
 */
export function readConfig(text: string, path: string): ReadConfigResult {
  const source = cleanText(text).text;
  const locator = createLocator(source);
  const { node, diagnostics } = parseYaml(source, { offset: 0, locator });
  const reading: Reading = { locator, diagnostics: [...diagnostics] };
  const config = node === null || isNull(node) ? {} : readEntries(node, reading);
  return {
    config,
    diagnostics: reading.diagnostics.map((diagnostic) => ({ ...diagnostic, file: path })),
  };
}

function readEntries(node: DataNode, reading: Reading): LibraryConfig {
  if (node.kind !== 'map')
    return invalid(reading, node, 'The configuration is no mapping of `key: value` lines.') ?? {};
  const entries: [string, unknown][] = [];
  for (const entry of node.entries) {
    const read = Object.hasOwn(readers, entry.key) ? readers[entry.key as ConfigKey] : undefined;
    if (read === undefined)
      invalidKey(
        reading,
        entry,
        `\`${entry.key}\` is no key of the configuration; there are ${Object.keys(readers).join(', ')}.`,
      );
    else if (!isNull(entry.value)) {
      const value = read(entry.value, reading);
      if (value !== undefined) entries.push([entry.key, value]);
    }
  }
  return Object.fromEntries(entries) as LibraryConfig;
}

type ReadValue<T> = (node: DataNode, reading: Reading) => T | undefined;

const readers: { readonly [K in ConfigKey]-?: ReadValue<NonNullable<LibraryConfig[K]>> } = {
  default: (node, reading) =>
    node.kind === 'scalar'
      ? node.text
      : invalid(reading, node, '`default` wants the id of a review.'),
  scale: (node, reading) => {
    const value = toJson(node);
    return typeof value === 'number' && value > 0
      ? value
      : invalid(reading, node, '`scale` wants a number above 0.');
  },
  grades: (node, reading) => readMap(node, reading, 'grades', readGrade),
  roles: (node, reading) =>
    readMap(node, reading, 'roles', readTexts, nameOfRole) as ExtraSynonyms | undefined,
  spellings: (node, reading) => readMap(node, reading, 'spellings', readTexts, nameOfField),
  kinds: (node, reading) => readMap(node, reading, 'kinds', readKind, nameOfFolder),
  rules: (node, reading) => readMap(node, reading, 'rules', readSeverity, nameOfCode),
};

function invalid(
  reading: Reading,
  { start, end }: { start: number; end: number },
  message: string,
): undefined {
  reading.diagnostics.push(
    diagnose('config-invalid', message, { range: reading.locator.range(start, end) }),
  );
  return undefined;
}

function invalidKey(reading: Reading, { keyStart, keyEnd }: MapEntry, message: string): undefined {
  return invalid(reading, { start: keyStart, end: keyEnd }, message);
}

type NameOf = (entry: MapEntry, reading: Reading) => string | undefined;

function readMap<T>(
  node: DataNode,
  reading: Reading,
  key: string,
  read: ReadValue<T>,
  nameOf: NameOf = (entry) => entry.key,
) {
  if (node.kind !== 'map') return invalid(reading, node, `\`${key}\` wants \`name: value\` lines.`);
  return Object.fromEntries(mapEntries(node, reading, read, nameOf)) as Readonly<Record<string, T>>;
}

function mapEntries<T>(
  node: MapNode,
  reading: Reading,
  read: ReadValue<T>,
  nameOf: NameOf,
): [string, T][] {
  return node.entries.flatMap((entry): [string, T][] => {
    const name = nameOf(entry, reading);
    const value = name === undefined ? undefined : read(entry.value, reading);
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}

/** `B+: 0.87`, `B+: 87%`, or `great: 5/5`. */
function readGrade(node: DataNode, reading: Reading): Grade | undefined {
  const figure = node.kind === 'scalar' ? readRating(node.text, { grades: {} }) : null;
  if (figure?.kind === 'rating' && !figure.assumedScale && !node.text.includes('%')) {
    const { value, best } = figure.rating;
    return { value, best };
  }
  const percent = node.kind === 'scalar' ? /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(node.text) : null;
  const value = percent === null ? toJson(node) : Number(percent[1]) / 100;
  return typeof value === 'number' && value >= 0 && value <= 1
    ? value
    : invalid(
        reading,
        node,
        'A grade wants a share of the best (`0.87`, `87%`) or a value with its scale (`5/5`).',
      );
}

function readTexts(node: DataNode, reading: Reading): readonly string[] | undefined {
  if (node.kind === 'scalar' && !isNull(node)) return [node.text];
  if (node.kind === 'list' && node.items.every(({ kind }) => kind === 'scalar'))
    return node.items.map(({ text }) => text);
  return invalid(reading, node, 'A list of texts is wanted here.');
}

function readKind(node: DataNode, reading: Reading): ItemKind | undefined {
  return (
    (node.kind === 'scalar' ? kindNamed(node.text) : null) ??
    invalid(reading, node, `\`${node.text}\` is no kind that is known.`)
  );
}

function nameOfRole(entry: MapEntry, reading: Reading): Role | undefined {
  return roleNamed(entry.key) ?? invalidKey(reading, entry, `\`${entry.key}\` is no role.`);
}

function nameOfField(entry: MapEntry, reading: Reading): string | undefined {
  return meaningOfField(entry.key) === null
    ? invalidKey(reading, entry, `\`${entry.key}\` is no field of a review.`)
    : entry.key;
}

function nameOfFolder({ key }: MapEntry): string {
  return key.replace(/^\.?\/+|(?<!\/)\/+$/g, '');
}

const severities: Readonly<Record<string, Severity | 'off'>> = {
  off: 'off',
  false: 'off',
  info: 'info',
  warning: 'warning',
  warn: 'warning',
  error: 'error',
};

function readSeverity(node: DataNode, reading: Reading): Severity | 'off' | undefined {
  const name = node.kind === 'scalar' ? node.text.toLowerCase() : '';
  return Object.hasOwn(severities, name)
    ? severities[name]
    : invalid(reading, node, 'A rule is `off`, `info`, `warning` or `error`.');
}

function nameOfCode(entry: MapEntry, reading: Reading): string | undefined {
  if (Object.hasOwn(diagnosticKinds, entry.key)) return entry.key;
  const near = Object.keys(diagnosticKinds).find((code) => editDistance(code, entry.key) <= 3);
  const advice = near === undefined ? '; docs/diagnostics.md has them all' : `; \`${near}\` is`;
  return invalidKey(reading, entry, `\`${entry.key}\` is the code of no diagnostic${advice}.`);
}
