import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/data/data-node.ts';
import { stringifyYaml } from '../../src/data/yaml/stringify.ts';
import { parseYaml } from '../../src/data/yaml/yaml.ts';
import type { Json } from '../../src/model/json.ts';
import { createLocator } from '../../src/model/position.ts';

function parse(source: string) {
  return parseYaml(source, { offset: 0, locator: createLocator(source) });
}

function value(source: string): Json | undefined {
  const { node } = parse(source);
  return node === null ? undefined : toJson(node);
}

describe('parseYaml', () => {
  test.each<[string, Json]>([
    ['a: yes', { a: 'yes' }],
    ['%YAML 1.1\n---\na: yes', { a: 'yes' }],
    ['a: 0o17', { a: 15 }],
    ['2020: x', { '2020': 'x' }],
    ['<<: {a: 1}', { '<<': { a: 1 } }],
    ['a: !!binary aGk=', { a: 'aGk=' }],
    ['a: .inf', { a: '.inf' }],
    ['a: |\n  b\n  c\n', { a: 'b\nc\n' }],
    ['a: b: c\nd: 1', { a: 'b: c', d: 1 }],
    ['a: "b\nd: 1', { a: '"b', d: 1 }],
  ])('%j', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  test('of many errors and many tags the first ten are listed, and how many follow', () => {
    for (const [line, code] of [
      ['k: !x', 'yaml-unsupported'],
      ['k: }', 'yaml-syntax'],
    ] as const) {
      const source = Array.from({ length: 30 }, (_, at) => line.replace('k', `k${at}`)).join('\n');
      const said = parse(source).diagnostics.filter((diagnostic) => diagnostic.code === code);
      expect(said.length).toBeLessThan(25);
      expect(
        said.filter(({ message }) => / \d+ more are not listed\.$/.test(message)),
      ).toHaveLength(1);
    }
  });

  test('ranges are in the file, lines that were mended included', () => {
    const source = 'x\na: b: c\nkey: value\n';
    const { node } = parseYaml(source.slice(2), { offset: 2, locator: createLocator(source) });
    const entry = node?.kind === 'map' ? node.entries[1] : undefined;
    expect(source.slice(entry?.keyStart, entry?.keyEnd)).toBe('key');
    expect(source.slice(entry?.value.start, entry?.value.end)).toBe('value');
  });

  test.each(['a: [b', 'a: {b: ', 'a:\n\t- b', '? [a]\n: b', '- a\nb: c', 'a: "\\q"'])(
    '%j is a diagnostic in plain words',
    (source) => {
      const { diagnostics } = parse(source);
      expect(diagnostics.length).toBeGreaterThan(0);
      for (const { message } of diagnostics)
        expect(message).not.toMatch(/implicit|scalar|node|collection/i);
    },
  );
});

describe('stringifyYaml', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'a',
          ' ',
          '\n',
          '\t',
          '#',
          ': ',
          '"',
          "'",
          '\r',
          '- ',
          '|',
          '\u202e',
          '\u001b',
        ),
      )
      .map((parts) => parts.join('')),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(text, tie('tree'), { maxKeys: 4 }),
    ),
  }));

  test('reads back to the same value', () => {
    fc.assert(
      fc.property(tree, (json) => {
        const key = { key: json as Json };
        expect(value(stringifyYaml(key))).toEqual(JSON.parse(JSON.stringify(key)));
      }),
      { numRuns: 1000 },
    );
  });

  test('holds no character that steers or hides', () => {
    const written = stringifyYaml({ '\u001b]0;': '\u202e\u200b\u2028\ufeff\u0085\u{e0041}' });
    expect(written).toBe(
      '"\\x1b]0;": "\\u202E\\u200B\\u2028\\uFEFF\\u0085\\uDB40\\uDC41"\n'.replace('\\x1b', '\\e'),
    );
    expect(value(written)).toEqual({ '\u001b]0;': '\u202e\u200b\u2028\ufeff\u0085\u{e0041}' });
  });
});
