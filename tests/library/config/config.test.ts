import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary, read, readAll } from '../../../src/index.ts';
import { readConfig } from '../../../src/library/config/read-config.ts';
import { selectionOf } from '../../../src/library/config/selection.ts';
import { settingsFor } from '../../../src/library/config/settings-for.ts';
import { review } from '../../cli/run.ts';
import { folderOf } from '../folder.ts';

describe('folders', () => {
  const config = {
    author: 'Ada',
    scale: 5,
    kinds: { books: 'book', 'books/audio': 'album' },
    folders: {
      books: { scale: 10, lang: 'de' },
      'books/old': { scale: 100 },
      archive: { author: 'Bob', kind: 'film' },
    },
  } as const;

  test.each([
    ['a.md', { author: 'Ada', scale: 5 }],
    ['books/a.md', { author: 'Ada', scale: 10, lang: 'de', kind: 'book' }],
    ['books/old/a.md', { author: 'Ada', scale: 100, lang: 'de', kind: 'book' }],
    ['books/audio/a.md', { author: 'Ada', scale: 10, lang: 'de', kind: 'album' }],
    // At any depth; the folder that reaches deeper counts.
    ['archive/books/a.md', { author: 'Bob', scale: 10, lang: 'de', kind: 'book' }],
    ['books/archive/a.md', { author: 'Bob', scale: 10, lang: 'de', kind: 'film' }],
    // Of a name, a part is no folder, and a file is none.
    ['notebooks/a.md', { author: 'Ada', scale: 5 }],
    ['books.md', { author: 'Ada', scale: 5 }],
  ])('%s', (path, settings) => {
    expect(settingsFor(config, path)).toEqual(settings);
  });

  test('may be written from where the configuration lies', () => {
    const folders = { 'reviews/books': { scale: 10 }, films: { scale: 4 } };
    expect(settingsFor({ folders }, 'books/a.md', 'reviews/')).toEqual({ scale: 10 });
    expect(settingsFor({ folders }, 'films/a.md', 'reviews/')).toEqual({ scale: 4 });
    expect(settingsFor({ folders }, 'books/a.md')).toEqual({});
  });

  test('`.` is the whole library', () => {
    expect(settingsFor({ folders: { '.': { lang: 'fr' } } }, 'a/b.md')).toEqual({ lang: 'fr' });
  });
});

describe('include and exclude', () => {
  const asideOf = (config: Parameters<typeof selectionOf>[0], ...paths: string[]) => {
    const { leftAside } = selectionOf(config);
    return paths.filter((path) => leftAside(path) !== null);
  };

  test('globs, from the library’s folder', () => {
    const paths = ['a.md', 'posts/a.md', 'posts/x/a.md', 'posts.md', 'old/posts/a.md'];
    expect(asideOf({}, ...paths)).toEqual([]);
    expect(asideOf({ include: ['posts/**'] }, ...paths)).toEqual([
      'a.md',
      'posts.md',
      'old/posts/a.md',
    ]);
    expect(asideOf({ include: ['./posts/'], exclude: ['posts/x'] }, ...paths)).toEqual([
      'a.md',
      'posts/x/a.md',
      'posts.md',
      'old/posts/a.md',
    ]);
    expect(asideOf({ exclude: ['**/a.md'] }, ...paths)).toEqual([
      'a.md',
      'posts/a.md',
      'posts/x/a.md',
      'old/posts/a.md',
    ]);
    expect(asideOf({ include: [] }, ...paths)).toEqual(paths);
  });

  const film = '---\nfilm: Heat\nrating: 4/5\n---\n';
  const ids = (folder: string) =>
    openLibrary(folder)
      .query()
      .map(({ id }) => id);

  test('what is included is not asked for its name, in folders of programs too', () => {
    const files = {
      'README.md': film,
      'public/a.md': film,
      'dist/a.md': film,
      '.hidden/a.md': film,
      'node_modules/x/a.md': film,
      'b.md': film,
    };
    expect(ids(folderOf({ ...files, 'review.config.yaml': '' }))).toEqual(['b']);
    const config = 'include: ["README.md", "public/**", "**/x/*.md"]\n';
    const folder = folderOf({ ...files, 'review.config.yaml': config });
    expect(ids(folder)).toEqual(['public/a', 'README']);
    expect(openLibrary(folder).find('README')).toMatchObject({ kind: 'found' });
    expect(openLibrary(folder).find('b')).toMatchObject({ kind: 'unknown' });
  });

  test('is told by list --skipped, and no name of what is left aside is known', async () => {
    const cwd = folderOf({
      'review.config.yaml': 'exclude: ["drafts/**"]\n',
      'a.md': film,
      'drafts/b.md': film,
    });
    expect((await review(['list', '--json', '--fields', 'id'], { cwd })).stdout).not.toMatch('b');
    expect((await review(['list', '--skipped'], { cwd })).stdout).toBe(
      'drafts/b.md: `exclude: drafts/**` of the configuration\n',
    );
    expect((await review(['show', 'drafts/b'], { cwd })).status).toBe(1);
    // A path is a path.
    expect((await review(['show', './drafts/b.md'], { cwd })).status).toBe(0);
  });
});

