/** The same text in memory of its own: a piece that was cut out of a text keeps all of that text from being freed. */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
