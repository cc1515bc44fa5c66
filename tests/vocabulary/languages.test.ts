import { describe, expect, test } from 'vitest';
import { roleOfHeading } from '../../src/model/roles.ts';
import { readReview } from '../../src/readers/formats.ts';
import { isoDate } from '../../src/vocabulary/dates.ts';
import {
  dateIn,
  foldedKey,
  foreignRoles,
  hasForeignHeading,
} from '../../src/vocabulary/foreign.ts';
import { languages } from '../../src/vocabulary/languages/all.ts';
import { readRating } from '../../src/vocabulary/ratings.ts';
import { kindNamed, meaningOfField } from '../../src/vocabulary/spelling-lookup.ts';

const split = (list: string): string[] => list.split(', ').filter((word) => word !== '');
const tags = languages.map((language) => [language.tag, language] as const);

test('there are eleven besides English', () => {
  expect(tags.map(([tag]) => tag).toSorted()).toEqual(
    'de es fr it ja ko nl pl pt ru zh'.split(' '),
  );
});

describe.each(tags)('%s', (_, language) => {
  test('has every part, and no field that is not known', () => {
    for (const field of Object.keys(language.fields))
      expect(meaningOfField(field), field).not.toBeNull();
    expect(language.months.split(' ')).toHaveLength(12);
    for (const list of [
      language.stars,
      language.points,
      language.yes,
      language.no,
      language.notRated,
    ])
      expect(split(list).length).toBeGreaterThan(0);
    for (const field of [
      'title',
      'author',
      'rating',
      'year',
      'director',
      'published',
      'summary',
      'pros',
      'cons',
      'kind',
    ])
      expect(language.fields).toHaveProperty(field);
    for (const role of [
      'summary',
      'strengths',
      'weaknesses',
      'verdict',
      'characters',
      'sound',
    ] as const)
      expect(language.roles[role], role).toBeDefined();
  });

  test('its headings have their roles', () => {
    const roles = foreignRoles();
    const said = Object.entries(language.roles).flatMap(([role, list]) =>
      split(list).map((heading) => [heading, role, roleOfHeading(heading, roles)] as const),
    );
    const wrong = said.filter(([, role, found]) => found !== role);
    expect(wrong).toEqual([]);
  });

  test('its kind words name kinds', () => {
    for (const [kind, both] of Object.entries(language.kinds))
      for (const word of both.flatMap(split)) expect(kindNamed(word), word).toBe(kind);
  });
});

test.each(tags)(
  '%s: the key of the kind says one, and nothing where its value is none',
  (_, language) => {
    const { book = ['', ''] } = language.kinds;
    const [word = ''] = split(book.join(', ').replace(/^, /, ''));
    for (const key of split(language.fields.kind ?? '')) {
      const read = (value: string) =>
        readReview(`---\ntitle: X\n${key}: ${value}\nrating: 4/5\n---\n\nText.\n`, {
          format: 'markdown',
        });
      expect(read(word).review.item.kind, `${key}: ${word}`).toBe('book');
      const { review, diagnostics } = read('xyzzy');
      expect([review.item.kind, diagnostics.map(({ code }) => code)]).toEqual([
        undefined,
        read(word).diagnostics.map(({ code }) => code),
      ]);
    }
  },
);

test('no key means two things', () => {
  const meanings = new Map<string, Set<string>>();
  const add = (word: string, meaning: string): void => {
    const name = foldedKey(word);
    meanings.set(name, (meanings.get(name) ?? new Set()).add(meaning));
  };
  for (const language of languages) {
    for (const [field, list] of Object.entries(language.fields))
      for (const word of split(list)) add(word, field);
    for (const [kind, [singular]] of Object.entries(language.kinds))
      for (const word of split(singular)) add(word, kind);
  }
  expect(
    [...meanings].filter(([, all]) => all.size > 1).map(([word, all]) => `${word}: ${[...all]}`),
  ).toEqual([]);
});

