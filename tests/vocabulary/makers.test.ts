import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';
import { isFullName, namesIn } from '../../src/vocabulary/makers.ts';

describe('namesIn', () => {
  test.each([
    ['Ada Quill', ['Ada Quill']],
    ['Ada Quill, Ben Ovary', ['Ada Quill', 'Ben Ovary']],
    ['Ada Quill and Ben Ovary', ['Ada Quill', 'Ben Ovary']],
    ['Ada Quill, Ben Ovary, and Cy Dorn', ['Ada Quill', 'Ben Ovary', 'Cy Dorn']],
    ['Quill, Ada; Ovary, Ben', ['Quill, Ada', 'Ovary, Ben']],
    ['余華、莫言', ['余華', '莫言']],
    ['Ana Souza e Rui Dias', ['Ana Souza', 'Rui Dias']],
    ['Nora Eyal;', ['Nora Eyal']],
    // One person, a series of forenames, a company, or words besides.
    ['Quill, Ada', ['Quill, Ada']],
    ['Le Guin, Ursula K.', ['Le Guin, Ursula K.']],
    ['von Goethe, Johann Wolfgang', ['von Goethe, Johann Wolfgang']],
    ['Robert Downey, Jr.', ['Robert Downey, Jr.']],
    ['Bill and Melinda Gates', ['Bill and Melinda Gates']],
    ['Ada Quill, with help from others', ['Ada Quill, with help from others']],
  ])('%j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test.each([
    ['Ada Quill', true],
    ['J. R. R. Tolkien', true],
    ['Ursula K. Le Guin', true],
    ['Plato', false],
    ['the Sea', false],
    ['The Sea', false],
    ['Antoine de', false],
    ['seven ways to go', false],
  ])('a full name: %j is %s', (text, is) => {
    expect(isFullName(text)).toBe(is);
  });
});

describe('whose `author` is', () => {
  const of = (keys: string) =>
    readReview(`---\n${keys}\n---\n\nText.\n`, { path: 'x/a.md' }).review;

  test.each([
    ['book: A\nauthor: B', 'author'],
    ['album: A\nauthor: B', 'artist'],
    ['track: A\nauthor: B', 'artist'],
    ['game: A\nauthor: B', 'developer'],
    ['boardgame: A\nauthor: B', 'designer'],
  ])('%j: who made it', (keys, role) => {
    const { item, author } = of(keys);
    expect(item.creators).toEqual([{ role, name: 'B' }]);
    expect(author).toEqual([]);
  });

  test.each([
    'film: A\nauthor: B',
    'series: A\nauthor: B',
    'restaurant: A\nauthor: B',
    'product: A\nauthor: B',
    'album: A\nartist: C\nauthor: B',
    'game: A\ndeveloper: C\nauthor: B',
    'book: A\nbook-authors: [C]\nauthor: B',
    'book: A\nbook-authors: []\nauthor: B',
  ])('%j: the critic', (keys) => {
    const { item, author } = of(keys);
    expect(author).toEqual([{ name: 'B' }]);
    expect(item.creators.map(({ name }) => name)).not.toContain('B');
  });

  test('a name that stands under two keys is one', () => {
    expect(
      of('book: A\nauthor: B C\nauthors:\n- name: B C\n  url: https://x.example').item.creators,
    ).toHaveLength(1);
  });

  test('contributors without a role made it, the others have theirs', () => {
    expect(
      of('book: A\ncontributors:\n- name: B C\n- {name: D E, role: translator}').item.creators,
    ).toEqual([
      { role: 'author', name: 'B C' },
      { role: 'translator', name: 'D E' },
    ]);
    expect(of('film: A\ncontributors: [B C]').item.creators[0]?.role).toBe('creator');
  });

  test.each([
    ['album: A\nartist: "Earth, Wind & Fire"', ['Earth, Wind & Fire']],
    ['album: A\nartist: Tyler, The Creator', ['Tyler, The Creator']],
    ['album: A\nartist: Ada Quill, Ben Ovary', ['Ada Quill', 'Ben Ovary']],
    ['film: A\ncast: Ada Quill, Ben Ovary and Cy Dorn', ['Ada Quill', 'Ben Ovary', 'Cy Dorn']],
    ['film: A\ncast: Cher, Ben Ovary', ['Cher', 'Ben Ovary']],
  ])('%j', (keys, names) => {
    expect(of(keys).item.creators.map(({ name }) => name)).toEqual(names);
  });
});
