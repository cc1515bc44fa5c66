import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const dist = join(root, 'dist');

test('the README’s program compiles under --strict, with the types of the package', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const program = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(program).toContain("from 'review'");
  const folder = folderOf({ 'package.json': '{"type":"module"}', 'program.ts': program });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/review'));
  const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022'];
  const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const run = (file: string): string => {
    try {
      return execFileSync(process.execPath, [tsc, ...flags, ...types, file], {
        cwd: folder,
        encoding: 'utf8',
      });
    } catch (error) {
      return String((error as { stdout?: string }).stdout);
    }
  };
  expect(run('program.ts')).toBe('');
  writeFileSync(join(folder, 'wrong.ts'), `${program}\nread(1);\n`);
  expect(run('wrong.ts')).toContain('wrong.ts');
}, 60_000);

/** A file of declarations: its types, each with what it is made of, and where other names in it come from. */
interface Declarations {
  readonly text: string;
  readonly types: ReadonlyMap<string, string>;
  readonly imports: ReadonlyMap<string, readonly [file: string, name: string]>;
}

function declarationsIn(file: string): Declarations {
  const text = readFileSync(join(dist, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const types = new Map<string, string>();
  const start = /^(?=(?:export )?(?:declare )?(?:interface|type|const|function) )/m;
  for (const part of text.split(start)) {
    const name = /^(?:export )?(?:declare )?(?:interface|type) (\w+)/.exec(part)?.[1];
    if (name !== undefined) types.set(name, part);
  }
  const imports = new Map<string, readonly [string, string]>();
  const lists = text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from ["'](\.[^"']*)["']/gm);
  for (const [, names = '', from = ''] of lists)
    for (const each of names.split(',')) {
      const [name = '', own = name] = each
        .replace(/^\s*type\s/, '')
        .trim()
        .split(' as ');
      imports.set(own, [join(file, '..', from.replace(/\.ts$/, '.d.ts')), name]);
    }
  return { text, types, imports };
}

test('every type that a signature names can be imported', () => {
  const files = new Map<string, Declarations>();
  const fileOf = (file: string): Declarations => {
    const found = files.get(file) ?? declarationsIn(file);
    files.set(file, found);
    return found;
  };
  const resolved = (file: string, name: string): string | null => {
    const { types, imports } = fileOf(file);
    if (types.has(name)) return `${file} ${name}`;
    const [from, original] = imports.get(name) ?? [];
    return from === undefined || original === undefined ? null : resolved(from, original);
  };
  const namesIn = (text: string): string[] =>
    Array.from(text.replace(/'[^']*'|"[^"]*"/g, '').matchAll(/\b[A-Z]\w+/g), ([name]) => name);

  const { text, types, imports } = fileOf('index.d.ts');
  const listed = Array.from(
    text.matchAll(/^export (?:type )?\{([^}]*)\}/gm),
    ([, names = '']) => names,
  );
  const exported = new Set(
    [...types.keys(), ...listed.flatMap((names) => names.split(','))].flatMap(
      (name) => resolved('index.d.ts', name.replace(/^\s*type\s/, '').trim()) ?? [],
    ),
  );
  // What functions and types take and give; what an imported function takes is in its own file.
  const signatures = text.replace(/^(?:import|export (?:type )?\{)[\s\S]*?;$/gm, '');
  const waiting = [
    ...exported,
    ...namesIn(signatures).flatMap((name) => resolved('index.d.ts', name) ?? []),
  ];
  for (const [from, name] of imports.values()) {
    const part =
      new RegExp(`^export declare function ${name}\\b[\\s\\S]*?;$`, 'm').exec(
        fileOf(from).text,
      )?.[0] ?? '';
    waiting.push(...namesIn(part).flatMap((each) => resolved(from, each) ?? []));
  }
  const seen = new Set<string>();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    const [file = '', name = ''] = place.split(' ');
    const part = fileOf(file).types.get(name) ?? '';
    waiting.push(...namesIn(part).flatMap((each) => resolved(file, each) ?? []));
  }
  expect([...seen].filter((place) => !exported.has(place)).toSorted()).toEqual([]);
  expect(seen.size).toBeGreaterThan(30);
});
