import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openEditable } from '../../src/library/writing/editable.ts';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = (name: string) => `---\nfilm: ${name}\nrating: 4/5\n---\n\nText.\n`;
const loose = '---\nrating: 4/5\nfilm: A\n---\n# Text\nx\n';
const png = Buffer.from('89504e470d0a1a0a30303030', 'hex');

/** A run as somebody who may not do everything, where we are root. */
function runAsNobody(argv: readonly string[], cwd: string) {
  return spawnSync(process.execPath, [join(root, 'bin/review.js'), ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, REVIEW_CACHE: 'off' },
    ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}),
  });
}

describe('elsewhere', () => {
  test('a picture is no target', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('A').replace('---\n\n', 'poster: p.png\n---\n\n'),
    });
    writeFileSync(join(cwd, 'reviews/p.png'), png);
    for (const line of ['export a --html', 'export --all --json', 'export ./reviews/a.md --text']) {
      const ran = await review(`${line} -o reviews/p.png`, { cwd });
      expect(ran.status).toBe(2);
      expect(ran.stderr).toContain('it is a picture');
    }
    expect(readFileSync(join(cwd, 'reviews/p.png'))).toEqual(png);
  });

  test.each([
    'export a --markdown -o ../a.md',
    'export a --yaml -o ../a.yaml',
    'export a --json -o ../a.json',
    'export --all --json -o ../all.json',
    'export --all --jsonl -o ../all.jsonl',
    'export --all --yaml -o ../yaml/',
  ])('review %s twice writes nothing the second time', async (line) => {
    const cwd = folderOf({ 'lib/reviews/a.md': film('A'), 'lib/reviews/b.md': film('B') });
    const files = () => {
      const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' });
      const paths = names.filter((name) => !name.startsWith('lib')).map((name) => join(cwd, name));
      return paths.filter((path) => statSync(path).isFile());
    };
    expect((await review(line, { cwd: join(cwd, 'lib') })).status).toBe(0);
    for (const path of files()) utimesSync(path, 1, 1);
    const again = await review(line, { cwd: join(cwd, 'lib') });
    expect(again.status).toBe(0);
    expect(again.stderr).toMatch(/^(?:\.\.\/\S+: 2 reviews in \d+\.\d s\n)?$/);
    expect(files().map((path) => statSync(path).mtimeMs)).toEqual(files().map(() => 1000));
  });

  test('JSON that export made is made anew; JSON of an author stays', async () => {
    const cwd = folderOf({
      'lib/reviews/a.md': film('A'),
      'own.json': '{"film": "X", "rating": 4}',
    });
    const lib = join(cwd, 'lib');
    await review('export --all --json -o ../all.json', { cwd: lib });
    writeFileSync(join(lib, 'reviews/a.md'), film('Another'));
    expect((await review('export --all --json -o ../all.json', { cwd: lib })).status).toBe(0);
    expect(readFileSync(join(cwd, 'all.json'), 'utf8')).toContain('Another');
    expect((await review('export a --json -o ../own.json', { cwd: lib })).status).toBe(2);
    expect(readFileSync(join(cwd, 'own.json'), 'utf8')).toBe('{"film": "X", "rating": 4}');
  });

  test('nothing makes a library out of a folder, or hides its reviews', async () => {
    const cwd = folderOf({ 'a.md': film('A') });
    for (const line of [
      'export a --yaml -o review.config.yaml',
      'export a --html -o reviews/',
      'export --all --html -o reviews',
      'new film X -o reviews/x.md',
    ])
      expect((await review(line, { cwd })).status, line).toBe(2);
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });

  test('-o without a name is wrong usage', async () => {
    const cwd = folderOf({ 'a.md': film('A') });
    for (const line of [
      ['export', 'a', '--html'],
      ['export', '--all', '--html'],
      ['new', 'film', 'X'],
    ])
      expect((await review([...line, '-o', ''], { cwd })).status).toBe(2);
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });

  test('a file that is read-only stays', () => {
    const cwd = folderOf({ 'reviews/a.md': loose, 'out/page.html': 'mine' });
    for (const name of ['.', 'reviews', 'out']) chmodSync(join(cwd, name), 0o777);
    for (const name of ['reviews/a.md', 'out/page.html']) chmodSync(join(cwd, name), 0o444);
    for (const line of [['fmt'], ['export', 'a', '--html', '-o', 'out/page.html']]) {
      const ran = runAsNobody(line, cwd);
      expect(ran.status).toBe(2);
      expect(ran.stderr).toContain('permission denied');
    }
    expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(loose);
    expect(readFileSync(join(cwd, 'out/page.html'), 'utf8')).toBe('mine');
    expect(readdirSync(join(cwd, 'reviews'))).toEqual(['a.md']);
  });
});

