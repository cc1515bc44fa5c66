import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileError, readBytes, writeWhole } from '../../src/library/files.ts';
import { createLibrary } from '../../src/library/library.ts';
import { locateLibrary } from '../../src/library/locate.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { idOfPath } from '../../src/library/paths.ts';
import { parseSort } from '../../src/library/query.ts';
import { resolveName } from '../../src/library/resolve.ts';
import { walkLibrary } from '../../src/library/walk.ts';
import { folderOf } from './folder.ts';

const film = (title: string, rating: string, date: string) =>
  `---\nfilm: ${title}\nrating: ${rating}\ndate: ${date}\nauthor: Ada\n---\nSome words here.\n`;

describe('locateLibrary', () => {
  const samples = '/samples';
  test('the option, then the environment, then the nearest folder, then the user’s own, then the samples', () => {
    const folder = folderOf({
      'blog/reviews/a.md': 'x',
      'blog/drafts/b.md': 'x',
      'own/review/c.md': 'x',
      'bare/x': '',
    });
    const at = (inside: string, env: Record<string, string> = {}, option?: string) =>
      locateLibrary({ option, env, cwd: join(folder, inside), samples });
    expect(at('blog/drafts')).toMatchObject({
      folder: join(folder, 'blog/reviews'),
      origin: 'folder',
      config: null,
    });
    expect(at('bare', { XDG_DATA_HOME: join(folder, 'own') })).toMatchObject({
      folder: join(folder, 'own/review'),
      origin: 'user',
    });
    expect(at('bare', { HOME: '/nowhere' })).toMatchObject({ folder: samples, origin: 'samples' });
    expect(at('bare', { REVIEW_LIBRARY: '../blog' })).toMatchObject({
      folder: join(folder, 'blog/reviews'),
      origin: 'environment',
    });
    expect(at('bare', { REVIEW_LIBRARY: '../blog' }, '../own/review')).toMatchObject({
      folder: join(folder, 'own/review'),
      origin: 'option',
    });
  });

  test('a configuration makes its folder a library, inside or beside reviews/', () => {
    const folder = folderOf({
      'a/review.config.yaml': '',
      'a/x.md': '',
      'b/review.config.yaml': '',
      'b/reviews/x.md': '',
      'c/reviews/review.config.yaml': '',
    });
    const at = (inside: string) => locateLibrary({ env: {}, cwd: join(folder, inside), samples });
    expect(at('a')).toMatchObject({
      folder: join(folder, 'a'),
      config: join(folder, 'a/review.config.yaml'),
    });
    expect(at('b')).toMatchObject({
      folder: join(folder, 'b/reviews'),
      config: join(folder, 'b/review.config.yaml'),
    });
    expect(at('c/reviews')).toMatchObject({
      folder: join(folder, 'c/reviews'),
      config: join(folder, 'c/reviews/review.config.yaml'),
    });
  });
});

describe('walkLibrary', () => {
  test('finds files by ending, in order, and passes over what is none', () => {
    const folder = folderOf({
      'b.md': '',
      'a/x.yaml': 'film: x',
      'a/site.yaml': 'title: My shelf\nurl: /',
      'a/.hidden.md': '',
      'node_modules/p.md': '',
      'README.md': '',
      'pic.png': '',
      'review.config.yaml': '',
      'C.TXT': '',
    });
    symlinkSync(folder, join(folder, 'loop'));
    expect(walkLibrary(folder, ['.md', '.yaml', '.txt']).files.map(({ id }) => id)).toEqual([
      'C',
      'a/x',
      'b',
    ]);
  });

  test('a folder that is not there is a failure', () => {
    expect(walkLibrary('/no/such/folder', ['.md']).failures).toEqual([
      { path: '/no/such/folder', reason: 'no such file or folder' },
    ]);
  });
});

