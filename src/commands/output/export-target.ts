import { dirname, extname, resolve } from 'node:path';
import {
  hasContent,
  makeFolder,
  openWhole,
  placeChanged,
  type WholeFile,
  writeWhole,
} from '../../library/files.ts';
import type { Library } from '../../library/library.ts';
import { isFile, isFolder } from '../../library/locate.ts';
import { isPictureName } from '../../library/pictures.ts';
import {
  createTargetGuard,
  isLooseReview,
  staysInside,
  type TargetGuard,
  wouldBecomeReview,
} from '../../library/writing/targets.ts';
import { type WriteFormat, writeFormat } from '../../writers/formats.ts';
import type { Context, GlobalOptions, Input, Outcome } from '../command.ts';
import { succeeds } from '../opening/open.ts';
import { UsageError } from '../usage-error.ts';

/** Where `-o` says that reviews are written to. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly folder: boolean;
}

/** The target, or null for standard output. */
export function targetOf(
  context: Context,
  { options }: Input<GlobalOptions & { readonly output?: string; readonly all?: boolean }>,
): Target | null {
  const { output } = options;
  if (output === undefined || output === '-' || output === '/dev/stdout') return null;
  if (output === '') throw new UsageError('-o needs the name of a file or a folder');
  const path = resolve(context.cwd, output);
  return {
    path,
    folder:
      output.endsWith('/') || isFolder(path) || (options.all === true && extname(path) === ''),
  };
}

/** `-o page.html` says the format as well as `--html` does. */
export function formatOfTarget(target: Target | null): WriteFormat | null {
  return target === null || target.folder ? null : (writeFormat(extname(target.path)) ?? null);
}

/** What is written, and what it may not take the place of. */
export interface Writing {
  readonly library: Library;
  /** Whether a path is one of a source's. */
  readonly guard: TargetGuard;
  /** More files that were read for what is written now. */
  readonly read: readonly string[];
  /** True for a format that reviews are kept in: a new file of it in the library is a conversion. */
  readonly isConversion: boolean;
  /** The folder that every file must stay in, or null. */
  readonly folder: string | null;
  /** True for a site, whose files are never taken for reviews. */
  readonly isSite: boolean;
  /** Whether a picture is one that was written before, and may be again. Default: none is. */
  readonly mayReplace?: (path: string) => boolean;
}

/** What is written beside a library and is nothing that reviews are kept in. */
export function plainWriting(library: Library): Writing {
  return {
    library,
    guard: createTargetGuard({ library, read: [] }),
    read: [],
    isSite: false,
    isConversion: false,
    folder: null,
  };
}

/** Writes a file unless it may not be one, or has these bytes already; says on stderr what is wrong. `before` is done once it is clear that it may. */
export function writeFile(
  context: Context,
  writing: Writing,
  path: string,
  content: string | Uint8Array,
  before: () => void = () => undefined,
): Outcome {
  const problem = refusal(writing, path, typeof content === 'string' ? content : null);
  if (problem !== null && hasContent(path, content) && !problem.isSource) return 'done';
  if (problem !== null) return refuse(context, path, problem);
  const write = (): void => {
    if (hasContent(path, content)) return;
    makeFolder(dirname(path));
    before();
    writeWhole(path, content);
  };
  return succeeds(context, path, write) ? 'done' : 'failed';
}

interface Refusal {
  readonly words: string;
  readonly isSource: boolean;
}

function refusal(writing: Writing, path: string, content: string | null): Refusal | null {
  const { library, guard, read, isConversion, folder, isSite, mayReplace } = writing;
  if (folder !== null && !staysInside(folder, path))
    return { words: `it would be written outside of ${folder}`, isSource: true };
  const why = guard(path, read);
  if (why !== null)
    return { words: `${why}. Choose another name or folder for -o`, isSource: true };
  if (!isSite && isPictureName(path) && isFile(path) && mayReplace?.(path) !== true)
    return {
      words: 'it is a picture; it is not overwritten. Choose another name for -o',
      isSource: true,
    };
  if (!isSite && isLooseReview(path))
    return {
      words: 'it is a review already; it is not overwritten. Choose another name or folder for -o',
      isSource: false,
    };
  return !isSite && wouldBecomeReview(path, content, isConversion, library)
    ? {
        words: 'inside the library this would be a review of its own; -o elsewhere',
        isSource: false,
      }
    : null;
}

function refuse(context: Context, path: string, { words }: Refusal): Outcome {
  context.note(`review: ${path}: ${words}`);
  return 'failed';
}

/** A file that is written piece by piece. Once something is wrong, which is said once, the rest does nothing. */
export interface PiecewiseFile {
  readonly write: (text: string) => void;
  readonly finish: () => Outcome;
}

/** As `writeFile`, for a text that is not kept whole. */
export function writePiecewise(context: Context, writing: Writing, path: string): PiecewiseFile {
  let file: WholeFile | null = null;
  const problem = refusal(writing, path, null);
  if (problem !== null) refuse(context, path, problem);
  else
    succeeds(context, path, () => {
      file = openWhole(path, placeChanged);
    });
  const step = (work: (open: WholeFile) => void): void => {
    const open = file;
    if (open !== null && !succeeds(context, path, () => work(open))) file = null;
  };
  return {
    write: (text) => step(({ write }) => write(text)),
    finish: () => {
      step(({ commit }) => commit());
      return file === null ? 'failed' : 'done';
    },
  };
}
