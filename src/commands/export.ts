import { basename, extname, join, resolve } from 'node:path';
import { writeWhole } from '../library/files.ts';
import type { Library, LoadedReview } from '../library/library.ts';
import { isFolder } from '../library/locate.ts';
import { type WriteFormat, writeFormat } from '../writers/formats.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import { eachReview } from './list.ts';
import {
  configIsReadable,
  defaultReference,
  openedLibrary,
  openReview,
  parseReference,
  sayFailure,
  selectSections,
  worst,
} from './open.ts';
import { UsageError } from './usage-error.ts';
import { chosenFormat, formatOptions, spoilersOption, writeOptions } from './write-options.ts';

/** `review export`: writes reviews in another format, to stdout or to files. */
export const exportCommand: Command = {
  spec: {
    name: 'export',
    summary: 'write a review as HTML, JSON, text, Markdown or YAML',
    arguments: [
      { name: '[ref...]', description: 'names, paths, name#section, or - for standard input' },
    ],
    options: [
      ...formatOptions,
      {
        flags: '-o, --output <path>',
        description: 'write to this file, or into this folder (one that exists, or ends in /)',
      },
      { flags: '--all', description: 'every review of the library' },
      spoilersOption,
    ],
    examples: [
      { line: 'review export --html', does: 'the default review as a web page, on stdout' },
      { line: 'review export ballerina --json', does: 'the model, to compute with' },
      { line: 'review export --all --html -o site/', does: 'a page for every review' },
    ],
  },
  run: runExport,
};

async function runExport(context: Context, input: Input): Promise<Outcome> {
  const target = targetOf(context, input);
  const format = chosenFormat(input) ?? formatOfTarget(target);
  if (format === null)
    throw new UsageError('say which format: --html, --json, --text, --markdown or --yaml');
  const all = input.options.all === true;
  if (all && input.arguments.length > 0) throw new UsageError('either names or --all, not both');
  const library = openedLibrary(context, input);
  if (!configIsReadable(context, library)) return 'failed';
  const write = await format.load();
  const outcomes: Outcome[] = [];
  const many = all || input.arguments.length > 1;
  if (many && format.name !== 'json' && target === null)
    throw new UsageError(
      `several ${format.name} documents do not fit in one stream; name a folder with -o`,
    );
  if (many && target !== null && !target.folder && format.name !== 'json')
    throw new UsageError(
      `-o ${input.options.output} is one file; for several reviews name a folder, as in -o ${input.options.output}/`,
    );
  const sink = createSink(context, library, target, format, many);
  for await (const { loaded, section } of chosenReviews(context, library, input, outcomes)) {
    const selected =
      section === undefined
        ? { value: null }
        : selectSections(context, loaded, [section], library.config().config.roles ?? {});
    if ('outcome' in selected) outcomes.push(selected.outcome);
    else
      outcomes.push(
        sink.add(
          loaded,
          write(loaded.review, writeOptions(context, input, format, selected.value)),
        ),
      );
  }
  outcomes.push(sink.finish());
  return worst(outcomes);
}

interface Chosen {
  readonly loaded: LoadedReview;
  readonly section?: string;
}

async function* chosenReviews(
  context: Context,
  library: Library,
  input: Input,
  outcomes: Outcome[],
): AsyncGenerator<Chosen> {
  if (input.options.all === true) {
    for (const { loaded } of eachReview(context, library, outcomes)) {
      context.report(loaded.diagnostics);
      // A page of a broken file would look whole: it is named and left out.
      if (isBroken(loaded)) outcomes.push('failed');
      else yield { loaded };
    }
    return;
  }
  let references = input.arguments;
  if (references.length === 0) {
    const fallback = await defaultReference(context, library, input);
    if ('outcome' in fallback) {
      outcomes.push(fallback.outcome);
      return;
    }
    references = [fallback.value];
  }
  for (const reference of references) {
    const { review, section } = parseReference(reference, context.cwd);
    const opened = await openReview(context, library, review);
    if ('outcome' in opened) outcomes.push(opened.outcome);
    else {
      context.report(opened.value.diagnostics);
      yield { loaded: opened.value, ...(section === undefined ? {} : { section }) };
    }
  }
}

const breaking: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'json-syntax',
  'json-shape',
  'not-a-mapping',
  'front-matter-unclosed',
  'front-matter-toml',
  'front-matter-too-large',
  'file-too-large',
]);

/** Whether the reader could not make sense of the file as a whole. */
function isBroken({ diagnostics }: LoadedReview): boolean {
  return diagnostics.some(({ code }) => breaking.has(code));
}

interface Target {
  readonly path: string;
  readonly folder: boolean;
}

function targetOf(context: Context, input: Input): Target | null {
  const { output } = input.options;
  if (typeof output !== 'string' || output === '-') return null;
  const path = resolve(context.cwd, output);
  return {
    path,
    folder:
      output.endsWith('/') ||
      isFolder(path) ||
      (input.options.all === true && extname(path) === ''),
  };
}

/** `-o page.html` says the format as well as `--html` does. */
function formatOfTarget(target: Target | null): WriteFormat | null {
  return target === null || target.folder ? null : (writeFormat(extname(target.path)) ?? null);
}

interface Sink {
  readonly add: (loaded: LoadedReview, text: string) => Outcome;
  readonly finish: () => Outcome;
}

function createSink(
  context: Context,
  library: Library,
  target: Target | null,
  format: WriteFormat,
  many: boolean,
): Sink {
  if (target?.folder === true) return folderSink(context, library, target.path, format);
  const put =
    target === null
      ? (text: string): Outcome => say(context, text)
      : (text: string): Outcome => writeFile(context, library, target.path, text);
  if (!many) return { add: (_, text) => put(text), finish: () => 'done' };
  const pages: string[] = [];
  return {
    add: (_, text) => {
      pages.push(text.trimEnd());
      return 'done';
    },
    finish: () => put(pages.length === 0 ? '[]\n' : `[\n${pages.join(',\n')}\n]\n`),
  };
}

function say(context: Context, text: string): Outcome {
  context.write(text);
  return 'done';
}

function folderSink(context: Context, library: Library, folder: string, format: WriteFormat): Sink {
  const written = new Set<string>();
  return {
    add: ({ review, file }, text) => {
      const name = review.id ?? (file === '<stdin>' ? 'review' : basename(file, extname(file)));
      const path = join(folder, `${name}${format.ending}`);
      if (written.has(path)) {
        context.note(
          `review: ${file}: another review was already written to ${path}; give one of the two another name`,
        );
        return 'failed';
      }
      written.add(path);
      return writeFile(context, library, path, text);
    },
    finish: () => 'done',
  };
}

function writeFile(context: Context, library: Library, path: string, text: string): Outcome {
  if (library.walk().files.some((file) => file.path === path)) {
    context.note(
      `review: ${path}: this is a review of the library; it is not overwritten. Choose another name or folder for -o`,
    );
    return 'failed';
  }
  try {
    writeWhole(path, text);
    return 'done';
  } catch (error) {
    sayFailure(context, path, error);
    return 'failed';
  }
}
