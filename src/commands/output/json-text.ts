import { hostilePattern, unicodeEscapes } from '../../text/hostile.ts';
import { type VisibleText, visibleText } from '../../text/visible-text.ts';

/** A value as JSON text that is safe to print: control and format characters beyond ASCII stand as `\uXXXX`. Ends in a newline. */
export function jsonText(value: unknown): VisibleText {
  return visibleText(`${JSON.stringify(value, null, 2).replace(unsafe, unicodeEscapes)}\n`);
}

/** The same on one line. */
export function jsonLine(value: unknown): VisibleText {
  return visibleText(`${JSON.stringify(value).replace(unsafe, unicodeEscapes)}\n`);
}

// C0 is escaped by JSON.stringify already.
const unsafe = hostilePattern('g');
