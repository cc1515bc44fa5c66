import { join, resolve } from 'node:path';
import { tableNames } from '../exchange/tables/table-names.ts';
import type { Library } from '../library/library.ts';
import { isFile } from '../library/locate.ts';
import { changesLibrary, createTargetGuard } from '../library/writing/targets.ts';
import { counted as countOf } from '../text/counted.ts';
import { type WriteFormat, writeFormats } from '../writers/formats.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from './command.ts';
import { type LibraryRun, libraryCommand } from './opening/library-command.ts';
import type { Chosen } from './opening/named-reviews.ts';
import { parseReference } from './opening/reference.ts';
import { folderSink, joinedSink, type Sink, singleSink } from './output/export-sink.ts';
import { chosenReviews } from './output/export-sources.ts';
import { formatOfTarget, type Target, targetOf, type Writing } from './output/export-target.ts';
import { htmlOptions, htmlWriteOptions, pageChoices, stylesOf } from './output/html-options.ts';
import {
  checkJsonOptions,
  chosenFormat,
  formatOptions,
  jsonOptions,
  sourceSpoilersOption,
  writeOptions,
} from './output/write-options.ts';
import { themeFiles } from './theme.ts';
import { UsageError } from './usage-error.ts';

/** `--to`, which here takes more than the formats of a review. */
const toOption = {
  flags: '--to <format>',
  description: 'write the format of this name, or the table that a service imports, or CSV',
  choices: [...writeFormats.map(({ name }) => name), ...tableNames],
} as const satisfies OptionSpec;

