import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { itemKinds } from '../../src/model/review.ts';
import { roleOfHeading } from '../../src/model/roles.ts';
import { readReview } from '../../src/readers/formats.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** An editor that writes down how it was called, under the name of a known one. */
function editorIn(cwd: string, name: string): { env: Record<string, string>; calls: () => string } {
  const log = join(cwd, 'calls');
  mkdirSync(join(cwd, 'bin'));
  const path = join(cwd, 'bin', name);
  writeFileSync(path, `#!/bin/sh\nfor word; do printf '<%s>' "$word"; done > '${log}'\n`);
  chmodSync(path, 0o755);
  return { env: { EDITOR: `'${path}' -x` }, calls: () => readFileSync(log, 'utf8') };
}

describe('new', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2025, 5, 9, 0, 30) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a film, rated, into the library', async () => {
    const cwd = folderOf({ 'reviews/a.md': 'x' });
    expect(await review(['new', 'film', 'Heat', '--rating', '4.5'], { cwd })).toEqual({
      status: 0,
      stdout: 'reviews/heat.md\n',
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'reviews/heat.md'), 'utf8')).toBe(
      [
        '---',
        'film: Heat',
        'director:',
        'cast:',
        'year:',
        'runtime:',
        'author:',
        'date: 2025-06-09',
        'rating: 4.5/5',
        'summary:',
        '---',
        '',
        '## The story',
        '',
        '## Performances',
        '',
        '## Direction',
        '',
        '## What works',
        '',
        '## What doesn’t work',
        '',
        '## Verdict',
        '',
      ].join('\n'),
    );
  });

  test.each(itemKinds)(
    '%s: whole but for what is empty, every section with its role',
    async (kind) => {
      const cwd = folderOf({ 'review.config.yaml': '' });
      const line = [
        'new',
        kind,
        'Mission: #1 "Go"',
        '--author',
        'A: B',
        '--rating',
        '★★★½',
        '--title',
        '1917',
      ];
      const made = await review(line, { cwd });
      expect(made.stdout).toBe('mission-1-go.md\n');
      const { review: read, diagnostics } = readReview(readFileSync(join(cwd, 'mission-1-go.md')), {
        path: 'x.md',
      });
      expect(diagnostics).toEqual([]);
      expect(read).toMatchObject({
        title: '1917',
        item: { name: 'Mission: #1 "Go"', ...(kind === 'other' ? {} : { kind }) },
        author: [{ name: 'A: B' }],
        published: '2025-06-09',
        rating: { value: 3.5, best: 5, source: '★★★½' },
        extra: {},
      });
      for (const { title, role } of read.sections) {
        expect(role, title).not.toBeNull();
        expect(role).toBe(roleOfHeading(title));
      }
      const checked = await review('check mission-1-go.md --json', { cwd });
      const codes = (JSON.parse(checked.stdout) as { code: string }[]).map(({ code }) => code);
      expect(new Set(codes)).toEqual(new Set(['section-empty']));
    },
  );

  test.each<[name: string, args: string[], file: string, text: RegExp]>([
    ['another word for the kind', ['movie', 'Alien'], 'alien.md', /^film: Alien$/m],
    [
      'words without quotes',
      ['book', 'Mort', 'the', 'Reaper'],
      'mort-the-reaper.md',
      /^book: Mort the Reaper\nyear:\nisbn:\npages:\nauthor:\nreviewer:\n/m,
    ],
    ['a name of marks', ['film', '!!!'], 'review.md', /^film: "!!!"$/m],
    ['a name of digits', ['film', '1917'], '1917.md', /^film: "1917"$/m],
    ['thumbs', ['game', 'X', '--rating', '👎'], 'x.md', /^recommended: false$/m],
    ['a long scale', ['game', 'X', '--rating', '85'], 'x.md', /^rating: 85\/100$/m],
    ['a scale of twenty', ['game', 'X', '--rating', '11/20'], 'x.md', /^rating: 11\/20$/m],
    ['another date', ['game', 'X', '--date', '3 May 2024'], 'x.md', /^date: 2024-05-03$/m],
    ['another file', ['game', 'X', '-o', 'drafts/y.markdown'], 'drafts/y.markdown', /^game: X$/m],
    ['a file without an ending', ['game', 'X', '-o', 'y'], 'y.md', /^game: X$/m],
    ['a folder', ['game', 'X', '-o', 'new/'], 'new/x.md', /^game: X$/m],
  ])('%s', async (_, args, file, text) => {
    const cwd = folderOf({ 'review.config.yaml': '' });
    expect(await review(['new', ...args], { cwd })).toEqual({
      status: 0,
      stdout: `${file}\n`,
      stderr: '',
    });
    expect(readFileSync(join(cwd, file), 'utf8')).toMatch(text);
  });

  test('the configuration tells the folder of a kind, the scale and the grades', async () => {
    const cwd = folderOf({
      'reviews/a.md': 'x',
      'review.config.yaml': 'scale: 10\ngrades: { B+: 0.87 }\nkinds: { books/old: book }\n',
    });
    await review(['new', 'book', 'Mort', '--rating', '4,5'], { cwd });
    expect(readFileSync(join(cwd, 'reviews/books/old/mort.md'), 'utf8')).toContain(
      'rating: 4,5/10\n',
    );
    await review(['new', 'film', 'Heat', '--rating', 'B+'], { cwd });
    expect(readFileSync(join(cwd, 'reviews/heat.md'), 'utf8')).toContain('rating: B+\n');
  });

  test.each(['reviews/heat.md', 'reviews/heat.yaml', 'reviews/heat.txt'])(
    'never over a review that there is: %s',
    async (file) => {
      const cwd = folderOf({ [file]: 'mine' });
      const ran = await review('new film Heat', { cwd });
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toBe(
        `review: ${file} is there already and stays as it is; name another file with -o\n`,
      );
      expect(readFileSync(join(cwd, file), 'utf8')).toBe('mine');
    },
  );

  test('nor into a folder that cannot be written', async () => {
    const ran = await review('new film Heat -o /proc/nothing/heat.md');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^review: \/proc\/nothing\/heat\.md: /);
  });

  test.each([
    ['new', 'missing required argument'],
    ['new film', 'missing required argument'],
    ['new flim Heat', 'did you mean film?'],
    ['new sandwich BLT', 'there is film, series'],
    ['new film Heat --rating lots', "'lots' is no rating"],
    ['new film Heat --rating 6/5', 'outside a scale that ends at 5'],
    ['new film Heat --date 2025-02-30', 'is no date'],
    ['new film Heat -o heat.txt', 'ends in .md, not in .txt'],
  ])('%s is wrong usage', async (line, text) => {
    const ran = await review(line, { cwd: folderOf({}) });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(text);
  });

  test('--edit opens it', async () => {
    const cwd = folderOf({ 'review.config.yaml': '' });
    const { env, calls } = editorIn(cwd, 'vi');
    expect(await review('new film Heat --edit', { cwd, env })).toMatchObject({ status: 0 });
    expect(calls()).toBe(`<-x><${cwd}/heat.md>`);
  });
});

