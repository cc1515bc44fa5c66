import { Document, Scalar, visit } from 'yaml';
import type { Json } from '../../model/json.ts';

/** Characters that must not stand in an output as they are: controls, and what reorders or hides text. */
const hostile =
  '\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\uD800-\\uDFFF';
const hasHostile = new RegExp(`[${hostile}]`);
const hostileUnit = new RegExp(`[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[${hostile}]`, 'g');

/**
 * A JSON value as YAML 1.2 that reads back to the same value, with no line folded and a `\n` at the end.
 * Control characters, and those that reorder or hide text, are escapes (`\u202E`).
 */
export function stringifyYaml(value: Json): string {
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
  return escapeHostile(
    document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }),
  );
}

/** Only in double quotes can a character be escaped. Texts of several lines are blocks where a block can hold them. */
function scalarType(text: string): Scalar.Type | undefined {
  if (hasHostile.test(text) && escapeHostile(text) !== text) return Scalar.QUOTE_DOUBLE;
  if (text.includes('\r')) return Scalar.QUOTE_DOUBLE;
  if (!text.includes('\n')) return undefined;
  const blockHolds = /^\S/.test(text) && !/\s$/.test(text);
  return blockHolds ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}

/** As JSON and YAML write them in double quotes. What is no such character stays. */
export function escapeHostile(text: string): string {
  return text.replace(hostileUnit, (found) => {
    const point = found.codePointAt(0) as number;
    const isTag = point >= 0xe0000 && point <= 0xe007f;
    if (found.length === 2 && !isTag) return found;
    return Array.from({ length: found.length }, (_, index) =>
      unicodeEscape(found.charCodeAt(index)),
    ).join('');
  });
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}
