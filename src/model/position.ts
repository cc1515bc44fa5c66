/** A place in a source text. `line` and `column` are 1-based, `column` counts UTF-16 units; `offset` is 0-based, in UTF-16 units. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a source text; `end` is exclusive. */
export interface Range {
  readonly start: Point;
  readonly end: Point;
}

/** Turns offsets of one source text into points and ranges. */
export interface Locator {
  readonly point: (offset: number) => Point;
  readonly range: (start: number, end: number) => Range;
}

/** The offsets at which the lines of `source` start; LF, CRLF and a lone CR each end a line. */
export function lineStarts(source: string): number[] {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 10 || (unit === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** A locator for `source`. An offset outside the source is clamped to it. */
export function createLocator(source: string): Locator {
  let starts: number[] | undefined;
  const point = (offset: number): Point => {
    starts ??= lineStarts(source);
    const at = Math.min(Math.max(offset, 0), source.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] as number) + 1, offset: at };
  };
  return { point, range: (start, end) => ({ start: point(start), end: point(end) }) };
}
