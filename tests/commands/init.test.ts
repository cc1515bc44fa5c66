import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/index.ts';
import { configSettings } from '../../src/library/config/keys.ts';
import { readConfig } from '../../src/library/config/read-config.ts';
import { chooseFiles } from '../../src/library/infer/choose-files.ts';
import { languageOfText } from '../../src/vocabulary/text-language.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const config = 'review.config.yaml';
const prose =
  'This is the text of a review that was written for the fun of it, and you are welcome to it.\n';
const post = (keys: string, text = prose) => `---\n${keys}\n---\n\n${text}`;

/** A blog as people keep them: books and films, rated out of ten and in letters, among pages of other things. */
const blog = (): Record<string, string> => ({
  'about.md': post('title: About me'),
  'index.md': post('title: Home'),
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [
      `content/books/b${at}.md`,
      post(
        `title: Book ${at}\nauthor: Writer ${at}\nreviewer: Ada Quill\nrating: ${at + 2}\ndate: 2024-01-0${at + 1}`,
      ),
    ]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 5 }, (_, at) => [
      `content/films/f${at}.md`,
      post(`title: Film ${at}\nauthor: Ada Quill\nrating: B+\ndate: 2024-02-0${at + 1}`),
    ]),
  ),
  'content/posts/one.md': post('title: A day out'),
  'content/posts/two.md': post('title: Another day'),
  'content/posts/three.md': post('title: Rain'),
});

