import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DataNode, type MapNode, toJson } from '../../src/data/data-node.ts';
import { parseTomlNodes } from '../../src/data/toml/toml.ts';

function parsed(source: string, offset = 0): MapNode {
  const result = parseTomlNodes(source, offset);
  if (!('node' in result)) throw new Error(result.message);
  return result.node;
}

/** Each value with what stands at its offsets. */
function places(node: DataNode, source: string): [string, string][] {
  if (node.kind === 'scalar') return [[node.text, source.slice(node.start, node.end)]];
  const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return inner.flatMap((each) => places(each, source));
}

const document = [
  'title = "Heat \\u0021" # a comment',
  "path = 'C:\\x'",
  'rating = 4.50',
  'year = 1995',
  'big = 90071992547409931',
  'date = 2024-01-02',
  'at = 07:32:00',
  'seen = true',
  'tags = [ "a", "b # c", # why',
  '  "d", ]',
  'points = [1.50, 2]',
  'item = { name = "X", "odd key" = 3.0, deep.er = 1 }',
  'long = """',
  'two',
  'lines"""',
  'a.b.c = 1',
  '',
  '[params]',
  '"quoted.key" = "q"',
  '[[reviews]]',
  'film = "One"',
  '[[reviews]]',
  'film = "Two"',
  '[reviews.extra]',
  'n = 007.5e1',
].join('\n');

describe('parseTomlNodes', () => {
  const source = document.replace('007.5e1', '7.50e1');

  test('gives the values, numbers that JSON writes alike as numbers', () => {
    expect(toJson(parsed(source))).toEqual({
      title: 'Heat !',
      path: 'C:\\x',
      rating: 4.5,
      year: 1995,
      big: '90071992547409931',
      date: '2024-01-02',
      at: '07:32:00',
      seen: true,
      tags: ['a', 'b # c', 'd'],
      points: [1.5, 2],
      item: { name: 'X', 'odd key': 3, deep: { er: 1 } },
      long: 'two\nlines',
      a: { b: { c: 1 } },
      params: { 'quoted.key': 'q' },
      reviews: [{ film: 'One' }, { film: 'Two', extra: { n: 75 } }],
    });
  });

  test('keeps what was written, and where', () => {
    const found = places(parsed(source), source);
    const plain = found.filter(([text, written]) => text === written).map(([text]) => text);
    expect(plain).toEqual([
      '4.50',
      '1995',
      '90071992547409931',
      '2024-01-02',
      '07:32:00',
      'true',
      '1.50',
      '2',
      '3.0',
      '1',
      '7.50e1',
    ]);
    const quoted = found.filter(([text, written]) => text !== written && written !== '');
    expect(quoted.map(([, written]) => written)).toEqual([
      '"Heat \\u0021"',
      "'C:\\x'",
      '"a"',
      '"b # c"',
      '"d"',
      '"X"',
      '"""\ntwo\nlines"""',
      '"q"',
      '"One"',
      '"Two"',
    ]);
  });

  test('offsets are in the file', () => {
    const [entry] = parsed('a = 1', 10).entries;
    expect([entry?.keyStart, entry?.keyEnd, entry?.value.start, entry?.value.end]).toEqual([
      10, 11, 14, 15,
    ]);
  });

  test.each([
    ['a = ', 4],
    ['a = 1\nb = [1,\n', 10],
    ['a = 1\na = 2', 6],
    ['x', 0],
  ])('%j is wrong, and says where', (text, near) => {
    const result = parseTomlNodes(text);
    if ('node' in result) throw new Error('was read');
    expect(result.message).toMatch(/^[A-Z].*\.$/);
    expect(Math.abs(result.offset - near)).toBeLessThanOrEqual(5);
  });

  test.each([
    ['arrays', (n: number) => `a = ${'['.repeat(n)}${']'.repeat(n)}`],
    ['unclosed arrays', (n: number) => `a = ${'['.repeat(n)}`],
    ['tables', (n: number) => `a = ${'{a='.repeat(n)}1${'}'.repeat(n)}`],
    ['keys', (n: number) => `a${'.a'.repeat(n)} = 1`],
    ['headers', (n: number) => `[a${'.a'.repeat(n)}]\nb = 1`],
  ])('%s nested 65, 1,000 or 64,000 deep are refused, at their place', (_, nest) => {
    expect(parseTomlNodes(nest(40))).not.toHaveProperty('message', expect.stringMatching(/deep/));
    for (const depth of [66, 1000, 64_000])
      expect(parseTomlNodes(nest(depth))).toMatchObject({
        message: 'The TOML is nested more than 64 deep.',
      });
  });

  test('dots in a text are no depth', () => {
    expect(toJson(parsed(`a = "${'.'.repeat(300)}"`))).toEqual({ a: '.'.repeat(300) });
  });

  test('__proto__ is a key like any other', () => {
    const node = parsed('__proto__ = 1\n[constructor]\nx = 2');
    expect(node.entries.map(({ key }) => key)).toEqual(['__proto__', 'constructor']);
  });

  test('any text is read or refused, never thrown at', () => {
    const piece = fc.oneof(
      fc.constantFrom('[', ']', '{', '}', '=', '.', '"', "'", '"""', "'''", '\n', '\r\n', '#', ','),
      fc.constantFrom('a', 'b = 1', 'c = [1, 2]', '[[t]]', '[t.u]', '\\', '\\u00e9', '2024-01-02'),
      fc.string({ maxLength: 4, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const result = parseTomlNodes(pieces.join(''));
        if ('node' in result) toJson(result.node);
        else expect(result.offset).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});
