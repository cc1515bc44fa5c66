import { extname, resolve } from 'node:path';
import { openWhole, type WholeFile, writeWhole } from '../../library/files.ts';
import type { Library } from '../../library/library.ts';
import { isFolder } from '../../library/locate.ts';
import { type WriteFormat, writeFormat } from '../../writers/formats.ts';
import type { Context, Input, Outcome } from '../command.ts';
import { sayFailure } from '../opening/open.ts';

/** Where `-o` says that reviews are written to. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly folder: boolean;
}

/** The target, or null for standard output. */
export function targetOf(context: Context, input: Input): Target | null {
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
export function formatOfTarget(target: Target | null): WriteFormat | null {
  return target === null || target.folder ? null : (writeFormat(extname(target.path)) ?? null);
}

/** Writes a file, by `write`, unless it is a review of the library; says on stderr what is wrong. */
export function writeFile(
  context: Context,
  library: Library,
  path: string,
  content: string | Uint8Array,
  write: (path: string, content: string | Uint8Array) => unknown = writeWhole,
): Outcome {
  if (isSource(context, library, path)) return 'failed';
  return attempt(context, path, () => void write(path, content)) ? 'done' : 'failed';
}

/** A file that is written piece by piece. Once something is wrong, which is said once, the rest does nothing. */
export interface PiecewiseFile {
  readonly write: (text: string) => void;
  readonly finish: () => Outcome;
}

/** As `writeFile`, for a text that is not kept whole. */
export function writePiecewise(context: Context, library: Library, path: string): PiecewiseFile {
  let file: WholeFile | null = null;
  if (!isSource(context, library, path))
    attempt(context, path, () => {
      file = openWhole(path);
    });
  const step = (work: (open: WholeFile) => void): void => {
    const open = file;
    if (open !== null && !attempt(context, path, () => work(open))) file = null;
  };
  return {
    write: (text) => step(({ write }) => write(text)),
    finish: () => {
      step(({ commit }) => commit());
      return file === null ? 'failed' : 'done';
    },
  };
}

function isSource(context: Context, library: Library, path: string): boolean {
  if (!library.walk().files.some((file) => file.path === path)) return false;
  context.note(
    `review: ${path}: this is a review of the library; it is not overwritten. Choose another name or folder for -o`,
  );
  return true;
}

function attempt(context: Context, path: string, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    sayFailure(context, path, error);
    return false;
  }
}
