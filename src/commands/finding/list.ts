import { relative } from 'node:path';
import { type FilterReading, filterFields, readFilter } from '../../library/filter.ts';
import type { Library } from '../../library/library.ts';
import { listShape } from '../../library/list-shape.ts';
import { type ListEntry, parseSort, sortEntries, sortKeys } from '../../library/query.ts';
import { otherTexts } from '../../library/walk.ts';
import type { Json } from '../../model/json.ts';
import { pickFields } from '../../shapes/pick-fields.ts';
import { counted } from '../../text/counted.ts';
import { joinVisible, visibleWords } from '../../text/visible-text.ts';
import { eachListLine, listWords } from '../../views/list.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { eachFile } from '../opening/each-review.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { shownPath } from '../opening/shown-path.ts';
import { fieldsOption, fieldsOptionSpec } from '../output/fields-option.ts';
import { jsonText } from '../output/json-text.ts';
import { painted } from '../output/painted.ts';
import { plainOption, spoilersOption } from '../output/write-options.ts';
import { UsageError } from '../usage-error.ts';
import { readEntries } from './read-entries.ts';

/** What `list` and `stats` take. */
export const queryDescription = `words in title, item, makers, critic or tags; or field:value, with no:field and not:…; fields: ${filterFields.map(({ name }) => name).join(', ')}`;

