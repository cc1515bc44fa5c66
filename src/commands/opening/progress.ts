import type { Context } from '../command.ts';

const patience = 500;
const interval = 100;

/**
 * The items, one after the other; when that takes longer than half a second, the terminal says how far it has come
 * (`reading 120 of 1000`), several times a second and until the last one is done or the caller stops.
 */
export function* withProgress<Item>(
  context: Context,
  items: readonly Item[],
  doing: string,
): Generator<Item> {
  let next = context.now().getTime() + patience;
  try {
    for (const [index, item] of items.entries()) {
      const now = context.now().getTime();
      if (now >= next) {
        context.progress(`${doing} ${index} of ${items.length}`);
        next = now + interval;
      }
      yield item;
    }
  } finally {
    context.progress(null);
  }
}
