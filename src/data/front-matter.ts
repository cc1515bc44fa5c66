import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Locator, Range } from '../model/position.ts';
import {
  type DataNode,
  type MapEntry,
  type MapNode,
  type ScalarNode,
  textNode,
} from './data-node.ts';
import { type FrontMatter, splitJson, splitToml } from './front-matter-other.ts';
import { frontMatterUnits } from './front-matter-text.ts';
import { firstLine, type Line, lineAt } from './lines.ts';
import { parseYaml } from './yaml/yaml.ts';

/**
 * Splits a Markdown file into its keys and its text: YAML between `---` lines (`...` may close it), TOML between `+++` lines, a JSON
 * object, or a MultiMarkdown header; the latter two when `isKnownKey` knows one of their keys. Blank lines may stand before them.
 * What stands between two `---` lines and is no mapping is Markdown.
 * Diagnostics: front-matter-unclosed, front-matter-too-large, toml-syntax, json-syntax, and those of `parseYaml`.
 */
export function splitFrontMatter(
  source: string,
  locator: Locator,
  isKnownKey: (key: string) => boolean,
): FrontMatter {
  const first = firstLine(source);
  if (/^---[ \t]*$/.test(first.text)) return splitYaml(source, first, locator);
  const other = /^\+\+\+[ \t]*$/.test(first.text)
    ? splitToml(source, first, locator)
    : splitJson(source, first, locator, isKnownKey);
  if (other !== null) return other;
  return splitHeader(source, isKnownKey) ?? noKeys();
}

/** Whether a text starts with what may be front matter in YAML or TOML. One line is looked at, and blank ones before it. */
export function startsWithFrontMatter(source: string): boolean {
  const { text, next } = firstLine(source);
  return /^(?:---|\+\+\+)[ \t]*$/.test(text) && next < source.length;
}

function noKeys(...diagnostics: Diagnostic[]): FrontMatter {
  return { node: null, bodyStart: 0, diagnostics };
}

/** Front matter with a list may be longer: quotes from a book, the books of a year. */
const listUnits = 1024 * 1024;

function splitYaml(source: string, first: Line, locator: Locator): FrontMatter {
  const from = first.next;
  const mark = (): Range => locator.range(first.start, first.start + 3);
  const close = closingLine(source, from);
  if (close === null) return unclosed(source, from, mark());
  const content = source.slice(from, close.start);
  const most = /^[ \t]*- /m.test(content) ? listUnits : frontMatterUnits;
  if (content.length > most) {
    const message = `The front matter has ${Math.ceil(content.length / 1024)} KiB; ${most / 1024} KiB are read.`;
    return {
      ...noKeys(diagnose('front-matter-too-large', message, { range: mark() })),
      bodyStart: close.next,
    };
  }
  // Nothing between the lines: front matter that says nothing, not two rules.
  if (content.trim() === '') return { ...noKeys(), bodyStart: close.next };
  const parsed = parseYaml(content, { offset: from, locator });
  if (parsed.node?.kind === 'map')
    return { node: parsed.node, bodyStart: close.next, diagnostics: parsed.diagnostics };
  const meantAsKeys = parsed.diagnostics.length > 0 && startsWithKey(content);
  return meantAsKeys
    ? { node: null, bodyStart: close.next, diagnostics: parsed.diagnostics }
    : noKeys();
}

function closingLine(source: string, from: number): Line | null {
  for (let at = from; at < source.length; ) {
    const line = lineAt(source, at);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line.text)) return line;
    at = line.next;
  }
  return null;
}

function unclosed(source: string, from: number, mark: Range): FrontMatter {
  if (!startsWithKey(source.slice(from, from + 1000))) return noKeys();
  const message = 'The front matter is opened by `---` and never closed; it is shown as text.';
  return noKeys(diagnose('front-matter-unclosed', message, { range: mark }));
}

