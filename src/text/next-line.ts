/** The offset of the line after the one that `from` stands in; the text's length in the last one. */
export function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
