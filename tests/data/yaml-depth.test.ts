import { describe, expect, test } from 'vitest';
import { offsetTooDeep } from '../../src/data/yaml/depth.ts';
import { parseYaml } from '../../src/data/yaml/yaml.ts';
import { createLocator } from '../../src/model/position.ts';
import { readReview } from '../../src/readers/formats.ts';

/** Containers of YAML, `depth` of them around one another. */
const nests: Readonly<Record<string, (depth: number) => string>> = {
  'sequences on a line': (depth) => `${'- '.repeat(depth)}x`,
  'sequences with tabs': (depth) => `${'-\t'.repeat(depth)}x`,
  'sequences on lines': (depth) =>
    Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}-`).join('\n'),
  'mappings on lines': (depth) =>
    Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
  'keys and values': (depth) => `${'? '.repeat(depth)}x`,
  'flow sequences': (depth) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`,
  'flow sequences that stay open': (depth) => `a: ${'['.repeat(depth)}`,
  'flow mappings': (depth) => `a: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`,
  'flow in lines': (depth) => `a: ${'[\n  '.repeat(depth)}${']'.repeat(depth)}`,
  'sequences in a mapping': (depth) => `a:\n  ${'- '.repeat(depth)}x`,
  'flow behind quoted brackets': (depth) => `a: ${'["]",'.repeat(depth)}`,
  'flow behind brackets in comments': (depth) => `a: ${'[ # ]\n '.repeat(depth)}`,
  'flow mappings behind quoted keys': (depth) => `a: ${'{"}": '.repeat(depth)}`,
  'sequences behind a comment that looks like a block': (depth) =>
    `a: # |\n  ${'- '.repeat(depth)}x`,
  'sequences behind quotes that look like a block': (depth) =>
    `b: "x |"\na:\n  ${'- '.repeat(depth)}x`,
  'both in turn': (depth) =>
    Array.from({ length: depth / 2 }, (_, index) => `${' '.repeat(index * 4)}- a:`).join('\n'),
};

describe.each(Object.entries(nests))('%s', (_, nest) => {
  test('up to 40 are read', () => {
    expect(offsetTooDeep(nest(40), 64)).toBeNull();
  });

  // Mappings on lines need as many spaces as they are deep: the size grows with the square.
  test.each([130, 1500, 4000])(
    '%i are refused at their place, by YAML and in front matter',
    (depth) => {
      const source = nest(depth);
      const locator = createLocator(source);
      const { node, diagnostics } = parseYaml(source, { offset: 0, locator });
      expect(node).toBeNull();
      expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
        ['yaml-syntax', 'The YAML is nested deeper than 64.'],
      ]);
      for (const [text, path] of [
        [`film: Heat\n${source}\nsections: {a: b}\n`, 'a.yaml'],
        [`---\nfilm: Heat\n${source}\n---\n\nText.\n`, 'a.md'],
      ] as const) {
        const read = readReview(text, { path });
        expect(read.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      }
    },
  );
});

test.each([
  ['a rule in a block', `body: |\n  ${'- '.repeat(80)}\n  text\nfilm: Heat\n`],
  [
    'indented text in a block',
    `body: >-\n${Array.from({ length: 90 }, (_, at) => `  ${' '.repeat(at)}x`).join('\n')}\nb: 1`,
  ],
  ['a list of blocks', `- a: |+2\n    ${'['.repeat(100)}\n- b: |\n   ${'{'.repeat(100)}\n`],
  ['many keys and items', `a:\n${'  - b: [1]\n    c: {d: 1}\n'.repeat(200)}`],
  ['closed brackets', `a: "${'[x] '.repeat(500)}"`],
])('%s is not deep', (_, source) => {
  expect(offsetTooDeep(source, 64)).toBeNull();
});
