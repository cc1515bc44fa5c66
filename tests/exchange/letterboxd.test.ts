import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { filesIn, fixture, joined, on, timesIn } from './imported.ts';
import { zipOf } from './zip.ts';

const golden = (name: string): string => join(root, 'tests/golden/exchange', name);
const broken =
  'review: ratings.csv:38: Name: the film has no name\n' +
  'review: ratings.csv:39: the row has 6 cells, the header 5: perhaps a comma is not in quotes\n' +
  "review: ratings.csv:36: Date: '2021-13-40' is no date\n" +
  'review: ratings.csv:37: Rating: 11 lies outside a scale that ends at 5\n';

test('an export as files, file by file', async () => {
  const cwd = folderOf({ 'reviews/.keep': '' });
  const ran = await on('2026-11-27', ['import', fixture('letterboxd')], cwd);
  expect(ran).toEqual({
    status: 2,
    stdout: 'Letterboxd: 48 read (63 rows): 39 new, 4 broken, 5 passed over\n',
    stderr: broken,
  });
  await expect(joined(filesIn(join(cwd, 'reviews')))).toMatchFileSnapshot(golden('letterboxd.txt'));
});

test('a zip gives the same, and so does a folder in a zip', async () => {
  const inFolder = folderOf({ 'reviews/.keep': '' });
  await on('2026-11-27', ['import', fixture('letterboxd')], inFolder);
  const wanted = filesIn(inFolder);
  for (const around of ['', 'letterboxd-adaquill-2026/']) {
    const cwd = folderOf({ 'reviews/.keep': '' });
    const files = new Map(
      [...filesIn(fixture('letterboxd'))].map(([path, text]) => [around + path, text]),
    );
    const ran = await on('2026-11-27', ['import', '-'], cwd, zipOf(files));
    expect(ran.stdout).toContain('39 new, 4 broken, 5 passed over');
    expect(filesIn(cwd)).toEqual(wanted);
  }
});

test('--dry-run says the same and writes nothing; --json adds up', async () => {
  const cwd = folderOf({ 'reviews/.keep': '' });
  const before = timesIn(cwd);
  const ran = await on('2026-11-27', ['import', fixture('letterboxd'), '--dry-run', '--json'], cwd);
  const report = JSON.parse(ran.stdout);
  expect(report).toMatchObject({
    from: 'letterboxd',
    dryRun: true,
    rows: 63,
    read: 48,
    new: 39,
    broken: 4,
  });
  const { read, same, changed, merged, left, passed } = report;
  expect(report.new + same + changed + merged + left + report.broken + passed).toBe(read);
  expect(report.files).toHaveLength(39);
  expect(report.problems).toHaveLength(4);
  expect(timesIn(cwd)).toEqual(before);
});

test('twice changes no byte and no time', async () => {
  const cwd = folderOf({ 'reviews/.keep': '' });
  await on('2026-11-27', ['import', fixture('letterboxd')], cwd);
  const [files, times] = [filesIn(cwd), timesIn(cwd)];
  const ran = await on('2027-01-01', ['import', fixture('letterboxd')], cwd);
  expect(ran.stdout).toBe(
    'Letterboxd: 48 read (63 rows): 0 new, 39 same, 4 broken, 5 passed over\n',
  );
  expect(filesIn(cwd)).toEqual(files);
  expect(timesIn(cwd)).toEqual(times);
});

test('--only reviewed and --only all; --into a folder of its own', async () => {
  const cwd = folderOf({ 'reviews/.keep': '' });
  const few = await on(
    '2026-11-27',
    ['import', fixture('letterboxd'), '--only', 'reviewed', '--into', 'few'],
    cwd,
  );
  expect(few.stdout).toContain('7 new');
  expect(filesIn(join(cwd, 'few')).has('salt-harbour.md')).toBe(true);
  const all = await on('2026-11-27', ['import', fixture('letterboxd'), '--only', 'all'], cwd);
  expect(all.stdout).toContain('44 new, 4 broken');
  const files = filesIn(join(cwd, 'reviews/films'));
  expect(files.get('some-day.md')).toContain('\nstatus: watchlist\n');
  expect(files.get('seen-only.md')).toContain('\nstatus: watched\n');
  expect(files.get('seen-and-unrated.md')).not.toContain('status:');
});