describe('init', () => {
  test('looks, says what to run, and writes nothing', async () => {
    const cwd = folderOf(blog());
    const ran = await review('init', { cwd });
    expect(ran).toMatchObject({
      status: 0,
      stderr: 'nothing was written; to write it: review init --yes\n',
    });
    expect(existsSync(join(cwd, config))).toBe(false);
    expect(ran.stdout).toBe(`Reviews     13 reviews in 13 files
Written as  Markdown with YAML: 13 files, as content/books/b0.md
Kinds       book: 8, by the names of folders
            film: 5, by the names of folders
Ratings     8 bare numbers under \`rating\`, from 2 to 9
            5 letter grades
Names       critics: Ada Quill (13)
            makers: in 8
Dates       published: in 13
Languages   en (13)
No review   5 files: about.md, content/posts/one.md, content/posts/three.md,
              content/posts/two.md, index.md

review.config.yaml:

# Written by \`review init\` after a look at 13 reviews; docs/format.md has every key.

author: Ada Quill   # the critic in 13 of 13 reviews that name one
scale: 10   # 8 of 8 bare ratings lie between 2 and 9
kinds:
  content/books: book   # 8 reviews, by the folder’s name
  content/films: film   # 5 reviews, by the folder’s name
include:
  - "content/books/**"   # 8 of 8 files rate something
  - "content/films/**"   # 5 of 5 files rate something
`);
  });

  test('writes it with --yes; then check is silent, and what is read is the same', async () => {
    const cwd = folderOf(blog());
    const before = openLibrary(join(cwd, 'content'))
      .query()
      .map(({ item, rating, author }) => ({ item, rating, author }));
    expect((await review('init --yes', { cwd })).stderr).toBe('wrote review.config.yaml\n');
    expect(readConfig(readFileSync(join(cwd, config), 'utf8'), config).diagnostics).toEqual([]);
    expect(await review('check', { cwd })).toEqual({
      status: 0,
      stdout: '',
      stderr: '13 files: 0 errors, 0 warnings\n',
    });
    const after = openLibrary(cwd)
      .query()
      .map(({ item, rating, author }) => ({ item, rating, author }));
    expect(after).toHaveLength(13);
    for (const each of after) expect(before).toContainEqual(each);
    expect((await review('list --skipped', { cwd })).stdout.match(/include/g)).toHaveLength(5);
  });

  test('a configuration that is there stays, and what it lacks is named', async () => {
    const own = 'scale: 5\nkinds: { content/books: book }\n';
    const cwd = folderOf({ ...blog(), [config]: own });
    const ran = await review('init --yes', { cwd });
    expect(readFileSync(join(cwd, config), 'utf8')).toBe(own);
    expect(ran.stdout).toContain('review.config.yaml stays as it is. What was found besides:');
    expect(ran.stdout).toContain(
      '~ scale: 10   # 8 of 8 bare ratings lie between 2 and 9; it says 5\n',
    );
    expect(ran.stdout).toContain(
      '+ kinds: { content/films: film }   # 5 reviews, by the folder’s name\n',
    );
    expect(ran.stdout).not.toContain('content/books: book');
    expect(ran.status).toBe(0);
  });

  test('asks in a terminal', async () => {
    const cwd = folderOf({ 'reviews/a.md': post('film: A\nrating: 4/5\ndate: 2024-01-01') });
    const screen = { columns: 80, rows: 24 };
    // The one answer is a name, and no yes.
    const ran = await review('init', { cwd, screen, answer: 'Ada Quill' });
    expect(ran.stdout).toContain('author: Ada Quill   # as you said');
    expect(ran.stderr).toContain('nothing was written');
    expect(existsSync(join(cwd, config))).toBe(false);
    await review('init', { cwd, screen, answer: 'y' });
    expect(existsSync(join(cwd, config))).toBe(true);
  });

  test('in an empty folder, makes a place for reviews', async () => {
    const cwd = folderOf({});
    const dry = await review('init', { cwd });
    expect(dry).toMatchObject({ status: 0, stdout: '' });
    expect(dry.stderr).toContain('it would make reviews/ and review.config.yaml\n');
    expect(existsSync(join(cwd, 'reviews'))).toBe(false);
    const ran = await review('init --yes', { cwd });
    expect(ran.stderr).toContain("review new film 'The Salt Road' starts the first one");
    const text = readFileSync(join(cwd, config), 'utf8');
    for (const key of Object.keys(configSettings))
      expect(text).toMatch(new RegExp(`^# ${key}:`, 'm'));
    // Without the `#`, every line counts.
    const lines = text.replace(/^# (?=\w+:)/gm, '');
    expect(readConfig(lines, config).diagnostics).toEqual([]);
    expect(await review('init --yes', { cwd })).toMatchObject({ status: 0 });
    expect(readFileSync(join(cwd, config), 'utf8')).toBe(text);
  });

  test('among texts that are no reviews, makes nothing', async () => {
    const cwd = folderOf({ 'a.md': post('title: A day out'), 'b.md': post('title: Rain') });
    const ran = await review('init --yes', { cwd });
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain('none of its 2 texts rates something');
    expect(existsSync(join(cwd, config))).toBe(false);
    expect(existsSync(join(cwd, 'reviews'))).toBe(false);
  });

  test('another folder, one that is not there, two', async () => {
    const cwd = folderOf({ 'x/a.md': post('film: A\nrating: 4/5') });
    expect((await review('init x --yes', { cwd })).stderr).toContain('wrote x/review.config.yaml');
    expect(await review('init y', { cwd })).toMatchObject({ status: 2 });
    expect(await review('init x y', { cwd })).toMatchObject({ status: 2 });
    expect(await review('init --yes --dry-run', { cwd })).toMatchObject({ status: 2 });
    expect(await review('init', { cwd, env: { HOME: cwd } })).toMatchObject({ status: 2 });
  });

  test('a full or forbidden place is said', async () => {
    const cwd = folderOf({ 'reviews/a.md': post('film: A\nrating: 4/5') });
    writeFileSync(join(cwd, 'review.config.yaml.x'), '');
    const ran = await review('init --yes', { cwd: join(cwd, 'reviews') });
    expect(ran.status).toBe(0);
    expect(existsSync(join(cwd, 'reviews', config))).toBe(true);
  });

  test('folders with other scales, other languages, words for ratings', async () => {
    const german =
      'Das ist der Text und er ist nicht von mir, aber die Leute mögen das Buch auch und den Film.\n';
    const files = (folder: string, keys: (at: number) => string, text?: string) =>
      Object.fromEntries(
        Array.from({ length: 4 }, (_, at) => [`reviews/${folder}/${at}.md`, post(keys(at), text)]),
      );
    const cwd = folderOf({
      ...files('books', (at) => `title: B${at}\nrating: ${at + 5}\nreviewer: Ada`),
      ...files('games', (at) => `title: G${at}\nrating: ${at + 1}\nauthor: Ada`),
      ...files('filme', (at) => `title: F${at}\nrating: loved it\nauthor: Ada`, german),
    });
    const { stdout } = await review('init --yes', { cwd });
    const written = readConfig(readFileSync(join(cwd, config), 'utf8'), config);
    expect(written.diagnostics).toEqual([]);
    expect(written.config).toMatchObject({
      author: 'Ada',
      scale: 10,
      kinds: { books: 'book', games: 'game', filme: 'film' },
      folders: { games: { scale: 5 }, filme: { lang: 'de' } },
      rules: { 'date-missing': 'off', 'rating-words': 'off' },
    });
    expect(written.config.include).toBeUndefined();
    expect(stdout).toContain('4 in words: “loved it”');
    expect(stdout).toContain('grades: { "loved it": /5 }');
    expect((await review('check', { cwd })).stdout).toBe('');
  });

  test('a hostile name reaches neither terminal nor configuration', async () => {
    const cwd = folderOf({
      'reviews/bo\u001b]0;x\u0007oks/a.md': post('film: A\nrating: 4\nauthor: "E\\e[31m: {vil"'),
      'reviews/bo\u001b]0;x\u0007oks/b.md': post('film: B\nrating: 9\nauthor: "E\\e[31m: {vil"'),
      'reviews/c.md': post('film: C\nrating: 9\nauthor: "E\\e[31m: {vil"'),
    });
    const ran = await review('init --yes', { cwd });
    const text = readFileSync(join(cwd, config), 'utf8');
    for (const each of [ran.stdout, ran.stderr, text]) expect(each).not.toMatch(/\p{Cc}(?<!\n)/u);
    expect(readConfig(text, config).diagnostics).toEqual([]);
    expect(readConfig(text, config).config.author).toBe('E\u001b[31m: {vil');
  });
});

describe('which files are reviews', () => {
  const choose = (paths: string[], evident: string[]) => {
    const { files, include } = chooseFiles(paths, (path) => evident.includes(path));
    return { files, globs: include?.map(({ glob }) => glob) ?? null };
  };

  test('all, where half of a folder is, or its name is a kind’s', () => {
    expect(choose(['a.md', 'b.md'], ['a.md'])).toEqual({ files: ['a.md', 'b.md'], globs: null });
    expect(choose(['books/a.md', 'x.md'], [])).toEqual({
      files: ['books/a.md'],
      globs: ['books/**'],
    });
  });

  test('else those that are', () => {
    const paths = ['p/a.md', 'p/b.md', 'p/c.md', 'q/d.md'];
    expect(choose(paths, ['p/a.md', 'q/d.md'])).toEqual({
      files: ['p/a.md', 'q/d.md'],
      globs: ['p/a.md', 'q/**'],
    });
    expect(choose(paths, [])).toEqual({ files: [], globs: null });
  });

  test('indexes in folders of their own are looked at together', () => {
    const paths = ['p/a/index.md', 'p/b/index.md', 'x.md'];
    expect(choose(paths, ['p/a/index.md']).files).toEqual(['p/a/index.md', 'p/b/index.md']);
  });

  test('signs of globs in names are names', () => {
    expect(choose(['[a] (b)/c.md', 'x.md', 'y.md', 'z.md'], ['[a] (b)/c.md']).globs).toEqual([
      '\\[a\\] \\(b\\)/**',
    ]);
  });
});

test.each([
  ['en', prose],
  [
    'de',
    'Der Film ist nicht das, was man von dem Buch erwartet, aber die Bilder und das Licht sind schön, und er ist auch nicht zu lang.',
  ],
  [
    'fr',
    'Le film est une belle histoire, et les acteurs sont dans leur rôle; mais ce n’est pas pour tout le monde, et la fin est dans le livre.',
  ],
  [
    'pt',
    'O livro é uma história que não se esquece, com um final do qual os leitores não gostam, mas em que a autora acredita como ninguém.',
  ],
  [
    'es',
    'El libro es una historia que no se olvida, con un final que a los lectores no les gusta, pero en el que la autora cree como nadie.',
  ],
  ['ja', 'この本はとても面白かったです。最後の章は少し長いと思いました。'],
  ['ru', 'Книга о том, как всё было, и о том, чего не было.'],
  [null, 'Heat 4/5'],
])('the language of a text: %s', (lang, text) => {
  expect(languageOfText(text)).toBe(lang);
});
