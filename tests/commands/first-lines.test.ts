import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ran, review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = '---\nfilm: Heat\nrating: 4/5\n---\n\nText.\n';
const screen = { columns: 80, rows: 1000 };

/** Folders in which somebody may type the first lines. */
const folders: Readonly<Record<string, () => string>> = {
  'an empty folder': () => folderOf({}),
  'a folder with an empty reviews/': () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'reviews'));
    return folder;
  },
  'a folder of source code': () =>
    folderOf({
      'package.json': '{"name": "x", "rating": 5, "film": "no"}',
      'README.md': '---\nfilm: No\nrating: 1/5\n---\n',
      'src/a.ts': '',
      'data.json': '{"name": "x", "version": 1}',
      'docs/guide.md': '# A guide\n\nText.\n',
    }),
  'a folder of Markdown that is no review': () =>
    folderOf({ 'a.md': '---\ntitle: A post\n---\n\nText.\n', 'b.md': '# B\n\nText.\n' }),
};

/** What must work in any folder, and words of what it prints. */
const threeLines = [
  [['show', 'ballerina'], 'Ballerina'],
  [['section', 'weaknesses'], 'The tropes are familiar'],
  [['export', '--html'], '<title>Ballerina'],
] as const;

describe.each(Object.entries(folders))('in %s', (_, folder) => {
  test.each(threeLines)('review %j works', async (line, words) => {
    const cwd = folder();
    const ran = await review(line, { cwd });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toContain(words);
  });

  test('the samples announce themselves in a terminal', async () => {
    const ran = await review('show ballerina', { cwd: folder(), screen, env: { PAGER: '' } });
    expect(ran.stderr).toBe('the sample reviews (no reviews here: review init)\n');
  });

  test('nothing of the program’s is published as one’s own', async () => {
    const cwd = folder();
    for (const line of ['export --all --html -o site/', 'export --all --json'])
      expect(await review(line, { cwd })).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('no reviews'),
      });
  });
});

test('in a folder of 10,000 notes, of which the first 200 are looked at', async () => {
  const cwd = folderOf({});
  for (let at = 0; at < 10_000; at++) writeFileSync(join(cwd, `${at}.md`), '# Note\n\nText.\n');
  writeFileSync(join(cwd, 'z.md'), film);
  for (const [line, words] of threeLines) {
    const ran = await review(line, { cwd });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toContain(words);
  }
  expect((await review('list', { cwd })).stdout).not.toContain('Heat');
});

test.each(threeLines)(
  'with an empty folder of the user’s own, review %j works',
  async (line, words) => {
    const home = folderOf({ 'cwd/x': '' });
    mkdirSync(join(home, 'data/review/reviews'), { recursive: true });
    mkdirSync(join(home, '.local/share/review'), { recursive: true });
    for (const env of [{ XDG_DATA_HOME: join(home, 'data') }, { HOME: home }]) {
      const ran = await review(line, { cwd: join(home, 'cwd'), env });
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(ran.stdout).toContain(words);
    }
  },
);

describe('review alone, in a library of one’s own', () => {
  const triesIn = async (files: Readonly<Record<string, string>>) => {
    const cwd = folderOf(files);
    const { stdout } = await review('', { cwd });
    const tries = stdout.match(/^ {2}review .*$/gm)?.map((line) => line.trim()) ?? [];
    // The reader wants a terminal.
    return { cwd, tries: tries.filter((line) => line !== 'review read') };
  };

  test.each([
    [
      'a review with weaknesses',
      { 'reviews/a.md': `${film}\n## The bad\n\nLong.\n` },
      'weaknesses a',
    ],
    [
      'points alone',
      { 'reviews/a.md': film.replace('rating', 'pros: [x]\nrating') },
      'strengths a',
    ],
    ['a verdict', { 'reviews/a.md': `${film}\n## Final thoughts\n\nLong.\n` }, 'verdict a'],
    ['headings of no role', { 'reviews/a.md': `${film}\n## Day two\n\nRain.\n` }, '1 a'],
    ['no heading', { 'reviews/my heat.md': film }, "0 'my heat'"],
    [
      'a list of reviews',
      {
        'reviews/log.yaml':
          '- film: Heat\n  rating: 4/5\n  sections: {verdict: Good.}\n- film: Ran\n  rating: 5/5\n',
      },
      'verdict log/heat',
    ],
    ['one that cannot be read first', { 'reviews/a.json': '{"a": ', 'reviews/b.md': film }, '0 b'],
    [
      'a default',
      { 'reviews/a.md': film, 'reviews/b.md': film, 'review.config.yaml': 'default: b\n' },
      '0',
    ],
  ])('%s: each line works as it stands', async (_, files, section) => {
    const { cwd, tries } = await triesIn(files);
    expect(tries).toHaveLength(3);
    expect(tries[1]).toBe(`review section ${section}`);
    for (const line of tries) {
      const ran = await review(line.replace(/^review /, ''), { cwd });
      expect(ran, line).toMatchObject({ status: 0, stderr: '' });
      expect(ran.stdout, line).not.toBe('');
    }
  });

  test('that is empty: how one starts', async () => {
    const cwd = folderOf({});
    const { stdout } = await review(['--library', cwd], { cwd });
    expect(stdout).toContain("review new film 'The Salt Road' --rating 4/5");
  });
});

