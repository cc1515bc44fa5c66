import { type ReviewRow, reviewRow } from '../../catalog/rows.ts';
import type { Library } from '../../library/library.ts';
import { entryOf, type ListEntry } from '../../library/query.ts';
import type { FoundFile } from '../../library/walk.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Context, Outcome } from '../command.ts';
import { checkLoaded } from '../opening/check-files.ts';
import { eachReviewOf } from '../opening/each-review.ts';
import { openFound } from '../opening/open.ts';

/** What a task does not need of a run does not cross to another thread. */
export type TaskContext = Pick<Context, 'cwd' | 'note'>;

/** What `check` says of a file. */
export interface CheckedFile {
  readonly file: string;
  readonly remaining: readonly Diagnostic[];
  /** The text that the ranges are in, where something is to be said; empty unless it is asked for. */
  readonly text: string;
}

/** What a listing takes from a file. */
export interface ListedFile {
  readonly entries: readonly ListEntry[];
  /** What keeps it, or a part of it, from being read. */
  readonly obstacles: readonly Diagnostic[];
  /** What is remembered of it; null where there is something to be said whenever it is read. */
  readonly known: { readonly rows: readonly ReviewRow[]; readonly asks: 0 | 1 | 2 } | null;
}

/** What is done with every file of a library, one as good as another: plain data comes back. A file that cannot be read is said, and its outcome comes back. */
export const tasks = {
  check: (context, library, file, { texts }: { readonly texts: boolean }) => {
    const opened = openFound(context, library, file);
    if ('outcome' in opened) return opened;
    const { text, remaining } = checkLoaded(context, library, opened.value);
    const isShown = texts && remaining.length > 0;
    return { value: { file: opened.value.file, remaining, text: isShown ? text : '' } };
  },
  list: (context, library, file, { spoilers }: { readonly spoilers: boolean }) => {
    const opened = openFound(context, library, file, { sections: false });
    if ('outcome' in opened) return opened;
    const { reviews, obstacles, isOdd } = eachReviewOf(opened.value);
    const rows = isOdd ? [] : reviews.map(reviewRow);
    return {
      value: {
        entries: reviews.map((each) => entryOf(each, spoilers)),
        obstacles,
        known: isOdd ? null : { rows, asks: opened.value.asks ?? 0 },
      },
    };
  },
} satisfies Readonly<
  Record<
    string,
    (
      context: TaskContext,
      library: Library,
      file: FoundFile,
      options: never,
    ) => { readonly value: CheckedFile | ListedFile } | { readonly outcome: Outcome }
  >
>;

export type TaskName = keyof typeof tasks;
export type TaskOptions<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[3];
export type TaskValue<Name extends TaskName> = Extract<
  ReturnType<(typeof tasks)[Name]>,
  { readonly value: unknown }
>['value'];
