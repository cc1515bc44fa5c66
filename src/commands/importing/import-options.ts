import { serviceNames } from '../../exchange/service-names.ts';
import type { OptionSpec, OptionsOf } from '../command.ts';

/** What `import` takes. */
export const importOptions = [
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
  {
    flags: '--map <pairs>',
    description: 'what the columns of any other table mean, as in Name=title,Stars=rating',
  },
  {
    flags: '--merge',
    description:
      'edited files gain what they lack and the service says; nothing in them is changed',
  },
  { flags: '--dry-run', description: 'write nothing, say what would be written' },
  { flags: '--json', description: 'write the report as JSON' },
] as const satisfies readonly OptionSpec[];

export type ImportOptions = OptionsOf<typeof importOptions>;
