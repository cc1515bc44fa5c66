import { type DataNode, isNull, type MapEntry } from '../../data/data-node.ts';
import { parseYaml } from '../../data/yaml/yaml.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { createLocator, type Locator } from '../../model/position.ts';
import { themeNames } from '../../model/settings.ts';
import type { Paints, Theme } from '../layout/theme.ts';
import { isThemeName, type Palette, palettes, themeNamed, themeOf } from './themes.ts';

/** What a look may be made of besides colours as `#rrggbb`: chalk's names. */
const styleNames: ReadonlySet<string> = new Set([
  ...['bold', 'dim', 'italic', 'underline', 'strikethrough', 'inverse'],
  ...['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white', 'gray'].flatMap(
    (name) => (name === 'gray' ? [name] : [name, `${name}Bright`]),
  ),
]);

export interface ReadThemeResult {
  readonly theme: Theme;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading {
  readonly locator: Locator;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads a theme of the user's own: `base` names the theme it starts from, `colors` replaces its colours, `styles` the look of
 * single things. What is wrong in it is left out, the rest counts. Diagnostics: theme-invalid, and those of `parseYaml`;
 * all name `path` as their file.
 */
export function readTheme(source: string, path: string): ReadThemeResult {
  const locator = createLocator(source);
  const { node, diagnostics } = parseYaml(source, { offset: 0, locator });
  const reading: Reading = { locator, diagnostics: [...diagnostics] };
  const theme = themeFrom(entriesOf(node, reading, 'A theme'), reading);
  return {
    theme,
    diagnostics: reading.diagnostics.map((diagnostic) => ({ ...diagnostic, file: path })),
  };
}

const keys = ['base', 'colors', 'styles'] as const;

function themeFrom(entries: readonly MapEntry[], reading: Reading): Theme {
  const values = new Map<string, DataNode>();
  for (const entry of entries) {
    if ((keys as readonly string[]).includes(entry.key)) values.set(entry.key, entry.value);
    else saysUnknown(entry, keys, reading);
  }
  const base = readBase(values.get('base') ?? null, reading);
  const colors = readColors(values.get('colors') ?? null, reading);
  const styled = base === 'mono' ? themeNamed('mono') : themeOf({ ...palettes[base], ...colors });
  return withStyles(styled, values.get('styles') ?? null, reading);
}

function readBase(node: DataNode | null, reading: Reading): (typeof themeNames)[number] {
  if (node === null || isNull(node)) return 'auto';
  const name = textOf(node);
  if (isThemeName(name)) return name;
  invalid(reading, node, `\`base\` wants one of ${themeNames.join(', ')}.`);
  return 'auto';
}

function withStyles(theme: Theme, node: DataNode | null, reading: Reading): Theme {
  const { tones, syntax, ...marks } = theme;
  const names = [...Object.keys(marks), ...Object.keys(tones), ...Object.keys(syntax)];
  const looks = Object.fromEntries(readLooks(node, names, reading));
  const put = <Looks extends object>(old: Looks): Looks =>
    Object.fromEntries(
      Object.entries(old).map(([name, look]) => [name, looks[name] ?? look]),
    ) as Looks;
  return { ...put(marks), tones: put(tones), syntax: put(syntax) };
}

/** Each colour of the palette is one name or one `#rrggbb`. */
function readColors(node: DataNode | null, reading: Reading): Partial<Palette> {
  const looks = readLooks(node, Object.keys(palettes.auto), reading, (value) => {
    const paints = readPaints(value, reading);
    if (paints === null || paints.length === 1) return paints;
    invalid(reading, value, `One colour is wanted here, not \`${value.text}\`.`);
    return null;
  });
  return Object.fromEntries([...looks].map(([name, [color]]) => [name, color]));
}

function readLooks(
  node: DataNode | null,
  names: readonly string[],
  reading: Reading,
  read = (value: DataNode) => readPaints(value, reading),
): Map<string, Paints> {
  const looks = new Map<string, Paints>();
  for (const entry of entriesOf(node, reading, 'This')) {
    const look = names.includes(entry.key) ? read(entry.value) : saysUnknown(entry, names, reading);
    if (look !== null) looks.set(entry.key, look);
  }
  return looks;
}

function entriesOf(node: DataNode | null, reading: Reading, what: string): readonly MapEntry[] {
  if (node === null || isNull(node)) return [];
  if (node.kind === 'map') return node.entries;
  invalid(reading, node, `${what} is no mapping of \`name: value\` lines.`);
  return [];
}

/** `bold #ff8800` or a list of the same; null, and said, when a part of it is not known. */
function readPaints(node: DataNode, reading: Reading): Paints | null {
  const parts =
    node.kind === 'list'
      ? node.items.map(textOf)
      : textOf(node)
          .split(/\s+/)
          .filter((part) => part !== '');
  const paints = parts.map(paintNamed);
  const at = paints.indexOf(null);
  if (at < 0 && node.kind !== 'map') return paints as Paints;
  invalid(
    reading,
    node,
    `\`${parts[at] ?? node.text}\` is neither a colour such as \`#ff8800\` or \`cyanBright\` nor a style such as \`bold\`.`,
  );
  return null;
}

/** `#f80` as `#ff8800`; null for what is no colour and no style. */
function paintNamed(text: string): string | null {
  if (/^#[\da-f]{6}$/i.test(text)) return text.toLowerCase();
  if (/^#[\da-f]{3}$/i.test(text)) return text.toLowerCase().replace(/[\da-f]/g, '$&$&');
  return styleNames.has(text) ? text : null;
}

/** A scalar's text; what YAML takes for a comment because it starts with `#` is a colour here. */
function textOf(node: DataNode): string {
  if (node.kind !== 'scalar') return '';
  const hash = node.hashText?.text ?? '';
  return isNull(node) ? hash : `${node.text} ${hash}`.trim();
}

function saysUnknown(
  { key, keyStart, keyEnd }: MapEntry,
  names: readonly string[],
  reading: Reading,
): null {
  invalid(
    reading,
    { start: keyStart, end: keyEnd },
    `\`${key}\` is not known here; there are ${names.join(', ')}.`,
  );
  return null;
}

function invalid(
  { diagnostics, locator }: Reading,
  { start, end }: { readonly start: number; readonly end: number },
  message: string,
): void {
  diagnostics.push(diagnose('theme-invalid', message, { range: locator.range(start, end) }));
}
