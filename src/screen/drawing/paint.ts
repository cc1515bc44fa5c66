import type { Frame } from '../../terminal/screen.ts';
import { visiblePage } from '../../text/visible-text.ts';
import { displayWidth } from '../../text/width.ts';
import type { PaintLine } from '../../writers/terminal/bare-line.ts';
import type { Picture } from '../view.ts';
import { type Look, type Runs, runsWidth } from './runs.ts';

/** What a look is switched on and off with: styles that every terminal has, so that they are seen without colours. */
const looks: Readonly<Record<Look, readonly [on: string, off: string]>> = {
  reverse: ['\u001B[7m', '\u001B[27m'],
  strong: ['\u001B[1m', '\u001B[22m'],
  current: ['\u001B[1;4;7m', '\u001B[22;24;27m'],
};

/** A picture as it is written to a screen of so many columns. Whatever would steer the terminal but our own styles is made visible. */
export function frameOf({ rows, pane, cursor }: Picture, columns: number, paint: PaintLine): Frame {
  return {
    rows: rows.map((row) => ({
      parts: partsOf(row, pane).map((part) => visiblePage(painted(part, paint))),
      split: pane,
      isFull: runsWidth(row) >= columns,
    })),
    cursor,
  };
}

/** The row as what stands in the left pane and what stands behind it; as one where the pane does not end between two runs. */
function partsOf(row: Runs, pane: number): readonly Runs[] {
  let used = 0;
  for (let at = 0; pane > 0 && at < row.length && used <= pane; at++) {
    if (used === pane) return [row.slice(0, at), row.slice(at)];
    used += displayWidth(row[at]?.text ?? '');
  }
  return [row];
}

function painted(row: Runs, paint: PaintLine): string {
  return row
    .map((each) => {
      const text = paint([each]);
      if (each.look === undefined) return text;
      const [on, off] = looks[each.look];
      return on + text + off;
    })
    .join('');
}