test('a user’s own folder answers only when there is a review in it', async () => {
  const home = folderOf({ 'own/review/x.png': '', 'full/review/heat.md': film, 'cwd/x': '' });
  const at = (data: string): Promise<Ran> =>
    review('list --json --fields id', {
      cwd: join(home, 'cwd'),
      env: { XDG_DATA_HOME: join(home, data) },
    });
  expect(JSON.parse((await at('full')).stdout)).toEqual([{ id: 'heat' }]);
  expect((await at('own')).stdout).toContain('ballerina');
});

describe('a folder of loose reviews', () => {
  const loose = () =>
    folderOf({
      'heat.md': film,
      'notes.md': 'Shopping.\n',
      'README.md': '# x\n',
      'a/dune.md': film,
    });

  test('is the library; other texts are counted, and named on request', async () => {
    const cwd = loose();
    const list = await review('list --json --fields id', { cwd });
    expect(JSON.parse(list.stdout)).toEqual([{ id: 'a/dune' }, { id: 'heat' }]);
    expect((await review('list', { cwd })).stderr).toBe(
      '1 other text here: review list --skipped\n',
    );
    expect((await review('list --skipped', { cwd })).stdout).toBe(
      'README.md: a document of a project, by its name\nnotes.md: nothing in it is rated or named as a film, a book …\n',
    );
    expect((await review('show notes', { cwd })).stdout).toContain('Shopping.');
  });

  test('takes a new one', async () => {
    const cwd = loose();
    expect((await review(['new', 'film', 'Alien', '--rating', '4/5'], { cwd })).stdout).toBe(
      'alien.md\n',
    );
    expect((await review('list --json --fields id', { cwd })).stdout).toContain('alien');
  });

  test('a sample is shown where there is none of its name, and its own wins', async () => {
    const cwd = loose();
    expect((await review('show ballerina', { cwd })).stdout).toContain('Ballerina');
    const own = folderOf({ 'ballerina.md': film });
    expect((await review('show ballerina', { cwd: own })).stdout).toContain('Heat');
    const named = await review(['show', 'ballerina', '--library', cwd]);
    expect(named).toMatchObject({ status: 1, stdout: '' });
  });
});

test('a new review in a folder without any makes reviews/, and is listed', async () => {
  const cwd = folderOf({});
  expect((await review('new film Alien --rating 4/5', { cwd })).stdout).toBe('reviews/alien.md\n');
  expect(JSON.parse((await review('list --json --fields id', { cwd })).stdout)).toEqual([
    { id: 'alien' },
  ]);
});

test('a file that is here is named', async () => {
  const cwd = folderOf({ 'reviews/a.md': film, 'dune2.md': film });
  const ran = await review('show dune2', { cwd });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain('./dune2.md is here: review show ./dune2.md');
});

test.each(['edit ballerina', 'check --fix ballerina'])(
  'review %s leaves the program’s own samples alone',
  async (line) => {
    const ran = await review(line, { cwd: folderOf({}), env: { EDITOR: 'false' } });
    expect(ran.status).toBe(line.startsWith('check') ? 0 : 2);
  },
);
