import { figuresOf } from '../../figures/figures.ts';
import { statsPage } from '../../figures/page.ts';
import { pictureStart, statsPicture } from '../../figures/picture.ts';
import { readHead } from '../../library/files.ts';
import type { ListEntry } from '../../library/query.ts';
import { changesLibrary } from '../../library/writing/targets.ts';
import type { GlobalOptions, Outcome } from '../command.ts';
import type { LibraryRun } from '../opening/library-command.ts';
import { plainWriting, targetOf, writeFile } from '../output/export-target.ts';
import { UsageError } from '../usage-error.ts';

/** The figures of reviews as a page or a picture, on standard output or in a file. */
export async function writeStats(
  run: LibraryRun<GlobalOptions & { readonly title?: string; readonly output?: string }>,
  entries: readonly ListEntry[],
  format: 'html' | 'svg',
): Promise<Outcome> {
  const { context, library, options } = run;
  const target = targetOf(context, run);
  if (target?.folder === true)
    throw new UsageError(`it is one file: name it, as in -o stats.${format}`);
  const figures = figuresOf(entries);
  const title = options.title?.trim() || null;
  const text = format === 'html' ? statsPage(figures, title) : statsPicture(figures, title);
  if (target === null) {
    context.writeDocument(text);
    if (context.terminal.interactive) context.note('-o FILE saves it');
    return 'done';
  }
  if (changesLibrary(target.path, library)) {
    context.note(
      `review: ${target.path}: a file there would change which reviews the library holds; choose another name for -o`,
    );
    return 'failed';
  }
  const writing = {
    ...plainWriting(library),
    mayReplace: (path: string) => readHead(path, pictureStart.length) === pictureStart,
  };
  return writeFile(context, writing, target.path, text);
}
