import { frontMatterMayFail } from '../../data/front-matter-look.ts';
import type { LoadedReview } from '../../library/library.ts';
import {
  lineOf,
  mayHold,
  type SearchDocument,
  type SearchHit,
  search as searchIn,
  searchTerms,
} from '../../library/search.ts';
import type { FoundFile } from '../../library/walk.ts';
import { decodeEntities } from '../../markdown/entities.ts';
import { bareReview, type Shown, shownReview } from '../../markdown/redact/redact.ts';
import { createLocator } from '../../model/position.ts';
import { displayTitle } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import type { PlacedHit } from '../../views/hits.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { eachReview } from '../opening/each-review.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { shownPath } from '../opening/shown-path.ts';
import { jsonText } from '../output/json-text.ts';
import { painted } from '../output/painted.ts';
import { spoilersOption } from '../output/write-options.ts';
import { UsageError } from '../usage-error.ts';

type WriteText = typeof import('../../writers/text.ts')['writeText'];

const options = [
  {
    flags: '-n, --limit <count>',
    description: 'at most so many places; default: 20, 0 for all',
  },
  spoilersOption,
  { flags: '--json', description: 'write an array of hits' },
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review search`: finds words in the library. */
export const search = libraryCommand(
  {
    name: 'search',
    summary: 'find words in all reviews, the best places first',
    arguments: [
      {
        name: '<words...>',
        description:
          'all of them must stand in a review; case and accents do not count; quote a phrase',
      },
    ],
    options,
    examples: [
      { line: 'review search flamethrower', does: 'where the word stands' },
      { line: "review search 'second act'", does: 'the two words in a row' },
      { line: 'review search kettle water --json', does: 'the same, to compute with' },
    ],
  },
  runSearch,
  questionOf,
);

interface Question {
  readonly terms: readonly string[];
  /** The most places that are shown; infinite for all. */
  readonly limit: number;
}

/** What the command line asks for. Throws a `UsageError` when it asks for nothing. */
function questionOf(input: Input<Values>): Question {
  const terms = searchTerms(input.arguments);
  if (terms.length === 0) throw new UsageError('say which words to search for');
  return { terms, limit: limitOf(input) };
}

async function runSearch(run: LibraryRun<Values, Question>): Promise<Outcome | undefined> {
  const { context, library, outcomes, options } = run;
  const { terms, limit } = run.asked;
  const holding = new Set<string>();
  const read = eachReview(context, library, outcomes, {
    doing: 'searching',
    isWanted: (file) => {
      const text = library.peek(file);
      if (text === null || holdsAsWritten(`${text} ${file.id}`, terms)) holding.add(file.path);
      return holding.has(file.path) || mayFail(file, text);
    },
  });
  const found = [...read].filter(({ file }) => holding.has(file));
  const spoilers = options.spoilers === true;
  const { writeText } = await import('../../writers/text.ts');
  const documents = found.map(({ review, file }) =>
    documentOf(shownReview(review, spoilers), file, writeText, spoilers),
  );
  const byId = new Map(found.map((loaded) => [loaded.review.id ?? loaded.file, loaded]));
  const hits = searchIn(documents, terms);
  const placed = hits
    .slice(0, limit)
    .map((hit) => place(hit, byId.get(hit.id) as LoadedReview, terms, context));
  if (options.json === true) context.write(jsonText(await jsonHits(placed, terms)));
  else if (placed.length > 0) {
    const { searchLines } = await import('../../views/hits.ts');
    const { columns } = context.terminal;
    const lines = searchLines(placed, terms, columns === 0 ? Number.POSITIVE_INFINITY : columns);
    await context.page(await painted(context, lines));
  }
  if (hits.length > placed.length)
    context.note(`${placed.length} of ${hits.length} places; --limit 0 shows all`);
  if (placed.length > 0) return undefined;
  context.note(`review: '${run.arguments.join(' ')}' is in no review of ${library.place.folder}`);
  return 'nothing-found';
}

function limitOf({ options: { limit = '20' } }: Input<Values>): number {
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 0)
    throw new UsageError(`--limit takes a whole number, not '${limit}'`);
  return count === 0 ? Number.POSITIVE_INFINITY : count;
}

const isText = /\.(?:md|markdown|mdown|mkd|mdx|qmd|txt|text)$/i;

/** Whether a file in which the words do not stand is read all the same, to say so if it cannot be. */
function mayFail({ path }: FoundFile, text: string | null): boolean {
  return text === null || !isText.test(path) || frontMatterMayFail(text);
}

/** JSON and quoted YAML may write a letter as an escape, which the quick look would miss; a title may be the file's name. */
function holdsAsWritten(text: string, terms: readonly string[]): boolean {
  return text.includes('\\') || mayHold(decodeEntities(text), terms);
}

/** What a reader of the review sees, section by section: what is hidden is not found, unless it is shown. */
function documentOf(
  review: Shown,
  file: string,
  writeText: WriteText,
  spoilers: boolean,
): SearchDocument {
  const sections = flattenSections(review.sections).map((section) => ({
    section: { id: section.id, number: section.number, title: section.title },
    text: writeText(review, { sections: [{ ...section, sections: [] }], columns: 0, spoilers }),
  }));
  return {
    id: review.id ?? file,
    title: displayTitle(review),
    file,
    parts: [{ section: null, text: cardText(review) }, ...sections],
  };
}

function cardText(review: Shown): string {
  const { title, item, author, tags, summary, pros, cons } = bareReview(review);
  const names = [...item.creators, ...author].map(({ name }) => name);
  return [title, item.name, item.kind, item.year, ...names, ...tags, summary, ...pros, ...cons]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function place(
  hit: SearchHit,
  { review, source, file, span }: LoadedReview,
  terms: readonly string[],
  context: Context,
): PlacedHit {
  const section = flattenSections(review.sections).find(
    ({ number }) => number === hit.section?.number,
  );
  return {
    ...hit,
    line: lineOf(source, section?.range.start.line ?? firstLineOf(source, span), terms),
    path: shownPath(context, file),
  };
}

/** The 1-based line at which one review of several starts. */
function firstLineOf(source: string, span: LoadedReview['span']): number {
  return span === undefined || span.start === 0 ? 1 : createLocator(source).point(span.start).line;
}

const excerptColumns = 200;

async function jsonHits(hits: readonly PlacedHit[], terms: readonly string[]): Promise<unknown[]> {
  const { excerpt } = await import('../../views/hits.ts');
  return hits.map(({ path: _, text, ...hit }) => {
    const words = excerpt(text.replace(/\s+/g, ' ').trim(), terms, excerptColumns);
    return { ...hit, excerpt: words.map((span) => span.text).join('') };
  });
}
