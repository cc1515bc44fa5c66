import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** The rule, the place and what is said of each fact, by the fact. */
async function explained(
  files: Record<string, string>,
  name: string,
): Promise<Record<string, string>> {
  const cwd = folderOf(files);
  const ran = await review(['show', name, '--explain', '--json'], { cwd });
  expect(ran.status, ran.stderr).toBe(0);
  const [{ facts }] = JSON.parse(ran.stdout);
  return Object.fromEntries(
    facts.map(({ fact, value, rule, line, source, from }: Record<string, string>) => [
      fact,
      [value, rule, line, source, from].filter((each) => each !== undefined).join(' | '),
    ]),
  );
}

const config = 'review.config.yaml';

describe('where a fact came from', () => {
  test('keys, with the line and what stands there', async () => {
    const text =
      '---\nfilm: Heat\nyear: 1995\ndirector: Ann\nrating: 4/5\nauthor: Bo\ndate: 2024-01-02\ntags: [a, b]\n---\n';
    expect(await explained({ [config]: '', 'a.md': text }, 'a')).toEqual({
      'item.name': 'Heat | key | 2 | film: Heat',
      'item.kind': 'film | key | 2 | film: Heat',
      'item.creators': 'Ann (director) | key | 4 | director: Ann',
      'item.year': '1995 | key | 3 | year: 1995',
      author: 'Bo | key | 6 | author: Bo',
      rating: '4/5 | key | 5 | rating: 4/5',
      'rating.best': '5 | key | 5 | rating: 4/5',
      published: '2024-01-02 | key | 7 | date: 2024-01-02',
      tags: 'a, b | key | 8 | tags: [a, b]',
    });
  });

  test('the configuration', async () => {
    const files = {
      [config]: 'author: Ada\nscale: 10\nfolders: { x: { lang: de, kind: game } }\n',
      'x/a.md': '---\ntitle: Tetris\nrating: 4\n---\n',
    };
    expect(await explained(files, 'x/a')).toMatchObject({
      author: 'Ada | config | review.config.yaml: author',
      'item.kind': 'game | config | review.config.yaml: kinds',
      'rating.best': '10 | config | review.config.yaml: scale',
      lang: 'de | config | review.config.yaml: lang',
    });
  });

  test('folders, files, headings, lines of the text, tags, layouts', async () => {
    const text = '# Review: Salt (1999)\n\nFine.\n\nRating: 4/5\n';
    expect(
      await explained({ [config]: '', 'books/2021-03-09-salt.md': text }, 'books/2021-03-09-salt'),
    ).toEqual({
      title: 'Review: Salt (1999) | heading | 1 | # Review: Salt (1999)',
      'item.name': 'Salt | heading | 1 | # Review: Salt (1999)',
      'item.year': '1999 | heading | 1 | # Review: Salt (1999)',
      'item.kind': 'book | folder | books',
      published: '2021-03-09 | file | 2021-03-09-salt',
      rating: '4/5 | text | 5 | Rating: 4/5',
      'rating.best': '5 | text | 5 | Rating: 4/5',
    });
    expect(
      await explained({ [config]: '', 'a.md': '---\ntags: [videogame, old]\n---\nText.\n' }, 'a'),
    ).toMatchObject({
      'item.kind': 'game | tags | videogame',
      'item.name': 'A | file | a',
    });
    expect(
      await explained(
        { [config]: '', 'a.md': '---\nlayout: book-review\ntitle: Salt\n---\nText.\n' },
        'a',
      ),
    ).toMatchObject({
      'item.kind': 'book | layout | book-review',
      'item.name': 'Salt | title | 3 | title: Salt',
    });
  });

  test('the files beside it, and nothing', async () => {
    const at = (rating: number) => `---\nfilm: F\nrating: ${rating}\n---\n`;
    expect(await explained({ [config]: '', 'a.md': at(4), 'b.md': at(9) }, 'a')).toMatchObject({
      'rating.best':
        '10 | siblings | 3 | rating: 4 | the largest of 2 bare numbers under `rating` is 9',
    });
    expect((await explained({ 'in.md': at(4) }, './in.md'))['rating.best']).toBe('5 | default');
  });

  test('a maker that stands under author, a critic beside it', async () => {
    const text = '---\nbook: Salt\nauthor: Ann\nreviewer: Bo\n---\n';
    expect(await explained({ [config]: '', 'a.md': text }, 'a')).toMatchObject({
      'item.creators': 'Ann (author) | key | 3 | author: Ann',
      author: 'Bo | key | 4 | reviewer: Bo',
    });
  });
});

describe('--explain', () => {
  const files = {
    [config]: '',
    'a.md': '---\nfilm: Heat\nrating: 4\n---\nText.\n',
    'b.md': '---\nfilm: B\nrating: 9\n---\n',
  };

  test('is a page at any width, with check the diagnostics follow', async () => {
    const cwd = folderOf(files);
    const { stdout } = await review('show a --explain', { cwd });
    expect(stdout).toContain('item.name    Heat\n             key · a.md:2:1 · film: Heat\n');
    for (const width of [40, 60, 100]) {
      const narrow = await review(`show a --explain --width ${width}`, { cwd });
      for (const line of narrow.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    }
    const check = await review('check a --explain', { cwd });
    expect(check.stdout).toContain('key · a.md:2:1 · film: Heat');
    expect(check.stdout).toMatch(/a\.md:1:1: info: .* \[author-missing\]\n/);
    expect(JSON.parse((await review('check --explain --json', { cwd })).stdout)).toHaveLength(2);
  });

  test('of a file of many, each', async () => {
    const cwd = folderOf({
      [config]: '',
      'all.yaml': '- film: A\n  rating: 4/5\n- film: B\n  rating: 3/5\n',
    });
    const [first, second] = JSON.parse((await review('show all --explain --json', { cwd })).stdout);
    expect(first).toMatchObject({ id: 'all/a', file: 'all.yaml' });
    expect(second.facts[0]).toMatchObject({ fact: 'item.name', value: 'B', line: 3 });
  });

  test('hides what show hides', async () => {
    const cwd = folderOf({
      [config]: '',
      'a.md': '---\ntitle: Heat, in which ||Vincent|| wins\nfilm: Heat\n---\n',
    });
    expect((await review('show a --explain', { cwd })).stdout).not.toContain('Vincent');
    expect((await review('show a --explain --json', { cwd })).stdout).not.toContain('Vincent');
    expect((await review('show a --explain --spoilers', { cwd })).stdout).toContain('Vincent');
    expect((await review('check a --explain', { cwd })).stdout).toContain('Vincent');
  });

  test('does not go with what it is not', async () => {
    const cwd = folderOf(files);
    for (const line of [
      'show a --explain --html',
      'show a --explain --toc',
      'show a --explain -s x',
      'check --explain --format sarif',
    ])
      expect((await review(line, { cwd })).status, line).toBe(2);
  });

  test('steers no terminal', async () => {
    const cwd = folderOf({ [config]: '', 'a.md': '---\nfilm: "He\\e[31mat"\n---\n' });
    expect((await review('show a --explain', { cwd })).stdout).not.toContain('\u001b');
  });
});
