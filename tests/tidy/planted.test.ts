import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { tidy } from '../../src/index.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** What a faulty program would make of a text: a word is lost on the way. */
vi.mock('../../src/tidy/body.ts', async (original) => {
  const real = await original<typeof import('../../src/tidy/body.ts')>();
  return {
    ...real,
    tidyBody: (...given: Parameters<typeof real.tidyBody>) =>
      real.tidyBody(...given)?.replace('kraken', '') ?? null,
  };
});

vi.mock('../../src/writers/json.ts', async (original) => {
  const real = await original<typeof import('../../src/writers/json.ts')>();
  return {
    ...real,
    writeJson: (...given: Parameters<typeof real.writeJson>) =>
      real.writeJson(...given).replace('kraken', ''),
  };
});

const markdown = '---\nrating: 4/5\nfilm: Heat\n---\n\n\n\nA kraken.\n\n\n\n## End\nMore.\n';
const json = '{"rating": "4/5", "film": "Heat kraken"}';

test('what a rewrite would give is read again before it is written', async () => {
  // The keys are put in order, the text that would have lost a word keeps its bytes.
  const tidied = tidy(markdown, { format: 'markdown' });
  expect(tidied).not.toBe(markdown);
  expect(tidied.slice(tidied.indexOf('\n---') + 4)).toBe(
    markdown.slice(markdown.indexOf('\n---') + 4),
  );
  expect(tidy(json, { format: 'json', keys: true })).toBe(json);
});

test('nor is a file written by `fmt`', async () => {
  const cwd = folderOf({ 'reviews/a.md': markdown, 'reviews/b.json': json });
  await review('fmt', { cwd });
  expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toContain(
    '\n\n\n\nA kraken.\n\n\n\n## End\n',
  );
  await review('fmt --keys', { cwd });
  expect(readFileSync(join(cwd, 'reviews/b.json'), 'utf8')).toBe(json);
});
