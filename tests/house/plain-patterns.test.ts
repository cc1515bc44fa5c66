import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundlePlugin } from '../../scripts/bundle-plugin.js';
import { plainCharacters } from '../../scripts/plain-classes.js';
import { lazyLiterals, replaceLiterals } from '../../scripts/regexp-literals.js';
import { readSources, root } from './sources.ts';

interface Lazy {
  readonly lazyRegExp: (source: string, flags: string) => RegExp & { readonly fresh: () => RegExp };
  readonly plainSource: (source: string) => string | null;
}

/** As it is in the bundle, each time anew: what it has seen decides what it does. */
async function lazyPatterns(): Promise<Lazy> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'scripts/stubs/lazy-regexp.js')],
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [bundlePlugin],
  });
  const code = outputFiles[0]?.text ?? '';
  return await import(`data:text/javascript,${encodeURIComponent(`${code}//${Math.random()}`)}`);
}

/** The patterns of src that ask for properties of characters. */
function patterns(): readonly (readonly [source: string, flags: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const code of readSources().values())
    replaceLiterals(code, (source, flags) => {
      found.push([source, flags]);
      return '';
    });
  return found;
}

const plain = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'aB1 -_*.:,/()#[]"\'&\n') },
    { weight: 1, arbitrary: fc.constantFrom(...plainCharacters) },
  ),
  maxLength: 24,
});

describe('patterns of properties', () => {
  let lazy: Lazy;
  beforeAll(async () => {
    lazy = await lazyPatterns();
  });

  test('are found in the sources, and most have another for plain texts', () => {
    const found = patterns();
    expect(found.length).toBeGreaterThan(60);
    const without = found.filter(([source]) => lazy.plainSource(source) === null);
    expect(without.length).toBeLessThan(found.length / 4);
  });

  test.each(patterns())('find the same in plain texts: %s', async (source, flags) => {
    const { lazyRegExp } = await lazyPatterns();
    const real = new RegExp(source, flags);
    const ours = lazyRegExp(source, flags);
    fc.assert(
      fc.property(plain, fc.nat({ max: 4 }), (text, from) => {
        real.lastIndex = from;
        ours.lastIndex = from;
        expect(ours.exec(text)).toEqual(real.exec(text));
        expect(ours.lastIndex).toBe(real.lastIndex);
        real.lastIndex = 0;
        ours.lastIndex = 0;
        expect(text.replace(ours, '<$&>')).toBe(text.replace(real, '<$&>'));
        expect(text.split(ours)).toEqual(text.split(real));
        expect(text.search(ours)).toBe(text.search(real));
      }),
      { numRuns: 150 },
    );
  });

  test('find the same in any others, and go on with what those need', async () => {
    const { lazyRegExp } = await lazyPatterns();
    const word = lazyRegExp('[\\p{L}\\p{N}]+', 'gu');
    expect('ab 1'.match(word)).toEqual(['ab', '1']);
    expect('日本 😀 ж1'.match(word)).toEqual(['日本', 'ж1']);
    expect([...'ab é'.matchAll(word)].map(([found]) => found)).toEqual(['ab', 'é']);
    expect(lazyRegExp('\\p{Extended_Pictographic}', 'u').test('a ★')).toBe(
      /\p{Extended_Pictographic}/u.test('a ★'),
    );
    expect(lazyRegExp('^\\P{L}$', 'u').test('1')).toBe(true);
    expect(lazyRegExp('\\p{Script=Greek}', 'u').test('α')).toBe(true);
  });

  test('that remember where they were do so apart', () => {
    const word = lazy.lazyRegExp('\\p{L}', 'gu');
    const [one, other] = [word.fresh(), word.fresh()];
    expect(one.exec('abc')?.index).toBe(0);
    expect(one.exec('abc')?.index).toBe(1);
    expect(other.exec('abc')?.index).toBe(0);
    expect([one.lastIndex, other.lastIndex, word.lastIndex]).toEqual([2, 1, 0]);
    const key = lazy.lazyRegExp('\\p{L}+', 'uy');
    key.lastIndex = 2;
    expect(key.exec('a bc')?.[0]).toBe('bc');
  });

  test('a division, a comment and a path are no pattern', () => {
    const code =
      'const a = b / c; // /\\p{L}/u\nconst d = "/x/"; const e = /\\p{L}[/]/u.test(a) || /[a-z]/.test(a);';
    const { code: made, head } = lazyLiterals(code);
    expect(head).toBe('const pattern0$ = lazyRegExp("\\\\p{L}[/]", "u");\n');
    expect(made).toContain('const e = pattern0$.test(a) || /[a-z]/.test(a);');
    expect(made).toContain('const a = b / c;');
  });
});
