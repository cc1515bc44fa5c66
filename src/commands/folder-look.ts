import type { Library } from '../library/library.ts';
import { entryOf, type ListEntry, sortEntries } from '../library/query.ts';
import { type FoundFile, lastChanged } from '../library/walk.ts';
import type { Context } from './command.ts';
import { eachReviewOf } from './opening/each-review.ts';
import { libraryIndex } from './opening/library-index.ts';
import { openFound } from './opening/open.ts';

/** More files than these are not read for a first look. */
const mostRead = 300;

/** As many files are read where there are more. */
const fewRead = 20;

/** What a first look at a library shows of it. */
export interface FolderLook {
  /** Its reviews, or those of the files changed last where it holds too many that nothing is remembered of. */
  readonly entries: readonly ListEntry[];
  readonly isWhole: boolean;
}

/** A first look at a library: what is remembered, and the heads of a few hundred files at most. Nothing is said of what cannot be read. */
export async function lookAt(context: Context, library: Library): Promise<FolderLook> {
  const { files } = library.walk();
  const index = await libraryIndex(context, library, false);
  try {
    const unread = files.filter((file) => index?.knows(file, 'facts') !== true);
    if (unread.length > mostRead)
      return {
        entries: lastChanged(files, fewRead).flatMap((file) => entriesIn(context, library, file)),
        isWhole: false,
      };
    const known = (index?.entries([]) ?? []).map(({ entry }) => entry);
    return {
      entries: [...known, ...unread.flatMap((file) => entriesIn(context, library, file))],
      isWhole: true,
    };
  } finally {
    index?.close();
  }
}

function entriesIn(context: Context, library: Library, file: FoundFile): readonly ListEntry[] {
  const quiet = { ...context, note: () => undefined };
  const opened = openFound(quiet, library, file, { sections: false });
  return 'outcome' in opened
    ? []
    : eachReviewOf(opened.value).reviews.map((loaded) => entryOf(loaded));
}

/** The newest by their dates; of a look that is not whole, as it has them. Those without a date are not among them. */
export function newestOf({ entries, isWhole }: FolderLook, most: number): readonly ListEntry[] {
  if (!isWhole) return entries.slice(0, most);
  const dated = entries.filter(({ published, date }) => (published ?? date) !== undefined);
  return sortEntries(dated, 'date', true).slice(0, most);
}
