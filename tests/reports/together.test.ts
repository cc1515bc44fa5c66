import { describe, expect, test } from 'vitest';
import { type Diagnostic, type DiagnosticCode, diagnose } from '../../src/model/diagnostic.ts';
import { together } from '../../src/reports/together.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const of = (file: string, code: DiagnosticCode, more: Partial<Diagnostic> = {}): Diagnostic => ({
  ...diagnose(code, `${code} here.`),
  file,
  ...more,
});
const names = (count: number, folder = '/a/') =>
  Array.from({ length: count }, (_, index) => `${folder}${index}.md`);
const lines = (diagnostics: readonly Diagnostic[], files: readonly string[]) =>
  together(diagnostics, files, (file) => `review check ${file}`).map(
    ({ file, message, code }) => `${file} ${message} [${code}]`,
  );

describe('what many files say', () => {
  test('of half a folder, once', () => {
    const files = names(6);
    const found = files.slice(0, 3).map((file) => of(file, 'date-missing'));
    expect(lines(found, files)).toEqual([
      '/a/ 3 of 6 files: nothing says when the review was written; `rules: { date-missing: off }` where there are no dates [date-missing]',
    ]);
  });

  test('of few files, each', () => {
    const files = names(7);
    const found = files.slice(0, 3).map((file) => of(file, 'date-missing'));
    expect(lines(found, files)).toHaveLength(3);
    expect(lines(found.slice(0, 2), files.slice(0, 2))).toHaveLength(2);
  });

  test('of more than five, once, in the folder that they lie in', () => {
    const files = [...names(50, '/a/b/'), ...names(50, '/a/c/')];
    const found = files.slice(0, 6).map((file) => of(file, 'section-empty'));
    expect(lines(found, files)).toEqual([
      '/a/b/ 6 of 50 files: a heading with nothing under it [section-empty]',
    ]);
    const both = [...found, of('/a/c/1.md', 'section-empty')];
    expect(lines(both, files)[0]).toMatch(/^\/a\/ 7 of 100 files: /);
  });

  test('with the largest of their numbers', () => {
    const scale = (file: string, largest: number, best = 10) =>
      of(file, 'rating-scale-folder', {
        together: { says: `ratings taken as out of ${best}`, largest },
      });
    const files = ['/a/1.md', '/a/2.md', '/b/1.md', '/b/2.md'];
    const found = [
      scale('/a/1.md', 9),
      scale('/a/2.md', 10),
      scale('/b/1.md', 4, 5),
      scale('/b/2.md', 4, 5),
    ];
    expect(lines(found, files)).toEqual([
      '/a/ 2 files: ratings taken as out of 10, the largest is 10; review init writes it down [rating-scale-folder]',
      '/b/ 2 files: ratings taken as out of 5, the largest is 4; review init writes it down [rating-scale-folder]',
    ]);
    // One file is none of many.
    expect(lines([scale('/a/1.md', 9)], files)).toEqual([
      '/a/1.md rating-scale-folder here. [rating-scale-folder]',
    ]);
  });

  test('errors each, and one line a file for all else, the worst of it', () => {
    const files = names(20);
    const [file = ''] = files;
    const found = [
      of(file, 'cons-missing'),
      of(file, 'rating-unreadable'),
      of(file, 'section-empty'),
      of(file, 'rating-out-of-range'),
    ];
    expect(lines(found, files)).toEqual([
      '/a/0.md rating-unreadable here. [rating-unreadable]',
      '/a/0.md section-empty here; and 1 more: review check /a/0.md [section-empty]',
      '/a/0.md rating-out-of-range here. [rating-out-of-range]',
    ]);
    const errors = files.map((each) => of(each, 'rating-unreadable'));
    expect(lines(errors, files)).toHaveLength(20);
  });

  test('what is in no file stays', () => {
    expect(lines([diagnose('config-invalid', 'No.')], names(3))).toHaveLength(1);
  });
});

describe('check', () => {
  const post = (rating: string | number) =>
    `---\nfilm: F\nrating: ${rating}\ndate: 2024-01-01\n---\n\nText.\n`;
  const posts = Object.fromEntries(
    names(9, 'reviews/').map((name, index) => [name, post(index + 1)]),
  );

  test('of a library, says it once; of named files, of programs and with --all, each', async () => {
    const cwd = folderOf(posts);
    const whole = await review('check', { cwd });
    expect(whole.stdout.split('\n')).toEqual([
      'reviews/: info: 9 files: nothing says who wrote the review; `author:` in the configuration names who wrote them all [author-missing]',
      'reviews/: info: 9 files: ratings taken as out of 10, the largest is 9; review init writes it down [rating-scale-folder]',
      '',
    ]);
    expect(whole.stderr).toBe('9 files: 0 errors, 0 warnings, 18 notes\n');
    expect((await review('check --all', { cwd })).stdout.match(/\n/g)).toHaveLength(18);
    expect(JSON.parse((await review('check --json', { cwd })).stdout)).toHaveLength(18);
    expect((await review('check 1', { cwd })).stdout.match(/\n/g)).toHaveLength(2);
  });

  test('says of words for a rating once what can be done', async () => {
    const cwd = folderOf({ 'reviews/a.md': post('loved it'), 'reviews/b.md': post('meh') });
    const { stdout } = await review('check', { cwd });
    expect(stdout).toContain(
      '2 files: ratings are in words, and rank nothing; `grades:` in the configuration can rank them',
    );
    expect((await review('show a', { cwd })).stderr).toBe('');
  });

  test('key-typo is not said of a key that most of the folder’s files have', async () => {
    const file = (keys: string) => `---\nfilm: F\n${keys}---\n`;
    const many = (count: number) =>
      folderOf({
        ...Object.fromEntries(names(count, 'reviews/').map((name) => [name, file('auther: A\n')])),
        ...Object.fromEntries(names(5, 'reviews/x').map((name) => [name, file('')])),
      });
    expect((await review('check --all', { cwd: many(6) })).stdout).not.toContain('key-typo');
    expect((await review('check --all', { cwd: many(4) })).stdout.match(/key-typo/g)).toHaveLength(
      4,
    );
  });
});