const options = [
  {
    flags: '--sort <key>',
    description: `order by ${sortKeys.join(', ')}; a - before it turns the order round`,
  },
  { flags: '--wide', description: 'cut nothing, however long the lines get' },
  { flags: '--json', description: 'write an array of reviews without their bodies' },
  { flags: '--csv', description: 'write a table for a spreadsheet, which computes nothing in it' },
  { flags: '--tsv', description: 'the same with tabs between' },
  { flags: '--paths', description: 'write the path of each file, a line each' },
  {
    flags: '-0, --print0',
    description: 'write ids, or with --paths paths, each ended by a NUL, for xargs -0',
  },
  { flags: '--skipped', description: 'instead, the texts that are no reviews, and why' },
  fieldsOptionSpec,
  spoilersOption,
  plainOption,
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review list`: the library as a table. */
export const list = libraryCommand(
  {
    name: 'list',
    summary: 'the library as a table',
    arguments: [
      {
        name: '[query...]',
        description: queryDescription,
      },
    ],
    options,
    examples: [
      { line: 'review list', does: 'all reviews' },
      { line: 'review list --sort rating', does: 'the best first' },
      { line: 'review list kind:film rating:4..', does: 'films of four stars or more' },
      {
        line: "review list --json | jq -r '.[] | select(.rating.normalized >= 0.8).id'",
        does: 'the ids of the best, to compute with',
      },
      { line: 'review list --csv --sort date', does: 'a table for a spreadsheet' },
      { line: 'review list --json --fields id,rating.value', does: 'names and ratings alone' },
      {
        line: 'review list kind:film -0 | xargs -0 review show',
        does: 'each film, whatever its name',
      },
      { line: 'review list --paths -0 | xargs -0 ls -t', does: 'their files, for any program' },
    ],
  },
  runList,
  questionOf,
);

type Run = LibraryRun<Values, ReturnType<typeof questionOf>>;

/** What the command line asks for. Throws a `UsageError` when it asks for what there is not. */
function questionOf(input: Input<Values>) {
  const fields = fieldsOption(input, listShape);
  const { options: asked } = input;
  const formats = (['json', 'csv', 'tsv'] as const).filter((name) => asked[name] === true);
  const names = (['paths', 'print0'] as const).filter((name) => asked[name] === true);
  const [first, second] = [...formats, ...names.slice(0, 1)].map((name) => `--${name}`);
  if (second !== undefined)
    throw new UsageError(`${first} and ${second} each write something else: choose one`);
  if (asked.skipped === true && first !== undefined)
    throw new UsageError(`--skipped lists texts that are no reviews: it takes no ${first}`);
  if (fields !== null && formats.length === 0)
    throw new UsageError(
      names.length > 0
        ? `--fields picks columns, and --${names[0]} writes names alone; use --json, --csv or --tsv`
        : '--fields is for JSON, CSV and TSV; add --json, --csv or --tsv',
    );
  return { sort: sortOption(input), query: queryOption(input), fields };
}

async function runList(run: Run): Promise<Outcome | undefined> {
  const { context, library, options } = run;
  const { sort, query, fields } = run.asked;
  if (options.skipped === true) return listSkipped(run);
  const { entries, isEmpty } = await readEntries(run, options.spoilers === true, query.implies);
  const found = sortEntries(entries.filter(query.filter), sort.key, sort.descending);
  if (options.json === true)
    context.write(jsonText(fields === null ? found : pickFields(found as unknown as Json, fields)));
  else if (options.csv === true || options.tsv === true) {
    const { listTable } = await import('./list-table.ts');
    context.writeDocument(listTable(found, options.fields, options.csv === true ? 'csv' : 'tsv'));
  } else if (options.paths === true || options.print0 === true)
    context.writeDocument(nameLines(run, found));
  else if (found.length > 0)
    await context.page(
      await painted(
        context,
        options.plain === true
          ? listWords(found, context.terminal.tableColumns)
          : eachListLine(found, options.wide === true ? 0 : context.terminal.tableColumns),
      ),
    );
  sayOthers(context, library);
  if (found.length > 0) return undefined;
  sayNoMatch(context, library, isEmpty, run.arguments);
  return 'nothing-found';
}

/** Ids, or the path of each file once, as other programs take them. */
function nameLines({ context, options }: Run, entries: readonly ListEntry[]): string {
  // Programs would take a name with a dash in front for an option.
  const pathOf = (file: string): string => shownPath(context, file).replace(/^-/, './-');
  const names = entries.map(({ id, file }) => (options.paths === true ? pathOf(file) : id));
  const end = options.print0 === true ? '\0' : '\n';
  return [...new Set(names)].map((name) => name + end).join('');
}

/** What was left aside, a line each with its reason; of files with several records, those too that wait to be read. */
function listSkipped({ context, library, outcomes }: LibraryRun<Values, unknown>): Outcome {
  const { skipped } = library.walk();
  const { folder } = library.place;
  const waiting = Array.from(
    eachFile(context, library, outcomes, { settings: { sections: false } }),
    ({ file, waiting: count = 0 }) => ({ path: file, count }),
  ).flatMap(({ path, count }) =>
    count === 0
      ? []
      : [{ path, reason: `${counted(count, 'record')} still to be read, watched or played` }],
  );
  const all = [...skipped, ...waiting];
  if (all.length === 0) {
    context.note(`review: nothing was left aside in ${folder}`);
    return 'nothing-found';
  }
  const lines = all.map(({ path, reason }) => visibleWords`${relative(folder, path)}: ${reason}`);
  context.write(joinVisible([...lines, visibleWords``], '\n'));
  return 'done';
}

/** In a folder that is nobody's library, texts that are no reviews may have been meant as such. */
function sayOthers(context: Context, library: Library): void {
  if (library.place.origin !== 'evident') return;
  const others = otherTexts(library.walk());
  if (others > 0) context.note(`${counted(others, 'other text')} here: review list --skipped`);
}

/** Says on stderr why a query found nothing. */
export function sayNoMatch(
  context: Context,
  library: Library,
  isEmpty: boolean,
  query: readonly string[],
): void {
  context.note(
    isEmpty
      ? `review: no reviews in ${library.place.folder}`
      : `review: no review matches '${query.join(' ')}'`,
  );
}

/** What the reviews are that the words ask for. */
export type Query = Exclude<FilterReading, { readonly problem: string }>;

/** The reviews that the words ask for. Throws a `UsageError` when a field cannot take its value. */
export function queryOption({ arguments: words }: Pick<Input, 'arguments'>): Query {
  const reading = readFilter(words);
  if ('problem' in reading) throw new UsageError(reading.problem);
  return reading;
}

function sortOption({
  options: { sort },
}: Input<Values>): NonNullable<ReturnType<typeof parseSort>> {
  if (sort === undefined) return { key: 'id', descending: false };
  const parsed = parseSort(sort);
  if (parsed === null)
    throw new UsageError(`cannot sort by '${sort}'; choose one of ${sortKeys.join(', ')}`);
  return parsed;
}
