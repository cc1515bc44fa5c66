import type { LibraryIndex } from '../../catalog/catalog.ts';
import { clearCache, type KeptFile, keptFiles, megabytes } from '../../catalog/kept.ts';
import { cacheFolder, catalogPath } from '../../catalog/place.ts';
import { counted } from '../../text/counted.ts';
import { joinVisible, visibleWords } from '../../text/visible-text.ts';
import type { Context, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { fewestFiles, libraryIndex } from '../opening/library-index.ts';
import { withProgress } from '../opening/progress.ts';
import { takeIn } from '../opening/take-in.ts';
import { UsageError } from '../usage-error.ts';

const options = [
  { flags: '--build', description: 'take in what changed, words too, so that search is quick' },
  { flags: '--clear', description: 'remove all that is remembered, of every library' },
  { flags: '--path', description: 'write the path of this library’s catalog alone' },
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review cache`: what is remembered between runs. */
export const cache = libraryCommand(
  {
    name: 'cache',
    summary: 'what is remembered of large libraries, and removing it',
    arguments: [],
    options,
    examples: [
      { line: 'review cache', does: 'where it is, how large, how fresh' },
      { line: 'review cache --clear', does: 'forget everything; it is made again when needed' },
    ],
  },
  runCache,
  ({ options: { build, clear, path } }) => {
    if ([build, clear, path].filter((each) => each === true).length > 1)
      throw new UsageError('one of --build, --clear and --path at a time');
  },
);

async function runCache(run: LibraryRun<Values>): Promise<Outcome | undefined> {
  const { context, library, options: asked } = run;
  const folder = cacheFolder(context.env);
  if (folder === null || context.env.REVIEW_CACHE === 'off') {
    context.note('review: nothing is remembered: REVIEW_CACHE is off, or there is no home');
    return 'nothing-found';
  }
  if (asked.clear === true) {
    const { files, failures } = clearCache(folder);
    for (const { path, reason } of failures) context.note(`review: ${path}: ${reason}`);
    context.note(`${counted(files, 'file')} removed from ${folder}`);
    return failures.length > 0 ? 'failed' : undefined;
  }
  if (asked.path === true) {
    context.write(visibleWords`${catalogPath(context.env, library.place.folder) ?? ''}\n`);
    return undefined;
  }
  if (asked.build === true) return build(run);
  await show(run, folder);
  return undefined;
}

/** Takes in all that is not known, as it is now. */
async function build({ context, library }: LibraryRun<Values>): Promise<Outcome | undefined> {
  const { files } = library.walk();
  if (files.length < fewestFiles) {
    context.note(
      `review: ${counted(files.length, 'file')} in ${library.place.folder}: so few are read as quickly as they are remembered`,
    );
    return undefined;
  }
  const index = await libraryIndex(context, library, true);
  if (index === null) {
    context.note(whyNone);
    return 'failed';
  }
  const wanted = files.filter((file) => index.wants(file, 'words'));
  for (const file of withProgress(context, wanted, 'taking in')) takeIn(library, index, file);
  index.close();
  const after = await libraryIndex(context, library, false);
  sayFresh(context, after, files.length, countKnown(after, library));
  after?.close();
  return after === null ? 'failed' : undefined;
}

const whyNone =
  'review: the catalog cannot be used: libsql, an optional dependency, is not there or will not load, or its folder cannot be written; libraries are read each time';

function countKnown(index: LibraryIndex | null, library: LibraryRun<Values>['library']) {
  const { files } = library.walk();
  return {
    facts: files.filter((file) => index?.knows(file, 'facts') === true).length,
    words: files.filter((file) => index?.knows(file, 'words') === true).length,
  };
}

function sayFresh(
  context: Context,
  index: LibraryIndex | null,
  files: number,
  { facts, words }: { facts: number; words: number },
): void {
  context.note(
    index === null
      ? whyNone
      : `${facts} of ${counted(files, 'file')} known as they are now, ${words} of them with their words`,
  );
}

/** Where it is, how large, how fresh. */
async function show({ context, library }: LibraryRun<Values>, folder: string): Promise<void> {
  const kept = keptFiles(folder);
  const own = catalogPath(context.env, library.place.folder);
  const lines = [
    visibleWords`${folder}`,
    ...kept.map((file) => lineOf(file, file.path === own ? library.place.folder : '')),
  ];
  if (kept.length === 0) lines.push(visibleWords`  nothing is remembered`);
  context.write(joinVisible([...lines, visibleWords``], '\n'));
  const { files } = library.walk();
  if (!kept.some(({ path }) => path === own)) return;
  const index = await libraryIndex(context, library, false);
  sayFresh(context, index, files.length, countKnown(index, library));
  index?.close();
}

function lineOf({ name, kind, bytes }: KeptFile, of: string) {
  const size = megabytes(bytes).padStart(10);
  const what = kind === 'catalog' ? 'catalog' : 'compiled code';
  const whose = of === '' ? '' : `  of ${of}`;
  return visibleWords`${size}  ${what.padEnd(13)}  ${name}${whose}`;
}
