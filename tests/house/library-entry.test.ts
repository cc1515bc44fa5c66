import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as source from '../../src/index.ts';
import { root } from './sources.ts';

interface Loaded {
  readonly names: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a program prints that imports the built package. */
function printedBy(program: string): unknown {
  const entry = JSON.stringify(join(root, 'dist/index.js'));
  const head = `import { createRequire } from 'node:module'; import * as library from ${entry};
const chunks = () => Object.keys(createRequire(import.meta.url).cache).map((path) => path.split(/[\\\\/]/).at(-1));`;
  const command = ['--input-type=module', '--eval', `${head}\n${program}`];
  return JSON.parse(execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' }));
}

test('the package exports what src does, and loads nothing before the first call', () => {
  const program = `
    const before = chunks();
    library.read('film: Heat');
    console.log(JSON.stringify({ names: Object.keys(library), before, after: chunks() }));`;
  const { names, before, after } = printedBy(program) as Loaded;
  expect(names).toEqual(Object.keys(source).sort());
  expect(before).toEqual([]);
  expect(after).toContain('library.cjs');
  expect(after.filter((name) => /^(?:terminal|html|highlight|yaml)/.test(name))).toEqual([]);
});

test('it writes every format as src does, and its tables and errors are the same', async () => {
  const text =
    '---\nfilm: Heat\nscore: B+\n---\n\n## Bad\n\n&eacute; ||y||\n\n```js\nlet a = 1;\n```\n';
  const options = { color: 3, columns: 60 } as const;
  const program = `
    const { review } = library.read(${JSON.stringify(text)});
    const write = (to) => library.write(review, { to, ...${JSON.stringify(options)} });
    const texts = await Promise.all(library.formats().write.map(({ name }) => write(name)));
    const error = await write('docx').catch((error) => [error instanceof TypeError, error.message]);
    console.log(JSON.stringify({ texts, error, kinds: library.diagnosticKinds }));`;
  const { review } = source.read(text);
  const names = source.formats().write.map(({ name }) => name as source.FormatName);
  const texts = await Promise.all(names.map((to) => source.write(review, { to, ...options })));
  expect(printedBy(program)).toEqual({
    texts,
    error: [true, `no format 'docx' to write; there is ${names.join(', ')}`],
    kinds: source.diagnosticKinds,
  });
});
