/** A sentence too long to be a heading. */
export const prose =
  'The film moves like somebody who has decided to take the long way round, past the harbour and the closed shops, and it is in the detours that it finds what it was looking for.';

/** Text broken into lines of so many columns. */
export function wrap(text: string, columns: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || `${last} ${word}`.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
