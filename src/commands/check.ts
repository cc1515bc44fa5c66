import type { LoadedReview } from '../library/library.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { lint } from '../model/lint.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import { jsonText } from './json-text.ts';
import { eachReview } from './list.ts';
import { configIsReadable, openedLibrary, openReview, parseReference, worst } from './open.ts';

/** `review check`: what is wrong or unwise in the files. */
export const check: Command = {
  spec: {
    name: 'check',
    summary: 'report what is wrong or unwise in the files, and how to mend it',
    arguments: [{ name: '[ref...]', description: 'names or paths; by default the whole library' }],
    options: [{ flags: '--json', description: 'write an array of diagnostics' }],
    examples: [
      { line: 'review check', does: 'the whole library' },
      { line: 'review check ballerina --json', does: 'one review, to compute with' },
    ],
  },
  run: runCheck,
};

async function runCheck(context: Context, input: Input): Promise<Outcome> {
  const library = openedLibrary(context, input);
  if (!configIsReadable(context, library)) return 'failed';
  const outcomes: Outcome[] = [];
  const found: Diagnostic[] = [];
  let files = 0;
  const add = (loaded: LoadedReview): void => {
    files++;
    for (const diagnostic of [...loaded.diagnostics, ...lint(loaded.review)])
      found.push({ ...diagnostic, file: diagnostic.file ?? loaded.file });
  };
  if (input.arguments.length === 0)
    for (const { loaded } of eachReview(context, library, outcomes)) add(loaded);
  for (const reference of input.arguments) {
    const opened = await openReview(
      context,
      library,
      parseReference(reference, context.cwd).review,
    );
    if ('outcome' in opened) outcomes.push(opened.outcome);
    else add(opened.value);
  }
  if (input.options.json === true) context.write(jsonText(found));
  else context.write(context.diagnosticsText(found));
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  context.note(
    `${counted(files, 'file')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
  );
  return worst([...outcomes, errors > 0 ? 'errors-found' : 'done']);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
