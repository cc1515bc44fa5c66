import type { FactTest } from '../../library/filter.ts';
import type { ListEntry } from '../../library/query.ts';
import type { FoundFile } from '../../library/walk.ts';
import { sayObstacles } from '../opening/each-review.ts';
import type { LibraryRun } from '../opening/library-command.ts';
import { libraryIndex } from '../opening/library-index.ts';
import { eachTask } from '../tasks/each-file.ts';

/** What a library's listing is made of. */
export interface Entries {
  /** In the library's order; those that cannot pass the tests may be missing. */
  readonly entries: readonly ListEntry[];
  /** Whether there is no review at all. */
  readonly isEmpty: boolean;
}

/**
 * Every review that can be read and may pass `tests`, without hidden text unless `spoilers`; what cannot be read is named on stderr. What is remembered is not
 * read again.
 */
export async function readEntries(
  { context, library, outcomes }: Pick<LibraryRun<unknown>, 'context' | 'library' | 'outcomes'>,
  spoilers: boolean,
  tests: readonly FactTest[],
): Promise<Entries> {
  const index = spoilers ? null : await libraryIndex(context, library, true);
  try {
    const known = index?.entries(tests) ?? [];
    const isOneKnown =
      known.length > 0 || (tests.length > 0 && (index?.entries([]) ?? []).length > 0);
    const read: { file: FoundFile; entry: ListEntry }[] = [];
    const files = eachTask(
      context,
      library,
      outcomes,
      'list',
      { spoilers },
      (each) => index?.knows(each, 'facts') !== true,
    );
    for await (const { file, value } of files) {
      sayObstacles(context, value.obstacles, outcomes);
      for (const entry of value.entries) read.push({ file, entry });
      if (index?.wants(file, 'facts') === true) index.remember(file, value.known);
    }
    return {
      entries: inOrder(library.walk().files, known, read),
      isEmpty: read.length === 0 && !isOneKnown,
    };
  } finally {
    index?.close();
  }
}

type WithFile = { readonly file: FoundFile; readonly entry: ListEntry };

/** Both are in the order of the files already, and no file is in both. */
function inOrder(
  files: readonly FoundFile[],
  known: readonly WithFile[],
  read: readonly WithFile[],
): readonly ListEntry[] {
  if (known.length === 0 || read.length === 0) return [...known, ...read].map(({ entry }) => entry);
  const order = new Map(files.map((file, at) => [file.path, at]));
  const placeOf = ({ file }: WithFile): number => order.get(file.path) ?? 0;
  return [...known, ...read]
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map(({ entry }) => entry);
}
