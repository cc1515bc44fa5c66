import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/index.ts';
import { review } from '../cli/run.ts';
import { folderOf } from './folder.ts';

const rated = (rating: number | string, more = '') =>
  `---\nfilm: F\nrating: ${rating}\n${more}---\n`;

describe('what a folder’s files show', () => {
  const bestOf = (files: Record<string, string>, id: string) =>
    openLibrary(folderOf({ 'review.config.yaml': '', ...files }))
      .query()
      .find((entry) => entry.id === id)?.rating?.best;

  test('is that of the folder alone', () => {
    const files = {
      'a/x.md': rated(4),
      'a/y.md': rated(5),
      'b/x.md': rated(4),
      'b/y.md': rated(9),
    };
    expect(bestOf(files, 'a/x')).toBe(5);
    expect(bestOf(files, 'b/x')).toBe(10);
  });

  test('is seen in any notation with keys', () => {
    const b = (name: string, text: string) => bestOf({ 'x.md': rated(4), [name]: text }, 'x');
    expect(b('y.yaml', 'film: G\nrating: 9\n')).toBe(10);
    expect(b('y.toml', 'film = "G"\nrating = 9\n')).toBe(10);
    expect(b('y.md', '+++\nfilm = "G"\nrating = 9\n+++\n')).toBe(10);
    expect(b('y.json', '{"film": "G",\n"rating": 9,\n"year": 1999}')).toBe(10);
    expect(b('y.md', 'rating:: 9\nfilm:: G\n')).toBe(10);
    expect(b('README.md', rated(9))).toBe(5);
  });

  test('counts where each review is the index of a folder of its own', () => {
    const files = {
      'films/x/index.md': rated(4),
      'films/y/index.md': rated(9),
      'films/y/z.md': rated(70),
    };
    expect(bestOf(files, 'films/x/index')).toBe(10);
  });

  test('whose `author` is counts in folders of folders beside it too', async () => {
    const post = (title: string, category: string) =>
      `---\ntitle: ${title}\nauthor: Ada Quill\ncategories:\n  - ${category} Reviews\n---\nText.\n`;
    const cwd = folderOf({
      'review.config.yaml': '',
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((at) => [`p/2023/t${at}/index.md`, post(`T${at}`, 'Film')]),
      ),
      'p/2024/salt/index.md': post('Salt', 'Book'),
    });
    const { stdout } = await review('export salt --json', { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      author: [{ name: 'Ada Quill' }],
      item: { kind: 'book', creators: [] },
    });
  });

  test('not in a text without a library', async () => {
    const cwd = folderOf({ 'in/a.md': rated(4), 'in/b.md': rated(9) });
    const { stdout } = await review('export - --json', { cwd: join(cwd, 'in'), stdin: rated(4) });
    expect(JSON.parse(stdout).rating.best).toBe(5);
  });

  test('of many files, those that are spread over all of them', () => {
    const folder = folderOf({ 'review.config.yaml': '' });
    mkdirSync(join(folder, 'a'));
    for (let at = 0; at < 600; at++)
      writeFileSync(
        join(folder, 'a', `${String(at).padStart(3, '0')}.md`),
        rated(at < 500 ? 4 : 9),
      );
    const found = openLibrary(folder).find('a/000');
    if (found.kind !== 'found') throw new Error(found.kind);
    expect(openLibrary(folder).load(found.file).review.rating?.best).toBe(10);
  });
});
