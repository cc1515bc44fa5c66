import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fix, tidy } from '../../src/index.ts';
import { readReview } from '../../src/readers/formats.ts';
import { expectKept, expectSame, mutated, name } from './rewriting.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 2000);

test('any text in any file keeps its bytes, or its records and what they say', {
  timeout: 3_600_000,
}, () => {
  let rewritten = 0;
  fc.assert(
    fc.property(mutated, name, fc.boolean(), (source, path, keys) => {
      const text = tidy(source, { path, keys });
      if (text !== source) {
        rewritten++;
        expect(text.startsWith('\uFEFF')).toBe(source.startsWith('\uFEFF'));
        expectSame(source, text, path);
        expectKept(source, text, false);
        expect(tidy(text, { path, keys })).toBe(text);
        if (path !== 'a.json' && source.includes('\r'))
          expect(text.replace(/\r\n?/g, '')).not.toContain(source.includes('\n') ? '\r' : '\n');
      }
      const mended = fix(source, { path });
      if (mended.text !== source) {
        const codes = mended.fixed.map(({ code }) => code);
        expect(mended.text.startsWith('\uFEFF')).toBe(source.startsWith('\uFEFF'));
        expectKept(source, mended.text, codes.includes('key-duplicate'));
        if (codes.every((code) => code === 'yaml-quotes-missing' || code === 'key-duplicate'))
          expectSame(source, mended.text, path);
      } else expect(mended.fixed).toEqual([]);
    }),
    { numRuns: runs },
  );
  // Else the property would say nothing.
  expect(rewritten).toBeGreaterThan(runs / 10);
});

test.each<[name: string, path: string, source: string]>([
  ['an indented line below a bold heading', 'a.md', '**The bad:**\n    Indented *text*.'],
  ['a kind that is not known', 'a.json', '{"movie":"Heat","kind":"flim","rating":"4/5"}'],
  ['keys without a value', 'a.json', '{"film":"Heat","year":null}'],
  ['a tag that stands twice', 'a.json', '{"film":"Heat","tags":["t","t"]}'],
  ['a key that stands twice within', 'a.json', '{"film":"Heat","foo":{"a":1,"a":2}}'],
  [
    'an exported review with a key of its own',
    'a.json',
    JSON.stringify({ schemaVersion: 1, ...readReview('x', { format: 'text' }).review, note: 'x' }),
  ],
])('%s is not lost', (_, path, source) => {
  const text = tidy(source, { path, keys: true });
  expectSame(source, text, path);
  const kept =
    path === 'a.json'
      ? /flim|null(?=\})|"t",\s*"t"|"a": ?1.*"a": ?2|"note"/s.exec(source)?.[0]
      : undefined;
  if (kept !== undefined) expect(text.replace(/\s/g, '')).toContain(kept.replace(/\s/g, ''));
});

test.each([
  ['a quote that is missing', '\uFEFF---\nfilm: a: b\n---\n', '\uFEFF---\nfilm: "a: b"\n---\n'],
  [
    'a slip in a key',
    '\uFEFF---\nfilm: A\nraiting: 4/5\n---\n',
    '\uFEFF---\nfilm: A\nrating: 4/5\n---\n',
  ],
])('behind a byte order mark: %s', (_, source, mended) => {
  expect(fix(source).text).toBe(mended);
  expect(tidy(source.replace('film', 'movie'), { keys: true }).startsWith('\uFEFF---\nfilm')).toBe(
    true,
  );
});

test('comments above the keys stay where blank lines stand before them', () => {
  expect(tidy('\n---\nrating: 4/5\n# why\nmovie: Heat\n---\n', { path: 'a.md' })).toBe(
    '\n---\n# why\nmovie: Heat\nrating: 4/5\n---\n'.slice(1),
  );
});
