import type { Section } from '../../model/review.ts';
import { exportedReview, exportedSection } from '../../shapes/export-shape.ts';
import {
  type AnyWriteOptions,
  type FlagName,
  type FormatName,
  type WriteFormat,
  writeFormat,
  writeFormats,
} from '../../writers/formats.ts';
import type { Context, Input, OptionSpec, OptionsOf } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { fieldsOption, fieldsOptionSpec } from './fields-option.ts';

function hasFlag(format: WriteFormat): format is WriteFormat & { readonly name: FlagName } {
  return format.hasFlag;
}

/** In the order of help texts. */
const flagged = writeFormats.filter(hasFlag);

/** `--links`, for pages and text. */
const linksOption = {
  flags: '--links <how>',
  description: 'addresses of links behind their text, as notes at the end, or not at all',
  choices: ['inline', 'notes', 'none'],
} as const satisfies OptionSpec;

/** `--html`, `--json` … and `--to`, for every command that writes a review. */
export const formatOptions = [
  ...flagged.map(({ name, description }) => ({
    flags: `--${name}` as const,
    description: `write ${description}`,
  })),
  {
    flags: '--to <format>',
    description: 'write the format of this name',
    choices: writeFormats.map(({ name }) => name),
  },
  linksOption,
] as const;

/** A command may take more names for `--to`. */
type FormatValues = Omit<OptionsOf<typeof formatOptions>, 'to'> & { readonly to?: string };

/** `--spoilers`. */
export const spoilersOption = {
  flags: '--spoilers',
  description: 'show what is marked as a spoiler',
} as const satisfies OptionSpec;

/** `--spoilers`, where a review may also be written as its source. */
export const sourceSpoilersOption = {
  ...spoilersOption,
  description: `${spoilersOption.description}; Markdown, YAML and JSON have it always`,
} as const satisfies OptionSpec;

/** `--plain`. */
export const plainOption = {
  flags: '--plain',
  description: 'everything in words, nothing drawn: for screen readers and logs',
} as const satisfies OptionSpec;

/** `--fields` and `--compact`, which shape JSON. */
export const jsonOptions = [
  fieldsOptionSpec,
  { flags: '--compact', description: 'JSON without white space' },
] as const satisfies readonly OptionSpec[];

type JsonValues = OptionsOf<typeof jsonOptions>;

/** Throws a `UsageError` where an option that shapes JSON meets another format. */
export function checkJsonOptions({ options }: Input<JsonValues>, format: WriteFormat): void {
  if (format.takes.json === true) return;
  for (const name of ['fields', 'compact'] as const)
    if (options[name] !== undefined)
      throw new UsageError(`--${name} is for JSON, not for ${format.name}; add --json or --jsonl`);
}

/** The format that the options ask for, or null for none. Two different ones are a usage error. */
export function chosenFormat({ options }: Input<FormatValues>): WriteFormat | null {
  const { to } = options;
  const chosen: WriteFormat[] = flagged.filter(({ name }) => options[name] === true);
  const named = to === undefined ? undefined : writeFormat(to);
  if (named !== undefined && !chosen.includes(named)) chosen.push(named);
  if (chosen.length > 1)
    throw new UsageError(
      `one format at a time, not ${chosen.map(({ name }) => name).join(' and ')}`,
    );
  return chosen[0] ?? null;
}

/** The columns of plain text when nobody says otherwise. */
const textColumns = 72;

/** What a command may take to shape what it writes. */
type Shaping = FormatValues &
  JsonValues & {
    readonly spoilers?: boolean;
    readonly allFields?: boolean;
    readonly plain?: boolean;
  };

/** The options for writing in `format` in these surroundings. */
export function writeOptions(
  context: Context,
  input: Input<Shaping>,
  format: WriteFormat,
  sections: readonly Section[] | null,
): AnyWriteOptions {
  const { terminal, theme } = context;
  const { spoilers, allFields, compact, links, plain, width } = input.options;
  const onTerminal = format.takes.terminal === true;
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
    ...(links === undefined ? {} : { links }),
    ...(theme === undefined ? {} : { theme }),
    ...(onTerminal ? { plain: plain === true } : {}),
    ...(sections === null ? {} : { sections }),
  };
}

/** The format with that name; for the formats the commands themselves choose. */
export function formatNamed(name: FormatName): WriteFormat {
  return writeFormats.find((format) => format.name === name) as WriteFormat;
}
