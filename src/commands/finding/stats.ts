import { libraryStats } from '../../library/stats.ts';
import type { OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { jsonText } from '../output/json-text.ts';
import { painted } from '../output/painted.ts';
import { plainOption, spoilersOption } from '../output/write-options.ts';
import { type Query, queryDescription, queryOption, sayNoMatch } from './list.ts';
import { readEntries } from './read-entries.ts';

const options = [
  { flags: '--json', description: 'write the figures as an object' },
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
      {
        line: "review stats --json | jq -r '.kinds[] | [.name, .reviews] | @tsv'",
        does: 'the figures, to compute with',
      },
    ],
  },
  runStats,
  queryOption,
);

async function runStats(run: LibraryRun<Values, Query>): Promise<Outcome | undefined> {
  const { context, library, options, asked: query } = run;
  const { entries, isEmpty } = await readEntries(run, options.spoilers === true, query.implies);
  const found = entries.filter(query.filter);
  if (found.length === 0) {
    sayNoMatch(context, library, isEmpty, run.arguments);
    return 'nothing-found';
  }
  const figures = libraryStats(found);
  if (options.json === true) {
    context.write(jsonText(figures));
    return undefined;
  }
  const { statsLines, statsWords } = await import('../../views/stats.ts');
  const columns = context.terminal.columns === 0 ? 80 : context.terminal.columns;
  const lines =
    options.plain === true
      ? statsWords(figures, context.terminal.tableColumns)
      : statsLines(figures, columns);
  await context.page(await painted(context, lines));
  return undefined;
}
