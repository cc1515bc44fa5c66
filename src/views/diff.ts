import { type DiffLine, diffLines } from '../text/line-diff.ts';
import { visibleLine } from '../text/visible.ts';
import { plain, type StyledLine, toned } from '../writers/style.ts';

/** Where two texts of a file differ, as a unified diff that `patch` takes where nothing in it had to be made visible. */
export function diffStyledLines(path: string, before: string, after: string): StyledLine[] {
  const name = visibleLine(path);
  const lines: StyledLine[] = [[toned(`--- ${name}`, 'muted')], [toned(`+++ ${name}`, 'muted')]];
  for (const { before: old, after: now, lines: own } of diffLines(before, after)) {
    const place = `@@ -${old.line},${old.count} +${now.line},${now.count} @@`;
    lines.push([toned(place, 'address')], ...own.flatMap(lineOf));
  }
  return lines;
}

function lineOf({ side, text }: DiffLine): StyledLine[] {
  const bare = text.replace(/\r?\n$|\r$/, '');
  const shown = `${side}${visibleLine(bare)}`;
  const line: StyledLine = [
    side === ' ' ? { text: shown, style: plain } : toned(shown, side === '-' ? 'con' : 'pro'),
  ];
  return /[\r\n]$/.test(text) ? [line] : [line, [toned('\\ No newline at end of file', 'muted')]];
}
