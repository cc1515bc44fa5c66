import { type SearchTerm, searchTerms } from '../../library/search/terms.ts';
import type { PlacedHit } from '../../views/hits.ts';
import type { Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { shownPath } from '../opening/shown-path.ts';
import { jsonLine, jsonText } from '../output/json-text.ts';
import { painted } from '../output/painted.ts';
import { spoilersOption } from '../output/write-options.ts';
import { UsageError } from '../usage-error.ts';
import { findHits } from './find-parts.ts';

const options = [
  {
    flags: '-n, --limit <count>',
    description: 'at most so many places; default: 20, 0 for all',
  },
  spoilersOption,
  { flags: '--json', description: 'write an array of hits' },
  { flags: '--jsonl', description: 'write a hit a line, as JSON' },
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
      {
        line: "review search kettle water --json | jq -r '.[].title'",
        does: 'where both stand, to compute with',
      },
      { line: 'review search kettle --jsonl | jq -r .file', does: 'a hit a line' },
    ],
  },
  runSearch,
  questionOf,
);

interface Question {
  readonly terms: readonly SearchTerm[];
  /** The most places that are shown; infinite for all. */
  readonly limit: number;
}

/** What the command line asks for. Throws a `UsageError` when it asks for nothing. */
function questionOf(input: Input<Values>): Question {
  const terms = searchTerms(input.arguments);
  if (terms.length === 0) throw new UsageError('say which words to search for');
  if (input.options.json === true && input.options.jsonl === true)
    throw new UsageError('--json writes an array, --jsonl a line each: choose one');
  return { terms, limit: limitOf(input) };
}

async function runSearch(run: LibraryRun<Values, Question>): Promise<Outcome | undefined> {
  const { context, library, options } = run;
  const { terms, limit } = run.asked;
  const spoilers = options.spoilers === true;
  const { count, hits: found } = await findHits(run, terms, limit, spoilers);
  const hits = found.map((hit) => ({ ...hit, path: shownPath(context, hit.file) }));
  if (options.json === true) context.write(jsonText(await jsonHits(hits)));
  else if (options.jsonl === true)
    for (const hit of await jsonHits(hits)) context.write(jsonLine(hit));
  else if (hits.length > 0) {
    const { searchLines } = await import('../../views/hits.ts');
    const { columns } = context.terminal;
    const lines = searchLines(hits, columns === 0 ? Number.POSITIVE_INFINITY : columns);
    await context.page(await painted(context, lines));
  }
  if (count > hits.length) context.note(`${hits.length} of ${count} places; --limit 0 shows all`);
  if (hits.length > 0) return undefined;
  context.note(`review: '${run.arguments.join(' ')}' is in no review of ${library.place.folder}`);
  return 'nothing-found';
}

function limitOf({ options: { limit = '20' } }: Input<Values>): number {
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 0)
    throw new UsageError(`--limit takes a whole number, not '${limit}'`);
  return count === 0 ? Number.POSITIVE_INFINITY : count;
}

const excerptColumns = 200;

async function jsonHits(hits: readonly PlacedHit[]): Promise<unknown[]> {
  const { excerpt } = await import('../../views/hits.ts');
  return hits.map(({ id, title, file, section, score, line, text, marks }) => {
    const words = excerpt(text.replace(/\s+/g, ' ').trim(), marks, excerptColumns);
    return {
      ...{ id, title, file, section, score, line },
      excerpt: words.map((span) => span.text).join(''),
    };
  });
}
