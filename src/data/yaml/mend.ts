/** A replacement of source text, in offsets of the original. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the value wanted: quotes around it, a bracket at its end, spaces instead of tabs before it. */
  readonly wants: 'quotes' | 'bracket' | 'spaces';
  /** The line as it should be, without the spaces before it. */
  readonly line: string;
}

/**
 * What would make the line at `position` a `key: "value"` line: its value in quotes.
 * Null when the line is no `key: value`, or its value is a block, or is closed in quotes already.
 */
export function mendLine(source: string, position: number): Edit | null {
  const start = source.lastIndexOf('\n', position - 1) + 1;
  const newline = source.indexOf('\n', start);
  const line = source.slice(start, newline < 0 ? source.length : newline).replace(/\r$/, '');
  const match = /^(\s*(?:-[ \t]+)*)([^\s:#"'[\]{},][^:#"']{0,100}?)(:[ \t]+)(?=\S)/.exec(line);
  if (match === null) return null;
  const [head, indent = '', key = '', colon = ''] = match;
  const value = withoutComment(line.slice(head.length));
  if (value === '' || isScalarText(value)) return null;
  const from = start + indent.length + key.length + colon.length;
  const text = quote(value);
  return { start: from, end: from + value.length, text, wants: 'quotes', line: `${key}: ${text}` };
}

/** A `#` with spaces around it starts a comment whatever else the line holds. */
function withoutComment(text: string): string {
  const comment = /[ \t]#+(?=[ \t]|$)/.exec(text);
  return (comment === null ? text : text.slice(0, comment.index)).trimEnd();
}

/** As `mendLine`, for the first line whose value opens a quote and does not close it. */
export function mendUnclosed(source: string): Edit | null {
  const line =
    /^[ \t]*[^\s:#"'][^:#"'\n]{0,100}:[ \t]+(?=(["']))(?!(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')[ \t]*(?:#|\r?$))/m.exec(
      source,
    );
  return line === null ? null : mendLine(source, line.index + line[0].length);
}

/** As `mendLine`, for the first line whose value opens a bracket and does not close it, and that is followed by another key. */
export function mendOpenBracket(source: string): Edit | null {
  const line =
    /^([ \t]*)([^\s:#"'][^:#"'\n]{0,100}):[ \t]+([[{][^\]}\n#]*)\n(?=[^\s:#\]},"'-][^:#"'\n]{0,100}:[ \t\r\n])/m.exec(
      source,
    );
  if (line === null) return null;
  const [whole, indent = '', key = '', rest = ''] = line;
  const value = rest.trimEnd();
  const start = line.index + whole.indexOf(value, indent.length + key.length + 1);
  const end = start + value.length;
  // A bracket and a word is a name; with commas, it is a list that was left open.
  if (!value.includes(',')) return mendLine(source, start);
  const text = value + (value.startsWith('[') ? ']' : '}');
  return { start, end, text, wants: 'bracket', line: `${key}: ${text}` };
}

/** Two spaces for each tab that a line starts with, in every line that starts with one. */
export function mendTabs(source: string): Edit[] {
  return Array.from(
    source.matchAll(/^([ ]*\t[ \t]*)(.*)$/gm),
    ({ index, 1: tabs = '', 2: rest = '' }) => ({
      start: index,
      end: index + tabs.length,
      text: tabs.replaceAll('\t', '  '),
      wants: 'spaces',
      line: rest.trimEnd(),
    }),
  );
}

function isScalarText(value: string): boolean {
  return (
    /^[|>][-+\d]*$/.test(value) ||
    /^"(?:[^"\\]|\\.)*"$/.test(value) ||
    /^'(?:[^']|'')*'$/.test(value)
  );
}

/** The text as a YAML scalar in quotes, the plainest that holds it. */
function quote(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

/** `source` with the edits made; they are in order and do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}

/** Turns offsets in the edited text into those of the original; inside an edit, into the edit's start. */
export function originalOffsets(edits: readonly Edit[]): (position: number) => number {
  let shift = 0;
  const places = edits.map(({ start, end, text }) => {
    const from = start + shift;
    shift += text.length - (end - start);
    return { start, from, to: from + text.length, shift };
  });
  return (position) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.from ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    const last = places[low - 1];
    if (last === undefined) return position;
    return position < last.to ? last.start : position - last.shift;
  };
}
