import { itemKinds } from '../../model/review.ts';
import { themeNames } from '../../model/settings.ts';
import type { CommandSpec, OptionSpec } from '../command.ts';
import { globalOptions } from '../global-options.ts';

/** What can stand in a place of the command line: one of some words, or what only the folder at hand can tell. */
export type Wanted = readonly string[] | 'review' | 'section' | 'query' | 'file' | 'folder' | null;

export interface CompletedOption {
  /** `--output`, `-o`: the long one first. */
  readonly names: readonly string[];
  readonly does: string;
  /** What its value is; absent when it takes none. */
  readonly value?: Wanted;
  readonly repeatable?: true;
}

export interface CompletedCommand {
  readonly name: string;
  readonly does: string;
  /** What stands in each place behind the command; the last one counts for all that follow when `more` is true. */
  readonly places: readonly Wanted[];
  readonly more: boolean;
  readonly options: readonly CompletedOption[];
}

/** All that is known of the command line before a folder is looked at. */
export interface CompletionTable {
  readonly commands: readonly CompletedCommand[];
  readonly options: readonly CompletedOption[];
}

/** What stands for a value in a table of options or arguments, and what can be completed there. */
const placeholders: Readonly<Record<string, Wanted>> = {
  ref: 'review',
  name: 'section',
  query: 'query',
  kind: itemKinds,
  theme: themeNames,
  file: 'file',
  path: 'file',
  folder: 'folder',
};

/** The table that completions are answered from, made of the commands' own. */
export function completionTable(specs: readonly CommandSpec[]): CompletionTable {
  return {
    commands: specs.map((spec) => ({
      name: spec.name,
      does: spec.summary,
      places: spec.arguments.map(({ name, choices }) => choices ?? wantedOf(name)),
      more: spec.arguments.at(-1)?.name.includes('...') === true,
      options: spec.options.map(optionOf),
    })),
    options: [
      ...globalOptions.map(optionOf),
      { names: ['--help', '-h'], does: 'show the help of a command' },
      { names: ['--version', '-V'], does: 'show the version' },
    ],
  };
}

function optionOf({ flags, description, choices, repeatable }: OptionSpec): CompletedOption {
  const names = flags.match(/--?[a-z][\w-]*/gi) ?? [];
  const placeholder = /<([\w-]+)>/.exec(flags)?.[1];
  return {
    names: names.sort((one, other) => other.length - one.length),
    does: description,
    ...(placeholder === undefined ? {} : { value: choices ?? wantedOf(placeholder) }),
    ...(repeatable === true ? { repeatable } : {}),
  };
}

function wantedOf(placeholder: string): Wanted {
  const word = placeholder.replace(/[^\w-]/g, '');
  return Object.hasOwn(placeholders, word) ? (placeholders[word] ?? null) : null;
}
