import type { Section } from '../../model/review.ts';
import { exportedReview, exportedSection } from '../../shapes/export-shape.ts';
import {
  type AnyWriteOptions,
  type WriteFormat,
  writeFormat,
  writeFormats,
} from '../../writers/formats.ts';
import type { Context, Input, OptionSpec } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { fieldsOption, fieldsOptionSpec } from './fields-option.ts';

/** The formats that have a flag of their own, in the order of help texts. */
const flagged = writeFormats.filter(({ name }) => name !== 'terminal');

/** `--links`, for pages and text. */
const linksOption: OptionSpec = {
  flags: '--links <how>',
  description: 'addresses of links behind their text, as notes at the end, or not at all',
  choices: ['inline', 'notes', 'none'],
};

/** `--html`, `--json` … and `--to`, for every command that writes a review. */
export const formatOptions: readonly OptionSpec[] = [
  ...flagged.map(({ name, description }) => ({
    flags: `--${name}`,
    description: `write ${description}`,
  })),
  {
    flags: '--to <format>',
    description: 'write the format of this name',
    choices: writeFormats.map(({ name }) => name),
  },
  linksOption,
];

/** `--spoilers`. */
export const spoilersOption: OptionSpec = {
  flags: '--spoilers',
  description: 'show what is marked as a spoiler',
};

/** `--spoilers`, where a review may also be written as its source. */
export const sourceSpoilersOption: OptionSpec = {
  ...spoilersOption,
  description: `${spoilersOption.description}; Markdown, YAML and JSON have it always`,
};

/** `--plain`. */
export const plainOption: OptionSpec = {
  flags: '--plain',
  description: 'everything in words, nothing drawn: for screen readers and logs',
};

/** `--fields` and `--compact`, which shape JSON. */
export const jsonOptions: readonly OptionSpec[] = [
  fieldsOptionSpec,
  { flags: '--compact', description: 'JSON without white space' },
];

/** Throws a `UsageError` where an option that shapes JSON meets another format. */
export function checkJsonOptions({ options }: Input, format: WriteFormat): void {
  if (format.name.startsWith('json')) return;
  for (const name of ['fields', 'compact'])
    if (options[name] !== undefined)
      throw new UsageError(`--${name} is for JSON, not for ${format.name}; add --json or --jsonl`);
}

/** The format that the options ask for, or null for none. Two different ones are a usage error. */
export function chosenFormat(input: Input): WriteFormat | null {
  const { to } = input.options;
  const chosen = flagged.filter(({ name }) => input.options[name] === true);
  const named = typeof to === 'string' ? writeFormat(to) : undefined;
  if (named !== undefined && !chosen.includes(named)) chosen.push(named);
  if (chosen.length > 1)
    throw new UsageError(
      `one format at a time, not ${chosen.map(({ name }) => name).join(' and ')}`,
    );
  return chosen[0] ?? null;
}

/** The columns of plain text when nobody says otherwise. */
const textColumns = 72;

/** The options for writing in `format` in these surroundings. */
export function writeOptions(
  context: Context,
  input: Input,
  format: WriteFormat,
  sections: readonly Section[] | null,
): AnyWriteOptions {
  const { terminal, theme } = context;
  const { spoilers, allFields, compact, links, plain, width } = input.options;
  const onTerminal = format.name === 'terminal';
  const fields = fieldsOption(input, sections === null ? exportedReview : exportedSection);
  return {
    spoilers: spoilers === true,
    ...(allFields === true ? { allFields } : {}),
    compact: compact === true,
    ...(fields === null ? {} : { fields }),
    columns: onTerminal || width !== undefined ? terminal.columns : textColumns,
    ...(onTerminal
      ? { color: terminal.color, hyperlinks: links === undefined && terminal.hyperlinks }
      : {}),
    ...(isLinkStyle(links) ? { links } : {}),
    ...(theme === undefined ? {} : { theme }),
    ...(onTerminal ? { plain: plain === true } : {}),
    ...(sections === null ? {} : { sections }),
  };
}

function isLinkStyle(value: unknown): value is NonNullable<AnyWriteOptions['links']> {
  return value === 'inline' || value === 'notes' || value === 'none';
}

/** The format with that name; for the formats the commands themselves choose. */
export function formatNamed(name: string): WriteFormat {
  const format = writeFormat(name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format;
}
