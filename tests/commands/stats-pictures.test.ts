import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { faultsOf } from '../writers/html/html-pages.ts';

const post = (kind: string, name: string, more: string, words = 3) =>
  `---\n${kind}: ${name}\n${more}\n---\n${'word '.repeat(words)}\n`;

const library = () =>
  folderOf({
    'reviews/a.md': post(
      'film',
      '"<b>Alpha</b> & Co"',
      'director: Ann Bell\nrating: 5/5\ndate: 2024-12-31\ntags: [x, "]]>"]',
    ),
    'reviews/b.md': post('film', 'Beta', 'director: Ann Bell\nrating: 9/10\ndate: 2025-02-01', 90),
    'reviews/c.md': post('book', 'Gamma', 'author: Cy\nrating: 2.5/5\ndate: 2025-02-01\ntags: [x]'),
    'reviews/d.md': post('film', 'Delta >!Zwxq!<', 'rating: 0/5\ndate: 2025-11'),
    'reviews/e.md': post('film', 'Epsilon', 'tags: [y]'),
  });

/** The elements of a document as XML reads it; it fails where one is not closed by its own tag. */
function elementsOf(svg: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        found.push({ name, attributes });
      },
      onclosetag: (name, isImplied) => {
        expect([open.pop(), isImplied]).toEqual([name, false]);
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  expect(open).toEqual([]);
  return found;
}

describe('stats --html', () => {
  test('a page without a script, each picture with a title, words and a table', async () => {
    const { status, stdout, stderr } = await review('stats --html', { cwd: library() });
    expect([status, stderr]).toEqual([0, '']);
    expect(await faultsOf(stdout)).toEqual([]);
    expect(stdout).toContain("content=\"default-src 'none'; style-src 'unsafe-inline';");
    expect(stdout).not.toMatch(/<script|\son\w+=|javascript:|<b>|Zwxq/i);
    const pictures = stdout.match(
      /<svg [^>]*role="img"[^>]*><title id="[\w-]+">.+<\/title>\n<desc id="[\w-]+">.+<\/desc>/g,
    );
    expect(pictures).toHaveLength(6);
    expect(stdout).toMatch(
      /class="sheets" role="img" aria-label="The calendar of 2025\. 2 reviews on 1 day, at most 2 on one\."/,
    );
    const ids = Array.from(stdout.matchAll(/<h2 id="(\w+)">/g), ([, id]) => id);
    expect(ids).toEqual([
      'best',
      'ratings',
      'years',
      'months',
      'kinds',
      'makers',
      'tags',
      'calendar',
    ]);
    expect(stdout.match(/<table>/g)).toHaveLength(7);
  });

  test('its tables say what was counted', async () => {
    const { stdout } = await review('stats --html', { cwd: library() });
    const rows = (id: string) =>
      Array.from(
        (
          new RegExp(`<h2 id="${id}">[\\s\\S]*?<tbody>([\\s\\S]*?)</tbody>`).exec(stdout)?.[1] ?? ''
        ).matchAll(/<tr>(.*?)<\/tr>/g),
        ([, row = '']) =>
          Array.from(row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g), ([, cell]) => cell),
      );
    expect(rows('ratings')).toEqual([
      ['0', '1'],
      ...['½', '1', '1½', '2'].map((stars) => [stars, '0']),
      ['2½', '1'],
      ...['3', '3½', '4'].map((stars) => [stars, '0']),
      ...[
        ['4½', '1'],
        ['5', '1'],
      ],
    ]);
    expect(rows('years')).toEqual([
      ['2024', '1'],
      ['2025', '3'],
    ]);
    expect(rows('months')[1]).toEqual([
      '2025',
      '0',
      '2',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '1',
      '0',
    ]);
    expect(rows('kinds')).toEqual([
      ['Films', '4', '3.2'],
      ['Books', '1', '2.5'],
    ]);
    expect(rows('makers')).toEqual([
      ['Ann Bell', '2', '4.8'],
      ['Cy', '1', '2.5'],
    ]);
    expect(rows('calendar')).toEqual([['1 February', '2']]);
  });

  test('a year in review: its months, its best, its name', async () => {
    const { stdout } = await review('stats --html date:2025', { cwd: library() });
    expect(stdout).toContain('<h1>2025 in reviews</h1>');
    expect(stdout).toContain('The best of 2025');
    expect(stdout).toMatch(/<dt>the busiest month<\/dt><dd>February<\/dd>/);
    const films = await review('stats --html date:2025 kind:film', { cwd: library() });
    expect(films.stdout).toContain('<h1>2025 in films</h1>');
    const named = await review(['stats', '--html', '--title', 'My <year>'], { cwd: library() });
    expect(named.stdout).toContain('<h1>My &lt;year&gt;</h1>');
  });

  test('of one review without rating, date or kind there is a page too', async () => {
    const cwd = folderOf({ 'reviews/a.md': '---\ntitle: A\n---\nx\n' });
    const { stdout, status } = await review('stats --html', { cwd });
    expect(status).toBe(0);
    expect(await faultsOf(stdout)).toEqual([]);
    expect(stdout).not.toMatch(/NaN|Infinity|undefined|null/);
    elementsOf((await review('stats --svg', { cwd })).stdout);
  });
});

describe('stats --svg', () => {
  test('one well-formed picture, with a title and all in words, nothing hidden in it', async () => {
    const { status, stdout } = await review('stats --svg', { cwd: library() });
    expect(status).toBe(0);
    const [root, ...elements] = elementsOf(stdout);
    expect(root).toMatchObject({
      name: 'svg',
      attributes: { role: 'img', 'aria-labelledby': 'title desc' },
    });
    expect(stdout).toContain('<title id="title">Reviews in figures</title>');
    expect(stdout).toMatch(/<desc id="desc">5 reviews, .*Ratings: 4 ratings.*The calendar of 2025/);
    expect(stdout).not.toMatch(/Zwxq|NaN|href/);
    const names = new Set(elements.map(({ name }) => name));
    expect([...names].sort()).toEqual(['desc', 'g', 'path', 'rect', 'style', 'text', 'title']);
  });

  test('-o names the format, and a picture that it made may be made again, no other', async () => {
    const cwd = library();
    for (const name of ['y.svg', 'y.html']) {
      for (const line of [`stats -o ${name}`, `stats date:2025 -o ${name}`])
        expect(await review(line, { cwd }), line).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(readFileSync(join(cwd, name), 'utf8')).toContain('2025 in reviews');
    }
    writeFileSync(join(cwd, 'own.svg'), '<svg/>');
    const refused = await review('stats -o own.svg', { cwd });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('it is a picture; it is not overwritten');
    expect(readFileSync(join(cwd, 'own.svg'), 'utf8')).toBe('<svg/>');
  });
});

test.each([
  ['--html --svg', '--html and --svg each write something else'],
  ['--json --html', '--json and --html each write something else'],
  ['--title X', '--title heads a page or a picture'],
  ['-o x.png', '-o writes a page or a picture: name it .html or .svg'],
  ['--json -o x.json', '-o writes a page or a picture'],
  ['--html -o folder', 'it is one file'],
])('%s: it says what is wrong', async (options, said) => {
  const cwd = library();
  mkdirSync(join(cwd, 'folder'));
  const ran = await review(`stats ${options}`, { cwd });
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toContain(said);
});
