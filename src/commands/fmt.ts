import { relative } from 'node:path';
import type { EditableFile } from '../library/editable.ts';
import { type Library, type LoadedReview, settingsFor } from '../library/library.ts';
import { readReview } from '../readers/formats.ts';
import { counted } from '../text/counted.ts';
import { visibleWords } from '../text/visible-text.ts';
import { tidy } from '../tidy/tidy.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import { editableFile, replaceText } from './opening/check-files.ts';
import { configIsReadable, openedLibrary, worst } from './opening/open.ts';
import { referredReviews } from './opening/referred.ts';
import { UsageError } from './usage-error.ts';

/** `review fmt`: files in canonical form. */
export const fmt: Command = {
  spec: {
    name: 'fmt',
    summary: 'rewrite files in one form, without changing what they mean',
    arguments: [
      {
        name: '[ref...]',
        description:
          'names, paths, or - from standard input to standard output; by default the whole library',
      },
    ],
    options: [
      {
        flags: '--check',
        description: 'change nothing, list what would change, and exit 1 if anything would',
      },
    ],
    examples: [
      { line: 'review fmt - < draft.md', does: 'a draft in canonical form, on standard output' },
      { line: 'review fmt ballerina --check', does: 'whether a review is in canonical form' },
    ],
  },
  run: runFmt,
};

async function runFmt(context: Context, input: Input): Promise<Outcome> {
  const isCheck = input.options.check === true;
  if (input.arguments.includes('-') && input.arguments.length > 1)
    throw new UsageError('standard input goes alone');
  const library = openedLibrary(context, input);
  if (!configIsReadable(context, library)) return 'failed';
  if (input.arguments[0] === '-') return formatInput(context, isCheck);
  const outcomes: Outcome[] = [];
  const count = { files: 0, changed: 0 };
  for await (const loaded of referredReviews(context, library, input.arguments, outcomes)) {
    count.files++;
    const result = formatFile(context, library, loaded, isCheck);
    if (result === 'changed') count.changed++;
    if (result === 'changed') context.write(visibleWords`${shown(context, loaded.file)}\n`);
    outcomes.push(outcomeOf(result, isCheck));
  }
  const done = isCheck ? 'not in canonical form' : 'rewritten';
  context.note(`${counted(count.files, 'file')}: ${count.changed} ${done}`);
  return worst(outcomes);
}

type Result = 'same' | 'changed' | 'failed';

function outcomeOf(result: Result, isCheck: boolean): Outcome {
  if (result === 'failed') return 'failed';
  return result === 'changed' && isCheck ? 'errors-found' : 'done';
}

async function formatInput(context: Context, isCheck: boolean): Promise<Outcome> {
  const read = readReview(await context.readInput(), { path: '<stdin>' });
  if (hasErrors(context, read)) return 'failed';
  const text = tidy(read.source, { format: read.format });
  if (!isCheck) context.writeDocument(text);
  return isCheck && text !== read.source ? 'errors-found' : 'done';
}

/** Errors are for their author to mend: a file that was read wrongly would be written wrongly. */
function hasErrors(context: Context, { diagnostics }: Pick<LoadedReview, 'diagnostics'>): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  context.report(errors);
  return errors.length > 0;
}

function formatFile(
  context: Context,
  library: Library,
  loaded: LoadedReview,
  isCheck: boolean,
): Result {
  const { file, review, format } = loaded;
  if (hasErrors(context, loaded)) {
    context.note(`review: ${shown(context, file)}: left as it is, for the errors in it`);
    return 'failed';
  }
  const settings = review.id === undefined ? {} : settingsFor(library.config().config, review.id);
  const text = tidy(loaded.source, { ...settings, format });
  if (text === loaded.source) return 'same';
  if (isCheck) return 'changed';
  const editable = editableFile(context, library, file);
  return editable !== null && written(context, file, editable, loaded.source, text)
    ? 'changed'
    : 'failed';
}

function written(
  context: Context,
  file: string,
  editable: EditableFile,
  before: string,
  text: string,
): boolean {
  if (editable.text === before) return replaceText(context, file, editable, text);
  context.note(`review: ${file}: another program has changed it meanwhile`);
  return false;
}

function shown({ cwd }: Context, file: string): string {
  const near = relative(cwd, file);
  return !file.startsWith('/') || near.startsWith('..') ? file : near;
}
