import type { Document, Node } from 'yaml';
import { loadYaml } from './load-yaml.ts';

/** Whether a value may start with a mark that YAML takes for itself, or holds a second `: ` after a bracket. Most texts have neither. */
const suspicious = /[:-][ \t]+[&*!]|[\]}]:\s/;

/**
 * Where values stand that YAML reads without complaint and nobody means so, the first `most` of them: `&Sons` (an anchor that nothing refers
 * to), `*batteries` (an alias of nothing), `!Wow` (a tag of one's own), `[REC]: again` (a list as a key).
 */
export function findMisreads(
  document: Document.Parsed,
  source: string,
  most: number,
): readonly number[] {
  if (most < 1 || !suspicious.test(source)) return [];
  const { isScalar, visit } = loadYaml();
  const { anchors, aliases } = namesIn(document);
  const found: number[] = [];
  const add = (start: number | null | undefined): symbol | undefined => {
    if (start === null || start === undefined) return undefined;
    found.push(start);
    return found.length === most ? visit.BREAK : undefined;
  };
  visit(document, {
    Node: (_, node) => add(misreadAt(node, source, anchors, aliases)),
    // yaml gives a key of no length to what follows a list.
    Pair: (_, { key }) =>
      isScalar(key) && key.source === '' && key.type === 'PLAIN' ? add(key.range?.[0]) : undefined,
  });
  return found;
}

function namesIn(document: Document.Parsed): { anchors: Set<string>; aliases: Set<string> } {
  const { isAlias, visit } = loadYaml();
  const anchors = new Set<string>();
  const aliases = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) aliases.add(node.source);
      else if (node.anchor !== undefined) anchors.add(node.anchor);
    },
  });
  return { anchors, aliases };
}

function misreadAt(
  node: Node,
  source: string,
  anchors: ReadonlySet<string>,
  aliases: ReadonlySet<string>,
): number | null {
  const { isAlias, isScalar } = loadYaml();
  const start = node.range?.[0] ?? 0;
  if (isAlias(node)) return anchors.has(node.source) || node.source.startsWith('*') ? null : start;
  if (!isScalar(node) || node.type !== 'PLAIN') return null;
  const mark = markBefore(source, start);
  if (mark === '&') return aliases.has(node.anchor ?? '') ? null : start;
  return mark === '!' ? start : null;
}

/** The mark that the value on the line starts with; a tag of YAML's own (`!!str`, `!<…>`) is none. */
function markBefore(source: string, position: number): string | undefined {
  const line = source.slice(source.lastIndexOf('\n', position - 1) + 1, position);
  return /:[ \t]+([&!])(?![!<])\S*[ \t]*$/.exec(line)?.[1];
}
