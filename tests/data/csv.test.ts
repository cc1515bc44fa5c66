import { describe, expect, test } from 'vitest';
import { delimiterOf, parseCsvTable } from '../../src/data/csv/csv.ts';
import { toJson } from '../../src/data/data-node.ts';

function rows(source: string): unknown[] {
  const table = parseCsvTable(source);
  if (!('rows' in table)) throw new Error(table.message);
  return table.rows.map(toJson);
}

describe('parseCsvTable', () => {
  test.each([
    ['Title,Rating\nHeat,4.50\n', [{ Title: 'Heat', Rating: '4.50' }]],
    ['Title;Rating\r\nHeat;4,5\r\n', [{ Title: 'Heat', Rating: '4,5' }]],
    ['Title\tRating\rHeat\t007', [{ Title: 'Heat', Rating: '007' }]],
    [
      'Title,Review\n"The ""End"", again","one\ntwo"\nB,\n',
      [
        { Title: 'The "End", again', Review: 'one\ntwo' },
        { Title: 'B', Review: null },
      ],
    ],
    [
      'a,b\n1\n1,2,3\n',
      [
        { a: '1', b: null },
        { a: '1', b: '2' },
      ],
    ],
    ['a,a\n,2\n1,2\n', [{ a: '2' }, { a: '1' }]],
    ['a,b\n\n1,2\n\n', [{ a: '1', b: '2' }]],
    ['', []],
    ['a,b\n', []],
  ])('%j', (source, expected) => {
    expect(rows(source)).toEqual(expected);
  });

  test('rows know their lines, whatever ends them', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const source = ['t,r', 'é👍,"x', 'y"', 'B,2', ''].join(end);
      const table = parseCsvTable(source);
      if (!('rows' in table)) throw new Error(table.message);
      expect(table.rows.map(({ text }) => text)).toEqual([`é👍,"x${end}y"${end}`, `B,2${end}`]);
    }
  });

  test('a quote that never closes is said, at its place', () => {
    const table = parseCsvTable('a,b\n1,2\n"3,4\n5,6\n');
    expect(table).toHaveProperty('message');
  });
});

test.each([
  ['a,b;c', ','],
  ['a;b;c,d', ';'],
  ['a\tb', '\t'],
  ['"a,b,c";d', ';'],
  ['alone', ','],
])('the cells of %j are parted by %j', (source, mark) => {
  expect(delimiterOf(source)).toBe(mark);
});
