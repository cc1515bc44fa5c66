import { libraryStats } from '../../library/stats.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { jsonText } from '../output/json-text.ts';
import { painted } from '../output/painted.ts';
import { plainOption, spoilersOption } from '../output/write-options.ts';
import { UsageError } from '../usage-error.ts';
import { queryDescription, queryOption, sayNoMatch } from './list.ts';
import { readEntries } from './read-entries.ts';

const options = [
  { flags: '--json', description: 'write the figures as an object' },
  {
    flags: '--html',
    description: 'write a page of pictures: ratings, months, kinds, the best, a calendar',
  },
  { flags: '--svg', description: 'write them as one picture, to be shared' },
  { flags: '--title <text>', description: 'what the page or the picture is headed' },
  { flags: '-o, --output <file>', description: 'write to this file, .html or .svg' },
  spoilersOption,
  plainOption,
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review stats`: the library in figures. */
export const stats = libraryCommand(
  {
    name: 'stats',
    summary: 'the library in figures and plots',
    arguments: [{ name: '[query...]', description: queryDescription }],
    options,
    examples: [
      { line: 'review stats', does: 'how many, how good, of what, when, by whom' },
      { line: 'review stats kind:film date:2025', does: 'the films of a year alone' },
      { line: 'review stats date:2025 -o 2025.html', does: 'a year in review, as a page' },
      { line: 'review stats date:2025 -o 2025.svg', does: 'and as one picture, to be shared' },
      {
        line: "review stats --json | jq -r '.kinds[] | [.name, .reviews] | @tsv'",
        does: 'the figures, to compute with',
      },
    ],
  },
  runStats,
  questionOf,
);

/** What the command line asks for. Throws a `UsageError` when it asks for two things at once. */
function questionOf(input: Input<Values>) {
  const { json, html, svg, plain, output, title } = input.options;
  const formats = Object.entries({ json, html, svg, plain }).filter(([, isAsked]) => isAsked);
  const [first, second] = formats.map(([name]) => `--${name}`);
  if (second !== undefined)
    throw new UsageError(`${first} and ${second} each write something else: choose one`);
  const ending = /\.(?:(html?)|svg)$/i.exec(output ?? '');
  const named: 'html' | 'svg' | null =
    ending === null ? null : ending[1] === undefined ? 'svg' : 'html';
  const format: 'html' | 'svg' | null =
    html === true ? 'html' : svg === true ? 'svg' : first === undefined ? named : null;
  if (format === null && output !== undefined)
    throw new UsageError(
      '-o writes a page or a picture: name it .html or .svg, or add --html or --svg',
    );
  if (format === null && title !== undefined)
    throw new UsageError('--title heads a page or a picture: add --html or --svg');
  return { query: queryOption(input), format };
}

type Run = LibraryRun<Values, ReturnType<typeof questionOf>>;

async function runStats(run: Run): Promise<Outcome | undefined> {
  const { context, library, options } = run;
  const { query, format } = run.asked;
  const { entries, isEmpty } = await readEntries(run, options.spoilers === true, query.implies);
  const found = entries.filter(query.filter);
  if (found.length === 0) {
    sayNoMatch(context, library, isEmpty, run.arguments);
    return 'nothing-found';
  }
  if (format !== null) return (await import('./stats-file.ts')).writeStats(run, found, format);
  const figures = libraryStats(found);
  if (options.json === true) context.write(jsonText(figures));
  else await printStats(context, figures, options.plain === true);
  return undefined;
}

async function printStats(
  context: Context,
  figures: ReturnType<typeof libraryStats>,
  isPlain: boolean,
): Promise<void> {
  const { statsLines, statsWords } = await import('../../views/stats.ts');
  const columns = context.terminal.columns === 0 ? 80 : context.terminal.columns;
  const lines = isPlain
    ? statsWords(figures, context.terminal.tableColumns)
    : statsLines(figures, columns);
  await context.page(await painted(context, lines));
}
