import { describe, expect, test } from 'vitest';
import { cutToWidth, displayWidth } from '../../../src/text/width.ts';
import { writeTerminal } from '../../../src/writers/terminal/terminal.ts';
import { expectSound, reviewOf } from '../pages.ts';

/** A table with a word of its own in every place: `r2c3w5` is the fifth word of the third cell of the second row. */
function wordyTable(rows: number, columns: number, words: number): string {
  const cells = (row: number) =>
    Array.from({ length: columns }, (_, column) =>
      Array.from({ length: row === 0 ? 1 : words }, (_, word) => `r${row}c${column}w${word}`).join(
        ' ',
      ),
    );
  const line = (values: readonly string[]) => `| ${values.join(' | ')} |`;
  return [
    line(cells(0)),
    line(Array.from({ length: columns }, () => '---')),
    ...Array.from({ length: rows }, (_, row) => line(cells(row + 1))),
  ].join('\n');
}

const page = (markdown: string, columns: number): string[] =>
  writeTerminal({ ...reviewOf(`Before.\n\n${markdown}`), title: '' }, { columns })
    .trimEnd()
    .split('\n')
    .slice(4);

describe('eight columns of long cells', () => {
  test.each([20, 30, 60, 100, 140, 200])('lose no word at %i columns', (columns) => {
    const lines = page(wordyTable(3, 8, 7), columns);
    expectSound(`${lines.join('\n')}\n`, columns);
    for (let row = 1; row <= 3; row++) {
      for (let column = 0; column < 8; column++) {
        // Each word whole, once, and below or behind the one before it.
        const places = Array.from({ length: 7 }, (_, word) =>
          lines.flatMap((line, at) => {
            const found = [...line.matchAll(new RegExp(`\\br${row}c${column}w${word}\\b`, 'g'))];
            return found.map(({ index }) => at * 1000 + index);
          }),
        );
        expect(places.map((place) => place.length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
        expect(places.flat()).toEqual(places.flat().toSorted((a, b) => a - b));
      }
    }
  });

  test('are a grid where they fit and records where they do not', () => {
    expect(page(wordyTable(1, 8, 7), 100)[1]).toMatch(/^─+(?: {2}─+){7}$/);
    expect(page(wordyTable(1, 8, 2), 60).slice(0, 2)).toEqual([
      'r0c0w0: r1c0w0 r1c0w1',
      'r0c1w0: r1c1w0 r1c1w1',
    ]);
  });
});

describe('the columns of a grid', () => {
  const cells = [
    '映画',
    'été',
    'e\u0301te\u0301',
    '👨‍👩‍👧 family',
    '★★★★☆',
    'ＡＢＣ',
    '한국어 문장',
    'ไทย',
    'עברית',
    'x',
  ];
  const table = (rule: string): string =>
    [
      '| a | b | c |',
      rule,
      ...cells.map((cell, at) => `| ${cell} | ${cells[(at + 3) % 10]} | ${cells[(at + 6) % 10]} |`),
    ].join('\n');

  test.each([
    ['left', '|:--|:--|:--|', /^\S.*$/u],
    ['right', '|--:|--:|--:|', /^.*\S$/u],
    ['in the middle', '|:-:|:-:|:-:|', /^( *)\S.*?\1 ?$/u],
  ])('line up in every script, %s', (_, rule, aligned) => {
    const [head = '', bar = '', ...rows] = page(table(rule), 60);
    const starts = [...bar.matchAll(/─+/g)].map(({ index, 0: { length } }) => [index, length]);
    expect(starts.length).toBe(3);
    for (const row of [head, ...rows]) {
      for (const [start = 0, length = 0] of starts) {
        const before = cutToWidth(row, start);
        const cell = cutToWidth(row.slice(before.length), length);
        // A row's last cell has no blanks at its end.
        const full = cell + ' '.repeat(Math.max(0, length - displayWidth(cell)));
        expect(displayWidth(before)).toBe(Math.min(start, displayWidth(row)));
        if (start > 0) expect(before.slice(-2)).toBe('  ');
        if (full.trim() !== '') expect(full).toMatch(aligned);
      }
    }
  });

  test('that want little are not wrapped for the sake of those that want much', () => {
    const long = 'a long remark that goes on and on '.repeat(4);
    const [head, bar, ...rows] = page(
      `| Scene | Remark |\n|---|---|\n| The kitchen | ${long} |`,
      60,
    );
    expect([head, bar]).toEqual(['Scene        Remark', `${'─'.repeat(11)}  ${'─'.repeat(47)}`]);
    expect(rows[0]).toMatch(/^The kitchen {2}a long remark/);
  });
});

test.each([
  ['without rows', '| a | b |\n|---|---|', ['a  b', '─  ─']],
  ['of one column', '| a |\n|---|\n| b \\| c |', ['a', '─────', 'b | c']],
  ['with missing cells', '| a | b |\n|---|---|\n| c |', ['a  b', '─  ─', 'c']],
  ['with an empty head', '|  |  |\n|---|---|\n| c | d |', ['c  d']],
])('a table %s', (_, markdown, lines) => {
  expect(page(markdown, 40)).toEqual(lines);
});
