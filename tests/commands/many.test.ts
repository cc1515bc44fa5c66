import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const diary =
  '- film: Heat\n  rating: 4/5\n  summary: Loud.\n- film: Alien\n  rating: 5/5\n  summary: Dark.\n';
const library = () =>
  folderOf({
    'reviews/diary.yaml': diary,
    'reviews/emma.md': '---\nbook: Emma\nrating: 3/5\n---\n\nWitty.\n',
    'reviews/year.md':
      '# Books of 2024\n\nHello.\n\n## Salt by Ana Brook 2/5\n\nThin.\n\n## Loud Hills by Ivo 4/5\n\nFine.\n',
  });

const ids = async (line: string, cwd: string): Promise<string[]> =>
  (JSON.parse((await review(line, { cwd })).stdout) as { id: string }[]).map(({ id }) => id);

describe('a file of many in a library', () => {
  const all = ['diary/alien', 'diary/heat', 'emma', 'year/loud-hills', 'year/salt'];

  test('list, export and stats take all of them', async () => {
    const cwd = library();
    expect((await ids('list --json --fields id', cwd)).sort()).toEqual(all);
    expect((await ids('export --all --json', cwd)).sort()).toEqual(all);
    expect((await review('stats', { cwd })).stdout).toContain('5');
    expect(await ids('export diary --json', cwd)).toEqual(['diary/heat', 'diary/alien']);
    expect(JSON.parse((await review('export diary/heat --json', { cwd })).stdout)).toMatchObject({
      id: 'diary/heat',
    });
  });

  test('search finds the one that holds the word, and its line', async () => {
    const { stdout } = await review('search fine', { cwd: library() });
    expect(stdout).toContain('year/loud-hills');
    expect(stdout).not.toContain('year/salt');
  });

  test.each([
    ['diary/heat', 'Heat'],
    ['year/salt', 'Salt'],
    ['Loud Hills', 'Loud Hills'],
    ['alien', 'Alien'],
    ['diary/al', 'Alien'],
  ])('show %j', async (name, title) => {
    const ran = await review(['show', name], { cwd: library() });
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain(title);
    expect(ran.stdout).not.toContain(title === 'Heat' ? 'Alien' : 'Heat');
  });

  test.each(['diary', './reviews/diary.yaml', 'dia'])(
    'show %s is the list, and how to name one',
    async (name) => {
      const ran = await review(['show', name], { cwd: library() });
      expect(ran).toMatchObject({
        status: 0,
        stderr: expect.stringContaining('review show diary/heat'),
      });
      expect(ran.stdout).toMatch(/diary\/heat[\s\S]*diary\/alien/);
    },
  );

  test.each(['section intro diary', 'toc diary', 'edit diary', 'preview diary'])(
    'review %s wants one of them',
    async (line) => {
      const ran = await review(line, { cwd: library(), env: { EDITOR: 'true', PATH: '/bin' } });
      expect(ran).toMatchObject({ status: 1, stdout: '' });
      expect(ran.stderr).toMatch(
        /holds 2 reviews; name one of them:\n {2}diary\/heat\n {2}diary\/alien\n$/,
      );
    },
  );

  test('check and fmt look at files, and none of many is rewritten', async () => {
    const cwd = library();
    const before = readFileSync(join(cwd, 'reviews/year.md'), 'utf8');
    expect((await review('check', { cwd })).stderr).toMatch(/^3 files/m);
    const ran = await review('fmt', { cwd });
    expect(ran.stderr).toContain('holds 2 reviews');
    expect(readFileSync(join(cwd, 'reviews/year.md'), 'utf8')).toBe(before);
    expect(readFileSync(join(cwd, 'reviews/diary.yaml'), 'utf8')).toBe(diary);
    expect((await review('fmt ./reviews/year.md', { cwd })).status).toBe(2);
  });

  test('a site has a page for each', async () => {
    const cwd = library();
    expect((await review('export --all --html -o site', { cwd })).status).toBe(0);
    expect(readdirSync(join(cwd, 'site/diary')).sort()).toEqual(['alien.html', 'heat.html']);
  });

  test('tables of other programs are no reviews', async () => {
    const cwd = folderOf({
      'reviews/a.md': '---\nfilm: A\n---\n',
      'reviews/money.csv': 'date,amount\n2024-01-01,3\n',
      'reviews/log.jsonl': '{"level":"info"}\n',
    });
    expect(await ids('list --json --fields id', cwd)).toEqual(['a']);
    expect((await review('list --skipped', { cwd })).stdout).toContain('money.csv');
  });
});

describe('what is exported reads back whole', () => {
  const plain = (text: string): unknown =>
    (JSON.parse(text) as Record<string, unknown>[]).map(({ id: _, ...rest }) => rest);

  // Words are left out: in YAML a key that is a heading is not counted, in what is exported it is one.
  const entries = async (cwd: string): Promise<unknown[]> =>
    (JSON.parse((await review('list --json', { cwd })).stdout) as { item: { name: string } }[])
      .map(({ item, ...rest }) => ({ item, ...rest, id: '', file: '', words: 0 }))
      .toSorted((a, b) => (a.item.name < b.item.name ? -1 : 1));

  test('yaml, a file each', async () => {
    const cwd = folderOf({ 'x/y': '' });
    const target = `${join(cwd, 'reviews')}/`;
    expect(await review(['export', '--all', '--yaml', '-o', target], { cwd: root })).toMatchObject({
      status: 0,
    });
    expect(await entries(cwd)).toEqual(await entries(root));
    expect((await ids('list --json --fields id', cwd)).sort()).toEqual(
      (await ids('list --json --fields id', root)).sort(),
    );
  });

  test.each(['json', 'jsonl'])('%s', async (format) => {
    const before = await review('export --all --json', { cwd: root });
    const cwd = folderOf({ 'reviews/x': '' });
    await review(['export', '--all', `--${format}`, '-o', join(cwd, `all.${format}`)], {
      cwd: root,
    });
    writeFileSync(
      join(cwd, `reviews/all.${format}`),
      readFileSync(join(cwd, `all.${format}`), 'utf8'),
    );
    const after = await review('export --all --json', { cwd });
    expect(plain(after.stdout)).toEqual(plain(before.stdout));
    expect(await entries(cwd)).toEqual(await entries(root));
    expect((await ids('list --json --fields id', cwd)).every((id) => id.startsWith('all/'))).toBe(
      true,
    );
  });
});
