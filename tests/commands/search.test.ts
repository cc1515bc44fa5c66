import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.ts';
import { excerpt } from '../../src/views/hits.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = (title: string, body: string) => `---\nfilm: ${title}\nrating: 4/5\n---\n${body}`;

describe('review search', () => {
  const library = () =>
    folderOf({
      'reviews/heat.md': film('Heat', 'Words.\n\n## Pace\n\nA **slow**\nburn. ||He dies.||\n'),
      'reviews/tea.yaml': 'film: Tea\nsections:\n  notes: "Caf\\xe9, slow."\n',
    });
  const withBad = (text: string) => {
    const cwd = library();
    writeFileSync(join(cwd, 'reviews/bad.md'), text);
    return cwd;
  };

  test('names the review, the section and the line, with the words around', async () => {
    const cwd = library();
    const ran = await review(['search', 'slow burn'], { cwd });
    expect(ran).toEqual({
      status: 0,
      stderr: '',
      stdout: 'heat  Heat\n  heat#pace  1 Pace  reviews/heat.md:9\n    A slow burn. [spoiler]\n',
    });
  });

  test('finds what is written as an escape, and skips nothing for a broken file', async () => {
    const cwd = withBad('---\nfilm: [slow\n');
    const ran = await review(['search', 'café', '--json'], { cwd });
    expect(JSON.parse(ran.stdout)).toMatchObject([
      {
        id: 'tea',
        section: { id: 'notes' },
        excerpt: 'Café, slow.',
        file: join(cwd, 'reviews/tea.yaml'),
      },
    ]);
    expect((await review(['search', 'slow'], { cwd })).stdout).toMatch(
      /heat[\s\S]*tea|tea[\s\S]*heat/,
    );
  });

  test.each([
    '---\nfilm: [slow\n',
    '---\nfilm: Heat\n- x\n---\n\nSlow.\n',
    '---\nfilm: Heat\n\nx\n',
  ])('names a file whose keys cannot be read, whatever is searched for: %j', async (text) => {
    for (const word of ['slow burn', 'zzz']) {
      const { status, stdout, stderr } = await review(['search', word], { cwd: withBad(text) });
      expect(status).toBe(2);
      expect(stdout).toBe(
        word === 'zzz'
          ? ''
          : 'heat  Heat\n  heat#pace  1 Pace  reviews/heat.md:9\n    A slow burn. [spoiler]\n',
      );
      expect(stderr).toMatch(/reviews\/bad\.md:\d+:\d+: error: /);
    }
  });

  test('what is hidden is found only with --spoilers', async () => {
    const cwd = library();
    expect(await review('search dies', { cwd })).toMatchObject({ status: 1, stdout: '' });
    expect((await review('search dies --spoilers', { cwd })).stdout).toContain('He dies.');
  });

  test('nothing found is 1, no words or a bad limit 2', async () => {
    const ran = await review('search zzz');
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^review: 'zzz' is in no review of /);
    for (const args of [['search'], ['search', ' '], ['search', 'x', '-n', '1.5']])
      expect(await review(args)).toMatchObject({ status: 2, stdout: '' });
  });

  test('--limit keeps the best; every line fits', async () => {
    const all = JSON.parse((await review('search the --limit 0 --json')).stdout) as {
      score: number;
    }[];
    const two = JSON.parse((await review('search the -n 2 --json')).stdout) as unknown[];
    expect(two).toEqual(all.slice(0, 2));
    expect(all.length).toBeGreaterThan(20);
    for (const width of [20, 40, 80]) {
      const { stdout } = await review(`search the --limit 0 --width ${width}`);
      for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
    const painted = (await review('search flamethrower --color=always')).stdout;
    expect(painted).toContain('mflamethrower\u001B[');
  });
});

test.each([
  ['a short text', ['short'], 40, 'a short text'],
  ['many words stand before the one that is wanted here', ['wanted'], 30, '… that is wanted here'],
  [
    'wanted at once and then a great many words follow it',
    ['wanted'],
    30,
    'wanted at once and then a …',
  ],
  ['日本語の長い文章の中に探す言葉がある', ['言葉'], 20, '… に探す言葉がある'],
])('the excerpt of %j', (text, terms, columns, shown) => {
  const line = excerpt(text, terms, columns);
  expect(line.map((span) => span.text).join('')).toBe(shown);
  expect(line.filter(({ style }) => style.strong).map((span) => span.text)).toEqual(terms);
});

describe('what is typed plainly', () => {
  const cwd = () =>
    folderOf({
      'reviews/soft.md': film('X', 'The cho\u00adreo\u00adgraphy of Łódź and the caf&eacute;.\n'),
      'reviews/plain.md': film('Y', 'An oeuvre of lodz.\n'),
      'reviews/the-matrix.md': 'Words.\n',
    });

  test.each([
    ['choreography', 'soft'],
    ['cho\u00adreography', 'soft'],
    ['lodz', 'soft plain'],
    ['Łódź', 'soft plain'],
    ['œuvre', 'plain'],
    ['café', 'soft'],
    // Nothing in the file says it: the title is the file's name.
    ['matrix', 'the-matrix'],
  ])('%j finds %s', async (word, ids) => {
    const ran = await review(['search', word, '--json'], { cwd: cwd() });
    const found = JSON.parse(ran.stdout).map(({ id }: { id: string }) => id);
    expect(found.toSorted()).toEqual(ids.split(' ').toSorted());
  });

  test('is marked where it stands', () => {
    expect(excerpt('Of Łódź, an œuvre', ['lodz', 'oeuvre'], 40)).toMatchObject([
      { text: 'Of ' },
      { text: 'Łódź', style: { strong: true } },
      { text: ', an ' },
      { text: 'œuvre', style: { strong: true } },
    ]);
  });
});
