import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLibrary } from '../../src/library/library.ts';
import { locateLibrary } from '../../src/library/locate.ts';
import { createTargetGuard } from '../../src/library/writing/targets.ts';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = (name: string) => `---\nfilm: ${name}\nrating: 4/5\n---\n\nText.\n`;

/** The status of a run in a process of its own. */
function run(argv: readonly string[], cwd: string): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(process.execPath, [join(root, 'bin/review.js'), ...argv], { cwd, stdio: 'ignore' }).on(
      'close',
      resolve,
    );
  });
}

/** A library, another one, a review of none, and a style sheet. */
const world = () => {
  const folder = folderOf({
    'review.config.yaml': 'default: a\n',
    'reviews/a.md': film('A'),
    'reviews/b.md': film('B'),
    'other/review.config.yaml': 'default: c\n',
    'other/c.md': film('C'),
    'other/plain.txt': 'Words that nothing marks as a review.\n',
    'loose/d.md': film('D'),
    'my.css': 'p { color: red }\n',
  });
  symlinkSync('reviews/b.md', join(folder, 'link.html'));
  linkSync(join(folder, 'reviews/b.md'), join(folder, 'hard.html'));
  symlinkSync('reviews', join(folder, 'folder-link'));
  symlinkSync('other/plain.txt', join(folder, 'other.html'));
  symlinkSync('other/review.config.yaml', join(folder, 'config.html'));
  return folder;
};

/** Each kind of source, by the path that leads to it, and the file that must keep its bytes. */
const sources: readonly (readonly [kind: string, target: string, file: string])[] = [
  ['the review that is written', 'reviews/a.md', 'reviews/a.md'],
  ['another review of the library', 'reviews/b.md', 'reviews/b.md'],
  ['a crooked path', 'reviews/../reviews/./b.md', 'reviews/b.md'],
  ['a symbolic link', 'link.html', 'reviews/b.md'],
  ['a hard link', 'hard.html', 'reviews/b.md'],
  ['a folder’s link', 'folder-link/b.md', 'reviews/b.md'],
  ['the configuration', 'review.config.yaml', 'review.config.yaml'],
  ['a review of another library', 'other/c.md', 'other/c.md'],
  ['the configuration of another library', 'other/review.config.yaml', 'other/review.config.yaml'],
  ['a link to a review of another library', 'other.html', 'other/plain.txt'],
  ['a link to its configuration', 'config.html', 'other/review.config.yaml'],
  ['a review of no library', 'loose/d.md', 'loose/d.md'],
];

const writers: readonly (readonly string[])[] = [
  ['export', 'a', '--html'],
  ['export', 'a', '--json'],
  ['export', 'a', '--text'],
  ['export', 'a', '--markdown'],
  ['export', 'a', '--yaml'],
  ['export', 'a', 'b', '--json'],
  ['export', '--all', '--jsonl'],
  ['export', './loose/d.md', '--html'],
  ['new', 'film', 'X'],
];

