import type { DataNode } from '../../data/data-node.ts';
import type { Library, LoadedReview } from '../../library/library.ts';
import type { FoundFile } from '../../library/walk.ts';
import { closedMessages } from '../../markdown/redact/redact-strings.ts';
import { type Diagnostic, isNotUnderstood } from '../../model/diagnostic.ts';
import type { ReadSettings } from '../../readers/reader.ts';
import type { Context, Outcome } from '../command.ts';
import { allOf, openFound, sayFailure } from './open.ts';
import { withProgress } from './progress.ts';
import { announceSamples } from './samples.ts';

/** How a library is gone through. */
export interface Going {
  readonly settings?: ReadSettings;
  /** What is said while it takes long: `reading`. */
  readonly doing?: string;
  /** Files for which it is false are passed over unread. */
  readonly isWanted?: (file: FoundFile) => boolean;
  /** True where what cannot be walked was said already. */
  readonly isAgain?: boolean;
}

/** Walks the library and reads file after file, each as a whole; what cannot be opened is said on stderr and added to `outcomes`. */
export function* eachFile(
  context: Context,
  library: Library,
  outcomes: Outcome[],
  { settings = {}, doing = 'reading', isWanted = () => true, isAgain = false }: Going = {},
): Generator<LoadedReview> {
  if (!isAgain) sayWalk(context, library, outcomes);
  for (const file of withProgress(context, library.walk().files, doing)) {
    if (!isWanted(file)) continue;
    const opened = openFound(context, library, file, settings);
    if ('outcome' in opened) outcomes.push(opened.outcome);
    else yield opened.value;
  }
}

/** Says which library is gone through, and what of it cannot be, which is a failure. */
export function sayWalk(context: Context, library: Library, outcomes: Outcome[]): void {
  announceSamples(context, library);
  for (const { path, reason } of library.walk().failures) {
    sayFailure(context, path, new Error(reason));
    outcomes.push('failed');
  }
}

/** Says what kept a file, or a part of it, from being read, with its place, which is a failure. */
export function sayObstacles(
  context: Context,
  obstacles: readonly Diagnostic[],
  outcomes: Outcome[],
): void {
  if (obstacles.length === 0) return;
  context.report(closedMessages(obstacles));
  outcomes.push('failed');
}

/** The reviews of a file that was read, and what kept it, or a part of it, from being read. */
export function eachReviewOf(loaded: LoadedReview): {
  readonly reviews: readonly LoadedReview[];
  readonly obstacles: readonly Diagnostic[];
  /** Whether there is something to be said whenever it is read. */
  readonly isOdd: boolean;
} {
  const obstacles = diagnosticsOf(loaded).filter(isObstacle);
  const isNone = isUnread(loaded);
  return {
    reviews: isNone ? [] : allOf(loaded),
    obstacles,
    isOdd: isNone || obstacles.length > 0,
  };
}

/** What reading found in a file, in all of its reviews. */
export function diagnosticsOf({ diagnostics, many }: LoadedReview): readonly Diagnostic[] {
  const others = (many ?? []).slice(1).flatMap((one) => one.diagnostics);
  return [...diagnostics, ...others];
}

/** Whether something keeps a file, or a review in it, from being read. */
export function isObstacle(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error' && isNotUnderstood(diagnostic);
}

/** Whether nothing of a file could be read: no key, no text, no review in a list. What keeps it from that is among its diagnostics. */
export function isUnread({ diagnostics, keys, bodyStart, format, many }: LoadedReview): boolean {
  if (many !== undefined) return many.length === 0 && diagnostics.some(isObstacle);
  const hasText = bodyStart !== undefined || format === 'text';
  const hasKeys = keys?.entries.some(({ value }) => !isBlank(value)) === true;
  return !hasKeys && !hasText && diagnostics.some(isObstacle);
}

/** Whether a value says nothing: what stood there was not read. */
function isBlank(node: DataNode): boolean {
  if (node.kind === 'map') return node.entries.every(({ value }) => isBlank(value));
  return node.kind === 'list' ? node.items.every(isBlank) : node.text.trim() === '';
}
