import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { itemKinds } from '../../src/model/review.ts';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const loose = '---\nstars: 4/5\nmovie: Heat # twice\n---\nIntro.\n\nThe bad\n---\nLong.\n';
const tidied = '---\nmovie: Heat # twice\nstars: 4/5\n---\n\nIntro.\n\n## The bad\n\nLong.\n';

test('rewrites what is not canonical, and lists it', async () => {
  const cwd = folderOf({
    'reviews/a.md': loose,
    'reviews/b.md': tidied,
    'reviews/sub/c.txt': 'Some text',
  });
  const path = join(cwd, 'reviews/a.md');
  chmodSync(path, 0o600);
  expect(await review('fmt', { cwd })).toEqual({
    status: 0,
    stdout: 'reviews/a.md\n',
    stderr: '3 files: 1 rewritten\n',
  });
  expect(readFileSync(path, 'utf8')).toBe(tidied);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await review('fmt --check', { cwd })).toEqual({
    status: 0,
    stdout: '',
    stderr: '3 files: 0 not in canonical form\n',
  });
});

test('--check lists and changes nothing', async () => {
  const cwd = folderOf({ 'reviews/a.md': loose });
  expect(await review('fmt --check', { cwd })).toEqual({
    status: 1,
    stdout: 'reviews/a.md\n',
    stderr: '1 file: 1 not in canonical form\n',
  });
  expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(loose);
});

test('the export is the same before and after', async () => {
  const cwd = folderOf({ 'reviews/a.md': loose });
  const exported = async () =>
    (await review('export a --json', { cwd })).stdout.replace(
      /"range": \{[^{}]*\{[^{}]*\}[^{}]*\{[^{}]*\}\s*\}/g,
      '',
    );
  const before = await exported();
  expect(before).not.toContain('"offset"');
  await review('fmt a', { cwd });
  expect(await exported()).toBe(before);
});

test('a file with errors is named and left alone, the others are done', async () => {
  const bad = loose.replace('4/5', '0xF');
  const cwd = folderOf({ 'reviews/a.md': bad, 'reviews/b.md': loose });
  const ran = await review('fmt', { cwd });
  expect(ran).toMatchObject({ status: 2, stdout: 'reviews/b.md\n' });
  expect(ran.stderr).toMatch(
    /a\.md:2:8: error: .*0xF[\s\S]*review: reviews\/a\.md: left as it is, for the errors in it\n2 files: 1 rewritten\n$/,
  );
  expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(bad);
});

test('byte order mark and encoding stay', async () => {
  const cwd = folderOf({ 'reviews/a.md': '', 'reviews/b.md': `\uFEFF${loose}` });
  writeFileSync(join(cwd, 'reviews/a.md'), Buffer.from(`\uFEFF${loose}`, 'utf16le'));
  expect((await review('fmt', { cwd })).stdout).toBe('reviews/a.md\nreviews/b.md\n');
  expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf16le')).toBe(`\uFEFF${tidied}`);
  expect(readFileSync(join(cwd, 'reviews/b.md'), 'utf8')).toBe(`\uFEFF${tidied}`);
});

test('bytes that are no text could not be kept', async () => {
  const cwd = folderOf({ 'reviews/a.md': '' });
  const bytes = Buffer.concat([Buffer.from(loose), Buffer.from([0xff])]);
  writeFileSync(join(cwd, 'reviews/a.md'), bytes);
  const ran = await review('fmt', { cwd });
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toContain('its bytes are not all UTF-8');
  expect(readFileSync(join(cwd, 'reviews/a.md')).equals(bytes)).toBe(true);
});

test('from standard input to standard output', async () => {
  expect(await review('fmt -', { stdin: loose })).toEqual({
    status: 0,
    stdout: tidied,
    stderr: '',
  });
  expect(await review('fmt --check -', { stdin: loose })).toEqual({
    status: 1,
    stdout: '',
    stderr: '',
  });
  expect(await review('fmt --check -', { stdin: tidied })).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  expect(await review('fmt -', { stdin: '---\nrating: 0xF\n---\n' })).toMatchObject({
    status: 2,
    stdout: '',
  });
  expect(await review('fmt - a', { stdin: loose })).toMatchObject({ status: 2, stdout: '' });
});

test('what new writes is canonical', async () => {
  const cwd = folderOf({ 'reviews/x/y.png': '' });
  for (const kind of itemKinds)
    await review(['new', kind, kind, '--author', 'A', '--rating', '4/5'], { cwd });
  expect(await review('fmt --check', { cwd })).toEqual({
    status: 0,
    stdout: '',
    stderr: `${itemKinds.length} files: 0 not in canonical form\n`,
  });
});

const named = '---\nfilm: Heat # twice\nrating: 4/5\n---\n\nIntro.\n\n## The bad\n\nLong.\n';

test('--keys gives keys their canonical spelling', async () => {
  const cwd = folderOf({ 'reviews/a.md': loose, 'reviews/b.md': tidied });
  expect((await review('fmt --check --keys', { cwd })).stderr).toContain('2 not in canonical');
  expect((await review('fmt --keys', { cwd })).stdout).toBe('reviews/a.md\nreviews/b.md\n');
  for (const name of ['a', 'b'])
    expect(readFileSync(join(cwd, `reviews/${name}.md`), 'utf8')).toBe(named);
  expect(await review('fmt --keys -', { stdin: loose })).toMatchObject({ stdout: named });
});

describe('--diff', () => {
  const shown =
    '--- reviews/a.md\n+++ reviews/a.md\n@@ -1,9 +1,10 @@\n ---\n-stars: 4/5\n movie: Heat # twice\n+stars: 4/5\n ---\n+\n Intro.\n \n-The bad\n----\n+## The bad\n+\n Long.\n';

  test('shows what would change, and writes nothing', async () => {
    const cwd = folderOf({ 'reviews/a.md': loose, 'reviews/b.md': tidied });
    expect(await review('fmt --diff', { cwd })).toEqual({
      status: 0,
      stdout: shown,
      stderr: '2 files: 1 not in canonical form\n',
    });
    expect(await review('fmt --diff --check', { cwd })).toMatchObject({ status: 1, stdout: shown });
    expect((await review('fmt --diff --keys', { cwd })).stdout).toContain('+film: Heat # twice');
    expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(loose);
    const piped = await review('fmt --diff -', { stdin: loose });
    expect(piped.stdout).toBe(shown.replaceAll('reviews/a.md', '<stdin>'));
    expect((await review('fmt --diff -', { stdin: tidied })).stdout).toBe('');
  });

  test('is what patch takes', async () => {
    const cwd = folderOf({ 'reviews/a.md': `${loose}\n${'word\n\n'.repeat(20)}## End ##` });
    const { stdout } = await review('fmt --diff', { cwd });
    const program = 'patch';
    execFileSync(program, ['-p0'], { cwd, input: stdout });
    expect((await review('fmt --check', { cwd })).stderr).toBe('1 file: 0 not in canonical form\n');
  });

  test('a file cannot steer the terminal', async () => {
    const cwd = folderOf({ 'reviews/a.md': loose.replace('Intro.', 'In\u001b[31mtro.') });
    expect((await review('fmt --diff', { cwd })).stdout).toContain('In␛[31mtro.');
  });
});

test('the samples are models of the form', async () => {
  for (const line of ['fmt --check', 'fmt --check --keys'])
    expect(await review([...line.split(' '), '--library', join(root, 'reviews')])).toEqual({
      status: 0,
      stdout: '',
      stderr: '6 files: 0 not in canonical form\n',
    });
});
