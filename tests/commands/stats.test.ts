import { describe, expect, test } from 'vitest';
import { entryOf } from '../../src/library/query.ts';
import { libraryStats } from '../../src/library/stats.ts';
import { readReview } from '../../src/readers/formats.ts';
import { lineWidth } from '../../src/text/wrap.ts';
import { statsLines } from '../../src/views/stats.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const entry = (id: string, front: string, words = 100) => {
  const { review } = readReview(`---\n${front}\n---\n`, { format: 'markdown' });
  return entryOf({
    review: { ...review, id },
    diagnostics: [],
    source: '',
    format: 'markdown',
    file: '',
    words,
  });
};

const entries = [
  entry('a', 'film: A\nrating: 4/5\ndate: 2024-03-01\nauthor: [Ada, Bea]\ntags: [x, y]', 300),
  entry('b', 'film: B\nrating: 10/10\ndate: 2023-01-01\nauthor: Ada\ntags: [y]', 160),
  entry('c', 'book: C\nrating: 25%\ndate: 2024-05-01'),
  entry('d', 'film: D\ntags: [y, y]'),
];

describe('libraryStats', () => {
  test('counts reviews, words and stars', () => {
    expect(libraryStats(entries)).toMatchObject({
      reviews: 4,
      rated: 3,
      words: 660,
      minutes: 3,
      mean: (0.8 + 1 + 0.25) / 3,
      median: 0.8,
      stars: [
        { stars: 5, reviews: 1 },
        { stars: 4, reviews: 1 },
        { stars: 1.5, reviews: 1 },
      ],
    });
  });

  test('groups by kind, year, critic and tag', () => {
    expect(libraryStats(entries)).toMatchObject({
      kinds: [
        { name: 'film', reviews: 3, mean: 0.9 },
        { name: 'book', reviews: 1, mean: 0.25 },
      ],
      years: [
        { name: '2023', reviews: 1, mean: 1 },
        { name: '2024', reviews: 2, mean: (0.8 + 0.25) / 2 },
      ],
      authors: [
        { name: 'Ada', reviews: 2, mean: 0.9 },
        { name: 'Bea', reviews: 1, mean: 0.8 },
      ],
      tags: [
        { name: 'y', reviews: 3, mean: 0.9 },
        { name: 'x', reviews: 1, mean: 0.8 },
      ],
    });
  });

  test('the median of an even number lies between the middle two', () => {
    expect(libraryStats(entries.slice(0, 2)).median).toBe(0.9);
  });

  test('without ratings there is no mean', () => {
    expect(libraryStats(entries.slice(3))).toMatchObject({
      rated: 0,
      mean: null,
      median: null,
      stars: [],
      kinds: [{ name: 'film', reviews: 1, mean: null }],
    });
  });
});

describe('the figures as lines', () => {
  const many = Array.from({ length: 14 }, (_, index) =>
    entry(
      `r${index}`,
      `film: F\nrating: ${index % 6}/5\ndate: ${2000 + index}-01-01\ntags: ["日本語のとても長い見出し${index}"]`,
    ),
  );

  test.each([120, 80, 40, 20, 12])('fit %i columns', (columns) => {
    const lines = statsLines(libraryStats([...entries, ...many]), columns);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
  });

  test('bars are as long as the numbers say, the longest groups first, the latest years kept', () => {
    const text = statsLines(libraryStats([...entries, ...many]), 80)
      .map((line) => line.map((span) => span.text).join(''))
      .join('\n');
    expect(text).toContain('On average 2.4 of 5 stars, half of them 2.0 or more');
    const bar = (name: string) => new RegExp(`^${name} +(━+) +\\d`, 'm').exec(text)?.[1]?.length;
    expect([bar('film'), bar('book')]).toEqual([40, 2]);
    expect(text).toMatch(/^☆ /m);
    expect(text).not.toMatch(/^2003/m);
    expect(text).toMatch(/^2024/m);
    expect(text).toContain('and 6 more');
  });

  test('show control characters', () => {
    const lines = statsLines(libraryStats([entry('e', 'film: E\ntags: ["a\\e[31mb"]')]), 80);
    expect(JSON.stringify(lines)).toContain('a␛[31mb');
  });
});

