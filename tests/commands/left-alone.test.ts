import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** Files that are not to be rewritten, each with what is said of it; all would be another in canonical form, or have something to mend. */
const left: readonly [name: string, source: string, words: string][] = [
  ['two.json', '[{"movie":"Heat","rating":"4/5"},{"film":"Ronin"}]', 'holds 2 reviews'],
  ['one.json', '[{"movie":"Heat","rating":"4/5"}]', 'holds a list, of one review'],
  ['lines.json', '{"movie":"Heat"}\n{"movie":"Ronin"}\n', 'holds 2 reviews'],
  ['list.yaml', '- movie: Heat\n- movie: Ronin\n', 'holds 2 reviews'],
  ['documents.yaml', 'stars: 3/5\nmovie: Heat\n---\nmovie: Ronin\n', 'holds 2 reviews'],
  ['list.md', '---\n- movie: Heat\n- movie: Ronin\n---\n\n\nA\n-\n', 'holds a list of reviews'],
  ['package.json', '{"name":"x","type":"film","rating":"4/5"}', 'is no review'],
  ['_config.yml', 'rating: 4/5\nmovie: Heat\n', 'is no review'],
  ['README.md', 'A\n-\nb\n', 'is no review'],
  ['blog.yaml', 'url: https://example.org\ntitle: My blog\n', 'is no review'],
  ['module.json', '{"name":"x","type":"module"}', 'is no review'],
  ['toml.md', '+++\ntitle = "x"\n+++\n\nA\n-\nb\n', 'is in TOML, which is read and not written'],
  ['good.md', '+++\ntitle = "x"\n+++\n\nA\n-\nb\n', 'is in TOML, which is read and not written'],
  ['head.md', '{"film": "x"}\n\nA\n-\nb\n', 'is in JSON, which is read and not written'],
  [
    'anchor.md',
    '---\nfoo: &a 1\nbar: *a\nmovie: x\n---\n',
    'is not read as a whole (yaml-alias in line 3)',
  ],
  [
    'twice.md',
    '---\nstars: 4/5\nfilm: a\nfilm: b\n---\nA\n-\nb\n',
    'is not read as a whole (key-duplicate in line 4)',
  ],
];

describe.each(left)('%s is left alone', (name, source, words) => {
  test.each(['fmt', 'fmt --check', 'check --fix'])('by %s', async (command) => {
    const cwd = folderOf({ [`reviews/${name}`]: source, 'reviews/a.md': '---\nfilm: A\n---\n' });
    // In a library, it is no failure; what is no review by its name may not be met at all.
    const all = await review(command, { cwd });
    // What cannot be read is an error to `check`, whatever becomes of the file.
    expect(all.status).toBe(command === 'check --fix' && /error:/.test(all.stdout) ? 1 : 0);
    const named = await review([...command.split(' '), `reviews/${name}`], { cwd });
    expect(named.status).toBe(2);
    expect(named.stderr).toContain(`1 left alone: reviews/${name} ${words}\n`);
    expect(readFileSync(join(cwd, 'reviews', name), 'utf8')).toBe(source);
  });
});

test('several are counted in one line, the first of them named', async () => {
  const files = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((number) => [
      `reviews/${number}.json`,
      '[{"film":"A"},{"film":"B"}]',
    ]),
  );
  const ran = await review('fmt', { cwd: folderOf(files) });
  expect(ran).toEqual({
    status: 0,
    stdout: '',
    stderr: `7 files: 0 rewritten\n7 left alone: ${[1, 2, 3, 4, 5].map((number) => `reviews/${number}.json holds 2 reviews`).join(', ')}, and 2 more\n`,
  });
});

test('standard input that is left alone goes through as it is', async () => {
  const stdin = '[{"movie":"Heat"},{"film":"Ronin"}]';
  expect(await review('fmt -', { stdin })).toEqual({
    status: 2,
    stdout: stdin,
    stderr: '1 left alone: <stdin> holds 2 reviews\n',
  });
});

test('what was not read is mended where that is all that stands in the way', async () => {
  const source = '---\nfilm: Heat\nraiting: 4/5\n\nText.\n';
  const cwd = folderOf({
    'reviews/a.md': source,
    'reviews/b.md': '---\nfilm: A\nauhtor: B\nfoo: &x 1\nbar: *x\n---\n',
  });
  expect((await review('check --fix', { cwd })).stderr).toContain(
    '1 left alone: reviews/b.md is not read as a whole (yaml-alias in line 5)\n',
  );
  const a = readFileSync(join(cwd, 'reviews/a.md'), 'utf8');
  expect(a).toBe('---\nfilm: Heat\nrating: 4/5\n---\n\nText.\n');
  expect(readFileSync(join(cwd, 'reviews/b.md'), 'utf8')).toContain('auhtor');
});

test.each([
  ['# #', 'twice is once where the format is guessed'],
  ['C #\n---\nx\n', 'a heading'],
  ['movie: Heat\nstars: 4/5\n', 'YAML'],
])('fmt - %j twice: %s', async (stdin) => {
  const once = await review('fmt -', { stdin });
  expect(await review('fmt -', { stdin: once.stdout })).toEqual(once);
});

test('a file with errors is one in every notation', async () => {
  const broken = {
    'a.toml': 'film = "Heat\nrating = \n',
    'a.csv': 'title,rating\n"Heat,4/5\n',
    'bad.md': '+++\ntitle = x\n+++\n\nA\n-\nb\n',
    'b.md': '+++\nfilm = [\n+++\n\nText.\n',
  };
  for (const [name, text] of Object.entries(broken)) {
    const cwd = folderOf({
      [`reviews/${name}`]: text,
      'reviews/good.md': '---\nfilm: Heat\n---\n\nText.\n',
    });
    for (const line of ['fmt', 'fmt --check']) {
      const ran = await review(line, { cwd });
      expect([name, line, ran.status]).toEqual([name, line, 2]);
      expect(ran.stderr).toContain(name);
      expect(readFileSync(join(cwd, 'reviews', name), 'utf8')).toBe(text);
    }
  }
});
