import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLocator, lineStarts } from '../../src/model/position.ts';

test('LF, CRLF and CR end lines; columns count UTF-16 units', () => {
  expect(lineStarts('a\r\nb\rc\nd')).toEqual([0, 3, 5, 7]);
  const { point } = createLocator('a\r\n😀b\rc');
  expect(point(5)).toEqual({ line: 2, column: 3, offset: 5 });
  expect(point(7)).toEqual({ line: 3, column: 1, offset: 7 });
});

test('an offset outside is clamped', () => {
  const { range } = createLocator('ab');
  expect(range(-3, 99)).toEqual({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 3, offset: 2 },
  });
});

test('line and column lead back to the offset', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀') }),
      fc.nat(40),
      (source, wanted) => {
        const offset = Math.min(wanted, source.length);
        const { line, column } = createLocator(source).point(offset);
        expect((lineStarts(source)[line - 1] as number) + column - 1).toBe(offset);
      },
    ),
  );
});
