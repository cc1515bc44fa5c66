import { describe, expect, test } from 'vitest';
import { readReview } from '../../../src/readers/formats.ts';

const of = (keys: string, path: string, body: string) =>
  readReview(`---\n${keys}\n---\n\n${body}\n`, { path }).review.item;

describe('who made it, in a title', () => {
  test.each([
    ['title: Salt Roads by Ada Quill', 'books/salt-roads.md', 'Text.', 'Salt Roads', 'Ada Quill'],
    [
      'title: Salt Roads by Ada Quill\nkind: book',
      'salt-roads/index.md',
      '.',
      'Salt Roads',
      'Ada Quill',
    ],
    ['title: "Salt: Roads by Ada Quill"', 'books/salt.md', 'Text.', 'Salt: Roads', 'Ada Quill'],
    [
      'title: Side by Side by Ada Quill',
      'books/n1.md',
      'Quill’s first.',
      'Side by Side',
      'Ada Quill',
    ],
    ['title: Night Songs - The Piers', 'albums/nightsongs.md', 'x', 'Night Songs', 'The Piers'],
    ['title: The Piers – Night Songs', 'albums/night-songs.md', 'x', 'Night Songs', 'The Piers'],
    ['title: Été - Quai\nslug: ete', 'albums/1.md', 'x', 'Été', 'Quai'],
  ])('%j in %s', (keys, path, body, name, maker) => {
    const item = of(keys, path, body);
    expect(item.name).toBe(name);
    expect(item.creators.map((each) => each.name)).toEqual([maker]);
  });

  test.each([
    ['a film', 'title: Called by Ada Quill', 'films/called.md', 'Quill.'],
    ['no kind', 'title: Called by Ada Quill', 'x/called.md', 'Quill.'],
    ['nothing bears it out', 'title: Death by Black Hole', 'books/n1.md', 'Stars and a quillwort.'],
    ['no name', 'title: Bird by Bird', 'books/bird.md', 'Bird.'],
    ['an article', 'title: Touched by an Angel', 'books/touched.md', 'Angel.'],
    ['neither part is the file’s name', 'title: Night - Songs', 'albums/x.md', 'x'],
    ['both parts are', 'title: Night - Night', 'albums/night.md', 'x'],
    ['three parts', 'title: Night - Songs - Live', 'albums/night.md', 'x'],
  ])('not in %s', (_, keys, path, body) => {
    const item = of(keys, path, body);
    expect(`title: ${item.name}`).toBe(keys);
    expect(item.creators).toEqual([]);
  });

  test('a maker that a key names is the maker', () => {
    const item = of('title: Salt by Ada Quill\nauthor: Ben Ovary', 'books/salt.md', 'Quill.');
    expect(item).toMatchObject({
      name: 'Salt by Ada Quill',
      creators: [{ role: 'author', name: 'Ben Ovary' }],
    });
  });
});

test.each([
  ['name: 《三体》', '三体'],
  ['item: 『雪国』', '雪国'],
  ['name: 《三体》与《球状闪电》', '《三体》与《球状闪电》'],
  ['name: Two_Reeds_1.11\ntitle: Two Reeds 1.11', 'Two Reeds 1.11'],
  ['name: R.E.M._live\ntitle: Two Reeds 1.11', 'R.E.M._live'],
])('%j names %s', (keys, name) => {
  expect(of(keys, 'books/x.md', 'x').name).toBe(name);
});

test.each([
  ['Salt (Ada Quill, 1995)', 'book', 'Salt', 'author:Ada Quill'],
  ['Salt (1995; Ada Quill)', 'film', 'Salt', 'director:Ada Quill'],
  ['Salt (Quill Studios, 1995)', 'film', 'Salt', undefined],
  ['Salt (Ada Quill, 1995)', 'restaurant', 'Salt', undefined],
  ['Salt (Ada Quill)', 'book', 'Salt', 'author:Ada Quill'],
  ['Salt (Ada Stone)', 'book', 'Salt (Ada Stone)', undefined],
  ['Salt (Revised Edition)', 'book', 'Salt (Revised Edition)', undefined],
])('%j of a %s', (title, kind, name, made) => {
  const item = of(`title: ${title}\nkind: ${kind}`, 'x/y.md', 'By Ada Quill, a Revised Edition.');
  expect(item.name).toBe(name);
  expect(item.creators.map((each) => `${each.role}:${each.name}`)[0]).toBe(made);
});

test('several who made it, and a doctor', () => {
  const makers = (title: string) =>
    of(`title: ${title}`, 'books/salt.md', 'x').creators.map(({ name }) => name);
  expect(makers('Salt by Ada Quill and Ben Ovary')).toEqual(['Ada Quill', 'Ben Ovary']);
  expect(makers('Salt by Ada B. Quill, Ph.D.')).toEqual(['Ada B. Quill, Ph.D.']);
  expect(makers('Salt by Ada and the Sea')).toEqual([]);
});

describe('a file that names nothing', () => {
  test.each([
    ['x/quiet-harbour.md', 'Quiet harbour'],
    ['quiet-harbour/index.md', 'Quiet harbour'],
    ['reviews/index.md', undefined],
    ['books/index.md', undefined],
  ])('%s is called %j', (path, name) => {
    expect(of('rating: 4/5', path, 'Text.').name).toBe(name);
  });
});
