/**
 * The offset at which a YAML text is nested more than `most` deep, or null; found by one scan of its lines before anything parses it,
 * since parsers are recursive and a stack that overflows can end the program. Block collections count by their indentation and by
 * `- `, `? ` and `: ` in a row, flow collections by their brackets. Text in block scalars does not count; in quotes, only brackets do
 * that are never closed.
 */
export function offsetTooDeep(source: string, most: number): number | null {
  const columns: number[] = [];
  let brackets = 0;
  /** The column that a line must be indented beyond to belong to an open block scalar; null when none is open. */
  let scalar: number | null = null;
  for (let at = 0; at < source.length; ) {
    const end = endOfLine(source, at);
    const indent = skipBlanks(source, at, end);
    const column = indent - at;
    const isBlank = indent === end;
    const isText = scalar !== null && (isBlank || column > scalar);
    if (!isText && !isBlank && source[indent] !== '#') {
      if (brackets === 0) {
        while (columns.length > 0 && (columns.at(-1) as number) >= column) columns.pop();
        pushCollections(source, at, indent, end, columns);
      }
      const counted = countBrackets(source, indent, end, brackets);
      if (columns.length + counted.most > most) return indent;
      brackets = counted.open;
      scalar = opensBlockScalar(source, at, end) ? (columns.at(-1) ?? 0) : null;
    }
    at = end + 1;
  }
  return null;
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

function skipBlanks(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlankUnit(source.charCodeAt(at))) at++;
  return at;
}

function isBlankUnit(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

/** The columns at which collections start on a line: at each indicator, and at what follows the last. */
function pushCollections(
  source: string,
  start: number,
  from: number,
  end: number,
  columns: number[],
): void {
  let at = from;
  columns.push(at - start);
  while (at < end && '-?:'.includes(source.charAt(at)) && isIndicator(source, at, end)) {
    at = skipBlanks(source, at + 1, end);
    if (at < end) columns.push(at - start);
  }
}

function isIndicator(source: string, at: number, end: number): boolean {
  return at + 1 >= end || isBlankUnit(source.charCodeAt(at + 1));
}

/** Open brackets at the end of a stretch, and the most that were open at once. */
function countBrackets(
  source: string,
  from: number,
  end: number,
  before: number,
): { open: number; most: number } {
  let open = before;
  let most = before;
  for (let at = from; at < end; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 91 || unit === 123) most = Math.max(most, ++open);
    else if ((unit === 93 || unit === 125) && open > 0) open--;
  }
  return { open, most };
}

/** Whether a line ends in `|` or `>` with what may follow them: the lines below it are text. */
function opensBlockScalar(source: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && isBlankUnit(source.charCodeAt(at - 1))) at--;
  let indicators = 0;
  while (at > start && indicators < 3 && /[-+\d]/.test(source.charAt(at - 1))) {
    at--;
    indicators++;
  }
  const mark = source.charAt(at - 1);
  if (mark !== '|' && mark !== '>') return false;
  return at - 1 === start || isBlankUnit(source.charCodeAt(at - 2));
}
