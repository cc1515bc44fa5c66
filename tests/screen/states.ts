import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadedReview, loadBytes } from '../../src/library/library.ts';
import { entryOf } from '../../src/library/query.ts';
import { bookOf, outlineOf } from '../../src/screen/book.ts';
import { wantedShape } from '../../src/screen/dimensions.ts';
import { layoutOf } from '../../src/screen/outside/looks.ts';
import { type Effect, initialState, type Source, type State } from '../../src/screen/state.ts';
import { step } from '../../src/screen/steps/step.ts';
import { pictureOf } from '../../src/screen/view.ts';
import { root } from '../cli/run.ts';

const layout = layoutOf(false);

const loadedOf = (markdown: string): LoadedReview => loadBytes(Buffer.from(markdown), 'salt.md');

function sourceOf(loaded: LoadedReview): Source {
  return { ref: 'salt', id: 'salt', loaded, read: () => loaded, around: null };
}

/** The reader before anything is opened. */
export function emptyState(columns = 80, rows = 24): State {
  return initialState({
    size: { columns, rows },
    themes: ['auto', 'dark', 'light', 'mono'],
    synonyms: {},
    wishes: { width: 100, contents: null, spoilers: false, theme: 0, mouse: false },
  });
}

/** A review on the screen. */
export function stateOf(markdown: string, columns = 80, rows = 24): State {
  const state = emptyState(columns, rows);
  const loaded = loadedOf(markdown);
  const shape = wantedShape(state, outlineOf(loaded.review, false));
  const book = bookOf(loaded.review, shape, layout);
  return step(state, { kind: 'opened', way: 'start', source: sourceOf(loaded), book }).state;
}

/** The sample library on the screen, read. */
export function libraryState(columns = 80, rows = 24): State {
  const names = ['ballerina', 'games/lantern-deep', 'albums/blue-train', 'places/the-copper-pan'];
  const all = names.map((id) => {
    const path = join(root, 'reviews', `${id}.md`);
    const loaded = loadBytes(readFileSync(path), path, { sections: false });
    return { file: { id, path }, entry: { ...entryOf(loaded), id } };
  });
  return step(emptyState(columns, rows), {
    kind: 'shelf',
    rows: all,
    read: all.length,
    files: all.length,
  }).state;
}

/** The state laid out for its size and what is wished, as the reader does it after every key. */
export function settled(state: State): State {
  const { page } = state;
  if (page === null) return state;
  const shape = wantedShape(state, page.book.chapters);
  if (shape.columns === page.book.columns && shape.spoilers === page.book.spoilers) return state;
  const book = bookOf(page.source.loaded.review, shape, layout);
  return step(state, { kind: 'laid', book }).state;
}

/** The state after some keys: characters as they are, names between `<` and `>`. */
export function pressed(state: State, keys: string): State {
  return acted(state, keys).state;
}

/** As `pressed`, with what is to be done outside. */
export function acted(state: State, keys: string): { state: State; effects: readonly Effect[] } {
  let now = state;
  const effects: Effect[] = [];
  for (const [, name, character = ''] of keys.matchAll(/<([\w-]+)>|(.)/gsu)) {
    const key = name ?? (character === ' ' ? 'Space' : character);
    const next = step(now, { kind: 'key', key });
    effects.push(...next.effects);
    now = settled(next.state);
  }
  return { state: now, effects };
}

/** What is on the screen, as text. */
export const shown = (state: State): string[] =>
  pictureOf(state).rows.map((row) =>
    row
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );

export const topRow = (state: State): string => shown(state)[0] ?? '';
export const footer = (state: State): string => shown(state).at(-1) ?? '';
