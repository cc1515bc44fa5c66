import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../library/folder.ts';
import { filesIn, fixture, on, timesIn } from './imported.ts';
import { zipOf } from './zip.ts';

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
