import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = (keys: string, text: string) => `---\nfilm: A\n${keys}---\n${text}\n`;

/** The bytes of a file as they stand in a page. */
const held = (text: string) => `data:image/png;base64,${Buffer.from(text).toString('base64')}`;

function library(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = folderOf({ 'reviews/x.md': 'X' });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  return cwd;
}

const sources = (html: string) =>
  Array.from(html.matchAll(/<img [^>]*?src="([^"]*)"/g), ([, src]) => src);

describe('a single page is whole', () => {
  const files = {
    'reviews/sea/one.md': film(
      'poster: ../art/cover.png\n',
      '![here](pic.png) ![there](<../art/b c.png>) ![web](https://x.example/y.png)\n\n<img src="pic.png" alt="raw">',
    ),
    'reviews/sea/pic.png': 'pic',
    'reviews/art/cover.png': 'cover',
    'reviews/art/b c.png': 'b c',
  };

  test.each([
    ['export sea/one --html'],
    ['export reviews/sea/one.md --html --pictures=embed'],
    ['show sea/one --html'],
    ['export sea/one --html --pictures embed --base-url https://x.example/'],
  ])('%s holds the pictures of the library; web addresses stay', async (line) => {
    const { status, stdout, stderr } = await review(line, { cwd: library(files) });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(sources(stdout)).toEqual([
      ...[held('cover'), held('pic'), held('b c')],
      ...['https://x.example/y.png', held('pic')],
    ]);
    expect(stdout).toContain('img-src data: https:;');
  });

  test('to a file it is the same page', async () => {
    const cwd = library(files);
    expect(await review('export sea/one -o page.html', { cwd })).toMatchObject({ status: 0 });
    const { stdout } = await review('export sea/one --html', { cwd });
    expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toBe(stdout);
  });

  test.each([
    ['--pictures=link', '../art/cover.png', "img-src 'self' data: https:;"],
    ['--fragment', '../art/cover.png', ''],
    ['--base-url https://x.example/r', 'https://x.example/r/art/cover.png', "img-src 'self'"],
  ])('%s has their addresses', async (options, cover, policy) => {
    const { stdout, stderr } = await review(`export sea/one --html ${options}`, {
      cwd: library(files),
    });
    expect(stderr).toBe('');
    expect(sources(stdout)[0]).toBe(cover);
    expect(stdout).not.toContain('base64');
    expect(stdout).toContain(policy);
  });

  test('--pictures=none has their texts', async () => {
    const { stdout, stderr } = await review('export sea/one --html --pictures=none', {
      cwd: library(files),
    });
    expect(stderr).toBe('');
    expect(sources(stdout)).toEqual([]);
    expect(stdout).toContain('<p>here there web</p>');
  });

  test('a lone file finds its pictures beside it, and those of several reviews beside theirs', async () => {
    const cwd = library({
      'x/heat.md': film('poster: p.png\n', ''),
      'x/p.png': 'beside',
      'reviews/many.yaml':
        '- film: One\n  rating: 4/5\n  poster: q.png\n- film: Two\n  rating: 3/5\n',
      'reviews/q.png': 'theirs',
    });
    const lone = await review('export ./x/heat.md --html', { cwd });
    expect(sources(lone.stdout)).toEqual([held('beside')]);
    const one = await review('export many/one --html', { cwd });
    expect(sources(one.stdout)).toEqual([held('theirs')]);
  });
});

describe('a picture that a page cannot have', () => {
  test.each([
    ['no.png', 'image-missing', 'There is no file `no.png`.'],
    ['evil.svg', 'image-blocked', '`evil.svg` is not shown: an SVG can carry a script'],
    ['../../out.png', 'image-blocked', 'it lies outside the library'],
  ])('%s is its text, said with its place, and the status is 0', async (name, code, words) => {
    const cwd = library({
      'reviews/a/one.md': film('', `Some ![a pier](${name}) words`),
      'reviews/a/evil.svg': '<svg/>',
      'out.png': 'secret',
    });
    const { status, stdout, stderr } = await review('export a/one --html', { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('<p>Some a pier words</p>');
    expect(stdout).not.toContain(Buffer.from('secret').toString('base64'));
    expect(stderr).toContain('one.md:4:16: warning:');
    expect(stderr).toContain(words);
    expect(stderr).toContain(code);
  });

  test('beyond 1 MiB, or 8 MiB in all, is a link', async () => {
    const large = new Uint8Array(1024 * 1024 + 1);
    const most = new Uint8Array(1024 * 1024);
    const cwd = library({
      'reviews/one.md': film(
        'poster: large.png\n',
        `${'![m](most.png)'.repeat(9)} ![a large one](large.png)`,
      ),
      'reviews/large.png': large,
      'reviews/most.png': most,
    });
    const { status, stdout, stderr } = await review('export one --html', { cwd });
    expect(status).toBe(0);
    expect(sources(stdout)).toHaveLength(8);
    expect(stdout).toContain('<a href="most.png">m</a> <a href="large.png">a large one</a></p>');
    expect(stdout).toContain('<dt>Image</dt><dd><a href="large.png">large.png</a></dd>');
    expect(stderr).toMatch(/`large\.png` is larger than 1 MiB/);
    expect(stderr).toMatch(/`most\.png` would make the page larger than 8 MiB/);
  });
});

test('links to reviews lead to their pages, sections and all', async () => {
  const cwd = library({
    'reviews/sea/one.md': film(
      '',
      '[b](two.md#end) [c](../x.md) [d](#here) [e](paper.pdf) [f](<../a b.md>)',
    ),
    'reviews/sea/two.md': film('', '## End\n\nx'),
    'reviews/a b.md': film('', 'x'),
  });
  const links = async (options: string) => {
    const { stdout } = await review(`export sea/one --html --fragment ${options}`, { cwd });
    return Array.from(stdout.matchAll(/<a href="([^"]*)"/g), ([, href]) => href);
  };
  expect(await links('')).toEqual([
    ...['two.html#end', '../x.html', '#here', 'paper.pdf', '../a%20b.html'],
  ]);
  const base = 'https://x.example/r/';
  expect(await links(`--base-url ${base}`)).toEqual([
    ...[`${base}sea/two.html#end`, `${base}x.html`, '#here'],
    ...[`${base}sea/paper.pdf`, `${base}a%20b.html`],
  ]);
});

test('a page that fills the terminal is followed by how to save it', async () => {
  const cwd = library({ 'reviews/one.md': film('', 'x') });
  const screen = { columns: 80, rows: 24 };
  const seen = await review('export one --html', { cwd, screen });
  expect(seen.stderr).toBe('-o FILE saves it\n');
  expect((await review('export one --html', { cwd })).stderr).toBe('');
  expect((await review('export one --json', { cwd, screen })).stderr).toBe('');
});
