import type { Scalar } from 'yaml';
import type { Json } from '../../model/json.ts';
import { everyHostileClass, hostilePattern, unicodeEscapes } from '../../text/hostile.ts';
import { loadYaml } from './load-yaml.ts';

// Soft hyphens are text.
const hostile = everyHostileClass.filter((name) => name !== 'hyphen');
/** Those, tags, and halves of a character that stand alone. */
const mustEscape = `${hostilePattern('', hostile).source}|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]`;
const hasHostile = new RegExp(mustEscape);
const everyHostile = new RegExp(mustEscape, 'g');

/**
 * A JSON value as YAML 1.2 that reads back to the same value, with no line folded and a `\n` at the end.
 * Control characters, and those that reorder or hide text, are escapes (`\u202E`).
 */
export function stringifyYaml(value: Json): string {
  const { Document, visit } = loadYaml();
  const document = new Document(value, {
    schema: 'core',
    version: '1.2',
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar(_, node) {
      const type = typeof node.value === 'string' ? scalarType(node.value) : undefined;
      if (type !== undefined) node.type = type;
    },
  });
  return document
    .toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .replace(everyHostile, unicodeEscapes);
}

/** Only in double quotes can a character be escaped. Texts of several lines are blocks where a block can hold them. */
function scalarType(text: string): Scalar.Type | undefined {
  const { Scalar } = loadYaml();
  if (hasHostile.test(text)) return Scalar.QUOTE_DOUBLE;
  if (text.includes('\r')) return Scalar.QUOTE_DOUBLE;
  if (!text.includes('\n')) return undefined;
  const blockHolds = /^\S/.test(text) && /\S\n?$/.test(text);
  return blockHolds ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}