const options = [
  ...formatOptions.filter(({ flags }) => flags !== '--to <format>'),
  toOption,
  ...jsonOptions,
  {
    flags: '-o, --output <path>',
    description: 'write to this file, or into this folder (one that exists, or ends in /)',
  },
  { flags: '--all', description: 'every review of the library' },
  {
    flags: '--force',
    description: 'in a site, write also over files that the site did not make or that were changed',
  },
  ...htmlOptions,
  sourceSpoilersOption,
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review export`: writes reviews in another format, to stdout or to files. */
export const exportCommand = libraryCommand(
  {
    name: 'export',
    summary: 'write a review as HTML, JSON, text, Markdown or YAML',
    arguments: [
      { name: '[ref...]', description: 'names, paths, name#section, or - for standard input' },
    ],
    options,
    examples: [
      { line: 'review export --html', does: 'the default review as a web page, on stdout' },
      {
        line: "review export --all --json | jq -r '.[].item.name'",
        does: 'the model, to compute with',
      },
      { line: 'review export --all --jsonl', does: 'one review a line, for jq or DuckDB' },
      {
        line: 'review export --all --json --fields title,rating.value',
        does: 'only some of it',
      },
      {
        line: 'review export ballerina --html --fragment',
        does: 'the article alone, for a page of your own',
      },
      {
        line: 'review export --to csv kind:film --fields item.name,rating.value',
        does: 'a table of films for a spreadsheet',
      },
      {
        line: 'review export --to letterboxd -o films.csv',
        does: 'the films as Letterboxd imports them; words are a query as in list',
      },
      {
        line: 'review export --all --html -o site/',
        does: 'a site: a page for every review, an index, feeds',
      },
    ],
  },
  runExport,
);

/** Whether there is nothing of the person's own to publish; then said. The samples are published only where they are named. */
function isNobodys(context: Context, library: Library): boolean {
  const { origin, folder } = library.place;
  if (origin !== 'samples' && library.walk().files.length > 0) return false;
  const where = origin === 'samples' ? 'here' : `in ${folder}`;
  context.note(`review: no reviews ${where}: review new film "Heat" starts one`);
  return true;
}

async function runExport(input: LibraryRun<Values>): Promise<Outcome | undefined> {
  const { context, library, outcomes } = input;
  const target = targetOf(context, input);
  const table = tableNames.find((name) => name === input.options.to);
  if (table !== undefined) {
    checkAlone(input);
    return (await import('./output/export-table.ts')).exportTable(input, table, target);
  }
  const format = chosenFormat(input) ?? formatOfTarget(target);
  if (format === null)
    throw new UsageError('say which format: --html, --json, --text, --markdown or --yaml');
  checkJsonOptions(input, format);
  if (input.options.all === true && input.arguments.length > 0)
    throw new UsageError('either names or --all, not both');
  if (input.options.all === true && isNobodys(context, library)) return 'failed';
  if (target !== null && changesLibrary(firstPathOf(target), library)) {
    context.note(
      `review: ${target.path}: a file there would change which reviews the library holds; choose another name for -o`,
    );
    return 'failed';
  }
  const site = isSite(input, target, format);
  const page = htmlWriteOptions(context, input, format, site);
  if (page === null) return 'failed';
  const writing: Writing = {
    library,
    guard: createTargetGuard({
      library,
      read: [
        ...stylesOf(context, input),
        ...themeFiles(context, input.options.theme, library.config().config.theme),
        ...namedPaths(context, library, input),
      ],
    }),
    read: [],
    isSite: false,
    isConversion: format.isConversion,
    folder: null,
  };
  const chosen = await counted(
    chosenReviews(context, library, input, outcomes, format),
    input.options.all === true || input.arguments.length > 1,
  );
  const sink = await sinkFor(context, input, writing, target, format, chosen.several);
  const write = await format.load();
  const choices = format.takes.html === true && !site ? pageChoices(input, library) : null;
  const pageWith = choices === null ? null : (await import('./output/page-places.ts')).pageWith;
  const start = context.now().getTime();
  let count = 0;
  for await (const { loaded, sections } of chosen.reviews) {
    if (sink.wants?.(loaded) === false) continue;
    const options = {
      ...writeOptions(context, input, format, sections),
      ...page,
      ...sink.options?.(loaded),
    };
    const text =
      pageWith === null || choices === null
        ? write(loaded.review, options)
        : pageWith(context, library, loaded, choices, (places) =>
            write(loaded.review, { ...options, ...places }),
          );
    const added = sink.add(loaded, text);
    outcomes.push(added);
    if (added === 'done') count++;
  }
  const outcome = sink.finish(!outcomes.includes('failed'));
  if (choices !== null && target === null && context.terminal.interactive)
    context.note('-o FILE saves it');
  // Of a folder, what was written all the same is counted; a file that failed is not there.
  if (input.options.all === true && target !== null && (target.folder || outcome === 'done')) {
    const seconds = (context.now().getTime() - start) / 1000;
    const made = sink.made?.() ?? countOf(count, 'review');
    context.note(`${input.options.output}: ${made} in ${seconds.toFixed(1)} s`);
  }
  return outcome;
}

/** A table is no document: it goes with no flag of a format. */
function checkAlone({ options: asked }: Input<Values>): void {
  const { html, json, jsonl, text, markdown, yaml } = asked;
  const flags = { html, json, jsonl, text, markdown, yaml };
  const other = Object.entries(flags).find(([, value]) => value === true);
  if (other !== undefined)
    throw new UsageError(`one format at a time, not ${other[0]} and ${asked.to}`);
}

function firstPathOf({ path, folder }: Target): string {
  return folder ? join(path, 'index') : path;
}

/** Whether several reviews come: one name may stand for a file that holds several. */
async function counted(
  chosen: AsyncIterable<Chosen>,
  isSeveral: boolean,
): Promise<{ reviews: AsyncIterable<Chosen> | Iterable<Chosen>; several: boolean }> {
  if (isSeveral) return { reviews: chosen, several: true };
  const reviews: Chosen[] = [];
  for await (const each of chosen) reviews.push(each);
  return { reviews, several: reviews.length > 1 };
}

/** Files that the command line names. */
function namedPaths({ cwd }: Context, library: Library, input: Input): string[] {
  return input.arguments
    .map((reference) =>
      // `export - -o draft.md < draft.md`: what standard input was opened on.
      reference === '-'
        ? '/dev/stdin'
        : resolve(cwd, parseReference(reference, cwd, library).review),
    )
    .filter(isFile);
}

/** Whether the whole library is to become a site. */
function isSite(input: Input<Values>, target: Target | null, format: WriteFormat): boolean {
  return target?.folder === true && input.options.all === true && format.isSite;
}

async function sinkFor(
  context: Context,
  input: Input<Values>,
  writing: Writing,
  target: Target | null,
  format: WriteFormat,
  isSeveral: boolean,
): Promise<Sink> {
  if (target !== null && isSite(input, target, format))
    return (await import('./output/site/export-site.ts')).siteSink(
      context,
      input,
      writing,
      target.path,
    );
  if (target?.folder === true) return folderSink(context, writing, target.path, format);
  if (!isSeveral) return singleSink(context, writing, target);
  const several = format.several?.({ compact: input.options.compact === true });
  if (several !== undefined) return joinedSink(context, writing, target, several);
  throw new UsageError(
    target === null
      ? `several ${format.name} documents do not fit in one stream; name a folder with -o`
      : `-o ${input.options.output} is one file; for several reviews name a folder, as in -o ${input.options.output}/`,
  );
}
