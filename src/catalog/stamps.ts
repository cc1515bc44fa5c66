import { statSync } from 'node:fs';

/** A change that is so many milliseconds old may be followed by another that leaves no trace: clocks of file systems are coarse. */
const tooFresh = 2000;

/** What the file system says of a file, as far as it tells whether it was changed. */
export interface Stamp {
  readonly text: string;
  /** Whether the same text will mean the same file: false for what was changed just now, or in the future. */
  readonly isTrusted: boolean;
}

/** The stamp of a file, links followed; null when there is none. `now` is in milliseconds. */
export function stampOf(path: string, now: number): Stamp | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return null;
    const { mtimeMs, ctimeMs, size, ino } = stat;
    return {
      text: `${mtimeMs} ${ctimeMs} ${size} ${ino}`,
      isTrusted: mtimeMs < now - tooFresh && ctimeMs < now - tooFresh,
    };
  } catch {
    return null;
  }
}
