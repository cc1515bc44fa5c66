/** A stretch of a source in offsets, `end` exclusive. */
export interface Edges {
  readonly start: number;
  readonly end: number;
}

/** A stretch without the blank lines at its start and end, and without its last line end. */
export function trimBlankLines(source: string, from: number, to: number): Edges {
  let start = from;
  for (let at = from; at < to; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 10 || unit === 13) start = at + 1;
    else if (unit !== 32 && unit !== 9) break;
    else if (at === to - 1) start = to;
  }
  let end = to;
  for (let at = to - 1; at >= start; at--) {
    const unit = source.charCodeAt(at);
    if (unit === 10 || unit === 13) end = at;
    else if (unit !== 32 && unit !== 9) break;
    else if (at === start) end = start;
  }
  return { start, end };
}

/** The level-1 heading at the very top of a Markdown text, found without lexing. Null when the text starts with anything else. */
export function topHeading(text: string): string | null {
  const atx = /^(?:[ \t]*(?:\r\n?|\n))* {0,3}#[ \t]+([^\r\n]*?)(?:[ \t]+#+)?[ \t]*(?:\r|\n|$)/.exec(
    text,
  );
  if (atx !== null) return (atx[1] as string).trim();
  const setext =
    /^(?:[ \t]*(?:\r\n?|\n))* {0,3}([^\s#>*+=-][^\r\n]*?)[ \t]*(?:\r\n?|\n) {0,3}=+[ \t]*(?:\r|\n|$)/.exec(
      text,
    );
  return setext === null ? null : (setext[1] as string).trim();
}

/** Whether two titles are one, but for case, marks and spaces. */
export function sameTitle(a: string, b: string | undefined): boolean {
  return b !== undefined && plain(a) === plain(b);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
