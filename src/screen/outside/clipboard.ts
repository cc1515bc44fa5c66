/** Terminals take no more of it, in bytes of base64. */
const longestCopy = 74_994;

/** A text of more characters is too long in any case: they are no more than its bytes. */
export const longestText = (longestCopy / 4) * 3;

/** The sequence that puts a text on the clipboard (OSC 52); null when it is too long. The terminal may refuse it without a word. */
export function copySequence(text: string): string | null {
  const data = Buffer.from(text, 'utf8').toString('base64');
  return data.length > longestCopy ? null : `\u001B]52;c;${data}\u001B\\`;
}
