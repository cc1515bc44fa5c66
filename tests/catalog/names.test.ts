import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { namesPath } from '../../src/catalog/names.ts';
import { review } from '../cli/run.ts';
import { libraryOf, removeLibraries, write } from './library-of.ts';

let library: ReturnType<typeof libraryOf>;
let path: string;

const completed = async (word: string): Promise<readonly string[]> => {
  const { stdout } = await review(['--complete', 'bash', `review show ${word}`], library);
  return stdout.trimEnd().split('\n').slice(1);
};

beforeAll(async () => {
  library = libraryOf(260);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  path = namesPath((await review('cache --path', library)).stdout.trim());
}, 120_000);
afterAll(removeLibraries);

test('a listing keeps the ids and titles beside the catalog, and none of what is hidden', async () => {
  expect(existsSync(path)).toBe(false);
  const { stdout } = await review('list --json', library);
  const listed = JSON.parse(stdout) as { id: string; title?: string; item: { name?: string } }[];
  const [, names = ''] = readFileSync(path, 'utf8').split('\n\n');
  const kept = names
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const known = new Map(kept.map(([id = '', title = '']) => [id, title]));
  for (const { id } of listed) expect(known.has(id), id).toBe(true);
  const titled = listed.filter(({ id }) => known.get(id) !== '');
  expect(titled.length).toBeGreaterThan(200);
  for (const { id, title, item } of titled) expect(known.get(id)).toBe(title ?? item.name);
  expect(names).not.toContain('dies');
});

test('completions are from it, by id, last part and words of the title', async () => {
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace(/\n(a\/r-0)\t.*/, '\n$1\tQuuxly'));
  expect(await completed('quux')).toEqual(['a/r-0']);
  expect((await completed('r-10')).length).toBeGreaterThan(1);
  writeFileSync(path, before);
});

test('a file that is new, a configuration that is changed, and a list of others: the folder is walked', async () => {
  write(library.cwd, 'a/zebra-new.md', '---\nfilm: Zebra\n---\n\nx\n');
  expect(await completed('zebra')).toEqual(['a/zebra-new']);
  await review('list', library);
  expect(readFileSync(path, 'utf8')).toContain('a/zebra-new\tZebra');
  writeFileSync(join(library.cwd, 'reviews/review.config.yaml'), 'exclude: ["a/zebra*"]\n');
  expect(await completed('zebra')).toEqual([]);
  await review('list', library);
  expect(readFileSync(path, 'utf8')).not.toContain('zebra');
  for (const text of ['', 'names of others\n\nx\ty\n', 'names', '\n\n']) {
    writeFileSync(path, text);
    expect(await completed('r-10')).not.toEqual([]);
  }
});

test('the cache counts it, and is cleared of it', async () => {
  await review('list', library);
  expect(existsSync(path)).toBe(true);
  writeFileSync(`${path}.left-by-a-killed-run`, '');
  await review('cache --clear', library);
  expect(readdirSync(dirname(path)).filter((name) => name.includes('.names'))).toEqual([]);
});
