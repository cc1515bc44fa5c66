import { lineWidth, wrapSpans } from '../../text/wrap.ts';
import { blank, plain, type StyledLine } from '../style.ts';

/** Lines behind a prefix: `first` before the first line, `rest` before the others. Both take the same columns. */
export function prefixed(
  lines: readonly StyledLine[],
  first: StyledLine,
  rest: StyledLine,
): StyledLine[] {
  return lines.map((line, index) => [...(index === 0 ? first : rest), ...line]);
}

/** Blocks of lines with a blank line between them; empty blocks leave no trace. */
export function stacked(blocks: readonly (readonly StyledLine[])[]): StyledLine[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : [[], ...block]));
}

/** The line filled with spaces up to so many columns. */
export function padded(line: StyledLine, columns: number): StyledLine {
  const missing = columns - lineWidth(line);
  return missing > 0 ? [...line, blank(missing)] : line;
}

/** A block between words that say what it is and where it ends. */
export function framed(
  name: string,
  lines: readonly StyledLine[],
  columns: number,
  title = '',
): StyledLine[] {
  const said = (text: string) => wrapSpans([{ text, style: plain }], columns);
  const head = title === '' ? `${name}:` : `${name}: ${title}`;
  return [...said(head), ...lines, ...said(`End of ${name.toLowerCase()}.`)];
}

/**
 * Lines as they may be printed: no white space at their ends, no two blank ones in a row, none at the edges. `place` is told of each line where it
 * stands in the result, or what stands in its place.
 */
export function tidy(
  lines: readonly StyledLine[],
  place: (line: StyledLine, at: number) => void = () => undefined,
): StyledLine[] {
  const kept: StyledLine[] = [];
  for (const line of lines) {
    const trimmed = trimEnd(line);
    place(line, kept.length);
    if (trimmed.length > 0 || (kept.at(-1)?.length ?? 0) > 0) kept.push(trimmed);
  }
  if (kept.at(-1)?.length === 0) kept.pop();
  return kept;
}

function trimEnd(line: StyledLine): StyledLine {
  let end = line.length;
  while (end > 0) {
    const { text, style } = line[end - 1] as StyledLine[number];
    const trimmed = text.trimEnd();
    if (trimmed === text && text !== '') return end === line.length ? line : line.slice(0, end);
    if (trimmed !== '') return [...line.slice(0, end - 1), { text: trimmed, style }];
    end--;
  }
  return [];
}