describe('a target is never a source', () => {
  test.each(
    writers.flatMap((line) => sources.map((source) => [line.join(' '), ...source] as const)),
  )('%s -o %s (%s)', async (line, _, target, file) => {
    const cwd = world();
    const before = readFileSync(join(cwd, file), 'utf8');
    const ran = await review([...line.split(' '), '-o', target], { cwd });
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(before);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(
      /not overwritten|a review of its own|stays as it is|name a file|choose another name|name another/,
    );
  });

  test('a theme file is no target', async () => {
    const theme = 'base: dark\n';
    const folder = folderOf({ 'reviews/a.md': '---\nfilm: Heat\n---\nText.\n', 'my.yaml': theme });
    for (const line of [
      'export a --text --theme my.yaml -o my.yaml',
      'export a --text --theme ./my.yaml -o reviews/../my.yaml',
    ]) {
      const ran = await review(line, { cwd: folder });
      expect([line, ran.status]).toEqual([line, 2]);
      expect(readFileSync(join(folder, 'my.yaml'), 'utf8')).toBe(theme);
    }
    const env = { REVIEW_THEME: 'my.yaml' };
    expect((await review('export a --text -o my.yaml', { cwd: folder, env })).status).toBe(2);
    expect(readFileSync(join(folder, 'my.yaml'), 'utf8')).toBe(theme);
  });

  test('a style sheet in use', async () => {
    const cwd = world();
    const ran = await review('export a --html --css my.css -o my.css', { cwd });
    expect(ran.status).toBe(2);
    expect(readFileSync(join(cwd, 'my.css'), 'utf8')).toBe('p { color: red }\n');
    const page = await review('export a --html --css my.css --no-css', { cwd });
    expect(page.stdout.match(/<style>/g)).toHaveLength(1);
    expect(page.stdout).toContain('color: red');
    expect(page.stdout).not.toContain('--star');
  });

  test('a review of none is read and written by one path', async () => {
    const cwd = folderOf({ 'x/a.md': film('A') });
    const ran = await review('export x/a.md --html -o x/a.md', { cwd });
    expect(ran.status).toBe(2);
    expect(readFileSync(join(cwd, 'x/a.md'), 'utf8')).toBe(film('A'));
  });

  test('what standard input was opened on', () => {
    const cwd = world();
    const before = readFileSync(join(cwd, 'reviews/a.md'), 'utf8');
    const stdin = openSync(join(cwd, 'reviews/a.md'), 'r');
    // Only a process has a standard input of its own.
    const ran = spawnSync(
      process.execPath,
      [join(root, 'bin/review.js'), 'export', '-', '--html', '-o', 'twin.md'],
      { cwd: linkedTwin(cwd), stdio: [stdin, 'pipe', 'pipe'], encoding: 'utf8' },
    );
    closeSync(stdin);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('this run reads it; it is not overwritten');
    expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(before);
  });

  test('new does not write over a file', async () => {
    const cwd = world();
    expect((await review('new film X -o reviews/a.md', { cwd })).status).toBe(2);
    expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(film('A'));
  });

  test('a folder of kinds that leads out of the library', async () => {
    const cwd = folderOf({
      'lib/review.config.yaml': 'kinds:\n  "../k": film\n  away: book\n',
      'lib/a.md': film('A'),
      'outside/x': '',
    });
    symlinkSync('../outside', join(cwd, 'lib/away'));
    for (const line of ['new film X', 'new book Y'])
      expect((await review(line, { cwd: join(cwd, 'lib') })).status).toBe(2);
    expect(existsSync(join(cwd, 'k'))).toBe(false);
    expect(readdirSync(join(cwd, 'outside'))).toEqual(['x']);
  });

  test('on a disk that is blind to case, another spelling is the same file', () => {
    const cwd = world();
    const library = createLibrary(locateLibrary({ env: {}, cwd, samples: '' }));
    const blind = (path: string) => {
      const name = path.toLowerCase();
      const at = ['reviews/a.md', 'reviews/b.md'].findIndex((each) => name.endsWith(each));
      return at < 0 ? undefined : { dev: 1, ino: at };
    };
    const guard = createTargetGuard({ library, read: [] }, blind);
    expect(guard(join(cwd, 'reviews/A.MD'))).toContain('a review of a library');
    expect(guard(join(cwd, 'reviews/C.MD'))).toBeNull();
  });
});

