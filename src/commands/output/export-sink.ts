import { basename, extname, join, resolve } from 'node:path';
import type { LoadedReview } from '../../library/library.ts';
import type { AnyWriteOptions, WriteFormat } from '../../writers/formats.ts';
import { joiner, type Several } from '../../writers/several.ts';
import type { Context, Outcome } from '../command.ts';
import { type Target, type Writing, writeFile, writePiecewise } from './export-target.ts';

/** Takes what was written of each review, one after the other. */
export interface Sink {
  /** What the writer has to know besides the options of the command line. */
  readonly options?: (loaded: LoadedReview) => AnyWriteOptions;
  readonly add: (loaded: LoadedReview, text: string) => Outcome;
  /** False for a review that is not written at all. Default: all are. */
  readonly wants?: (loaded: LoadedReview) => boolean;
  /** What was made, in words, when it is not a document for each review: `14 pages`. */
  readonly made?: () => string;
  /** `allRead`: nothing of the library could not be read. */
  readonly finish: (allRead: boolean) => Outcome;
}

/** One document, to the target or to standard output. */
export function singleSink(context: Context, writing: Writing, target: Target | null): Sink {
  return {
    add: ({ file }, text) => {
      if (target !== null)
        return writeFile(context, reading(context, writing, [file]), target.path, text);
      context.writeDocument(text);
      return 'done';
    },
    finish: () => 'done',
  };
}

/** Several documents that make one, to the target or to standard output. */
export function joinedSink(
  context: Context,
  writing: Writing,
  target: Target | null,
  several: Several,
): Sink {
  const file = target === null ? null : writePiecewise(context, writing, target.path);
  const { add, end } = joiner(several, file?.write ?? context.writeDocument);
  return {
    add: (_, text) => {
      add(text);
      return 'done';
    },
    finish: () => {
      end();
      return file?.finish() ?? 'done';
    },
  };
}

/** Each document to a file of its own in a folder, named after its review. */
export function folderSink(
  context: Context,
  writing: Writing,
  folder: string,
  { ending }: WriteFormat,
): Sink {
  const written = new Set<string>();
  return {
    add: (loaded, text) => {
      const path = join(folder, `${nameOf(loaded)}${ending}`);
      if (written.has(path)) {
        context.note(
          `review: ${loaded.file}: another review was already written to ${path}; give one of the two another name`,
        );
        return 'failed';
      }
      written.add(path);
      return writeFile(
        context,
        { ...reading(context, writing, [loaded.file]), folder },
        path,
        text,
      );
    },
    finish: () => 'done',
  };
}

/** The same, with more files that were read. */
function reading({ cwd }: Context, writing: Writing, files: readonly string[]): Writing {
  return { ...writing, read: [...writing.read, ...files.map((file) => resolve(cwd, file))] };
}

/** The name of a review's file, without ending: its id in the library, else its own file's name. An id that a file gives itself is data, no path. */
export function nameOf({ libraryId, file, isInput }: LoadedReview): string {
  return libraryId ?? (isInput === true ? 'review' : basename(file, extname(file)));
}