describe('review stats', () => {
  const cwd = () =>
    folderOf({
      'reviews/heat.md': '---\nfilm: Heat\nrating: 4/5\n---\nSome words.\n',
      'reviews/emma.md': '---\nbook: Emma\n---\nMore.\n',
    });

  test('takes the words that list takes', async () => {
    const ran = await review('stats heat --json', { cwd: cwd() });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ reviews: 1, rated: 1, words: 2, mean: 0.8 });
  });

  test('says what it found in words when it is one review', async () => {
    const { stdout } = await review('stats heat', { cwd: cwd() });
    expect(stdout.split('\n')[0]).toBe('1 review · 1 rated · 2 words · 1 min to read');
  });

  test('has colour where there is colour', async () => {
    expect((await review('stats --color=always', { cwd: cwd() })).stdout).toContain('\u001B[33m━');
  });

  test('finds nothing: 1', async () => {
    expect(await review('stats nobody', { cwd: cwd() })).toEqual({
      status: 1,
      stdout: '',
      stderr: "review: no review matches 'nobody'\n",
    });
  });
});

describe('what has no kind', () => {
  const stats = libraryStats([...entries, entry('e', 'title: E\nrating: 2/5')]);

  test('is a group of its own', () => {
    expect(stats.noKind).toEqual({ name: 'no kind', reviews: 1, mean: 0.4 });
    expect(libraryStats(entries)).not.toHaveProperty('noKind');
    const text = statsLines(stats, 80).map((line) => line.map((span) => span.text).join(''));
    expect(text).toContainEqual(expect.stringMatching(/^no kind +━+ +1 {2}★ 2\.0$/));
  });
});

test('--plain says in words what the plots draw', async () => {
  const cwd = folderOf({
    'reviews/heat.md':
      '---\nfilm: Heat\nrating: 4.5/5\nauthor: Ann\ndate: 2024-01-02\n---\n\nOne two.\n',
    'reviews/tea.md': '---\ntitle: Tea\nrating: B+\n---\n\nWords.\n',
    'reviews/odd.md': '---\nbook: "O\\u001bdd"\nyear: 1999\n---\n',
  });
  expect((await review('stats --plain', { cwd })).stdout).toBe(
    [
      '3 reviews, 2 rated, 3 words, 1 minute to read.',
      'On average 4.3 of 5 stars, half of them 4.3 or more.',
      'Stars:',
      '4.5 stars: 1 review',
      '4 stars: 1 review',
      'Kinds:',
      'book: 1 review',
      'film: 1 review, 4.5 stars on average',
      'no kind: 1 review, 4.2 stars on average',
      'Years:',
      '2024: 1 review, 4.5 stars on average',
      'Critics:',
      'Ann: 1 review, 4.5 stars on average',
      '',
    ].join('\n'),
  );
  expect((await review('list --plain', { cwd })).stdout).toBe(
    [
      'heat: Heat, film, 4.5 out of 5, by Ann, 2024-01-02',
      'odd: O␛dd, book, 1999',
      'tea: Tea, B+, 10 out of 12',
      '',
    ].join('\n'),
  );
  const narrow = await review('list --plain --width 20', { cwd });
  expect(Math.max(...narrow.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(20);
});

test('of a table too narrow, the title is the last to go, cut', async () => {
  const title = 'A title of many words that goes on';
  const cwd = folderOf({
    'reviews/a-long-name-of-a-review.md': `---\nfilm: ${title}\nrating: 4/5\nauthor: Ann Critic\ndate: 2024-01-02\n---\n`,
    'reviews/b.md': '---\nbook: B\nrating: loved it very much indeed\n---\n',
  });
  for (const width of [20, 24, 30, 36, 40, 50]) {
    const { stdout } = await review(['list', '--width', String(width)], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(stdout).toMatch(/A title.*…/);
  }
});
