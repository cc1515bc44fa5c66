import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = (title: string, rating = '4/5') =>
  `---\nfilm: ${title}\nrating: ${rating}\n---\nSlow.\n`;

const library = () =>
  folderOf({
    'reviews/past lives.md': film('Past Lives'),
    'reviews/odd\nname.md': film('Odd', '2/5'),
    'reviews/log.md': '# Films of May\n\n## Heat (1995) 4/5\n\nx\n\n## Ronin (1998) 3/5\n\ny\n',
  });

describe('names for other programs', () => {
  test('--print0: ids, each ended by a NUL, in the order that was asked for', async () => {
    const cwd = library();
    const { stdout, status } = await review('list --print0', { cwd });
    expect(status).toBe(0);
    const ids = stdout.split('\0');
    expect(ids.pop()).toBe('');
    expect(ids).toContain('past lives');
    expect(ids).toContain('odd\nname');
    expect(ids).toHaveLength(4);
    const best = await review('list -0 --sort rating rating:..3', { cwd });
    expect(best.stdout).toBe('log/ronin\0odd\nname\0');
  });

  test('--paths: a path a line, a file of several reviews once', async () => {
    const cwd = library();
    expect((await review('list --paths title:heat', { cwd })).stdout).toBe('reviews/log.md\n');
    const all = await review('list --paths -0', { cwd });
    expect(all.stdout.split('\0').sort()).toEqual([
      '',
      'reviews/log.md',
      'reviews/odd\nname.md',
      'reviews/past lives.md',
    ]);
    const elsewhere = await review(['list', '--paths', 'heat', '--library', `${cwd}/reviews`], {
      cwd: '/',
    });
    expect(elsewhere.stdout).toBe(`${cwd.replace(/^\//, '')}/reviews/log.md\n`);
  });

  test('no path begins with a dash', async () => {
    const cwd = folderOf({ '-rf.md': film('Heat') });
    expect((await review('list --paths', { cwd })).stdout).toBe('./-rf.md\n');
  });

  test('nothing found is nothing written', async () => {
    const ran = await review('list -0 zzz', { cwd: library() });
    expect(ran).toMatchObject({ status: 1, stdout: '' });
  });

  test.each([
    ['--json --csv', '--json and --csv each write something else: choose one'],
    ['--paths --json', '--json and --paths each write something else: choose one'],
    ['-0 --tsv', '--tsv and --print0 each write something else: choose one'],
    ['--paths --fields id', '--fields picks columns, and --paths writes names alone'],
    ['-0 --fields id', '--fields picks columns, and --print0 writes names alone'],
    ['--skipped --paths', '--skipped lists texts that are no reviews: it takes no --paths'],
  ])('%s clash, and it says so', async (options, said) => {
    const ran = await review(`list ${options}`, { cwd: library() });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(`review: ${said}`);
  });
});

test('search --jsonl: a hit a line, the same hits as --json', async () => {
  const cwd = library();
  const lines = (await review('search slow --jsonl', { cwd })).stdout.split('\n');
  expect(lines.pop()).toBe('');
  const array = JSON.parse((await review('search slow --json', { cwd })).stdout);
  expect(lines.map((line) => JSON.parse(line))).toEqual(array);
  expect(array).toHaveLength(2);
  expect((await review('search zzz --jsonl', { cwd })).stdout).toBe('');
  const both = await review('search slow --json --jsonl', { cwd });
  expect(both.status).toBe(2);
  expect(both.stderr).toContain('choose one');
});
