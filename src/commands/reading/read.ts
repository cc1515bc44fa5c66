import type { Command, Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { defineCommand } from '../command.ts';
import { diagnosticsOf, isUnread } from '../opening/each-review.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { openOne } from '../opening/named-reviews.ts';
import { parseReference } from '../opening/reference.ts';
import { selectSections } from '../opening/select-sections.ts';
import { plainOption, spoilersOption } from '../output/write-options.ts';

const options = [spoilersOption, plainOption] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

const spec = {
  name: 'read',
  summary: 'read a review full-screen, or browse the library',
  arguments: [
    {
      name: '[ref]',
      description: 'a name or path, name#section, or - for standard input; default: the library',
    },
  ],
  options,
  examples: [
    { line: 'review read', does: 'the library, to browse' },
    { line: 'review read ballerina', does: 'a review, its contents beside it; ? shows the keys' },
    { line: 'review read ballerina#verdict', does: 'the same, from that section on' },
    { line: 'review read ballerina --plain', does: 'as show prints it, for screen readers' },
  ],
} as const;

/** `review read`: the full-screen reader. Where there is no screen to fill, what `show` or `list` prints. */
export const read: Command = {
  ...defineCommand(spec, async (context, input) =>
    (await canFill(context, input))
      ? reader.run(context, { ...input, options: { ...input.options } })
      : printed(context, input),
  ),
  asksBackground: true,
};

async function canFill(context: Context, { options: { plain } }: Input<Values>): Promise<boolean> {
  if (!context.terminal.interactive || plain === true) return false;
  const { hasKeys } = await import('../../terminal/screen.ts');
  return hasKeys();
}

/** Standard output is no terminal, or nobody could press a key: `show` of what is named, else `list`. */
async function printed(context: Context, input: Input<Values>): Promise<Outcome> {
  const { arguments: names, options: values } = input;
  if (names.length > 0 || values.review !== undefined)
    return (await import('./show.ts')).show.run(context, {
      arguments: names,
      options: { ...values },
    });
  return (await import('../finding/list.ts')).list.run(context, {
    arguments: [],
    options: { ...values },
  });
}

const reader = libraryCommand(spec, runRead);

async function runRead(run: LibraryRun<Values>): Promise<Outcome> {
  const { context, library } = run;
  const reference = run.arguments[0] ?? run.options.review;
  const start = reference === undefined ? { value: null } : await startOf(run, reference);
  if ('outcome' in start) return start.outcome;
  const [{ runReader }, { readerHost }] = await Promise.all([
    import('../../screen/run.ts'),
    import('./reader/host.ts'),
  ]);
  const status = await runReader(readerHost(context, library, run.options), start.value);
  return status === 130 ? 'interrupted' : 'done';
}

async function startOf(run: LibraryRun<Values>, reference: string) {
  const { context, library, options: values } = run;
  const opened = await openOne(context, library, run, reference);
  if ('outcome' in opened) return opened;
  const { loaded, section: name } = opened.value;
  if (isUnread(loaded)) {
    context.report(diagnosticsOf(loaded));
    return { outcome: 'failed' } as const;
  }
  const ref = parseReference(reference, context.cwd, library).review;
  if (name === undefined) return { value: { loaded, ref, section: null } };
  const selected = selectSections(context, loaded.review, [name], {
    synonyms: library.config().config.roles ?? {},
    spoilers: values.spoilers === true,
  });
  if ('outcome' in selected) return selected;
  return { value: { loaded, ref, section: selected.value.sections[0]?.id ?? null } };
}
