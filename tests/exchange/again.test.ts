import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { filesIn, on, timesIn } from './imported.ts';

const header = 'Date,Name,Year,Letterboxd URI';
const tables = {
  'ratings.csv': `${header},Rating\n2021-03-01,Salt Harbour,1995,https://boxd.it/s01,4\n2021-03-02,Ash,1977,https://boxd.it/s02,3.5\n`,
  'diary.csv': `${header},Rating,Rewatch,Tags,Watched Date\n2021-03-01,Salt Harbour,1995,https://boxd.it/d01,4,,sea,2021-02-28\n`,
  'reviews.csv': `${header},Rating,Rewatch,Review,Tags,Watched Date\n2021-03-01,Salt Harbour,1995,https://boxd.it/d01,4,,Good.,sea,2021-02-28\n`,
};
const later = {
  ...tables,
  'ratings.csv': tables['ratings.csv'].replace('s01,4', 's01,4.5'),
  'diary.csv': `${tables['diary.csv']}2023-05-05,Salt Harbour,1995,https://boxd.it/d02,4.5,Yes,"sea, again",2023-05-04\n`,
};

/** A library into which an export was brought home, and a later export beside it. */
async function home(
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
) {
  const at = (name: string, files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([path, text]) => [`${name}/${path}`, text] as const);
  const cwd = folderOf({
    'reviews/.keep': '',
    ...Object.fromEntries([...at('first', first), ...at('second', second)]),
  });
  await on('2026-11-27', ['import', 'first'], cwd);
  return { cwd, film: join(cwd, 'reviews/films/salt-harbour.md') };
}

test('what changed there changes its file, and no other', async () => {
  const { cwd, film } = await home(tables, later);
  const before = timesIn(join(cwd, 'reviews'));
  const ran = await on('2027-01-01', ['import', 'second'], cwd);
  expect(ran).toEqual({
    status: 0,
    stdout:
      'reviews/films/salt-harbour.md: changed\nLetterboxd: 2 read (5 rows): 0 new, 1 same, 1 changed\n',
    stderr: '',
  });
  const text = readFileSync(film, 'utf8');
  expect(text).toContain('rating: 4.5/5\n');
  expect(text).toContain('  - 2021-02-28\n  - date: 2023-05-04\n    repeat: true\n');
  expect(text).toContain('date: 2027-01-01\n');
  expect(statSync(join(cwd, 'reviews/films/ash.md')).mtimeMs).toBe(before.get('films/ash.md'));
});

test.each([
  ['fmt', (text: string) => text],
  [
    'another order of lines',
    (text: string) => text.replace(/(kind: film\n)(year: 1995\n)/, '$2$1'),
  ],
])('%s is no edit', async (_, change) => {
  const { cwd, film } = await home(tables, later);
  writeFileSync(film, change(readFileSync(film, 'utf8')));
  await on('2026-11-27', ['fmt'], cwd);
  const ran = await on('2027-01-01', ['import', 'second'], cwd);
  expect(ran.stdout).toContain('0 new, 1 same, 1 changed');
});

test.each([
  ['a word', (text: string) => text.replace('Good.', 'Very good.')],
  ['a comment', (text: string) => text.replace('kind: film', 'kind: film # as ever')],
  ['a key', (text: string) => text.replace('kind: film', 'kind: film\nmood: blue')],
])('an edit stays, %s: the file is left and what is other there is said', async (_, edit) => {
  const { cwd, film } = await home(tables, later);
  const edited = edit(readFileSync(film, 'utf8'));
  writeFileSync(film, edited);
  const [same, times] = [await on('2027-01-01', ['import', 'first'], cwd), timesIn(cwd)];
  expect(same.stdout).toContain('0 new, 2 same');
  const ran = await on('2027-01-01', ['import', 'second'], cwd);
  expect(ran.status).toBe(0);
  expect(ran.stdout).toMatch(
    /^reviews\/films\/salt-harbour\.md: edited here, changed at Letterboxd; left as it is\n/,
  );
  expect(ran.stdout).toContain('\n  rating: 4/5 here, 4.5/5 there\n');
  expect(ran.stdout).toContain('0 new, 1 same, 1 left (edited)\n');
  expect(readFileSync(film, 'utf8')).toBe(edited);
  expect(timesIn(cwd)).toEqual(times);
});

