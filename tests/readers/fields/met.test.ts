import { expect, test } from 'vitest';
import { readReview } from '../../../src/readers/formats.ts';

const read = (keys: string, path = 'x/a.md') =>
  readReview(`---\n${keys}\n---\n\nText.\n`, {
    path,
    surroundings: { folders: [path.split('/')[0] as string], name: 'a' },
  });

test('a list of one is that one', () => {
  const { review, diagnostics } = read(
    'film: Heat\nyear: ["1995"]\nrating: [4/5]\nVisionnageDate: ["2024-02-23", ""]',
  );
  expect(review.item.year).toBe(1995);
  expect(review.rating).toMatchObject({ value: 4, best: 5 });
  expect(review.experienced).toEqual([{ date: '2024-02-23' }]);
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(read('film: Heat\nyear: ["1995", "1996"]').review.item.year).toBeUndefined();
});

test.each([
  ['todo', null],
  ['doing', null],
  ['done', 0],
])('a 0 beside the status %s', (status, value) => {
  expect(read(`film: Heat\nstatus: ${status}\nrating: 0`).review.rating?.value ?? null).toBe(value);
});

test('a bare `note` is a rating among keys of its language', () => {
  expect(read('titre: Le Phare\nréalisateur: Ann Reed\nnote: 8').review.rating?.value).toBe(8);
  expect(read('film: Heat\ndirector: Ann Reed\nnote: 8').review.rating).toBeNull();
});

test('a program is no editor', () => {
  expect(read('film: Heat\neditor: vim').review).toMatchObject({
    item: { creators: [] },
    extra: { editor: 'vim' },
  });
  expect(read('film: Heat\neditor: Thelma Reed').review.item.creators[0]?.role).toBe('editor');
});

test('a page for books used for films has the director under `author`', () => {
  const of = (keys: string) => read(keys, '_movies/a.md').review;
  expect(of('layout: book-review\ntitle: Heat\nauthor: Ann Reed')).toMatchObject({
    author: [],
    item: { kind: 'film', creators: [{ role: 'director', name: 'Ann Reed' }] },
  });
  expect(of('layout: post\ntitle: Heat\nauthor: Ann Reed').author[0]?.name).toBe('Ann Reed');
  expect(
    of('layout: book-review\ntitle: Heat\ndirector: Bo\nauthor: Ann Reed').author[0]?.name,
  ).toBe('Ann Reed');
});

test('the words for a review in Japanese say that it is of a book', () => {
  expect(read('title: 雪国 - 読書メモ').review.item).toMatchObject({ kind: 'book', name: '雪国' });
  expect(read('title: 雪国 - 感想').review.item.kind).toBeUndefined();
});
