import { basename, dirname } from 'node:path';
import type { Library } from '../library/library.ts';
import { counted } from '../text/counted.ts';
import { joinVisible, visibleWords } from '../text/visible-text.ts';
import type { Context, OptionSpec } from './command.ts';
import { userConfigPath } from './config/user-path.ts';
import { libraryCommand } from './opening/library-command.ts';
import { jsonText } from './output/json-text.ts';

const options = [
  { flags: '--paths', description: 'also where the library and the configurations are' },
  { flags: '--json', description: 'write an object' },
] as const satisfies readonly OptionSpec[];

/** `review version`: what a report of a fault should say. */
export const version = libraryCommand(
  {
    name: 'version',
    summary: 'version, machine, terminal and library, as a report of a fault should say them',
    arguments: [],
    options,
    examples: [
      { line: 'review version', does: 'to be put into a report: it names no folder of yours' },
      { line: 'review version --json --paths', does: 'all of it, to compute with' },
      { line: 'review version --json | jq -r .node', does: 'one of it' },
    ],
  },
  async (run) => {
    const { context, library, options: asked } = run;
    const { effectiveSettings } = await import('./config/settings.ts');
    const pager = effectiveSettings(context, library, run).find(
      ({ key }) => key === 'pager',
    )?.value;
    const { files, skipped } = library.walk();
    const { origin, folder, config } = library.place;
    const facts: Record<string, string> = {
      review: context.machine.version,
      node: context.machine.node,
      platform: context.machine.platform,
      terminal: terminalWords(context),
      colours: colours[context.terminal.color],
      links: context.terminal.hyperlinks ? 'yes' : 'no',
      pager:
        asked.paths === true ? programWords(pager, (word) => word) : programWords(pager, basename),
      cache: context.env.REVIEW_CACHE === 'off' ? 'off' : 'on',
      library: `${whereWords[origin]}, ${counted(files.length, 'file')}, ${skipped.length} left aside`,
      catalog: await catalogWords(context, library),
      configuration: config === null ? 'none' : 'of the library',
      ...(context.user === null
        ? {}
        : { 'own configuration': Object.keys(context.user.config).join(', ') }),
      ...(asked.paths === true
        ? {
            'library folder': folder,
            ...(config === null ? {} : { 'configuration file': config }),
            'own configuration file': userConfigPath(context.env) ?? 'none',
          }
        : {}),
    };
    const widest = Math.max(...Object.keys(facts).map((name) => name.length));
    if (asked.json === true) context.write(jsonText(facts));
    else {
      const lines = Object.entries(facts).map(
        ([name, value]) => visibleWords`${name.padEnd(widest)}  ${value}`,
      );
      context.write(joinVisible([...lines, visibleWords``], '\n'));
    }
    return 'done';
  },
);

/** A command line as one says it: its program, and what it is given. */
function programWords(command: unknown, named: (program: string) => string): string {
  if (typeof command !== 'string' || command.trim() === '') return 'none';
  const [program = '', ...rest] = command.trim().split(/\s+/);
  return [named(program), ...rest].join(' ');
}

/** How much is remembered of the library. */
async function catalogWords({ env }: Context, { place }: Library): Promise<string> {
  const { catalogPath } = await import('../catalog/place.ts');
  const { keptFiles, megabytes } = await import('../catalog/kept.ts');
  const path = catalogPath(env, place.folder);
  const kept = path === null ? [] : keptFiles(dirname(path)).filter((file) => file.path === path);
  return kept.length === 0 ? 'none' : kept.map(({ bytes }) => megabytes(bytes)).join(', ');
}

const colours = ['none', '16', '256', 'true colour'] as const;

const whereWords = {
  option: 'named by --library',
  environment: 'named by REVIEW_LIBRARY',
  folder: 'found upwards',
  evident: 'reviews in the folder at hand',
  user: 'your own',
  samples: 'the samples',
} as const;

function terminalWords({ terminal, env }: Context): string {
  const { interactive, tableColumns, rows } = terminal;
  const name = [env.TERM, env.TERM_PROGRAM].filter((each) => each !== undefined && each !== '');
  const size = rows > 0 ? `${tableColumns} × ${rows}` : `${tableColumns} columns`;
  return `${interactive ? size : `none, ${size}`}${name.length > 0 ? `, ${name.join(', ')}` : ''}`;
}
