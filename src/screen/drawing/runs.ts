import { displayWidth, graphemes, graphemeWidth } from '../../text/width.ts';
import { plain, type StyledLine, type StyledSpan, toned } from '../../writers/style.ts';

/** What a screen adds to the look of a text: without colours too. */
export type Look = 'reverse' | 'strong' | 'current';

/** A stretch of text on a row of the screen. */
export interface Run extends StyledSpan {
  readonly look?: Look;
}

/** A row of the screen; never wider than it. */
export type Runs = readonly Run[];

/** A text in one look. */
export function run(text: string, look?: Look): Run {
  return look === undefined ? { text, style: plain } : { text, style: plain, look };
}

/** The display columns of a row. */
export function runsWidth(runs: Runs): number {
  return runs.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

/** As much of a row as fits; a wide character that does not fit the last cell is left out. */
export function cutRuns(runs: Runs, columns: number): Runs {
  let room = columns;
  const kept: Run[] = [];
  for (const each of runs) {
    const width = displayWidth(each.text);
    if (width <= room) {
      kept.push(each);
      room -= width;
      continue;
    }
    let text = '';
    for (const cluster of graphemes(each.text)) {
      const cells = graphemeWidth(cluster);
      if (cells > room) break;
      text += cluster;
      room -= cells;
    }
    if (text !== '') kept.push({ ...each, text });
    break;
  }
  return kept;
}

/** A row of exactly so many columns: cut, or filled with blanks in a look. */
export function fittedRuns(runs: Runs, columns: number, look?: Look): Runs {
  const kept = cutRuns(runs, columns);
  const missing = columns - runsWidth(kept);
  return missing > 0 ? [...kept, run(' '.repeat(missing), look)] : kept;
}

/** A part of a line that has a look, in UTF-16 units of the line's text. */
export interface Marked {
  readonly from: number;
  readonly to: number;
  readonly look: Look;
}

/** A line with looks on parts of it; the parts are in order and do not overlap. */
export function markedRuns(line: StyledLine, parts: readonly Marked[]): Runs {
  if (parts.length === 0) return line;
  const runs: Run[] = [];
  let start = 0;
  for (const { text, style } of line) {
    const end = start + text.length;
    let at = start;
    for (const { from, to, look } of parts) {
      if (to <= at || from >= end) continue;
      if (from > at) runs.push({ text: text.slice(at - start, from - start), style });
      const last = Math.min(to, end);
      runs.push({ text: text.slice(Math.max(from, at) - start, last - start), style, look });
      at = last;
    }
    if (at < end) runs.push({ text: text.slice(at - start), style });
    start = end;
  }
  return runs;
}

/** A row of the right pane behind its bar; nothing is put behind the bar of an empty one, for it may be copied. */
export function beside(row: Runs): Runs {
  return row.length === 0 ? [toned(' │', 'rule')] : [toned(' │', 'rule'), run(' '), ...row];
}
