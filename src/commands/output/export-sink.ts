import { basename, extname, join } from 'node:path';
import type { Library, LoadedReview } from '../../library/library.ts';
import type { AnyWriteOptions, WriteFormat } from '../../writers/formats.ts';
import { joiner, type Several } from '../../writers/several.ts';
import type { Context, Outcome } from '../command.ts';
import { type Target, writeFile, writePiecewise } from './export-target.ts';

/** Takes what was written of each review, one after the other. */
export interface Sink {
  /** What the writer has to know besides the options of the command line. */
  readonly options?: (loaded: LoadedReview) => AnyWriteOptions;
  readonly add: (loaded: LoadedReview, text: string) => Outcome;
  readonly finish: () => Outcome;
}

/** One document, to the target or to standard output. */
export function singleSink(context: Context, library: Library, target: Target | null): Sink {
  return {
    add: (_, text) => {
      if (target !== null) return writeFile(context, library, target.path, text);
      context.writeDocument(text);
      return 'done';
    },
    finish: () => 'done',
  };
}

/** Several documents that make one, to the target or to standard output. */
export function joinedSink(
  context: Context,
  library: Library,
  target: Target | null,
  several: Several,
): Sink {
  const file = target === null ? null : writePiecewise(context, library, target.path);
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
  library: Library,
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
      return writeFile(context, library, path, text);
    },
    finish: () => 'done',
  };
}

/** The name of a review's file, without ending. */
export function nameOf({ review, file }: LoadedReview): string {
  return review.id ?? (file === '<stdin>' ? 'review' : basename(file, extname(file)));
}
