import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ownText } from '../../src/text/own-text.ts';

test.each(['', 'plain', 'море', '海 🌊', 'half \uD83C', '\uFEFFmark'])(
  '%j is the same text',
  (text) => {
    expect(ownText(text)).toBe(text);
  },
);

test('a piece of a long text does not keep that text', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const grownBy = (cut: (text: string) => string): number => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 20 }, (_, index) =>
      cut(`${'so it goes on and on '.repeat(20_000)}${index}`.toUpperCase().slice(100, 140)),
    );
    collect();
    const grown = process.memoryUsage().heapUsed - before;
    expect(kept).toHaveLength(20);
    return grown;
  };
  // Twenty texts of 420,000 letters.
  expect(grownBy((text) => text)).toBeGreaterThan(7e6);
  expect(grownBy(ownText)).toBeLessThan(1e6);
});
