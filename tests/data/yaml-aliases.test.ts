import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/data/data-node.ts';
import { parseYaml } from '../../src/data/yaml/yaml.ts';
import { createLocator } from '../../src/model/position.ts';

function parsed(source: string) {
  const { node, diagnostics } = parseYaml(source, { offset: 0, locator: createLocator(source) });
  return {
    value: node === null ? null : toJson(node),
    said: diagnostics.map(
      ({ code, range }) => `${code} ${range?.start.line}:${range?.start.column}`,
    ),
  };
}

describe('aliases', () => {
  test.each([
    ['a: &x Heat\nb: *x', { a: 'Heat', b: 'Heat' }],
    ['a: &x [1, {c: d}]\nb: *x', { a: [1, { c: 'd' }], b: [1, { c: 'd' }] }],
    ['a: &x {c: &y d}\nb: [*x, *y]', { a: { c: 'd' }, b: [{ c: 'd' }, 'd'] }],
    [
      'base: &b\n  kind: film\n  scale: 5\none:\n  <<: *b\n  scale: 10',
      { base: { kind: 'film', scale: 5 }, one: { scale: 10, kind: 'film' } },
    ],
    [
      'a: &x {p: 1}\nb: &y {q: 2, p: 3}\nc: {<<: [*x, *y]}',
      { a: { p: 1 }, b: { q: 2, p: 3 }, c: { p: 1, q: 2 } },
    ],
    ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
  ])('%j stand for what they name', (source, value) => {
    const { value: read, said } = parsed(source);
    expect(read).toEqual(value);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^yaml-alias /);
  });

  test('of nothing are text', () => {
    expect(parsed('a: *batteries').value).toEqual({ a: '*batteries' });
    expect(parsed('a: ***½').value).toEqual({ a: '***½' });
    // Only what stands above it has a name.
    expect(parsed('a: *x\nb: &x 1').value).toEqual({ a: '*x', b: 1 });
  });

  test('that stand for billions are an error with its place, and take no memory', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const refs =
        level === 0 ? 'lol' : Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ');
      return `k${level}: &a${level} [${refs}]`;
    });
    const { said } = parsed(levels.join('\n'));
    expect(said).toContain('yaml-alias 2:10');
    expect(said.filter((line) => line.startsWith('yaml-syntax'))).toHaveLength(1);
  });

  test('that name themselves are text', () => {
    expect(parsed('a: &x [*x]').value).toEqual({ a: ['*x'] });
  });

  test('beyond the hundredth are text, which is said once', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `k${index}: *x`);
    const { value, said } = parsed(`a: &x 1\n${lines.join('\n')}`);
    expect(value).toMatchObject({ k99: 1, k100: '*x', k299: '*x' });
    expect(said).toEqual(['yaml-alias 2:5', 'yaml-syntax 102:7']);
  });

  test('more than 1,000 names of values are refused before anything parses them', () => {
    const named = (many: number) =>
      Array.from({ length: many }, (_, index) => `k${index}: &k${index} 1\n`).join('');
    expect(parsed(named(1001))).toEqual({ value: null, said: ['yaml-syntax 1001:8'] });
    expect(parsed(`a: |\n${'  x & y && &z\n'.repeat(2000)}`).said).toEqual([]);
  });
});