describe('many', () => {
  const log = '---\nfilm: Diary\n---\n\n# Heat 4/5\n\nGood.\n\n# Ronin 3/5\n\nFine.\n';
  const list = '# Heat 4/5\n\nGood.\n\n# Ronin 3/5\n\nFine.\n';

  test('tells of a file what its look does not', () => {
    const names = (text: string, path: string, many: Record<string, boolean>) =>
      readAll(text, { path, settings: { many } }).records.map(({ review: { item } }) => item.name);
    expect(names(log, 'logs/a.md', {})).toEqual(['Diary']);
    expect(names(log, 'logs/a.md', { 'logs/*.md': true })).toEqual(['Heat', 'Ronin']);
    expect(names(log, 'logs/a.md', { 'other/**': true })).toEqual(['Diary']);
    expect(names(list, 'a.md', {})).toEqual(['Heat', 'Ronin']);
    expect(names(list, 'a.md', { '**': false })).toHaveLength(1);
    expect(names(list, 'a.md', { '**': false, 'a.md': true })).toEqual(['Heat', 'Ronin']);
  });
});

describe('author and lang', () => {
  const settings = { author: 'Ada Quill', folders: { de: { lang: 'de', author: 'Bo' } } };
  const of = (text: string, path = 'a.md') => {
    const { author, lang, item } = read(text, { path, settings }).review;
    return [author.map(({ name }) => name), lang, item.creators.map(({ name }) => name)];
  };

  test('count where the file says nothing', () => {
    expect(of('---\nfilm: Heat\n---\nText.\n')).toEqual([['Ada Quill'], undefined, []]);
    expect(of('Heat\n\nText.\n', 'a.txt')).toEqual([['Ada Quill'], undefined, []]);
    expect(of('---\nfilm: Heat\n---\n', 'de/a.md')).toEqual([['Bo'], 'de', []]);
    expect(of('---\nbook: Salt\nauthor: Cy\n---\n')).toEqual([['Ada Quill'], undefined, ['Cy']]);
  });

  test('but not where it does', () => {
    expect(of('---\nfilm: Heat\nauthor: Cy\nlang: fr\n---\n', 'de/a.md')).toEqual([
      ['Cy'],
      'fr',
      [],
    ]);
    const exported = JSON.stringify({ ...JSON.parse(jsonOf('film: Heat')) });
    expect(of(exported, 'a.json')[0]).toEqual([]);
  });

  function jsonOf(keys: string): string {
    const { review: made } = read(`---\n${keys}\n---\n`);
    return JSON.stringify({ schemaVersion: 1, ...made });
  }

  test('new writes them', async () => {
    const config =
      'author: Ada Quill\nscale: 5\nfolders: { novels: { kind: book, scale: 10, lang: de } }\n';
    const cwd = folderOf({ 'review.config.yaml': config });
    const ran = await review(['new', 'book', 'Salz', '--rating', '7'], { cwd });
    expect(ran).toEqual({ status: 0, stdout: 'novels/salz.md\n', stderr: '' });
    const text = readFileSync(join(cwd, 'novels/salz.md'), 'utf8');
    expect(text).toMatch(/^reviewer: Ada Quill$/m);
    expect(text).toMatch(/^rating: 7\/10$/m);
    expect(text).toMatch(/^lang: de$/m);
  });

  test('a file keeps no trace of them when it is put in order', async () => {
    const text = '---\nfilm: Heat\nrating: 4/5\n---\n\nText.\n';
    const cwd = folderOf({
      'review.config.yaml': 'author: Ada\nfolders: {a: {lang: de}}\n',
      'a/b.md': text,
    });
    expect(await review(['fmt'], { cwd })).toMatchObject({ status: 0 });
    expect(readFileSync(join(cwd, 'a/b.md'), 'utf8')).toBe(text);
    const exported = await review(['export', 'a/b', '--markdown'], { cwd });
    expect(exported.stdout).toContain('author: Ada');
  });
});

test('openLibrary takes settings before those of the folder', () => {
  const folder = folderOf({
    'review.config.yaml': 'scale: 10\nauthor: Ada\n',
    'a.md': '---\nfilm: Heat\nrating: 3\n---\n',
  });
  const [entry] = openLibrary(folder, { settings: { scale: 4 } }).query();
  expect(entry).toMatchObject({ rating: { value: 3, best: 4 }, author: [{ name: 'Ada' }] });
});

test('what is wrong is said with its place, and the rest counts', () => {
  const { config, diagnostics } = readConfig(
    'site:\n  titel: Late\n  lang: en\nimport: { Name: titlee }\nauthor: [Ada]\n',
    'review.config.yaml',
  );
  expect(config).toEqual({ site: { lang: 'en' }, import: {} });
  expect(diagnostics.map(({ message, range }) => [range?.start.line, message])).toEqual([
    [2, '`titel` is no key of `site`; there are title, baseUrl, lang.'],
    [4, '`titlee` is no field of a review.'],
    [5, '`author` wants a name.'],
  ]);
});

test('list --skipped counts what is still to be read', async () => {
  const cwd = folderOf({
    'review.config.yaml': '',
    'books.csv':
      'Title,Author,My Rating,Exclusive Shelf\nSalt,Ann,4,read\nPier,Bo,0,to-read\nRain,Cy,0,to-read\n',
    'README.md': '# Mine',
  });
  expect((await review(['list', '--json', '--fields', 'id'], { cwd })).stdout).toBe(
    '[\n  {\n    "id": "books/salt"\n  }\n]\n',
  );
  expect(await review(['list', '--skipped'], { cwd })).toEqual({
    status: 0,
    stdout:
      'README.md: a document of a project, by its name\nbooks.csv: 2 records still to be read, watched or played\n',
    stderr: '',
  });
});
