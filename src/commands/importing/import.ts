import { serviceNames } from '../../exchange/service-names.ts';
import type { OptionSpec, OptionsOf } from '../command.ts';
import { libraryCommand } from '../opening/library-command.ts';

const options = [
  {
    flags: '--from <service>',
    description: 'whose export it is; default: what its columns say',
    choices: serviceNames,
  },
  {
    flags: '--into <folder>',
    description: 'where the files go; default: a folder a kind in the library',
  },
  {
    flags: '--only <what>',
    description:
      'rated (or reviewed), reviewed, or all: shelves and watchlists too; default: rated',
    choices: ['rated', 'reviewed', 'all'],
  },
  { flags: '--dry-run', description: 'write nothing, say what would be written' },
  { flags: '--json', description: 'write the report as JSON' },
] as const satisfies readonly OptionSpec[];

export type ImportOptions = OptionsOf<typeof options>;

/** `review import`: what other services hold, as files. */
export const importCommand = libraryCommand(
  {
    name: 'import',
    summary: 'bring home what another service holds: its export as files',
    arguments: [
      {
        name: '<export>',
        description: 'a file, a folder or a zip, as the service hands it out; - for standard input',
      },
    ],
    options,
    examples: [
      { line: 'review import letterboxd.zip --dry-run', does: 'what would become of it' },
      {
        line: 'review import letterboxd.zip',
        does: 'a file a film, in the library; again later: what is new there',
      },
      {
        line: 'review import export/ --only all --into shelf/',
        does: 'watchlist and all, into a folder of its own',
      },
    ],
  },
  // What reads exports is loaded when there is one to read.
  async (run) => (await import('./import-export.ts')).importExport(run),
);
