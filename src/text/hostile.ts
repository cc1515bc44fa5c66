/**
 * Characters that must not stand in an output as they are, by what they do there; every escaper is built from this table. As parts of a
 * character class, written as escapes: the characters themselves must not stand in a source file.
 */
const classes = {
  /** C0 but tab and line feed, DEL, C1: they steer a terminal. */
  control: '\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F',
  /** They turn the direction of a text. */
  turning: '\\u202A-\\u202E\\u2066-\\u2069',
  /** They end a line where none ends. */
  separating: '\\u2028\\u2029',
  /** Annotations and separators that nothing shows. */
  odd: '\\u180E\\u2061-\\u2065\\uFFF9-\\uFFFB',
  /** They only say where a line may break, and so are dropped. */
  breaking: '\\u200B\\u2060\\uFEFF',
  /** They set the direction of what stands beside them, which a page heeds and a terminal does not. */
  directing: '\\u061C\\u200E\\u200F',
  /** The soft hyphen, which is text. */
  hyphen: '\\u00AD',
  /** ZWNJ and ZWJ, which stay between what they join. */
  joining: '\\u200C\\u200D',
} as const;

export type HostileClass = keyof typeof classes;

/** Every class there is. */
export const everyHostileClass = Object.keys(classes) as readonly HostileClass[];

/** Tags (U+E0000–E007F) spell words that nothing shows. In UTF-16 units. */
const tags = '\\uDB40[\\uDC00-\\uDC7F]';

/** A character of these classes, or a tag; of all classes when none is named. For texts in UTF-16 units: without the `u` flag. */
export function hostilePattern(
  flags: string,
  named: readonly HostileClass[] = everyHostileClass,
): RegExp {
  return new RegExp(`[${characterClass(named)}]|${tags}`, flags);
}

/** The classes as what stands between the brackets of a pattern. */
export function characterClass(named: readonly HostileClass[]): string {
  return named.map((name) => classes[name]).join('');
}

/** Every UTF-16 unit as JSON and YAML write it in double quotes. */
export function unicodeEscapes(text: string): string {
  return Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join('');
}
