import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../library/folder.ts';
import { filesIn, on } from './imported.ts';
import { type Flaws, zipOf } from './zip.ts';

const ratings =
  'Date,Name,Year,Letterboxd URI,Rating\n2021-03-01,Salt Harbour,1995,https://boxd.it/s01,4.5\n';
const whole = zipOf(new Map([['ratings.csv', ratings]]));
const flawed = (flaws: Flaws, path = 'ratings.csv') => zipOf(new Map([[path, ratings]]), flaws);
/** Bytes of the packed text, whatever they mean. */
const scrambled = Buffer.from(whole);
scrambled.fill(0xff, 45, 60);

test.each([
  ['encrypted', flawed({ isEncrypted: true }), /it is encrypted; unpack it with its password/],
  ['a name that leads out', flawed({}, '../../ratings.csv'), /a name in it leads out of it/],
  ['an absolute name', flawed({}, '/etc/ratings.csv'), /a name in it leads out of it/],
  ['a name with backslashes', flawed({}, '..\\ratings.csv'), /a name in it leads out of it/],
  ['cut short', whole.subarray(0, whole.length - 30), /broken or breaks off/],
  ['another checksum', flawed({ crc: 1 }), /broken or breaks off/],
  ['another size', flawed({ size: 7 }), /broken or breaks off/],
  ['scrambled', scrambled, /broken or breaks off/],
  [
    'a bomb',
    flawed({ size: 2 ** 31 }),
    /it is refused: ratings\.csv would unpack from \d+ to 2147483648/,
  ],
  ['no zip', Buffer.from('Dear diary'), /it is no zip, whatever its name says/],
  ['nothing in it', zipOf(new Map()), /no table and no JSON file is in it/],
  ['nothing of use in it', zipOf(new Map([['notes.txt', 'Hm.']])), /no table and no JSON file/],
])('a zip that is refused: %s', async (_, bytes, said) => {
  const cwd = folderOf({ 'reviews/.keep': '' });
  writeFileSync(join(cwd, 'export.zip'), bytes);
  const ran = await on('2026-11-27', ['import', 'export.zip'], cwd);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toMatch(said);
  expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  expect([...filesIn(join(cwd, 'reviews')).keys()]).toEqual(['.keep']);
});

test('a bomb is not unpacked: one that shrinks a thousandfold', async () => {
  const cwd = folderOf({ 'reviews/.keep': '' });
  const bomb = zipOf(new Map([['ratings.csv', ratings + '\n'.repeat(32 * 1024 * 1024)]]));
  expect(bomb.length).toBeLessThan(100_000);
  const ran = await on('2026-11-27', ['import', '-'], cwd, bomb);
  expect(ran.stderr).toMatch(/it is refused: ratings\.csv would unpack/);
});

test('a folder: links are not followed, what is no table is passed over', async () => {
  const outside = folderOf({ 'ratings.csv': ratings.replace('Salt Harbour', 'Secret') });
  const cwd = folderOf({
    'reviews/.keep': '',
    'export/ratings.csv': ratings,
    'export/cover.jpg': 'x',
  });
  mkdirSync(join(cwd, 'export/likes'));
  symlinkSync(join(outside, 'ratings.csv'), join(cwd, 'export/diary.csv'));
  symlinkSync(outside, join(cwd, 'export/more'));
  const ran = await on('2026-11-27', ['import', 'export'], cwd);
  expect(ran).toEqual({ status: 0, stdout: 'Letterboxd: 1 read (1 row): 1 new\n', stderr: '' });
  expect([...filesIn(join(cwd, 'reviews')).keys()]).toEqual(['.keep', 'films/salt-harbour.md']);
});

test.each([
  ['is not there', 'nowhere.csv', /nowhere\.csv: no such file or folder/],
  ['has columns that nobody knows', 'odd.csv', /no service has these columns: A, B, C/],
  ['is no table', 'note.txt', /nothing in it is an export that is known/],
])('an export that %s', async (_, name, said) => {
  const cwd = folderOf({
    'reviews/.keep': '',
    'odd.csv': 'A,B,C\nX,4,2020\n',
    'note.txt': 'Hm.',
  });
  const ran = await on('2026-11-27', ['import', name], cwd);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toMatch(said);
});
