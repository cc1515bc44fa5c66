import { describe, expect, test } from 'vitest';
import { lengthText } from '../../src/commands/output/outline-text.ts';
import { entryOf } from '../../src/library/query.ts';
import { readReview } from '../../src/readers/formats.ts';
import { displayWidth } from '../../src/text/width.ts';
import { listLines } from '../../src/views/list.ts';
import { outlineLines } from '../../src/views/outline.ts';
import type { StyledLine } from '../../src/writers/style.ts';
import { bareLine } from '../../src/writers/terminal/bare-line.ts';

function textOf(lines: readonly StyledLine[]): string {
  return lines
    .map(
      (line) => `${bareLine(line)}
`,
    )
    .join('');
}

const listText = (...args: Parameters<typeof listLines>) => textOf(listLines(...args));
const outlineText = (...args: Parameters<typeof outlineLines>) => textOf(outlineLines(...args));

const entry = (id: string, front: string) => {
  const { review } = readReview(`---\n${front}\n---\nWords.\n`, { format: 'markdown' });
  return entryOf({
    review: { ...review, id },
    diagnostics: [],
    source: '',
    format: 'markdown',
    file: '',
    words: 1,
  });
};

test('a list of more reviews than a call can have arguments', () => {
  const one = entry('heat', 'film: Heat\nrating: 4/5');
  expect(listLines(Array<typeof one>(200_000).fill(one), 80)).toHaveLength(200_001);
});

test.each([
  ['# The Matrix (1999) ★★★★', 'The Matrix'],
  ['# Emma – 4/5', 'Emma'],
  ['---\nfilm: Heat\ntitle: Heat, again (1995)\n---', 'Heat, again (1995)'],
  ['# 1984 (1949) ★★★★★', '1984'],
])('a title in the list has no year and rating of columns beside it: %s', (heading, shown) => {
  const { review } = readReview(`${heading}\n\nWords.\n`, { format: 'markdown' });
  const listed = entryOf({
    review: { ...review, id: 'x' },
    diagnostics: [],
    source: '',
    format: 'markdown',
    file: '',
    words: 1,
  });
  const [, row = ''] = listText([listed], 120).split('\n');
  expect(row.split(/ {2,}/)[1]).toBe(shown);
});

describe('the list', () => {
  const entries = [
    entry('heat', 'film: Heat\nyear: 1995\nrating: 4.5/5\nauthor: Ada Byron\ndate: 2024-01-02'),
    entry(
      'a-very-long-identifier-of-a-review',
      'book: 日本語のとても長い題名をもつ本\nrating: ★★★★☆',
    ),
    entry('esc', 'film: "a\\e[31mb"'),
  ];

  test.each([200, 100, 80, 60, 40, 20, 10])(
    'fits %i columns and keeps every title’s start',
    (width) => {
      const lines = listText(entries, width).trimEnd().split('\n');
      expect(lines).toHaveLength(4);
      for (const line of lines) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(line).toBe(line.trimEnd());
      }
      // The title is the last to go; from some 40 columns on the id stands before it.
      const starts =
        width < 40 ? [/^Tit/, /^Hea/, /^日本語/, /^a␛/] : [/^Rev/, /^hea/, /^a-v/, /^esc/];
      for (const [at, start] of starts.entries()) expect(lines[at]).toMatch(start);
    },
  );

  test('cuts nothing when there is no width, and shows control characters', () => {
    const text = listText(entries, 0);
    expect(text).toContain('a-very-long-identifier-of-a-review');
    expect(text).toContain('a␛[31mb');
    expect(text).toMatch(/^Review +Title +Kind +Year +Rating +Critic +Date\n/);
  });

  test('leaves out columns in which nothing stands', () => {
    expect(listText([entry('x', 'title: Y')], 80)).toBe('Review  Title\nx       Y\n');
  });
});

describe('the outline', () => {
  test('says of a heading without words that it has none', () => {
    const { review } = readReview('## \n\na\n\n## %%x%%\n\nb\n', { format: 'markdown' });
    const lines = outlineText(review, 80).trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^1 {2}\(no title\) {2}1 word/),
      expect.stringMatching(/^2 {2}\(no title\) {2}1 word/),
    ]);
  });

  const { review } = readReview(
    'Intro.\n\n## A heading of some length that has to wrap\n\none\n\n### Below\n\ntwo three\n\n## 日本語\n\nfour\n',
    { format: 'markdown' },
  );

  test.each([100, 60, 39, 20])('fits %i columns, every word of the titles in it', (columns) => {
    const text = outlineText(review, columns);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    expect(text.replace(/\s+/g, ' ')).toContain('1.1');
    for (const word of ['heading', 'wrap', 'Below', '日本語', '1 min'])
      expect(text).toContain(word);
  });

  test('without a width it is as for 80 columns; without sections it says so', () => {
    expect(outlineText(review, 0)).toBe(outlineText(review, 80));
    expect(outlineText({ ...review, sections: [] }, 80)).toBe('No sections.\n');
  });

  test('the length in words and minutes', () => {
    expect(lengthText(review)).toBe('5 words, 1 minute');
  });
});