function startsWithKey(content: string): boolean {
  return /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r(?!\n)|\n))*["']?[\w:@-][\w .@-]{0,60}["']?:(?:[ \t\r\n]|$)/.test(
    content,
  );
}

/** A second `key: value` on a line, behind `|` or `·`: the line is a text's, not a header's. */
const severalParts = /[|·][ \t]*[\p{L}][^:|·]{0,40}:[ \t]/u;

const headerLine = /^([A-Za-z][\w \t.-]{0,60}):(?:[ \t]+(.*)|)$/s;

/** `key: value` lines from the first line to the first blank one; an indented line belongs to the one before. */
function splitHeader(source: string, isKnownKey: (key: string) => boolean): FrontMatter | null {
  const pairs: { key: string; keyStart: number; value: ScalarNode }[] = [];
  let at = 0;
  while (at < source.length && at < frontMatterUnits) {
    const line = lineAt(source, at);
    at = line.next;
    if (line.text.trim() === '') break;
    const last = pairs.at(-1);
    const match = severalParts.test(line.text) ? null : headerLine.exec(line.text);
    if (match !== null) pairs.push(headerPair(line, match));
    else if (last !== undefined && /^[ \t]/.test(line.text))
      last.value = continued(last.value, line);
    else return null;
  }
  if (!pairs.some(({ key }) => isKnownKey(key))) return null;
  const entries = mergeRepeated(pairs);
  const end = pairs.at(-1)?.value.end ?? 0;
  const node: MapNode = {
    kind: 'map',
    flow: false,
    entries,
    start: 0,
    end,
    text: source.slice(0, end),
  };
  return { node, bodyStart: at, diagnostics: [] };
}

function headerPair(
  line: Line,
  match: RegExpExecArray,
): { key: string; keyStart: number; value: ScalarNode } {
  const key = (match[1] as string).trimEnd();
  const text = (match[2] ?? '').trim();
  const start =
    text === ''
      ? line.start + line.text.length
      : line.start + line.text.lastIndexOf(match[2] as string);
  return { key, keyStart: line.start, value: headerValue(text, start) };
}

function headerValue(text: string, start: number): ScalarNode {
  const end = start + text.length;
  if (text === '') return { kind: 'scalar', value: null, quoted: false, text, start, end };
  if (/^-?\d+(?:\.\d+)?$/.test(text))
    return { kind: 'scalar', value: Number(text), quoted: false, text, start, end };
  if (/^(?:true|false)$/i.test(text))
    return { kind: 'scalar', value: /^t/i.test(text), quoted: false, text, start, end };
  return { ...textNode(text, start, end), quoted: false };
}

function continued(value: ScalarNode, line: Line): ScalarNode {
  const more = line.text.trim();
  const end = line.start + line.text.trimEnd().length;
  return { ...textNode(`${value.text} ${more}`.trim(), value.start, end), quoted: false };
}

function mergeRepeated(
  pairs: readonly { key: string; keyStart: number; value: ScalarNode }[],
): MapEntry[] {
  const byKey = new Map<string, { key: string; keyStart: number; values: ScalarNode[] }>();
  for (const { key, keyStart, value } of pairs) {
    const name = key.toLowerCase();
    const known = byKey.get(name);
    if (known === undefined) byKey.set(name, { key, keyStart, values: [value] });
    else known.values.push(value);
  }
  return [...byKey.values()].map(({ key, keyStart, values }) => ({
    key,
    keyStart,
    keyEnd: keyStart + key.length,
    value: values.length === 1 ? (values[0] as ScalarNode) : listOf(values),
  }));
}

function listOf(items: readonly ScalarNode[]): DataNode {
  const start = items[0]?.start ?? 0;
  const end = items.at(-1)?.end ?? start;
  return {
    kind: 'list',
    flow: false,
    repeated: true,
    items,
    start,
    end,
    text: items.map(({ text }) => text).join(', '),
  };
}
