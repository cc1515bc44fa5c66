import { type Diagnostic, isNotUnderstood } from '../../model/diagnostic.ts';
import { type ReadOptions, type ReadReview, readReview } from '../../readers/formats.ts';
import { type LeftAlone, whyLeftAlone } from '../../readers/rewritable.ts';
import { type AllFixed, applyFixes, fixAll } from '../apply.ts';
import { onlyMended } from './only-mended.ts';

/** What became of a text; `left` says why it was left alone, null when it was not. */
export interface Mended extends AllFixed {
  readonly left: LeftAlone | null;
}

/**
 * A text with every fix made that leaves no doubt. One that was not understood as a whole keeps its characters, unless fixes mend just
 * that. What the fixes give is read again: where it says anything else than the fixes are for, they are not made. A byte order mark
 * stays; the ranges of diagnostics are in the text behind it.
 */
export function mend(
  source: string,
  options: ReadOptions,
  lintRead: (read: ReadReview) => readonly Diagnostic[],
): Mended {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(mark.length);
  const read = readReview(text, options);
  const remaining = lintRead(read);
  const untouched = (left: LeftAlone | null): Mended => ({
    text: source,
    fixed: [],
    remaining,
    left,
  });
  const start = understood(text, read, options, lintRead);
  if (start === null) return untouched(whyLeftAlone(read, options));
  const result = fixAll(
    start.text,
    (each) => lintRead(readReview(each, options)),
    (before, after, fixed) =>
      onlyMended(readReview(before, options), readReview(after, options), fixed),
  );
  return {
    text: mark + result.text,
    fixed: [...start.fixed, ...result.fixed],
    remaining: result.remaining,
    left: null,
  };
}

/** As many keys may stand twice. */
const mostRounds = 10;

/** The text (in which a NUL may stand, where `read.source` has another character) with what was not understood mended; null when that cannot be, and the text must be left alone. */
function understood(
  source: string,
  read: ReadReview,
  options: ReadOptions,
  lintRead: (read: ReadReview) => readonly Diagnostic[],
): { readonly text: string; readonly fixed: readonly Diagnostic[] } | null {
  let [text, now]: [string, ReadReview] = [source, read];
  const fixed: Diagnostic[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const left = whyLeftAlone(now, options);
    if (left === null) return { text, fixed };
    if (left.why !== 'errors' && left.why !== 'unread') return null;
    const obstacles = lintRead(now).filter(isNotUnderstood);
    const made = applyFixes(
      text,
      obstacles.filter(({ fix }) => fix !== undefined),
    );
    if (made.fixed.length === 0) return null;
    const next = readReview(made.text, options);
    if (!onlyMended(now, next, made.fixed)) return null;
    fixed.push(...made.fixed);
    [text, now] = [made.text, next];
  }
  return null;
}
