import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editorCommand } from '../../src/terminal/editor.ts';
import { lessOptions } from '../../src/terminal/pager.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = (title: string, rest = '') =>
  `---\nfilm: ${title}\nrating: 4/5\n${rest}---\n\nText.\n`;

describe('what people type first', () => {
  test.each([
    ['view ballerina', "Did you mean 'review show'?"],
    ['cat ballerina', "Did you mean 'review show'?"],
    ['open ballerina', "Did you mean 'review show'?"],
    ['ls', "Did you mean 'review list'?"],
    ['grep x', "Did you mean 'review search'?"],
    ['rm ballerina', 'Files are yours to move and remove.'],
    ['help foo', "there is no command 'foo'"],
    ['list -v', 'the version is -V'],
    ['list raing:4', "there is no field 'raing'; did you mean rating:?"],
    ['list kind:flim', 'did you mean kind:film?'],
    ['new film X --rating 11', 'say what 11 is out of, as in --rating 11/20'],
  ])('review %s', async (line, words) => {
    const ran = await review(line);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(words);
  });

  test.each(['list alien:x', 'list no:tag', 'list by:ann'])(
    'review %s is no slip',
    async (line) => {
      expect((await review(line)).status).toBeLessThan(2);
    },
  );
});

describe('a title, as people write it', () => {
  const cwd = () =>
    folderOf({
      'reviews/d.md': film('"Dune: Part Two"'),
      'reviews/a.md': film('Amélie!'),
      'reviews/h1.md': film('Heat', 'year: 1995\nauthor: Ann\n'),
      'reviews/h2.md': film('Heat', 'year: 1986\n'),
    });

  test.each([
    ['Dune Part Two', 'Dune: Part Two'],
    ['amelie', 'Amélie!'],
    ['dune part', 'Dune: Part Two'],
  ])('show %j', async (name, title) => {
    expect((await review(['show', name], { cwd: cwd() })).stdout).toContain(title);
  });

  test('that two have lists both, each with what tells it from the other', async () => {
    const { stderr } = await review('show heat', { cwd: cwd() });
    expect(stderr).toMatch(
      /type one of the names at the left:\n {2}h1 {2}1995 · film · Ann\n {2}h2 {2}1986 · film\n$/,
    );
  });

  test('that is nearly one is suggested', async () => {
    const { stderr } = await review(['show', 'Dune Part Twoo'], { cwd: cwd() });
    expect(stderr).toContain('Did you mean: d?');
  });
});

describe('the editor', () => {
  test('is what was chosen, else a usual one on the path', () => {
    const folder = folderOf({});
    expect(editorCommand({ VISUAL: 'vim -x', EDITOR: 'nano' })).toEqual(['vim', '-x']);
    expect(editorCommand({ EDITOR: '""' })).toBeNull();
    expect(editorCommand({ PATH: folder })).toBeNull();
    expect(editorCommand({ PATH: `${folder}:/bin:/usr/bin` })?.[0]).toMatch(
      /^(?:sensible-editor|nano|vi)$/,
    );
    expect(editorCommand({ PATH: join(folder, 'no') })).toBeNull();
  });
});

test.each([
  [undefined, 'FRX'],
  ['', 'R'],
  ['-i', '-i -R'],
  ['-iR', '-iR'],
  ['FRX', 'FRX'],
  ['-M --RAW-CONTROL-CHARS', '-M --RAW-CONTROL-CHARS'],
])('LESS=%j becomes %j', (own, options) => {
  expect(lessOptions(own)).toBe(options);
});

test('a list is as wide as the terminal, prose is not', async () => {
  const screen = { columns: 200, rows: 100 };
  const { stdout } = await review('list', { screen });
  const longest = Math.max(...stdout.split('\n').map((line) => line.length));
  expect(longest).toBeGreaterThan(100);
  expect(stdout).toContain('★★★★½');
  expect(stdout).not.toContain('…');
});

test('what has no date is dated by when it was watched, read, played', async () => {
  const cwd = folderOf({
    'reviews/a.md': film('A', 'watched: 2024-05-02\n'),
    'reviews/b.md': film('B', 'date: 2023-01-01\nwatched: 2025-01-01\n'),
    'reviews/c.md': film('C'),
    'reviews/d.md': film('D', 'date: 2024-06-01\n'),
  });
  const { stdout } = await review('list --sort date --json --fields id,published,date', { cwd });
  expect(JSON.parse(stdout)).toEqual([
    { id: 'd', published: '2024-06-01' },
    { id: 'a', date: '2024-05-02' },
    { id: 'b', published: '2023-01-01' },
    { id: 'c' },
  ]);
  const found = await review('list date:2024 --json --fields id', { cwd });
  expect(JSON.parse(found.stdout)).toEqual([{ id: 'a' }, { id: 'd' }]);
});

test('messages name files from the folder at hand', async () => {
  const cwd = folderOf({ 'reviews/a.md': film('A').replace('4/5', '0xF') });
  expect((await review('show a', { cwd })).stderr).toMatch(/^reviews\/a\.md:3:9: error/);
  expect((await review('list', { cwd: join(cwd, 'reviews'), env: {} })).status).toBe(0);
});

describe('a file as somebody wrote it', () => {
  test.each([
    ['---\nkind: restaurant\nplace: The Pan\n---\n\nText.\n', 'x.md', 'The Pan\nRestaurant'],
    ['kind: restaurant\nplace: The Pan\n', 'x.yaml', 'The Pan\nRestaurant'],
    ['\n\n---\nfilm: Heat\n---\n\nText.\n', 'x.md', 'Heat\nFilm'],
    ['---\n---\n\n# Heat\n\nText.\n', 'x.md', 'Heat\n\n* * *\n\nText.'],
    ['---\ngame: [Hades\n---\n\nText.\n', 'x.md', '[Hades\nGame'],
  ])('%j', async (text, name, start) => {
    const cwd = folderOf({ [name]: text });
    const ran = await review(['show', `./${name}`, '--text'], { cwd });
    expect(ran.status).toBe(0);
    expect(ran.stdout.startsWith(start), ran.stdout).toBe(true);
  });

  test.each([
    ['{"a": ', 'x.json', /^\.\/x\.json:1:7: error/],
    ['{"a": [', 'x.yaml', /^\.\/x\.yaml:1:8: error/],
  ])('of which nothing can be read: %j', async (text, name, says) => {
    const cwd = folderOf({ [name]: text });
    expect(await review(['show', `./${name}`], { cwd })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(says),
    });
  });
});
