import { relative } from 'node:path';
import type { LibraryIndex } from '../../catalog/catalog.ts';
import { frontMatterMayFail } from '../../data/front-matter-look.ts';
import { type Gathered, gather } from '../../library/search/gather.ts';
import { mayHold } from '../../library/search/look.ts';
import { type Found, placeHits, type SearchHit } from '../../library/search/place.ts';
import { rank } from '../../library/search/rank.ts';
import type { SearchTerm } from '../../library/search/terms.ts';
import type { FoundFile } from '../../library/walk.ts';
import { eachFile, eachReviewOf, sayObstacles } from '../opening/each-review.ts';
import type { LibraryRun } from '../opening/library-command.ts';
import { libraryIndex } from '../opening/library-index.ts';
import { takeIn } from '../opening/take-in.ts';

type Run = Pick<LibraryRun<unknown>, 'context' | 'library' | 'outcomes'>;

/** What a search found. */
export interface Hits {
  /** In how many places the terms stand. */
  readonly count: number;
  /** The best of them. */
  readonly hits: readonly SearchHit[];
}

/**
 * The best `limit` places in which terms stand. What is remembered says which they are, and the files of those that are shown are read; what it says wrongly is
 * forgotten, and the library gone through. The answer is the same.
 */
export async function findHits(
  run: Run,
  terms: readonly SearchTerm[],
  limit: number,
  spoilers: boolean,
): Promise<Hits> {
  const place = ({ reviews, parts }: Found): Hits | null => {
    const ranked = rank(parts, terms.length, limit);
    const hits = placeHits(run.library, reviews, ranked, terms, spoilers);
    return hits && { count: parts.length, hits };
  };
  const index = await searchedIndex(run, terms, spoilers);
  const own = index?.candidates(terms) ?? null;
  const known = own === null ? [] : run.library.walk().files.filter(isKnownTo(index));
  index?.close();
  const others = findByWalking(run, terms, spoilers, without(known));
  const found = own === null ? others : together(run, own, others);
  const placed = place(found);
  if (placed !== null) return placed;
  if (own !== null) index?.distrust();
  const again = findByWalking(run, terms, spoilers, only(known), true);
  const walked = own === null ? found : together(run, again, others);
  return place(walked) ?? { count: walked.parts.length, hits: [] };
}

type IsWanted = (file: FoundFile) => boolean;

function isKnownTo(index: LibraryIndex | null): IsWanted {
  return (file) => index?.knows(file, 'words') === true;
}

function only(files: readonly FoundFile[]): IsWanted {
  const paths = new Set(files.map(({ path }) => path));
  return ({ path }) => paths.has(path);
}

function without(files: readonly FoundFile[]): IsWanted {
  if (files.length === 0) return () => true;
  const isOne = only(files);
  return (file) => !isOne(file);
}

/** As many files are taken in while somebody waits for a search. */
const mostTakenIn = 300;
/** A library of fewer files is searched soon enough without. */
const largeLibrary = 2000;

/** What is remembered of the words of a library, brought up to date where that takes no time to speak of; null where the library is to be gone through. */
async function searchedIndex(
  { context, library }: Run,
  terms: readonly SearchTerm[],
  spoilers: boolean,
): Promise<LibraryIndex | null> {
  // Hidden words are not remembered, nor are signs.
  if (spoilers || terms.some(({ row }) => row === null)) return null;
  const index = await libraryIndex(context, library, false);
  const { files } = library.walk();
  const wanted = index === null ? files : files.filter((file) => index.wants(file, 'words'));
  if (wanted.length === 0) return index;
  if (index !== null && wanted.length <= mostTakenIn) {
    for (const file of wanted) takeIn(library, index, file);
    index.close();
    return libraryIndex(context, library, false);
  }
  index?.close();
  if (files.length >= largeLibrary && context.terminal.interactive)
    context.note('review cache --build makes a search in so large a library quick');
  return null;
}

/** The parts that terms stand in, and the reviews they belong to: read are those that may hold them, and those that may have something to be said of. */
function findByWalking(
  { context, library, outcomes }: Run,
  terms: readonly SearchTerm[],
  spoilers: boolean,
  isWanted: IsWanted,
  isAgain = false,
): Found {
  const found: Gathered = { reviews: [], parts: [] };
  const { folder } = library.place;
  let holds = true;
  let current: FoundFile | undefined;
  const read = eachFile(context, library, outcomes, {
    doing: 'searching',
    isAgain,
    isWanted: (file) => {
      if (!isWanted(file)) return false;
      current = file;
      const text = library.peek(file);
      holds = text === null || mayHold(text, relative(folder, file.path), terms);
      return holds || mayFail(file, text);
    },
  });
  for (const loaded of read) {
    const { reviews: all, obstacles } = eachReviewOf(loaded);
    sayObstacles(context, obstacles, outcomes);
    if (!holds || current === undefined) continue;
    for (const [place, { review }] of all.entries())
      gather(found, { file: current, place }, review, terms, spoilers);
  }
  return found;
}

const isText = /\.(?:md|markdown|mdown|mkd|mdx|qmd|txt|text)$/i;

/** Whether a file in which the words do not stand is read all the same, to say so if it cannot be. */
function mayFail({ path }: FoundFile, text: string | null): boolean {
  return text === null || !isText.test(path) || frontMatterMayFail(text);
}

/** What was found in some files and in others, in the library's order. */
function together({ library }: Run, some: Found, others: Found): Found {
  if (others.reviews.length === 0) return some;
  const order = new Map(library.walk().files.map(({ path }, at) => [path, at]));
  const all = [some, others].flatMap((found, from) =>
    found.reviews.map((review, at) => ({ review, from, at })),
  );
  all.sort(
    (one, other) =>
      (order.get(one.review.file.path) ?? 0) - (order.get(other.review.file.path) ?? 0) ||
      one.review.place - other.review.place,
  );
  const indexes = [new Map<number, number>(), new Map<number, number>()] as const;
  for (const [index, { from, at }] of all.entries()) indexes[from === 0 ? 0 : 1].set(at, index);
  const moved = [some, others].flatMap((found, from) =>
    found.parts.map((part) => ({
      ...part,
      review: indexes[from === 0 ? 0 : 1].get(part.review) as number,
    })),
  );
  return {
    reviews: all.map(({ review }) => review),
    parts: moved.sort((one, other) => one.review - other.review || one.part - other.part),
  };
}