describe('a file that would become a review', () => {
  test.each([
    ['export a --text -o reviews/a.txt', 2],
    ['export a --json -o reviews/new.json', 2],
    ['export --all --json -o reviews/all.json', 2],
    ['export a --json -o reviews/out/', 2],
    ['export a --markdown -o reviews/c.md', 0],
    ['export a --yaml -o reviews/c.yaml', 0],
    ['export a --yaml -o reviews/b.yaml', 2],
    ['export a --text -o a.txt', 0],
    ['export a --html -o reviews/a.html', 0],
  ])('review %s: %i', async (line, status) => {
    const cwd = world();
    const before = readdirSync(join(cwd, 'reviews')).length;
    const ran = await review(line, { cwd });
    expect(ran.status).toBe(status);
    if (status === 2) {
      expect(ran.stderr).toContain('inside the library this would be a review of its own');
      expect(readdirSync(join(cwd, 'reviews')).length).toBe(before);
    }
  });

  test('with the bytes it has already, nothing is written', async () => {
    const cwd = world();
    await review('export a --markdown -o reviews/c.md', { cwd });
    const text = readFileSync(join(cwd, 'reviews/c.md'), 'utf8');
    unlinkSync(join(cwd, 'reviews/c.md'));
    writeFileSync(join(cwd, 'a.html'), '');
    const page = (await review('export a --html', { cwd })).stdout;
    writeFileSync(join(cwd, 'a.html'), page);
    utimesSync(join(cwd, 'a.html'), 1, 1);
    expect((await review('export a --html -o a.html', { cwd })).status).toBe(0);
    expect(text).toContain('film: A');
  });
});

describe('an id that a file gives itself is no path', () => {
  const exported = async (id: string) => {
    const folder = folderOf({ 'reviews/a.md': film('A'), 'out/x': '' });
    const json = (await review('export a --json', { cwd: folder })).stdout;
    writeFileSync(join(folder, 'v.json'), json.replace('"id": "a"', `"id": ${JSON.stringify(id)}`));
    return folder;
  };

  test.each(['../home/settings', '.', '..', '', '/etc/x', 'a\nb'])('%j', async (id) => {
    const cwd = await exported(id);
    mkdirSync(join(cwd, 'home'));
    writeFileSync(join(cwd, 'home/settings.json'), 'mine');
    for (const format of ['--json', '--html', '--markdown'])
      expect((await review(['export', './v.json', format, '-o', 'out/'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'home/settings.json'), 'utf8')).toBe('mine');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['v.html', 'v.json', 'v.md', 'x']);
    const stdin = readFileSync(join(cwd, 'v.json'), 'utf8');
    expect((await review('export - --json -o out/', { cwd, stdin })).status).toBe(0);
    expect(existsSync(join(cwd, 'out/review.json'))).toBe(true);
  });
});

/** A folder of no library, with a second name for a review. */
function linkedTwin(cwd: string): string {
  const folder = folderOf({ 'x.txt': '' });
  linkSync(join(cwd, 'reviews/a.md'), join(folder, 'twin.md'));
  return folder;
}

// Whoever may do everything can write there too.
const mayDoAll = process.getuid?.() === 0;

test.skipIf(mayDoAll)('a folder that is read-only is said, and nothing is left in it', async () => {
  const cwd = folderOf({ 'reviews/a.md': film('A'), 'out/x': '' });
  chmodSync(join(cwd, 'out'), 0o555);
  const ran = await review('export a --html -o out/a.html', { cwd });
  chmodSync(join(cwd, 'out'), 0o755);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain('permission denied');
  expect(readdirSync(join(cwd, 'out'))).toEqual(['x']);
});

test('a target in a place that takes no files is said, whoever asks', async () => {
  const cwd = folderOf({ 'reviews/a.md': film('A') });
  for (const target of ['/proc/x/a.html', '/dev/full', 'reviews/a.md/b.html']) {
    const ran = await review(['export', 'a', '--html', '-o', target], { cwd });
    expect(ran.status, target).toBe(2);
    expect(ran.stderr).toMatch(/^review: /);
  }
  expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(film('A'));
});

