import type { Loop } from '../loop.ts';

/** Looks through the library between the keys. */
export interface Finding {
  readonly start: (words: string) => void;
  readonly stop: () => void;
}

/** A slice of looking, in milliseconds. */
const slice = 12;

/** Opens the list of what is found, and fills it when the library is looked through. */
export function createFinding({ host, state, tell }: Loop): Finding {
  let pending: NodeJS.Immediate | undefined;
  let run = 0;
  const stop = (): void => {
    run++;
    if (pending !== undefined) clearImmediate(pending);
  };
  const look = async (words: string): Promise<void> => {
    stop();
    const own = run;
    tell({ kind: 'finding', words });
    const looking = await host.find(words, state().wishes.spoilers);
    const lookOn = (): void => {
      if (own !== run) return;
      const end = performance.now() + slice;
      let next = looking.next();
      while (next.done !== true && performance.now() < end) next = looking.next();
      if (next.done === true) tell({ kind: 'found', words, places: next.value, progress: null });
      else {
        tell({ kind: 'found', words, places: [], progress: next.value });
        pending = setImmediate(lookOn);
      }
    };
    lookOn();
  };
  return { start: (words) => void look(words), stop };
}
