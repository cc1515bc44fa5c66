import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { createLocator } from '../model/position.ts';

export interface DecodedText {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The text of a file's bytes: UTF-8, or UTF-16 when a byte order mark says so. The mark is dropped.
 * What is not valid becomes U+FFFD. Diagnostics: encoding-invalid, at the first such byte.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const valid = decodeStrictly(bytes, encoding);
  if (valid !== null) return cleanText(valid);
  const cleaned = cleanText(new TextDecoder(encoding).decode(bytes));
  const offset = firstInvalid(bytes, encoding, cleaned.text);
  const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
  const range = createLocator(cleaned.text).range(offset, offset + 1);
  return {
    text: cleaned.text,
    diagnostics: [
      diagnose(
        'encoding-invalid',
        `The file holds bytes that are not ${name}; each is shown as U+FFFD.`,
        { range },
      ),
    ],
  };
}

/**
 * A text as it is read: without a byte order mark; NUL and lone surrogates become U+FFFD.
 * Diagnostics: encoding-invalid for a NUL.
 */
export function cleanText(source: string): DecodedText {
  let text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  text = wellFormed(text);
  const nul = text.indexOf('\0');
  if (nul < 0) return { text, diagnostics: [] };
  text = text.replaceAll('\0', '\uFFFD');
  const range = createLocator(text).range(nul, nul + 1);
  return {
    text,
    diagnostics: [
      diagnose('encoding-invalid', 'The file holds NUL characters; each is shown as U+FFFD.', {
        range,
        hint: 'Remove them: a text has none.',
      }),
    ],
  };
}

/** A text without lone surrogates: an escape can hold what no file can. Each becomes U+FFFD. */
export function wellFormed(text: string): string {
  return /\p{Surrogate}/u.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Null when the bytes are not all of the encoding. `stream`: a character may be cut in two at the end. */
function decodeStrictly(bytes: Uint8Array, encoding: Encoding, stream = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
  } catch {
    return null;
  }
}

/** A U+FFFD that the author wrote is no error: the first one that the valid start of the bytes does not have. */
function firstInvalid(bytes: Uint8Array, encoding: Encoding, text: string): number {
  let low = 0;
  let high = bytes.length;
  // The longest start that is valid but for a character cut in two at its end.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodeStrictly(bytes.subarray(0, middle), encoding, true) !== null) low = middle;
    else high = middle - 1;
  }
  const valid = decodeStrictly(bytes.subarray(0, low), encoding, true) ?? '';
  return Math.min(valid.length, Math.max(0, text.length - 1));
}