describe('keys', () => {
  const read = (front: string) =>
    readReview(`---\n${front}\n---\n\nText.\n`, { format: 'markdown' });

  test.each([
    ['Film: X\nRegie: Ann\nJahr: 2016\nWertung: 8,5/10', 8.5, 10],
    ['film: X\nrealisateur: Ann\nannee: 2016\nnote: 8,5/10', 8.5, 10],
    ['película: X\ndirector: Ann\naño: 2016\npuntuacion: 4/5', 4, 5],
    ['filme: X\ndireção: Ann\nano: 2016\navaliação: 9/10', 9, 10],
    ['film: X\nregista: Ann\nanno: 2016\nvoto: 7/10', 7, 10],
    ['film: X\nregisseur: Ann\njaar: 2016\nbeoordeling: 4 sterren', 4, 5],
    ['film: X\nreżyser: Ann\nrok: 2016\nocena: 7/10', 7, 10],
    ['фильм: X\nрежиссёр: Ann\nгод: 2016\nоценка: 7 из 10', 7, 10],
    ['映画: X\n監督: Ann\n公開年: 2016\n評価: ★★★★☆', 4, 5],
    ['电影: X\n导演: Ann\n年份: 2016\n评分: 8/10', 8, 10],
    ['電影: X\n導演: Ann\n年份: 2016\n評分: 8/10分', 8, 10],
    ['영화: X\n감독: Ann\n개봉연도: 2016\n별점: 4/5', 4, 5],
  ])('%s', (front, value, best) => {
    const { review, diagnostics } = read(front);
    expect(review).toMatchObject({
      item: { name: 'X', kind: 'film', year: 2016, creators: [{ role: 'director', name: 'Ann' }] },
      rating: { value, best },
      extra: {},
    });
    expect(diagnostics).toEqual([]);
  });

  test.each([
    'note: see the other one',
    'note: 4',
    'data: {a: 1}',
    'data: soon',
    'libro: 3',
    'sterne: many',
    'Sprache: Deutsch',
    'Beendet: fast',
    'mood: fine',
  ])('of another language that cannot be: %s', (line) => {
    const { review, diagnostics } = read(`film: Heat\n${line}`);
    expect(review).toMatchObject({ item: { name: 'Heat' }, rating: null });
    expect(Object.keys(review.extra)).toHaveLength(1);
    expect(review.experienced).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  test('a series beside a book is the book’s', () => {
    expect(read('Buch: Salz\nSerie: Gezeiten').review.item).toMatchObject({
      name: 'Salz',
      kind: 'book',
    });
  });
});

test.each([
  ['12. März 2024', '2024-03-12'],
  ['12 de marzo de 2024', '2024-03-12'],
  ['1er août 2024', '2024-08-01'],
  ['3 fevereiro 2024', '2024-02-03'],
  ['1 марта 2024 г.', '2024-03-01'],
  ['2024年3月1日', '2024-03-01'],
  ['2024년 3월 1일', '2024-03-01'],
  ['31 février 2024', null],
  ['12 apples 2024', null],
])('the date %s', (text, date) => {
  expect(isoDate(text)).toBe(date);
});

test.each([
  ['de', '1. März 2024'],
  ['pt-BR', '1 de março de 2024'],
  ['fr', '1 mars 2024'],
  ['ja', '2024年3月1日'],
  ['ko', '2024년 3월 1일'],
  ['xx', null],
])('a date in %s', (tag, text) => {
  expect(dateIn(tag, '2024-03-01')).toBe(text);
});

test.each([
  ['8,6/10 Punkten', 8.6, 10],
  ['3 étoiles', 3, 5],
  ['4 estrellas', 4, 5],
  ['4 von 5 Sternen', 4, 5],
  ['4 sobre 5', 4, 5],
  ['4颗星', 4, 5],
])('the rating %s', (text, value, best) => {
  expect(readRating(text)).toMatchObject({ rating: { value, best }, assumedScale: false });
});

test.each(['sin nota', 'noch nicht bewertet', '未评分'])('%s is no rating yet', (text) => {
  expect(readRating(text)).toEqual({ kind: 'none' });
});

test.each([
  ['## Fazit\n', true],
  ['## 感想\n', true],
  ['**Veredicto**\n', true],
  ['## The plot\n\nFazit\n', false],
])('whether a heading may be in another language: %j', (text, is) => {
  expect(hasForeignHeading(text)).toBe(is);
});