describe('in place', () => {
  test.each(['fmt', 'check --fix'])('%s goes by no link out of a library', async (command) => {
    const cwd = folderOf({
      'reviews/b.md': film('B'),
      'outside/x.md': loose,
      'other/review.config.yaml': '',
    });
    symlinkSync('../outside', join(cwd, 'reviews/sub'));
    symlinkSync('../outside/x.md', join(cwd, 'other/l.md'));
    symlinkSync('reviews', join(cwd, 'alias'));
    for (const path of ['reviews/sub/x.md', 'alias/sub/x.md', 'other/l.md']) {
      const ran = await review(`${command} ./${path}`, { cwd });
      expect(readFileSync(join(cwd, 'outside/x.md'), 'utf8'), path).toBe(loose);
      if (command === 'fmt') expect(ran.status).toBe(2);
    }
    expect((await review('fmt ./outside/x.md', { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'outside/x.md'), 'utf8')).not.toBe(loose);
  });

  test('a hard link keeps its text when the disk is full for a longer one', (context) => {
    const cwd = folderOf({ 'disk/.keep': '' });
    const disk = join(cwd, 'disk');
    // Only root can make a disk of 200 KB.
    const mounted =
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk]).status === 0;
    if (!mounted) return context.skip('no disk can be mounted here');
    try {
      const before = 'a'.repeat(40_000);
      writeFileSync(join(disk, 'a.md'), before);
      linkSync(join(disk, 'a.md'), join(disk, 'twin'));
      // Room for the spare copy, and for no more.
      expect(() => openEditable(join(disk, 'a.md')).replace('b'.repeat(110_000))).toThrow();
      expect(readFileSync(join(disk, 'twin'), 'utf8')).toBe(before);
      expect(readdirSync(disk).sort()).toEqual(['a.md', 'twin']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

describe('a site', () => {
  const line = 'export --all --html -o site';

  test('what bears the names of its lists and is none stays', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), precious: 'x', 'site/notes.txt': 'mine' });
    symlinkSync('notes.txt', join(cwd, 'site/.review-site.json'));
    linkSync(join(cwd, 'precious'), join(cwd, 'site/.review-site.journal'));
    const ran = await review(line, { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('it is not of a site; move it away');
    expect(readFileSync(join(cwd, 'site/notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(cwd, 'precious'), 'utf8')).toBe('x');
  });

  test('a pipe in place of its journal is not waited for', () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'site/x': '' });
    expect(spawnSync('mkfifo', [join(cwd, 'site/.review-site.journal')]).status).toBe(0);
    const ran = spawnSync(process.execPath, [join(root, 'bin/review.js'), ...line.split(' ')], {
      cwd,
      timeout: 20_000,
    });
    expect(ran.status).toBe(2);
  });

  test('where no configuration says so, a review that cannot be read is not gone', () => {
    const cwd = folderOf({ 'a.md': film('A'), 'b.md': film('B') });
    chmodSync(cwd, 0o777);
    mkdirSync(join(cwd, 'site'));
    chmodSync(join(cwd, 'site'), 0o777);
    expect(runAsNobody(line.split(' '), cwd).status).toBe(0);
    chmodSync(join(cwd, 'b.md'), 0o000);
    const ran = runAsNobody(line.split(' '), cwd);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('b.md: permission denied');
    expect(ran.stderr).toContain('left in the site');
    expect(existsSync(join(cwd, 'site/b.html'))).toBe(true);
  });
});