describe('resolveName', () => {
  const files = ['ballerina', 'books/Frankenstein', 'books/franny', 'heat', 'heat-2'].map((id) => ({
    id,
    path: `/${id}.md`,
  }));
  const names = (file: { id: string }) =>
    file.id === 'heat' ? ['Heat', 'A Los Angeles crime saga'] : [file.id];
  test.each([
    ['ballerina', 'ballerina'],
    ['BALLERINA', 'ballerina'],
    ['frankenstein', 'books/Frankenstein'],
    ['books/franny', 'books/franny'],
    ['ball', 'ballerina'],
    ['frank', 'books/Frankenstein'],
    ['heat', 'heat'],
    ['crime saga', 'heat'],
  ])('%s is %s', (name, id) => {
    expect(resolveName(name, files, names)).toMatchObject({ kind: 'found', file: { id } });
  });

  test('what fits several is ambiguous, what fits none suggests the nearest', () => {
    expect(resolveName('fran', files, names)).toEqual({
      kind: 'ambiguous',
      ids: ['books/Frankenstein', 'books/franny'],
    });
    expect(resolveName('balerina', files, names)).toEqual({ kind: 'unknown', ids: ['ballerina'] });
    expect(resolveName('zzz', files, names)).toEqual({ kind: 'unknown', ids: [] });
  });
});

