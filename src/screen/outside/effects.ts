import { chapterAt } from '../book.ts';
import type { Loop } from '../loop.ts';
import type { Effect, Source } from '../state.ts';
import { copySequence, longestText } from './clipboard.ts';
import { createFinding } from './finding.ts';
import { followLink } from './follow.ts';
import { createShow, type Show } from './opening.ts';
import type { Shelving } from './shelving.ts';
import { readAgain, sourceIn } from './sources.ts';

export interface Effects {
  readonly perform: (effect: Effect) => void;
  readonly show: Show;
  readonly stop: () => void;
}

type Handlers = {
  readonly [Kind in Effect['kind']]: (effect: Extract<Effect, { readonly kind: Kind }>) => void;
};

/** What the reader does outside of its screen. */
export function createEffects(loop: Loop, shelving: Shelving): Effects {
  const { host, screen, tell, state } = loop;
  const show = createShow(loop, shelving.forget);
  const finding = createFinding(loop);
  const say = (message: string): void => tell({ kind: 'said', message });

  const copy = async (): Promise<void> => {
    const { page, wishes } = state();
    if (page === null) return;
    const { source, book, top } = page;
    const chapter = chapterAt(book, top);
    const text = await host.markdown(
      source.loaded,
      chapter?.id ?? null,
      wishes.spoilers,
      longestText,
    );
    const sequence = text === null ? null : copySequence(text);
    const advice = `review section ${chapter?.number ?? ''} ${source.ref} --markdown`;
    if (sequence === null) say(`too long to copy: ${advice}`);
    else {
      screen.send(sequence);
      say(`copied: ${chapter?.title ?? book.title}`);
    }
  };

  const edit = async (source: Source, section: string | null): Promise<void> => {
    const { file } = source.loaded;
    const refusal = host.refusal(source.loaded);
    if (refusal !== null) {
      say(refusal);
      return;
    }
    const problem = await screen.lend(() => host.edit(source.loaded, section));
    tell({ kind: 'size', size: screen.size() });
    shelving.forget(file);
    if (state().page?.source.loaded.file === file) show.again(false);
    if (problem !== null) say(problem);
  };

  const inLibrary = (file: Parameters<typeof sourceIn>[1]): Source | null =>
    show.attempt(file.id, () => sourceIn(host.library(), file, host));

  const handlers: Handlers = {
    end: ({ status }) => loop.end(status),
    suspend: () => screen.suspend(),
    redraw: () => screen.forget(),
    theme: () => loop.repaint(),
    mouse: () => screen.setMouse(state().wishes.mouse),
    copy: () => void copy(),
    'read-again': () => show.again(true),
    follow: ({ target }) => followLink(loop, show, target),
    find: ({ words }) => finding.start(words),
    'stop-finding': () => finding.stop(),
    visit: ({ visit: { source, place }, way }) => {
      const read = show.attempt(source.ref, () => readAgain(source));
      if (read !== null) show.page(read, way, { place });
    },
    open: ({ file, way, section, words }) => {
      const source = inLibrary(file);
      if (source !== null) show.page(source, way, { section, words });
    },
    edit: ({ file }) => {
      const { page } = state();
      const source = file === null ? (page?.source ?? null) : inLibrary(file);
      const chapter = file === null && page !== null ? chapterAt(page.book, page.top) : null;
      if (source !== null) void edit(source, chapter?.id ?? null);
    },
  };
  return {
    perform: (effect) => (handlers[effect.kind] as (each: Effect) => void)(effect),
    show,
    stop: () => {
      show.stop();
      finding.stop();
    },
  };
}
