import { backgroundIn } from '../terminal/background.ts';
import { bookOf } from './book.ts';
import { wantedShape } from './dimensions.ts';
import { frameOf } from './drawing/paint.ts';
import type { ReaderHost, ReaderStart } from './host.ts';
import { createKeyDecoder } from './keys.ts';
import type { Loop } from './loop.ts';
import { createAhead } from './outside/ahead.ts';
import { createEffects } from './outside/effects.ts';
import { layoutOf, looksOf } from './outside/looks.ts';
import { createShelving } from './outside/shelving.ts';
import { sourceOf } from './outside/sources.ts';
import { type Event, initialState } from './state.ts';
import { step } from './steps/step.ts';
import { pictureOf } from './view.ts';

/** How the reader ended: with a status, or not begun for want of keys. */
export type ReaderEnd = 0 | 130 | null;

/** An Esc that nothing follows for so many milliseconds is a key. */
const escapeWait = 30;
/** The text is laid out for another size when the size has not changed for so many milliseconds. */
const quiet = 50;

/** Asks the terminal for its background, after the first paint. */
const backgroundQuestion = '\u001B]11;?\u001B\\';

/** Runs the reader until it is left. Rejects with what nobody caught; the terminal is whole again then. */
export function runReader(host: ReaderHost, start: ReaderStart | null): Promise<ReaderEnd> {
  return new Promise((resolve, reject) => {
    const decoder = createKeyDecoder();
    const looks = looksOf(host.color, host.theme);
    const layout = layoutOf(host.hyperlinks);
    let paint = looks.painter(looks.first, null);
    let background: 'dark' | 'light' | null = null;
    let escapeTimer: NodeJS.Timeout | undefined;
    let layoutTimer: NodeJS.Timeout | undefined;
    let isDrawing = false;
    const stops: (() => void)[] = [];

    const end = (status: 0 | 130): void => {
      for (const stop of stops) stop();
      clearTimeout(escapeTimer);
      clearTimeout(layoutTimer);
      screen.close();
      resolve(status);
    };
    const opened = host.open({
      keys: (bytes) => {
        clearTimeout(escapeTimer);
        for (const input of decoder.feed(bytes)) take(input);
        if (decoder.waits())
          escapeTimer = setTimeout(() => {
            for (const input of decoder.flush()) take(input);
          }, escapeWait);
      },
      resized: () => sized(),
      resumed: () => sized(),
      failed: (error) => {
        for (const stop of stops) stop();
        reject(error);
      },
    });
    if (opened === null) {
      resolve(null);
      return;
    }
    const screen = opened;
    let state = initialState({
      size: screen.size(),
      themes: looks.names,
      synonyms: host.synonyms,
      wishes: {
        width: host.width,
        contents: null,
        spoilers: host.spoilers,
        theme: looks.first,
        mouse: false,
      },
    });

    const take = (event: Event): void => {
      if (event.kind === 'answer') answered(event.text);
      else loop.tell(event);
    };
    const answered = (text: string): void => {
      const found = backgroundIn(`\u001B]${text}\u001B\\`);
      if (found === null || found === undefined) return;
      background = found;
      paint = looks.painter(state.wishes.theme, background);
      draw();
    };
    const sized = (): void => {
      screen.forget();
      clearTimeout(layoutTimer);
      layoutTimer = setTimeout(() => {
        layoutTimer = undefined;
        settle();
        draw();
      }, quiet);
      loop.tell({ kind: 'size', size: screen.size() });
    };
    /** Lays the page out as it is wanted now, unless the size may still change. */
    const settle = (): void => {
      const { page } = state;
      if (page === null || layoutTimer !== undefined) return;
      const shape = wantedShape(state, page.book.chapters);
      const { columns, spoilers } = page.book;
      if (columns === shape.columns && spoilers === shape.spoilers) return;
      const book = bookOf(page.source.loaded.review, shape, layout);
      state = step(state, { kind: 'laid', book }).state;
    };
    const draw = (): void => {
      if (isDrawing) return;
      isDrawing = true;
      // What came together makes one frame.
      setImmediate(() => {
        isDrawing = false;
        screen.draw(frameOf(pictureOf(state), state.size.columns, paint));
      });
    };
    const loop: Loop = {
      host,
      screen,
      layout,
      state: () => state,
      tell: (event) => {
        const next = step(state, event);
        state = next.state;
        for (const effect of next.effects) perform(effect);
        settle();
        shelving.look();
        ahead.look(state.page?.book);
        draw();
      },
      end,
      repaint: () => {
        const isAuto = looks.names[state.wishes.theme] === 'auto';
        if (isAuto && background === null && host.color > 0) screen.send(backgroundQuestion);
        paint = looks.painter(state.wishes.theme, background);
        draw();
      },
    };
    const shelving = createShelving(loop);
    const ahead = createAhead(() => {
      const { page } = state;
      if (page !== null) void host.prepare(page.source.loaded);
    });
    const { perform, show, stop } = createEffects(loop, shelving);
    stops.push(stop, shelving.stop, ahead.stop);
    if (start === null) shelving.look();
    else show.page(sourceOf(start, host), 'start', { section: start.section });
    draw();
    if (host.color > 0 && looks.names[looks.first] === 'auto')
      setImmediate(() => setImmediate(() => screen.send(backgroundQuestion)));
  });
}