describe('in place', () => {
  const loose = '---\nrating: 4/5\nfilm: A\n---\n# Text\nx\n';

  // `check --fix` mends what it reads last; what comes between that and its writing is in editable.test.ts.
  test('a file changed meanwhile keeps its bytes', async () => {
    const source = '---\nmovie: A\nauhtor: B\n---\n\nA\n-\n';
    const cwd = folderOf({ 'reviews/a.md': source });
    const path = join(cwd, 'reviews/a.md');
    const other = `${source}more\n`;
    let calls = 0;
    const ran = await review('fmt', {
      cwd,
      onError: () => {
        // First the configuration speaks, then the file, once it was read.
        if (++calls === 2) writeFileSync(path, other);
      },
    });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('another program has changed it meanwhile');
    expect(readFileSync(path, 'utf8')).toBe(other);
  });

  test('a hard link is written through', async () => {
    const cwd = folderOf({ 'reviews/a.md': loose });
    linkSync(join(cwd, 'reviews/a.md'), join(cwd, 'twin'));
    expect((await review('fmt', { cwd })).status).toBe(0);
    const text = readFileSync(join(cwd, 'reviews/a.md'), 'utf8');
    expect(text).not.toBe(loose);
    expect(readFileSync(join(cwd, 'twin'), 'utf8')).toBe(text);
    expect(readdirSync(join(cwd, 'reviews'))).toEqual(['a.md']);
  });

  test('never through a link that leads out of the library', async () => {
    const cwd = folderOf({ 'reviews/b.md': film('B'), 'outside.md': loose });
    symlinkSync('../outside.md', join(cwd, 'reviews/a.md'));
    for (const line of ['fmt', 'fmt a', 'fmt ./reviews/a.md', 'check --fix ./reviews/a.md']) {
      await review(line, { cwd });
      expect(readFileSync(join(cwd, 'outside.md'), 'utf8')).toBe(loose);
    }
    expect((await review('fmt ./reviews/a.md', { cwd })).status).toBe(2);
  });

  test('nor when another spelling leads to the library', async () => {
    const cwd = folderOf({ 'real/reviews/b.md': film('B'), 'outside.md': loose });
    symlinkSync('../../outside.md', join(cwd, 'real/reviews/a.md'));
    symlinkSync('real', join(cwd, 'alias'));
    for (const line of [
      'fmt --library alias real/reviews/a.md',
      'fmt --library real alias/reviews/a.md',
    ])
      expect((await review(line, { cwd })).status).toBe(2);
    expect(readFileSync(join(cwd, 'outside.md'), 'utf8')).toBe(loose);
  });

  test('leftovers of a run that was killed go, when they are ours and old', async () => {
    const cwd = folderOf({
      'reviews/a.md': loose,
      'reviews/.a.md.lx2k3j4h5g6f.0.tmp': 'old',
      'reviews/.b.md.lx2k3j4h5g6f.1.tmp': 'new',
      'reviews/.mine.tmp': 'mine',
    });
    for (const name of ['.a.md.lx2k3j4h5g6f.0.tmp', '.mine.tmp'])
      utimesSync(join(cwd, 'reviews', name), 1, 1);
    await review('fmt', { cwd });
    expect(readdirSync(join(cwd, 'reviews')).sort()).toEqual([
      '.b.md.lx2k3j4h5g6f.1.tmp',
      '.mine.tmp',
      'a.md',
    ]);
  });
});

