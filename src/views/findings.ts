import { visibleLine } from '../text/visible.ts';
import { wrapText } from '../text/wrap.ts';
import { blank, plain, type StyledLine, toned } from '../writers/style.ts';

/** What was found in a folder, as `findingRows` says it: the names at the left, what was seen beside them; at most `columns` display columns (0: no limit). */
export function findingLines(
  rows: readonly { readonly name: string; readonly lines: readonly string[] }[],
  columns: number,
): StyledLine[] {
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  const room = columns === 0 ? Number.POSITIVE_INFINITY : Math.max(columns - width, 20);
  return rows.flatMap(({ name, lines }) =>
    lines
      .flatMap((line) => {
        const [first = '', ...rest] = wrapText(visibleLine(line), room);
        return [first, ...rest.map((each) => `  ${each}`)];
      })
      .map(
        (text, index): StyledLine => [
          index === 0 ? toned(name.padEnd(width), 'label') : blank(width),
          { text, style: plain },
        ],
      ),
  );
}
