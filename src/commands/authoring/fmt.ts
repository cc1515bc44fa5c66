import type { Library, LoadedReview } from '../../library/library.ts';
import { readReview } from '../../readers/formats.ts';
import { type LeftAlone, whyLeftAlone } from '../../readers/rewritable.ts';
import { counted } from '../../text/counted.ts';
import { visibleWords } from '../../text/visible-text.ts';
import { tidied } from '../../tidy/tidy.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { editableFile, replaceRead, settingsOf } from '../opening/check-files.ts';
import { isObstacle } from '../opening/each-review.ts';
import { type LeftFile, noteLeftAlone, outcomeOfLeft } from '../opening/left-alone.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { inputName } from '../opening/open.ts';
import { referredReviews } from '../opening/referred.ts';
import { shownPath } from '../opening/shown-path.ts';
import { painted } from '../output/painted.ts';
import { UsageError } from '../usage-error.ts';

const options = [
  {
    flags: '--check',
    description: 'change nothing, list what would change, and exit 1 if anything would',
  },
  { flags: '--diff', description: 'change nothing, show what would change' },
  {
    flags: '--keys',
    description: 'keys in one spelling too: movie is film, stars is rating, pubDate is date',
  },
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review fmt`: files in canonical form. */
export const fmt = libraryCommand(
  {
    name: 'fmt',
    summary: 'rewrite files in one form, without changing what they mean',
    arguments: [
      {
        name: '[ref...]',
        description:
          'names, paths, or - from standard input to standard output; by default the whole library',
      },
    ],
    options,
    examples: [
      { line: 'review fmt - < draft.md', does: 'a draft in canonical form, on standard output' },
      { line: 'review fmt ballerina --check', does: 'whether a review is in canonical form' },
      { line: 'review fmt --diff --keys', does: 'what it would do, in all reviews' },
    ],
  },
  runFmt,
  mustBeAlone,
);

function mustBeAlone({ arguments: names }: Input<Values>): void {
  if (names.includes('-') && names.length > 1) throw new UsageError('standard input goes alone');
}

async function runFmt(input: LibraryRun<Values>): Promise<Outcome | undefined> {
  const { context, library, outcomes } = input;
  const how = {
    isCheck: input.options.check === true,
    isDiff: input.options.diff === true,
    keys: input.options.keys === true,
  };
  const writes = !how.isCheck && !how.isDiff;
  if (input.arguments[0] === '-') return formatInput(context, how);
  const leftFiles: LeftFile[] = [];
  const isNamed = input.arguments.length > 0;
  const count = { files: 0, changed: 0 };
  for await (const loaded of referredReviews(context, library, input.arguments, outcomes)) {
    count.files++;
    const result = await formatFile(context, library, loaded, how);
    if (typeof result === 'object') {
      leftFiles.push({ name: shownPath(context, loaded.file), left: result });
      outcomes.push(outcomeOfLeft(result, isNamed));
      continue;
    }
    if (result === 'changed') count.changed++;
    if (result === 'changed' && !how.isDiff)
      context.write(visibleWords`${shownPath(context, loaded.file)}\n`);
    outcomes.push(outcomeOf(result, how.isCheck));
  }
  const done = writes ? 'rewritten' : 'not in canonical form';
  context.note(`${counted(count.files, 'file')}: ${count.changed} ${done}`);
  noteLeftAlone(context, leftFiles);
  return undefined;
}

/** What is asked for besides writing files. */
interface How {
  readonly isCheck: boolean;
  readonly isDiff: boolean;
  /** True for keys in one spelling. */
  readonly keys: boolean;
}

type Result = 'same' | 'changed' | 'failed' | LeftAlone;

function outcomeOf(result: Result, isCheck: boolean): Outcome {
  if (result === 'failed') return 'failed';
  return result === 'changed' && isCheck ? 'errors-found' : 'done';
}

async function formatInput(context: Context, { isCheck, isDiff, keys }: How): Promise<Outcome> {
  const bytes = await context.readInput();
  const read = readReview(bytes, { path: inputName });
  const first = whyLeftAlone(read);
  const isMeant = first === null || first.why === 'errors' || first.why === 'unread';
  if (isMeant && hasErrors(context, read)) return 'failed';
  const { text, left } = tidied(read.source, { keys });
  // What is left alone goes through as it is, unless bytes of it are lost already.
  if (isDiff) await showDiff(context, inputName, read.source, text);
  else if (!isCheck && !read.diagnostics.some(({ code }) => code === 'encoding-invalid'))
    context.writeDocument(text);
  if (left !== null) {
    noteLeftAlone(context, [{ name: inputName, left }]);
    return 'failed';
  }
  return isCheck && text !== read.source ? 'errors-found' : 'done';
}

/** Errors are for their author to mend: a file that was read wrongly would be written wrongly. */
function hasErrors(context: Context, { diagnostics }: Pick<LoadedReview, 'diagnostics'>): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  context.report(errors);
  return errors.length > 0;
}

async function formatFile(
  context: Context,
  library: Library,
  loaded: LoadedReview,
  { isCheck, isDiff, keys }: How,
): Promise<Result> {
  const { file, source } = loaded;
  const options = { ...settingsOf(context, library, file), path: file, keys };
  const first = whyLeftAlone(loaded, options);
  // What is no review may have whatever errors it has.
  const isBroken = first?.why === 'notation' && loaded.diagnostics.some(isObstacle);
  if (first !== null && first.why !== 'errors' && !isBroken) return first;
  if (hasErrors(context, loaded)) {
    context.note(`review: ${shownPath(context, file)}: left as it is, for the errors in it`);
    return 'failed';
  }
  const { text, left } = tidied(source, options);
  if (left !== null) return left;
  if (text === source) return 'same';
  if (isDiff) await showDiff(context, shownPath(context, file), source, text);
  if (isCheck || isDiff) return 'changed';
  const editable = editableFile(context, library, file);
  return editable !== null && replaceRead(context, file, editable, source, text)
    ? 'changed'
    : 'failed';
}

async function showDiff(
  context: Context,
  name: string,
  before: string,
  after: string,
): Promise<void> {
  if (before === after) return;
  const { diffStyledLines } = await import('../../views/diff.ts');
  context.write(await painted(context, diffStyledLines(name, before, after)));
}
