/** A line of a text, without its end. Offsets are 0-based, in UTF-16 units. */
export interface Line {
  readonly text: string;
  readonly start: number;
  /** The start of the line after it. */
  readonly next: number;
}

/** The line that starts at `start`; LF, CRLF and CR end one. */
export function lineAt(source: string, start: number): Line {
  let end = start;
  while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13)
    end++;
  const isCrlf = source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10;
  return {
    text: source.slice(start, end),
    start,
    next: Math.min(source.length, end + (isCrlf ? 2 : 1)),
  };
}

/** The first line that says something, from `start` on; the last one when none does. */
export function firstLine(source: string, start = 0): Line {
  let line = lineAt(source, start);
  while (line.next < source.length && line.text.trim() === '') line = lineAt(source, line.next);
  return line;
}
