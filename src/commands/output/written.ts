import type { Library, LoadedReview } from '../../library/library.ts';
import type { AnyWriteOptions, WriteFormat } from '../../writers/formats.ts';
import type { Context } from '../command.ts';

/** A review as a text of a format, to be printed; a web page is whole, with the pictures of the library in it. */
export async function written(
  context: Context,
  library: Library,
  loaded: LoadedReview,
  format: WriteFormat,
  options: AnyWriteOptions,
): Promise<string> {
  const write = await format.load(options);
  if (format.takes.html !== true) return write(loaded.review, options);
  const { pageWith, wholePage } = await import('./page-places.ts');
  return pageWith(context, library, loaded, wholePage, (places) =>
    write(loaded.review, { ...options, ...places }),
  );
}
