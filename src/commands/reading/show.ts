import type { Library, LoadedReview } from '../../library/library.ts';
import { entryOf } from '../../library/query.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import { listLines } from '../../views/list.ts';
import { joiner } from '../../writers/several.ts';
import type { Context, Input, OptionSpec, OptionsOf } from '../command.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { namedReviews } from '../opening/named-reviews.ts';
import type { Explanation } from '../output/explained.ts';
import { outlineOf } from '../output/outline-text.ts';
import { painted } from '../output/painted.ts';
import { print } from '../output/print.ts';
import {
  chosenFormat,
  formatNamed,
  formatOptions,
  plainOption,
  sourceSpoilersOption,
  writeOptions,
} from '../output/write-options.ts';
import { written } from '../output/written.ts';
import { UsageError } from '../usage-error.ts';

const options = [
  {
    flags: '-s, --section <name>',
    description: 'only this section; may be repeated',
    repeatable: true,
  },
  { flags: '--toc', description: 'print the outline before the review' },
  sourceSpoilersOption,
  {
    flags: '--all-fields',
    description: 'also keys that only speak to programs: layout, slug …',
  },
  {
    flags: '--explain',
    description:
      'where each fact came from, instead of the review: file and line, folder, configuration',
  },
  plainOption,
  ...formatOptions,
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review show`: prints reviews. */
export const show = libraryCommand(
  {
    name: 'show',
    summary: 'print a review: title card and sections',
    arguments: [
      { name: '[ref...]', description: 'names, paths, name#section, or - for standard input' },
    ],
    options,
    examples: [
      { line: 'review show ballerina', does: 'read a review' },
      { line: 'review show ballerina#verdict', does: 'one section of it' },
      { line: 'review show ballerina --section action --section weaknesses', does: 'two sections' },
      { line: 'review show - < draft.md', does: 'read a review from a pipe' },
      { line: 'review show ballerina --json | jq .rating.value', does: 'one value of it' },
      { line: 'review show ballerina --explain', does: 'where each of its facts came from' },
    ],
  },
  async (input) => {
    const { context, library, outcomes } = input;
    if (input.options.explain === true) return explained(input);
    const pages: string[] = [];
    const format = chosenFormat(input) ?? formatNamed('terminal');
    const asked = {
      names: input.options.section ?? [],
      source: format.carriesSource,
      data: format.takes.json === true,
      asWhole: format.printedAs === 'page',
    };
    const chosen = namedReviews(context, library, input, asked, outcomes);
    for await (const { loaded, sections } of chosen)
      pages.push(
        loaded.many === undefined
          ? await pageOf(context, library, input, loaded, sections)
          : await listOf(context, loaded.many),
      );
    await writePages(context, input, pages);
    return undefined;
  },
  askedOf,
);

/** What gave the facts of each review that is named. */
async function explained(input: LibraryRun<Values, undefined>): Promise<undefined> {
  const { context, library, outcomes, options: asked } = input;
  const spoilers = asked.spoilers === true;
  const { explain, explanationJson, explanationPage } = await import('../output/explained.ts');
  const found: Explanation[] = [];
  const chosen = namedReviews(context, library, input, { names: [], source: spoilers }, outcomes);
  for await (const { loaded } of chosen) found.push(explain(context, library, loaded, spoilers));
  if (asked.json === true) context.write(explanationJson(found));
  else await context.page(await explanationPage(context, found));
  return undefined;
}

/** Throws a `UsageError` where what is asked for does not go together. */
function askedOf(input: Input<Values>): undefined {
  const format = chosenFormat(input);
  if (input.options.explain !== true) return;
  if ((input.options.section ?? []).length > 0 || input.options.toc === true)
    throw new UsageError('--explain speaks of the whole review: no --section and no --toc with it');
  if (format !== null && format.takes.json !== true)
    throw new UsageError('--explain is a table, or JSON with --json');
}

/** A file of several reviews as the list of them; how one is named is said on stderr. */
function listOf(context: Context, many: readonly LoadedReview[]): Promise<string> {
  const [first] = many;
  if (first !== undefined) context.note(`one of them: review show ${first.libraryId ?? ''}`);
  const entries = many.map((one) => entryOf(one));
  return painted(context, listLines(entries, context.terminal.tableColumns));
}

async function pageOf(
  context: Context,
  library: Library,
  input: Input<Values>,
  loaded: LoadedReview,
  sections: Parameters<typeof writeOptions>[3],
): Promise<string> {
  const format = chosenFormat(input) ?? formatNamed('terminal');
  const options = writeOptions(context, input, format, sections);
  const toc =
    input.options.toc === true && format.takes.terminal === true
      ? `${await outlineOf(shownReview(loaded.review, input.options.spoilers === true), context, input)}\n`
      : '';
  return toc + (await written(context, library, loaded, format, options));
}

async function writePages(
  context: Context,
  input: Input<Values>,
  pages: readonly string[],
): Promise<void> {
  if (pages.length === 0) return;
  const format = chosenFormat(input);
  const several = pages.length === 1 ? undefined : format?.several?.({});
  if (several !== undefined) {
    const { add, end } = joiner(several, context.writeDocument);
    pages.forEach(add);
    end();
    return;
  }
  const rule = `${'─'.repeat(Math.min(context.terminal.columns || 80, 100))}\n`;
  const divider = input.options.plain === true ? '\nNext review.\n\n' : `\n${rule}\n`;
  const text = pages.join(format === null ? divider : '\n');
  await print(context, format ?? formatNamed('terminal'), text);
}
