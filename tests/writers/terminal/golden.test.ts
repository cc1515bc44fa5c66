import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeTerminal } from '../../../src/writers/terminal/terminal.ts';
import { blockNames, blockText, reviewOf } from '../pages.ts';

const cases = blockNames.flatMap((name) =>
  [40, 80].flatMap((columns) =>
    (['mono', 'dark'] as const).map((theme) => [name, columns, theme] as const),
  ),
);

/** Each block as people see it. A change here is a change of the page: look at it, in a terminal. */
test.each(cases)('%s at %i columns, %s', async (name, columns, theme) => {
  const page = writeTerminal(reviewOf(blockText(name)), { columns, theme, color: 3 });
  const file = join(import.meta.dirname, `../../golden/blocks/${name}.${columns}.${theme}.ansi`);
  await expect(page).toMatchFileSnapshot(file);
});
