/** A line of a comparison: on both sides, only before, only after. */
export interface DiffLine {
  readonly side: ' ' | '-' | '+';
  readonly text: string;
}

/** Lines that differ next to each other, with some around them; the counts and places are those of a unified diff's `@@` line, 1-based. */
export interface Hunk {
  readonly before: { readonly line: number; readonly count: number };
  readonly after: { readonly line: number; readonly count: number };
  readonly lines: readonly DiffLine[];
}

/** Lines that stay, before and after what differs. */
const around = 3;
/** More differences than these in what is left after the same start and end: all of it is told as one. */
const mostDifferences = 500;

/**
 * Where two texts differ, line by line. The fewest lines possible are told where there are up to 500 of them (Myers, 1986); of more, all between
 * the first and the last. Line ends count as part of their line.
 */
export function diffLines(before: string, after: string): Hunk[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const middle = compared(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (text: string): DiffLine => ({ side: ' ', text });
  const all = [
    ...old.slice(0, start).map(same),
    ...middle,
    ...old.slice(old.length - end).map(same),
  ];
  return hunksOf(all);
}

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** Furthest reaching paths by number of differences; then back along them. */
function compared(old: readonly string[], now: readonly string[]): DiffLine[] {
  const trail: Map<number, number>[] = [];
  const limit = Math.min(old.length + now.length, mostDifferences);
  let reach = new Map<number, number>([[1, 0]]);
  for (let differences = 0; differences <= limit; differences++) {
    trail.push(reach);
    const next = new Map<number, number>();
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down = goesDown(reach, diagonal, differences);
      let at = down ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
      while (at < old.length && at - diagonal < now.length && old[at] === now[at - diagonal]) at++;
      next.set(diagonal, at);
      if (at >= old.length && at - diagonal >= now.length) return traced(old, now, trail);
    }
    reach = next;
  }
  return [
    ...old.map((text): DiffLine => ({ side: '-', text })),
    ...now.map((text): DiffLine => ({ side: '+', text })),
  ];
}

function goesDown(
  reach: ReadonlyMap<number, number>,
  diagonal: number,
  differences: number,
): boolean {
  if (diagonal === -differences) return true;
  if (diagonal === differences) return false;
  return (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);
}

function traced(
  old: readonly string[],
  now: readonly string[],
  trail: readonly ReadonlyMap<number, number>[],
): DiffLine[] {
  const lines: DiffLine[] = [];
  let [x, y] = [old.length, now.length];
  for (let differences = trail.length - 1; differences >= 0; differences--) {
    const reach = trail[differences] as ReadonlyMap<number, number>;
    const down = goesDown(reach, x - y, differences);
    const from = down ? x - y + 1 : x - y - 1;
    const fromX = differences === 0 ? 0 : (reach.get(from) ?? 0);
    const fromY = differences === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      x--;
      y--;
      lines.push({ side: ' ', text: old[x] as string });
    }
    if (differences === 0) break;
    if (down) lines.push({ side: '+', text: now[--y] as string });
    else lines.push({ side: '-', text: old[--x] as string });
  }
  return lines.reverse();
}

function hunksOf(all: readonly DiffLine[]): Hunk[] {
  const changed = all.flatMap(({ side }, index) => (side === ' ' ? [] : [index]));
  const spans: { from: number; to: number }[] = [];
  for (const index of changed) {
    const last = spans.at(-1);
    if (last !== undefined && index - around <= last.to) last.to = index + around + 1;
    else spans.push({ from: Math.max(0, index - around), to: index + around + 1 });
  }
  const hunks: Hunk[] = [];
  let [at, before, after] = [0, 1, 1];
  for (const { from, to } of spans) {
    before += from - at;
    after += from - at;
    const lines = all.slice(from, to);
    const count = (side: string): number => lines.filter((line) => line.side !== side).length;
    const [old, now] = [count('+'), count('-')];
    hunks.push({
      before: { line: old === 0 ? before - 1 : before, count: old },
      after: { line: now === 0 ? after - 1 : after, count: now },
      lines,
    });
    before += old;
    after += now;
    at = Math.min(to, all.length);
  }
  return hunks;
}
