import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffLines } from '../../src/text/line-diff.ts';

/** The text that the hunks make of another. */
function patched(before: string, hunks: ReturnType<typeof diffLines>): string {
  const lines = before.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  let out = '';
  let at = 0;
  for (const { before: old, lines: own } of hunks) {
    const from = old.count === 0 ? old.line : old.line - 1;
    out += lines.slice(at, from).join('');
    at = from + old.count;
    expect(own.filter(({ side }) => side !== '+').map(({ text }) => text)).toEqual(
      lines.slice(from, at),
    );
    out += own.flatMap(({ side, text }) => (side === '-' ? [] : [text])).join('');
  }
  return out + lines.slice(at).join('');
}

describe('diffLines', () => {
  test('tells the fewest lines', () => {
    const [hunk, second] = diffLines('a\nb\nc\nd\n', 'a\nc\nx\nd\n');
    expect(second).toBeUndefined();
    expect(hunk?.lines.map(({ side, text }) => side + text.trim())).toEqual([
      ' a',
      '-b',
      ' c',
      '+x',
      ' d',
    ]);
  });

  test('of the same text, nothing', () => {
    expect(diffLines('a\nb', 'a\nb')).toEqual([]);
    expect(diffLines('', '')).toEqual([]);
  });

  test('what is far apart are hunks of their own', () => {
    const middle = 'same\n'.repeat(9);
    const hunks = diffLines(`a\n${middle}b\n`, `c\n${middle}\n`);
    expect(hunks.map(({ before, after }) => [before, after])).toEqual([
      [
        { line: 1, count: 4 },
        { line: 1, count: 4 },
      ],
      [
        { line: 8, count: 4 },
        { line: 8, count: 4 },
      ],
    ]);
  });

  test('gives the other text, whatever the two are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '', 'd\r'), { maxLength: 14 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(patched(before, diffLines(before, after))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test('of two long texts, without anything in common, soon', () => {
    const [before, after] = ['a\n'.repeat(20_000), 'b\n'.repeat(20_000)];
    expect(patched(before, diffLines(before, after))).toBe(after);
  });
});