test('--merge adds what an edited file lacks, and changes nothing in it', async () => {
  const { cwd, film } = await home(tables, later);
  const edited = readFileSync(film, 'utf8')
    .replace('rating: 4/5', 'rating: 5/5 # after all')
    .replace('year: 1995\n', '')
    .replace('Good.', 'My own words.');
  writeFileSync(film, edited);
  const ran = await on('2027-01-01', ['import', 'second', '--merge'], cwd);
  expect(ran.stdout).toContain('0 new, 1 same, 1 merged');
  const merged = readFileSync(film, 'utf8').split('\n');
  const added = [...merged];
  for (const line of edited.split('\n')) added.splice(added.indexOf(line), 1);
  // Every line that was there still is, in its order.
  const lines = edited.split('\n');
  expect(merged.filter((line, index) => !added.includes(line) || lines[index] === line)).toEqual(
    expect.arrayContaining(lines),
  );
  expect(added.filter((line) => line !== '')).toEqual([
    '  - date: 2023-05-04',
    '    repeat: true',
    '  - again',
    'year: 1995',
    'extra:',
    '  letterboxd:',
    '    earlierRatings:',
    '      2021-02-28: 4/5',
    '    reviewOf: 2021-02-28',
  ]);
  const again = await on('2027-01-02', ['import', 'second', '--merge'], cwd);
  expect(again.stdout).toContain('0 new, 1 same, 1 left (edited)');
  expect(readFileSync(film, 'utf8')).toBe(merged.join('\n'));
});

test('what is gone there stays, and is said; what was deleted here comes anew', async () => {
  const { cwd, film } = await home(tables, {
    ...tables,
    'ratings.csv': `${header},Rating\n2021-03-01,Salt Harbour,1995,https://boxd.it/s01,4\n`,
  });
  const before = filesIn(join(cwd, 'reviews'));
  const ran = await on('2027-01-01', ['import', 'second'], cwd);
  expect(ran.stdout).toBe(
    'reviews/films/ash.md: not at Letterboxd any more; it stays\nLetterboxd: 1 read (3 rows): 0 new, 1 same; 1 gone there, and left here\n',
  );
  expect(filesIn(join(cwd, 'reviews'))).toEqual(before);
  expect(film).toMatch(/salt-harbour/);
});

test('a part of an export takes nothing away', async () => {
  const { cwd } = await home(tables, {});
  const before = filesIn(join(cwd, 'reviews'));
  for (const part of Object.keys(tables)) {
    const ran = await on('2027-01-01', ['import', `first/${part}`], cwd);
    expect(ran.stdout, part).toMatch(/0 new, \d same(?:\n|; 1 gone)/);
    expect(filesIn(join(cwd, 'reviews')), part).toEqual(before);
  }
});

test('a file that was moved or renamed is known', async () => {
  const { cwd, film } = await home(tables, later);
  const text = readFileSync(film, 'utf8');
  const moved = folderOf({
    'reviews/best/of-all.md': text,
    'second/ratings.csv': later['ratings.csv'],
  });
  const ran = await on('2027-01-01', ['import', 'second'], moved);
  expect(ran.stdout).toMatch(/^reviews\/best\/of-all\.md: changed\n.*1 new, 1 changed/s);
  expect(cwd).not.toBe(moved);
});

test('what is there already is never written over: another name is taken', async () => {
  const cwd = folderOf({
    'reviews/films/Salt-Harbour.yaml': 'item: Salt Harbour\nkind: film\nrating: 1/5\n',
    'ratings.csv': tables['ratings.csv'],
  });
  await on('2026-11-27', ['import', 'ratings.csv'], cwd);
  expect([...filesIn(join(cwd, 'reviews/films')).keys()]).toEqual([
    'Salt-Harbour.yaml',
    'ash.md',
    'salt-harbour-1995.md',
  ]);
});

test('killed in the middle and run again: whole', async () => {
  const rows = Array.from(
    { length: 250 },
    (_, index) => `2021-03-01,Film ${index},1995,https://boxd.it/k${index},4\n`,
  );
  const cwd = folderOf({
    'reviews/.keep': '',
    'ratings.csv': `${header},Rating\n${rows.join('')}`,
  });
  const child = spawn(process.execPath, [join(root, 'bin/review.js'), 'import', 'ratings.csv'], {
    cwd,
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const films = join(cwd, 'reviews/films');
  const isBegun = (): boolean => existsSync(films) && readdirSync(films).length > 20;
  while (!isBegun() && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await ended;
  const half = [...filesIn(join(cwd, 'reviews'))].filter(
    ([path]) => path.endsWith('.md') && !path.includes('/.'),
  );
  expect(half.length).toBeLessThan(250);
  expect(half.filter(([, text]) => !/^---\n[\s\S]*\n---\n$/.test(text))).toEqual([]);
  const ran = await on('2026-11-27', ['import', 'ratings.csv'], cwd);
  expect(ran.stdout).toBe(
    `Letterboxd: 250 read (250 rows): ${250 - half.length} new, ${half.length} same\n`,
  );
});
