import { dirname, resolve } from 'node:path';
import type { Library, LoadedReview } from '../library/library.ts';
import { isFile } from '../library/locate.ts';
import { type LintSettings, lint } from '../lint/lint.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import { jsonText } from './json-text.ts';
import { eachReview } from './list.ts';
import { openedLibrary, openReview, parseReference, sayFailure, worst } from './open.ts';

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
  const outcomes: Outcome[] = [];
  const found = configDiagnostics(context, library);
  if (found === null) return 'failed';
  let files = 0;
  for await (const loaded of checkedReviews(context, library, input, outcomes)) {
    files++;
    found.push(...lintLoaded(context, library, loaded));
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

/** What is wrong with the library's configuration; null when it could not be read, which has then been said. */
function configDiagnostics(context: Context, library: Library): Diagnostic[] | null {
  try {
    return [...library.config().diagnostics];
  } catch (error) {
    sayFailure(context, library.place.config ?? library.place.folder, error);
    return null;
  }
}

async function* checkedReviews(
  context: Context,
  library: Library,
  input: Input,
  outcomes: Outcome[],
): AsyncGenerator<LoadedReview> {
  if (input.arguments.length === 0)
    for (const { loaded } of eachReview(context, library, outcomes)) yield loaded;
  for (const reference of input.arguments) {
    const { review } = parseReference(reference, context.cwd);
    const opened = await openReview(context, library, review);
    if ('outcome' in opened) outcomes.push(opened.outcome);
    else yield opened.value;
  }
}

function lintLoaded(context: Context, library: Library, loaded: LoadedReview): Diagnostic[] {
  const { rules, spellings } = library.config().config;
  const settings: LintSettings = {
    ...(rules === undefined ? {} : { rules }),
    ...(spellings === undefined ? {} : { spellings }),
    fileExists: (path) => isFile(resolve(dirname(resolve(context.cwd, loaded.file)), path)),
  };
  return lint(loaded, settings).map((diagnostic) => ({ file: loaded.file, ...diagnostic }));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