describe('a site owns what it wrote', () => {
  const line = 'export --all --html -o site';
  const journal = '.review-site.journal';

  test('after a run that was killed, the next one knows its pages, whatever has changed since', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'reviews/b.md': film('B') });
    await review(line, { cwd });
    const before = readFileSync(join(cwd, 'site/.review-site.json'), 'utf8');
    expect(existsSync(join(cwd, 'site', journal))).toBe(false);
    // What a run leaves that is killed once it has written a page: the page, its note, and the manifest of the run before.
    writeFileSync(join(cwd, 'reviews/a.md'), film('Another A'));
    await review(line, { cwd });
    const written = JSON.parse(readFileSync(join(cwd, 'site/.review-site.json'), 'utf8')) as {
      files: Record<string, string>;
    };
    writeFileSync(join(cwd, 'site/.review-site.json'), before);
    const notes = [...Object.keys(written.files), '../precious'].map((path) =>
      JSON.stringify([path, written.files[path] ?? 'x']),
    );
    writeFileSync(join(cwd, 'site', journal), `${notes.join('\n')}\n["b.html","cut sh`);
    writeFileSync(join(cwd, 'reviews/a.md'), film('A third A'));
    const ran = await review(line, { cwd });
    expect(ran.status).toBe(0);
    expect(readFileSync(join(cwd, 'site/a.html'), 'utf8')).toContain('A third A');
    expect(readdirSync(join(cwd, 'site')).filter((name) => name.startsWith('.'))).toEqual([
      '.review-site.json',
    ]);
  });

  test('a page of a killed run that nothing makes any more is removed', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'site/gone.html': 'gone' });
    const hash = createHash('sha256').update('gone').digest('hex');
    writeFileSync(join(cwd, 'site', journal), `${JSON.stringify(['gone.html', hash])}\n`);
    expect((await review(line, { cwd })).stderr).toContain('removed gone.html');
    expect(existsSync(join(cwd, 'site/gone.html'))).toBe(false);
  });

  test('on a full disk what was there stays whole, and a run with room makes it whole', async (context) => {
    const cwd = folderOf({
      'reviews/a.md': film('A'),
      'reviews/b.md': film('B'),
      'site/.keep': '',
    });
    const site = join(cwd, 'site');
    // Only root can make a disk of 200 KB.
    const mounted =
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', site]).status === 0;
    if (!mounted) return context.skip('no disk can be mounted here');
    try {
      expect((await review(line, { cwd })).status).toBe(0);
      const page = readFileSync(join(site, 'a.html'), 'utf8');
      for (let at = 0; at < 8; at++)
        writeFileSync(
          join(cwd, `reviews/c${at}.md`),
          `${film(`C${at}`)}${'Words. '.repeat(6000)}\n`,
        );
      const full = await review(line, { cwd });
      expect(full.status).toBe(2);
      expect(full.stderr).toContain('the disk is full');
      expect(readFileSync(join(site, 'a.html'), 'utf8')).toBe(page);
      for (const name of readdirSync(site).filter((each) => each.endsWith('.html')))
        expect(readFileSync(join(site, name), 'utf8')).toMatch(/<\/html>\n$/);
      expect(readdirSync(site).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      for (let at = 0; at < 8; at++) unlinkSync(join(cwd, `reviews/c${at}.md`));
      expect((await review(line, { cwd })).status).toBe(0);
      expect(readdirSync(site).filter((name) => name.startsWith('c'))).toEqual([]);
      expect(existsSync(join(site, journal))).toBe(false);
    } finally {
      spawnSync('umount', [site]);
    }
  });

  test('two runs at once end whole, with nothing left over', async () => {
    const cwd = folderOf(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [`reviews/n${at}.md`, film(`N${at}`)]),
      ),
    );
    const runs = await Promise.all(
      [1, 2, 3].map(() => run(['export', '--all', '--html', '-o', 'site'], cwd)),
    );
    expect(runs).toEqual([0, 0, 0]);
    const again = await review(line, { cwd });
    expect(again.status).toBe(0);
    expect(readdirSync(join(cwd, 'site')).filter((name) => name.startsWith('.'))).toEqual([
      '.review-site.json',
    ]);
  });

  test('two runs write nothing the second time', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'reviews/b.md': film('B') });
    await review(line, { cwd });
    const names = readdirSync(join(cwd, 'site'));
    for (const name of names) utimesSync(join(cwd, 'site', name), 1, 1);
    await review(line, { cwd });
    expect(names.map((name) => statSync(join(cwd, 'site', name)).mtimeMs)).toEqual(
      names.map(() => 1000),
    );
  });
  const manifest = (cwd: string) =>
    JSON.parse(readFileSync(join(cwd, 'site/.review-site.json'), 'utf8')) as {
      files: Record<string, string>;
    };

  test('foreign and hand-changed files are left alone and named; --force takes them over', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'site/index.html': 'mine' });
    const ran = await review(line, { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('index.html: the site did not make this file');
    expect(readFileSync(join(cwd, 'site/index.html'), 'utf8')).toBe('mine');
    expect(existsSync(join(cwd, 'site/a.html'))).toBe(true);
    expect(Object.keys(manifest(cwd).files)).not.toContain('index.html');
    writeFileSync(join(cwd, 'site/a.html'), 'changed by hand');
    expect((await review(line, { cwd })).stderr).toContain('a.html: the site did not make');
    expect(readFileSync(join(cwd, 'site/a.html'), 'utf8')).toBe('changed by hand');
    expect((await review(`${line} --force`, { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'site/index.html'), 'utf8')).toContain('<html');
    expect((await review(line, { cwd })).status).toBe(0);
  });

  test('what nothing makes any more is removed, unless it was changed or something could not be read', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('A'),
      'reviews/b.md': film('B'),
      'reviews/c.md': film('C'),
    });
    await review(line, { cwd });
    unlinkSync(join(cwd, 'reviews/b.md'));
    unlinkSync(join(cwd, 'reviews/c.md'));
    writeFileSync(join(cwd, 'reviews/bad.md'), '---\nfilm: [\n---\n');
    writeFileSync(join(cwd, 'site/c.html'), 'changed');
    const broken = await review(line, { cwd });
    expect(broken.stderr).toMatch(/\d files? of an earlier run left in the site/);
    expect(existsSync(join(cwd, 'site/b.html'))).toBe(true);
    unlinkSync(join(cwd, 'reviews/bad.md'));
    const ran = await review(line, { cwd });
    expect(ran.stderr).toContain('removed b.html');
    expect(existsSync(join(cwd, 'site/b.html'))).toBe(false);
    expect(readFileSync(join(cwd, 'site/c.html'), 'utf8')).toBe('changed');
  });

  test('a manifest of somebody else’s making removes nothing outside', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'precious.html': 'x', 'site/x': '' });
    const hash = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    writeFileSync(
      join(cwd, 'site/.review-site.json'),
      JSON.stringify({ version: 1, files: { '../precious.html': hash, a: 1 } }),
    );
    await review(line, { cwd });
    expect(readFileSync(join(cwd, 'precious.html'), 'utf8')).toBe('x');
  });

  test.each([
    ['of another version', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['that is broken', (text: string) => text.slice(0, -9)],
  ])('a manifest %s makes no file ours', async (_, change) => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'reviews/b.md': film('B') });
    await review(line, { cwd });
    const manifest = join(cwd, 'site/.review-site.json');
    writeFileSync(manifest, change(readFileSync(manifest, 'utf8')));
    const page = readFileSync(join(cwd, 'site/a.html'), 'utf8');
    writeFileSync(join(cwd, 'reviews/a.md'), film('Another'));
    unlinkSync(join(cwd, 'reviews/b.md'));
    const ran = await review(line, { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('a.html');
    expect(readFileSync(join(cwd, 'site/a.html'), 'utf8')).toBe(page);
    expect(existsSync(join(cwd, 'site/b.html'))).toBe(true);
  });

  test('never through a link that leads out of the folder', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), precious: 'x', 'site/x': '' });
    symlinkSync('../precious', join(cwd, 'site/index.html'));
    for (const each of [line, `${line} --force`])
      expect((await review(each, { cwd })).status).toBe(2);
    expect(readFileSync(join(cwd, 'precious'), 'utf8')).toBe('x');
  });

  test('the manifest holds what is published and nothing else', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('A'),
      'reviews/secret.md': `---\nfilm: S\ndraft: true\n---\n`,
    });
    await review(line, { cwd });
    const text = readFileSync(join(cwd, 'site/.review-site.json'), 'utf8');
    expect(text).not.toContain('secret');
    expect(text).not.toContain(cwd);
    expect(Object.keys(manifest(cwd).files)).toContain('a.html');
  });

  test('a picture of the library that the site lies in is never the site’s', async () => {
    const poster = (line: string) => `---\nfilm: A\nrating: 4/5\n${line}---\n\nText.\n`;
    const cwd = folderOf({ 'review.config.yaml': '', 'a.md': poster('poster: p.png\n') });
    writeFileSync(join(cwd, 'p.png'), Buffer.from('89504e470d0a1a0a30303030', 'hex'));
    expect((await review('export --all --html -o .', { cwd })).status).toBe(0);
    writeFileSync(join(cwd, 'a.md'), poster(''));
    expect((await review('export --all --html -o .', { cwd })).status).toBe(0);
    expect(existsSync(join(cwd, 'p.png'))).toBe(true);
  });

  test('a page under another spelling of its name is not taken for a stale one', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A') });
    await review(line, { cwd });
    // As on a disk that is blind to case: two names, one file.
    linkSync(join(cwd, 'site/a.html'), join(cwd, 'site/A.html'));
    const { files } = manifest(cwd);
    writeFileSync(
      join(cwd, 'site/.review-site.json'),
      JSON.stringify({ version: 1, files: { ...files, 'A.html': files['a.html'] } }),
    );
    const ran = await review(line, { cwd });
    expect(ran.stderr).not.toContain('removed');
    expect(existsSync(join(cwd, 'site/A.html'))).toBe(true);
  });

  test('a site without a manifest is taken over by --force, or where the bytes are the same', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A') });
    await review(line, { cwd });
    unlinkSync(join(cwd, 'site/.review-site.json'));
    writeFileSync(join(cwd, 'site/index.html'), 'of an older version');
    expect((await review(line, { cwd })).status).toBe(2);
    expect(Object.keys(manifest(cwd).files)).toContain('a.html');
    expect(readFileSync(join(cwd, 'site/index.html'), 'utf8')).toBe('of an older version');
    expect((await review(`${line} --force`, { cwd })).status).toBe(0);
  });

  test('a run that ended before its manifest is made whole by the next', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'reviews/b.md': film('B') });
    await review(line, { cwd });
    const whole = manifest(cwd);
    for (const name of ['.review-site.json', 'b.html', 'index.html'])
      unlinkSync(join(cwd, 'site', name));
    expect((await review(line, { cwd })).status).toBe(0);
    expect(manifest(cwd)).toEqual(whole);
  });

  test('two runs at once leave one whole site', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'reviews/b.md': film('B') });
    const ran = await Promise.all([review(line, { cwd }), review(line, { cwd })]);
    expect(ran.map(({ status }) => status)).toEqual([0, 0]);
    const names = Object.keys(manifest(cwd).files);
    expect(names.every((name) => existsSync(join(cwd, 'site', name)))).toBe(true);
    expect(readdirSync(join(cwd, 'site')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a picture’s address that cannot be read is said and ends nothing', async () => {
    const evil = "---\nfilm: A\nposter: 'http:\\\\evil'\ndate: 2025-01-01\n---\n\nText.\n";
    const cwd = folderOf({ 'reviews/a.md': evil });
    const ran = await review(`${line} --base-url https://x.example/`, { cwd });
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain('has no address that can be read; left out');
    for (const name of ['feed.json', 'sitemap.xml'])
      expect(existsSync(join(cwd, 'site', name))).toBe(true);
  });

  test('names of files are encoded in feeds as on the pages', async () => {
    const text = '---\nfilm: A\ndate: 2025-01-01\n---\n\nText.\n';
    const cwd = folderOf({ 'reviews/javascript:x.md': text, 'reviews/q?x#y.md': text });
    await review(line, { cwd });
    const feed = readFileSync(join(cwd, 'site/feed.xml'), 'utf8');
    expect(feed).toContain('href="javascript%3Ax.html"');
    expect(feed).toContain('href="q%3Fx%23y.html"');
  });
});
