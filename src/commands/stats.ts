import { libraryStats } from '../library/stats.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import { filterOption, queryDescription, readEntries, sayNoMatch } from './list.ts';
import { configIsReadable, openedLibrary, worst } from './opening/open.ts';
import { jsonText } from './output/json-text.ts';
import { painted } from './output/painted.ts';
import { spoilersOption } from './output/write-options.ts';

/** `review stats`: the library in figures. */
export const stats: Command = {
  spec: {
    name: 'stats',
    summary: 'the library in figures and plots',
    arguments: [{ name: '[query...]', description: queryDescription }],
    options: [{ flags: '--json', description: 'write the figures as an object' }, spoilersOption],
    examples: [
      { line: 'review stats', does: 'how many, how good, of what, when, by whom' },
      { line: 'review stats kind:film date:2025', does: 'the films of a year alone' },
      { line: 'review stats --json', does: 'the figures, to compute with' },
    ],
  },
  run: runStats,
};

async function runStats(context: Context, input: Input): Promise<Outcome> {
  const filter = filterOption(input);
  const library = openedLibrary(context, input);
  if (!configIsReadable(context, library)) return 'failed';
  const { entries, outcome } = readEntries(context, library, input.options.spoilers === true);
  const found = entries.filter(filter);
  if (found.length === 0) {
    sayNoMatch(context, library, entries, input.arguments);
    return worst([outcome, 'nothing-found']);
  }
  const figures = libraryStats(found);
  if (input.options.json === true) {
    context.write(jsonText(figures));
    return outcome;
  }
  const { statsLines } = await import('../views/stats.ts');
  const columns = context.terminal.columns === 0 ? 80 : context.terminal.columns;
  await context.page(await painted(context, statsLines(figures, columns)));
  return outcome;
}
