import { dirname, resolve } from 'node:path';
import {
  createLibrary,
  type Library,
  type LoadedReview,
  loadFile,
} from '../../../library/library.ts';
import { idOfPath } from '../../../library/paths.ts';
import { redact } from '../../../markdown/redact/redact.ts';
import type { Review, Section } from '../../../model/review.ts';
import { flattenSections } from '../../../model/section-tree.ts';
import { watchFiles } from '../../../preview/watch.ts';
import type { ReaderHost } from '../../../screen/host.ts';
import { openScreen } from '../../../terminal/screen.ts';
import type { Context, GlobalOptions } from '../../command.ts';
import { libraryIndex } from '../../opening/library-index.ts';
import {
  announceSamples,
  refusesSample,
  sampleLibrary,
  samplesMayAnswer,
} from '../../opening/samples.ts';
import { foundFile } from './found-file.ts';

/** The widest text when nobody says otherwise, in columns. */
const widestText = 100;

/** What the reader has around it on the command line. */
export function readerHost(
  context: Context,
  library: Library,
  options: GlobalOptions & { readonly spoilers?: boolean },
): ReaderHost {
  let browsed: Library | undefined;
  const pathOf = ({ file }: LoadedReview): string | null =>
    file === '<stdin>' ? null : resolve(context.cwd, file);
  const around = (loaded: LoadedReview): Library | null => {
    const path = pathOf(loaded);
    if (path === null) return null;
    if (loaded.libraryId === undefined)
      return createLibrary({ folder: dirname(path), config: null, origin: 'option' });
    return idOfPath(library.place, path) === null ? sampleLibrary(context) : library;
  };
  return {
    open: openScreen,
    color: context.terminal.color,
    hyperlinks: context.terminal.hyperlinks,
    theme: context.theme,
    width: options.width ?? context.user?.config.width ?? widestText,
    spoilers: options.spoilers === true,
    library: () => {
      browsed ??= browsedLibrary(context, library);
      return browsed;
    },
    around,
    synonyms: library.config().config.roles ?? {},
    again: (loaded) => {
      const path = pathOf(loaded);
      if (path === null) return loaded;
      const inside = loaded.libraryId === undefined ? null : around(loaded);
      const read = inside === null ? loadFile(path) : inside.load(foundFile(loaded, path));
      return { ...read, file: loaded.file };
    },
    pathOf,
    refusal: (loaded) => {
      const path = pathOf(loaded);
      if (path === null) return 'standard input cannot be edited';
      let said = '';
      const note = (line: string): void => {
        said = line;
      };
      return refusesSample({ ...context, note }, library, path)
        ? said.replace(/^review: /, '')
        : null;
    },
    edit: async (loaded, id) => {
      const { lineOf, startOf } = await import('../../authoring/edit.ts');
      const section = sectionOf(loaded.review, id);
      const line = section === undefined ? startOf(loaded) : lineOf(loaded, section);
      return context.edit(resolve(context.cwd, loaded.file), line);
    },
    prepare: async ({ review: { sections, ...review } }) => {
      const write = await markdownWriter();
      for (const section of sections.slice(0, 1))
        write({ ...review, sections: [] }, { sections: [{ ...section, body: '', sections: [] }] });
    },
    markdown: async ({ review }, id, spoilers, most) => {
      const copied = spoilers ? review : redact(review).review;
      const section = sectionOf(copied, id);
      const text = flattenSections(section === undefined ? copied.sections : [section]);
      if (text.reduce((sum, { body }) => sum + body.length, 0) > most) return null;
      const write = await markdownWriter();
      return write(copied, section === undefined ? {} : { sections: [section] });
    },
    remembered: async () => {
      browsed ??= browsedLibrary(context, library);
      const index = await libraryIndex(context, browsed, false);
      const entries = index?.entries([]) ?? [];
      index?.close();
      return entries;
    },
    browse: context.browse,
    watch: (path, changed) => watchFiles([path], changed),
    find: async (words, spoilers) => {
      const { findWords } = await import('./find.ts');
      browsed ??= browsedLibrary(context, library);
      return findWords(browsed, words, spoilers);
    },
  };
}

/** The library at hand; the samples where there is nothing in it and nobody named it. */
function browsedLibrary(context: Context, library: Library): Library {
  const isEmpty = samplesMayAnswer(library) && library.walk().files.length === 0;
  const browsed = isEmpty ? sampleLibrary(context) : library;
  announceSamples(context, browsed);
  return browsed;
}

async function markdownWriter() {
  const { formatNamed } = await import('../../output/write-options.ts');
  return formatNamed('markdown').load();
}

function sectionOf(review: Review, id: string | null): Section | undefined {
  return id === null ? undefined : flattenSections(review.sections).find((each) => each.id === id);
}