describe('edit', () => {
  const text = '---\nfilm: Heat\n---\n\nIntro.\n\n## The bad\n\nLong.\n\n## The good\n\nShort.\n';

  test.each([
    ['a', 'vi', '<-x><FOLDER/reviews/a.md>'],
    ['a#cons', 'vi', '<-x><+7><FOLDER/reviews/a.md>'],
    ['./reviews/a.md#good', 'code', '<-x><-g><FOLDER/reviews/a.md:11>'],
    ['a#2', 'hx', '<-x><FOLDER/reviews/a.md:11>'],
    ['', 'nano', '<-x><FOLDER/reviews/a.md>'],
  ])('%s in %s', async (reference, name, called) => {
    const cwd = folderOf({ 'reviews/a.md': text });
    const { env, calls } = editorIn(cwd, name);
    expect(await review(`edit ${reference}`, { cwd, env })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(calls()).toBe(called.replace('FOLDER', cwd));
  });

  test.each([
    ['a.md', '---\nfilm: Heat\npros: [fast]\ncons:\n  - long\n---\n\nText.\n', 'pros', '<+3>'],
    ['a.md', '---\nfilm: Heat\npros: [fast]\ncons:\n  - long\n---\n\nText.\n', 'cons', '<+4>'],
    ['a.yaml', 'film: Heat\nreview:\n  minuses: [long]\n', 'cons', '<+3>'],
    // A heading goes before a key of the same meaning, and what stands in the text has no key.
    ['a.md', '---\nfilm: Heat\ncons: [long]\n---\n\n## The bad\n\nx\n', 'cons', '<+6>'],
    ['a.md', '---\nfilm: Heat\n---\n\nCons: long, dull\n', 'cons', ''],
  ])('points of %s %j: %s', async (name, points, key, line) => {
    const cwd = folderOf({ [`reviews/${name}`]: points });
    const { env, calls } = editorIn(cwd, 'vi');
    expect(await review(`edit a#${key}`, { cwd, env })).toMatchObject({ status: 0, stderr: '' });
    expect(calls()).toBe(`<-x>${line}<${cwd}/reviews/${name}>`);
  });

  test('what an export says of lines is about another file', async () => {
    const cwd = folderOf({ 'reviews/a.md': text });
    const { stdout } = await review('export a --json', { cwd });
    writeFileSync(join(cwd, 'b.json'), stdout);
    const { env, calls } = editorIn(cwd, 'vi');
    await review('edit ./b.json#good', { cwd, env });
    const line = Number(/\+(\d+)/.exec(calls())?.[1]);
    expect(
      stdout
        .split('\n')
        .slice(line - 1, line + 1)
        .join(),
    ).toContain('"id": "the-good"');
  });

  test.each<[line: string, env: Record<string, string>, status: number, text: string]>([
    ['edit a', {}, 2, 'no editor is set: put its name into VISUAL or EDITOR, as in EDITOR=nano'],
    [
      'edit a',
      { VISUAL: '/no/such/editor' },
      2,
      "'/no/such/editor' could not be started: no such program",
    ],
    ['edit a', { EDITOR: '/bin/false' }, 2, "'/bin/false' ended with status 1"],
    ['edit a#music', { EDITOR: 'true' }, 1, "no section 'music'"],
    ['edit zzz', { EDITOR: 'true' }, 1, "no review 'zzz'"],
    ['edit -', { EDITOR: 'true' }, 2, 'standard input cannot be edited'],
  ])('%s with %j', async (line, env, status, message) => {
    const ran = await review(line, { cwd: folderOf({ 'reviews/a.md': text }), env });
    expect(ran).toMatchObject({ status, stdout: '' });
    expect(ran.stderr).toContain(message);
  });
});

test('what new writes is one line for check until it is written', async () => {
  const cwd = folderOf({});
  for (const kind of ['film', 'book', 'restaurant', 'game']) {
    const { stdout } = await review(['new', kind, `A ${kind}`], { cwd });
    const checked = await review(['check', `./${stdout.trim()}`], { cwd });
    expect(checked).toMatchObject({ status: 0, stderr: '1 file: 0 errors, 1 warning\n' });
    expect(checked.stdout).toMatch(/^[^\n]*Nothing is written yet[^\n]*\[section-empty\]\n/);
  }
});
