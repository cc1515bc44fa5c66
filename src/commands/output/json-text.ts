import { type VisibleText, visibleText } from '../../text/visible-text.ts';

/** A value as JSON text that is safe to print: control and format characters beyond ASCII stand as `\uXXXX`. Ends in a newline. */
export function jsonText(value: unknown): VisibleText {
  return visibleText(`${JSON.stringify(value, null, 2).replace(unsafe, escapeUnits)}\n`);
}

// C0 is escaped by JSON.stringify already.
const unsafe =
  /[\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDC7F]/g;

function escapeUnits(found: string): string {
  return Array.from(
    { length: found.length },
    (_, index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
