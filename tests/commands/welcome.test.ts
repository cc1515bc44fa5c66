import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const post = (kind: string, title: string, date = '2024-01-01') =>
  `---\n${kind}: ${title}\nrating: 4/5\ndate: ${date}\n---\nWords.\n`;

describe('review alone', () => {
  test('in a folder of reviews without a configuration says how many, of which kinds, and the two ways on', async () => {
    const cwd = folderOf({
      'heat.md': post('film', 'Heat'),
      'ronin.md': post('film', 'Ronin'),
      'dune.md': post('book', 'Dune'),
      'odd.md': '---\nrating: 3/5\n---\nx\n',
      'notes.md': 'Nothing in particular.\n',
      'README.md': '# Hello\n',
    });
    const { status, stdout, stderr } = await review('', { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`${cwd.slice(1)} holds 4 reviews, beside 1 other text.`);
    expect(stdout).toContain('\n2 films, 1 book, 1 of no kind\n');
    expect(stdout).toMatch(/\n {2}review list .*\n {2}review init /);
    expect(stdout).not.toContain('Newest');
    for (const line of ['list', 'init --dry-run'])
      expect((await review(line, { cwd })).status).toBe(0);
  });

  test('in a library shows the newest three by their dates, undated ones never', async () => {
    const cwd = folderOf({
      'reviews/a.md': post('film', 'Alpha', '2021-05-01'),
      'reviews/b.md': post('film', 'Beta', '2024-05-01'),
      'reviews/c.md': post('film', 'Gamma', '2023-05-01'),
      'reviews/d.md': post('film', 'Delta', '2022-05-01'),
      'reviews/e.md': '---\nfilm: Epsilon\n---\n>!hidden!<\n',
    });
    const { stdout } = await review('', { cwd });
    const shown = /Newest:\n((?: {2}.*\n)+)\nTry:/.exec(stdout)?.[1]?.trim().split('\n') ?? [];
    expect(shown.map((line) => line.trim().split(/\s+/)[0])).toEqual(['b', 'c', 'd']);
    expect(stdout).toContain('(5 reviews)');
    expect((await review('', { cwd, screen: { columns: 40, rows: 20 } })).stdout).toMatch(
      /Newest:\n {2}/,
    );
  });

  test('names none as new where none has a date, and none of the samples', async () => {
    const cwd = folderOf({ 'reviews/a.md': '---\nfilm: Alpha\n---\nx\n' });
    expect((await review('', { cwd })).stdout).not.toContain('Newest');
    expect((await review('', { cwd: '/' })).stdout).not.toContain('Newest');
  });

  test('a broken file is no reason to complain', async () => {
    const cwd = folderOf({
      'reviews/a.md': '---\nfilm: [\n',
      'reviews/b.md': post('film', 'Beta'),
    });
    expect(await review('', { cwd })).toMatchObject({ status: 0, stderr: '' });
  });

  test('of many files that nobody looked at yet, those changed last are read, and it says so', async () => {
    const names = Array.from({ length: 320 }, (_, at) => `n${at}.md`);
    const files = Object.fromEntries(names.map((name) => [name, post('film', name)]));
    const library = folderOf(
      Object.fromEntries(names.map((name) => [`reviews/${name}`, files[name] as string])),
    );
    const env = { REVIEW_CACHE: 'off' };
    for (const name of names) utimesSync(join(library, 'reviews', name), 1000, 1000);
    utimesSync(join(library, 'reviews/n7.md'), 3000, 3000);
    utimesSync(join(library, 'reviews/n9.md'), 2000, 2000);
    const { stdout } = await review('', { cwd: library, env });
    expect(stdout).toMatch(/Changed last:\n {2}n7 .*\n {2}n9 .*\n {2}n\d+ .*\n\n/);
    const evident = await review('', { cwd: folderOf(files), env });
    expect(evident.stdout).toContain('holds 320 reviews.\nthe 20 changed last: 20 films\n');
  });
});
