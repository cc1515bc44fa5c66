import type { LeftAlone } from '../../readers/rewritable.ts';
import type { Context, Outcome } from '../command.ts';

/** A file that kept its bytes, by the name it is shown under. */
export interface LeftFile {
  readonly name: string;
  readonly left: LeftAlone;
}

/** More of them are only counted. */
const mostNamed = 5;

/** Says in one line which files were left alone and why; nothing when there are none. */
export function noteLeftAlone(context: Pick<Context, 'note'>, files: readonly LeftFile[]): void {
  if (files.length === 0) return;
  const named = files.slice(0, mostNamed).map(({ name, left }) => `${name} ${left.words}`);
  const more = files.length > mostNamed ? `, and ${files.length - mostNamed} more` : '';
  context.note(`${files.length} left alone: ${named.join(', ')}${more}`);
}

/** How it counts that a file was left alone: of those that nobody named, errors and faults alone are a failure. */
export function outcomeOfLeft({ why }: LeftAlone, isNamed: boolean): Outcome {
  return isNamed || why === 'errors' || why === 'fault' ? 'failed' : 'done';
}
