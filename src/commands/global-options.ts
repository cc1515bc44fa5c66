import type { OptionSpec } from './command.ts';

/** The options that every command takes. */
export const globalOptions = [
  {
    flags: '--library <folder>',
    description: 'the folder of reviews; default: the nearest one upwards, else the samples',
  },
  { flags: '--review <ref>', description: 'the review to use when none is named' },
  {
    flags: '--color <when>',
    description: 'colour and styles',
    choices: ['auto', 'always', 'never'],
  },
  { flags: '--no-color', description: 'no colour, as --color=never' },
  {
    flags: '--width <columns>',
    description: 'columns of a page; 0 for no wrapping; default: the terminal’s, at most 100',
  },
  {
    flags: '--theme <theme>',
    description: 'colours: auto, dark, light, mono, or the path of a YAML file',
  },
  { flags: '--no-pager', description: 'print a long page without a pager' },
  { flags: '--no-cache', description: 'neither use nor keep what is remembered between runs' },
  { flags: '-q, --quiet', description: 'say nothing on standard error but errors in files' },
] as const satisfies readonly OptionSpec[];