describe('createLibrary', () => {
  const libraryOf = (files: Record<string, string>) =>
    createLibrary(locateLibrary({ option: folderOf(files), env: {}, cwd: '/', samples: '/' }));

  test('of files that differ in their ending, the first has the id; a file of its own keeps its own', () => {
    const library = libraryOf({
      'a.md': 'x',
      'a.txt': 'x',
      'a.yaml': 'film: x',
      'a-2.md': 'x',
    });
    const { folder } = library.place;
    const idsOf = library.walk().files.map(({ id, path }) => [id, path.slice(folder.length + 1)]);
    expect(idsOf).toEqual([
      ['a', 'a.md'],
      ['a-2', 'a-2.md'],
      ['a-3', 'a.txt'],
      ['a-4', 'a.yaml'],
    ]);
    for (const [id, name] of idsOf) {
      const path = join(folder, name as string);
      expect(library.find(id as string)).toEqual({ kind: 'found', file: { id, path } });
      expect(library.fileAt(path)).toEqual({ id, path });
      expect(library.load({ id: id as string, path }).review.id).toBe(id);
    }
  });

  test('its name is the file’s, whatever its id', () => {
    const library = libraryOf({ 'books/emma.md': 'x', 'books/emma.txt': 'Fine.' });
    const [, second] = library.walk().files.map((file) => library.load(file));
    expect(second).toMatchObject({
      libraryId: 'books/emma-2',
      sharedId: 'books/emma',
      review: { item: { name: 'Emma', kind: 'book' } },
    });
  });

  test('a review of several gives way to a file of its own', () => {
    const library = libraryOf({
      'diary.yaml': '- {film: Heat, rating: 5/5}\n- {film: Heat, rating: 4/5}\n',
      'diary/heat.md': '---\nfilm: Heat\nrating: 2/5\n---\n',
    });
    const ratings = library
      .walk()
      .files.flatMap((file) => library.loadAll(file))
      .map(({ libraryId, review }) => [libraryId, review.rating?.value]);
    expect(ratings).toEqual([
      ['diary/heat-3', 5],
      ['diary/heat-2', 4],
      ['diary/heat', 2],
    ]);
    for (const [id, value] of ratings) {
      const match = library.find(String(id));
      if (match.kind !== 'found') throw new Error(`${id} is not found`);
      expect(library.load(match.file).review.rating?.value).toBe(value);
    }
  });

  test('the exact id of one of several goes before the beginning of a file’s', () => {
    const library = libraryOf({
      'diary.yaml': '- {film: Heat, rating: 5/5}\n- {film: Alien, rating: 4/5}\n',
      'diary/heat-wave.md': '---\nfilm: Heat wave\n---\n',
    });
    expect(library.find('diary/heat')).toMatchObject({ file: { id: 'diary/heat', key: 'heat' } });
  });

  test.each(['../a', '/etc/passwd', 'x/../../a', '..\\a', 'C:a', ''])(
    '%j never leaves the library',
    (name) => {
      expect(libraryOf({ 'a.md': 'x', 'b.md': 'x' }).find(name).kind).not.toBe('found');
    },
  );

  test('a link out of the library is refused', () => {
    const outside = folderOf({ 'secret.md': 'secret' });
    const library = libraryOf({ 'a.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(library.place.folder, 'leak.md'));
    const match = library.find('leak');
    expect(match.kind).toBe('found');
    if (match.kind === 'found')
      expect(() => library.load(match.file)).toThrow(/leads out of the library/);
  });

  test('finds by title without reading a body, and reads with the configuration', () => {
    const library = libraryOf({
      'review.config.yaml': 'scale: 10\nroles:\n  weaknesses: [gripes]\n',
      'h.md': film('Heat', '4', '2020-01-02').replace('Some', '## Gripes\n\nSome'),
    });
    const match = library.find('Heat');
    expect(match).toMatchObject({ kind: 'found', file: { id: 'h' } });
    if (match.kind !== 'found') return;
    const { review } = library.load(match.file);
    expect(review.rating).toMatchObject({ value: 4, best: 10 });
    expect(review.sections[0]?.role).toBe('weaknesses');
    expect(review.id).toBe('h');
  });

  test('a path inside has an id, one outside has none', () => {
    const library = libraryOf({ 'a/b.md': 'x' });
    expect(idOfPath(library.place, join(library.place.folder, 'a/b.md'))).toBe('a/b');
    expect(idOfPath(library.place, '/etc/hosts')).toBeNull();
  });
});

describe('openLibrary', () => {
  test('reviews, find and query', () => {
    const folder = folderOf({
      'a.md': film('Alien', '5/5', '2020-01-01'),
      'b.md': film('Brazil', '3/5', '2021-01-01'),
      'c.md': '# Cube\n\nNo rating.\n',
    });
    mkdirSync(join(folder, 'd.md'));
    const library = openLibrary(folder);
    expect([...library.reviews()]).toHaveLength(3);
    const found = library.find('bra');
    expect(found.kind === 'found' && library.load(found.file).review.item.name).toBe('Brazil');
    expect(library.query({ sort: 'rating' }).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(library.query({ sort: '-rating' }).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(library.query({ words: ['brazil', 'ada'] }).map(({ id, words }) => [id, words])).toEqual(
      [['b', 3]],
    );
  });

  test('sort keys have a natural order and short names', () => {
    expect(parseSort('date')).toEqual({ key: 'date', descending: true });
    expect(parseSort('-published')).toEqual({ key: 'date', descending: false });
    expect(parseSort('title')).toEqual({ key: 'title', descending: false });
    expect(parseSort('colour')).toBeNull();
  });
});

describe('files', () => {
  test('a pipe, a folder and a huge file are refused, none hangs', () => {
    const folder = folderOf({ 'big.md': '' });
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    truncateSync(join(folder, 'big.md'), 17 * 1024 * 1024);
    expect(() => readBytes(join(folder, 'pipe.md'))).toThrow(/not a regular file/);
    expect(() => readBytes(folder)).toThrow(FileError);
    expect(() => readBytes(join(folder, 'big.md'))).toThrow(/larger than 16 MiB/);
    expect(() => readBytes(join(folder, 'none.md'))).toThrow(/ENOENT/);
  });

  test('a file is written whole, through a link, into folders that are made', () => {
    const folder = folderOf({ 'real.txt': 'old' });
    symlinkSync(join(folder, 'real.txt'), join(folder, 'link.txt'));
    writeWhole(join(folder, 'link.txt'), 'new');
    writeWhole(join(folder, 'a/b/c.txt'), 'é');
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('new');
    expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('é');
    expect(readdirSync(folder).sort()).toEqual(['a', 'link.txt', 'real.txt']);
  });

  test('a failed write leaves the old file and no other', () => {
    const folder = folderOf({ 'x.txt': 'old' });
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x', 'y'), '');
    expect(() => writeWhole(join(folder, 'x'), 'new')).toThrow();
    expect(() => writeWhole(join(folder, 'x.txt', 'z'), 'new')).toThrow();
    expect(readFileSync(join(folder, 'x.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['x', 'x.txt']);
  });
});
