import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Locator } from '../model/position.ts';
import type { MapNode } from './data-node.ts';
import { parseJsonPrefix } from './json-nodes.ts';
import { type Line, lineAt } from './lines.ts';
import { parseTomlNodes } from './toml/toml.ts';

/** A Markdown file’s keys and where its text starts. */
export interface FrontMatter {
  /** The keys; null when the file has none or they cannot be read. */
  readonly node: MapNode | null;
  /** Where the Markdown starts. */
  readonly bodyStart: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What the keys are written in, when it is not YAML or a header. */
  readonly notation?: 'toml' | 'json';
}

/** Keys between `+++` lines, as Hugo has them. `from` is the start of the line after the first. Diagnostics: toml-syntax, front-matter-unclosed. */
export function splitToml(source: string, first: Line, locator: Locator): FrontMatter | null {
  if (!/^\s*(?:\[|[\w".'-]+\s*[.=]|#|\+\+\+)/.test(source.slice(first.next, first.next + 200)))
    return null;
  const close = closingLine(source, first.next);
  const mark = locator.range(first.start, first.start + 3);
  if (close === null) {
    const message = 'The front matter is opened by `+++` and never closed; it is shown as text.';
    return {
      node: null,
      bodyStart: 0,
      diagnostics: [diagnose('front-matter-unclosed', message, { range: mark })],
    };
  }
  const parsed = parseTomlNodes(source.slice(first.next, close.start), first.next);
  if ('node' in parsed)
    return { node: parsed.node, bodyStart: close.next, diagnostics: [], notation: 'toml' };
  const range = locator.range(parsed.offset, parsed.offset + 1);
  return {
    node: null,
    bodyStart: close.next,
    diagnostics: [diagnose('toml-syntax', parsed.message, { range })],
    notation: 'toml',
  };
}

function closingLine(source: string, from: number): Line | null {
  for (let at = from; at < source.length; ) {
    const line = lineAt(source, at);
    if (/^\+\+\+[ \t]*$/.test(line.text)) return line;
    at = line.next;
  }
  return null;
}

/**
 * A JSON object that stands before the text, when `isKnownKey` knows one of its keys. One that cannot be read is text, but where its
 * first line can be nothing else: json-syntax.
 */
export function splitJson(
  source: string,
  first: Line,
  locator: Locator,
  isKnownKey: (key: string) => boolean,
): FrontMatter | null {
  if (!/^\{[ \t]*(?:"|$)/.test(first.text)) return null;
  const parsed = parseJsonPrefix(source, first.start);
  if ('message' in parsed) {
    if (!/^\{\s*"[^"\r\n]*"\s*:/.test(source.slice(first.start, first.start + 1000))) return null;
    const range = locator.range(parsed.offset, parsed.offset + 1);
    return {
      node: null,
      bodyStart: 0,
      diagnostics: [diagnose('json-syntax', parsed.message, { range })],
    };
  }
  const { node } = parsed;
  const rest = lineAt(source, node.end);
  if (node.kind !== 'map' || rest.text.trim() !== '') return null;
  if (!node.entries.some(({ key }) => isKnownKey(key))) return null;
  return { node, bodyStart: rest.next, diagnostics: [], notation: 'json' };
}
