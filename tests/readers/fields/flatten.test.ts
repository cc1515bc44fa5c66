import { describe, expect, test } from 'vitest';
import { readReview } from '../../../src/readers/formats.ts';

const yaml = (keys: string) => readReview(keys, { format: 'yaml' }).review;
const toml = (keys: string) =>
  readReview(`+++\n${keys}\n+++\n\nText.\n`, { path: 'x/a.md' }).review;

describe('keys that stand in a map for order’s sake', () => {
  test('Zola’s extra table, at any depth that names a thing', () => {
    expect(
      toml('title = "A"\n[extra]\nalbum = "A"\nartist = "B"\nyear = 1999\nicon = "x"'),
    ).toMatchObject({
      item: { kind: 'album', creators: [{ role: 'artist', name: 'B' }], year: 1999 },
      extra: { extra: { icon: 'x' } },
    });
    expect(toml('title = "A"\nextra.movie.rating = 8\nextra.movie.directors = "B"')).toMatchObject({
      item: { kind: 'film', creators: [{ role: 'director', name: 'B' }] },
      rating: { value: 8 },
    });
  });

  test('but in YAML `extra` is what was not read, and the page’s own keys come first', () => {
    expect(yaml('film: A\nextra: {rating: 4/5}').rating).toBeNull();
    expect(toml('title = "A"\nrating = "2/5"\n[extra]\nrating = "4/5"').rating?.value).toBe(2);
    expect(yaml('film: A\nrating: 2/5\nparams: {rating: 4/5}')).toMatchObject({
      rating: { value: 2 },
      extra: { params: { rating: '4/5' } },
    });
  });

  test('params, book_info and reading_progress', () => {
    expect(
      yaml(
        'title: Notes\nparams: {rating: 4/5}\nbook_info: {title: A, author: B, isbn: 9780000000001}\nreading_progress: {start_date: 2023-12-01, finish_date: 2023-12-25}',
      ),
    ).toMatchObject({
      item: { name: 'A', kind: 'book', creators: [{ role: 'author', name: 'B' }] },
      rating: { value: 4 },
      experienced: [{ date: '2023-12-25', began: '2023-12-01' }],
    });
  });

  test('a series beside a title in the item’s map is a detail', () => {
    for (const keys of ['series: "Tides #2", title: Salt', 'title: Salt, series: "Tides #2"'])
      expect(yaml(`book: {${keys}}`).item).toMatchObject({
        name: 'Salt',
        kind: 'book',
        details: { series: 'Tides #2' },
      });
    expect(yaml('item: {series: Tides}').item.name).toBe('Tides');
  });

  test.each([
    ['a map that names nothing', 'title: A\nbook_info: {cover: x.jpg}', undefined],
    ['no word for a kind', 'title: A\nsite_info: {title: B, author: C}', undefined],
    ['data of a program', 'title: A\nmetadata: {title: B}', undefined],
  ])('not %s', (_, keys, kind) => {
    const { item } = yaml(keys);
    expect(item.name).toBe('A');
    expect(item.kind).toBe(kind);
    expect(item.creators).toEqual([]);
  });

  test('progress that is none of a reading stays', () => {
    expect(yaml('title: A\nprogress: {done: 3, of: 4}').extra).toEqual({
      progress: { done: 3, of: 4 },
    });
  });
});

describe('a 0 that is none', () => {
  test.each([
    'film: A\nrating: 0\nstatus: watching',
    'film: A\nrating: 0\nstatus: {name: In Progress}',
    'book: A\nMy Rating: 0\nExclusive Shelf: read',
  ])('%j', (keys) => {
    expect(yaml(keys).rating).toBeNull();
  });

  test.each(['film: A\nrating: 0', 'film: A\nrating: 0/5\nstatus: watched'])('%j rates', (keys) => {
    expect(yaml(keys).rating?.value).toBe(0);
  });
});
