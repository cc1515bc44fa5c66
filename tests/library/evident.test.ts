import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { holdsEvidentReview, isDataOfReviews, isEvident } from '../../src/library/evident.ts';
import { neverReview } from '../../src/vocabulary/never-reviews.ts';
import { folderOf } from './folder.ts';

describe('isEvident', () => {
  test.each([
    ['.md', '---\ntitle: Heat\nrating: 4/5\n---\n'],
    ['.md', '\n---\nfilm: Heat\n---\n'],
    ['.md', '+++\nbook = "Emma"\n+++\n'],
    ['.md', 'Film: Heat\nYear: 1995\n\nText.\n'],
    ['.md', '# Heat\n\nText.\n\n**Rating:** ★★★★☆\n'],
    ['.md', '# Heat\n\n- rating:: 4/5\n'],
    ['.md', '# Heat\n\n## Rating: 8/10\n'],
    ['.txt', 'Heat\n\nText.\n\nRating: ★★★★☆ (4/5)\n'],
    ['.md', '# The Matrix (1999) ★★★★\n\nText.\n'],
    ['.md', 'A note.\n\n## Heat (1995) – 8.5/10\n\nText.\n'],
    ['.md', '# Emma: ⭐️⭐️⭐️½\n'],
    ['.txt', 'Heat\n\n★★★★☆ (4/5)\n\nText.\n'],
    ['.md', '---\ntitle: Heat\n---\n\nText.\n\n**★★★★☆**\n'],
    ['.yaml', 'album: Blue\nsections:\n  a: b\n'],
    ['.yml', '- game: Hades\n  stars: 5\n'],
    ['.json', '{"title": "Heat", "rating": 4}'],
    ['.json', '[{"book": "Emma"}]'],
    ['.csv', 'Title,Author,My Rating\nEmma,Austen,5\n'],
    ['.csv', 'Movie;Rating\nHeat;4\n'],
  ])('%s %j is one', (ending, head) => {
    expect(isEvident(head, ending)).toBe(true);
  });

  test.each([
    ['.md', '---\ntitle: A post\ntags: [a]\ntype: post\nname: x\nproduct: y\n---\n\nText.\n'],
    ['.md', '---\ntitle: Heat\nrating:\n---\n'],
    ['.md', '---\ntitle: Heat\nrating: ~\nfilm: ""\n---\n'],
    ['.md', '# How we rate\n\nRating: how many people liked it.\n'],
    ['.md', 'Score: we keep it in the table below.\n\n| a | b |\n'],
    ['.md', '# Sprint 3/10\n\nText.\n'],
    ['.md', '# ★ News of the week\n\n⭐ one\n⭐ two\n'],
    ['.md', '# Signs\n\n★ ☆\n\n● ● ●\n\n❤❤❤\n'],
    ['.md', '# Bug report\n\nname: x\nabout: y\n'],
    ['.md', ''],
    ['.txt', 'A letter.\n\nDear all: this is none.\n'],
    ['.yaml', 'name: build\non: push\njobs: {a: 1}\n'],
    ['.yaml', 'product: x\nplace: y\nevent: z\n'],
    ['.json', '{"name": "x", "version": "1.0.0", "type": "module"}'],
    ['.json', '{"rating": ""}'],
    ['.csv', 'name,rating_count\nx,1\n'],
    ['.csv', 'date,amount\n1,2\n'],
  ])('%s %j is none', (ending, head) => {
    expect(isEvident(head, ending)).toBe(false);
  });
});

describe('holdsEvidentReview', () => {
  const film = '---\nfilm: Heat\nrating: 4/5\n---\n';

  test('a text of the folder, or of one right below it', () => {
    expect(holdsEvidentReview(folderOf({ 'a.md': film }), undefined)).toBe(true);
    expect(holdsEvidentReview(folderOf({ 'films/a.md': film }), undefined)).toBe(true);
    expect(holdsEvidentReview(folderOf({ 'a/b/c.md': film }), undefined)).toBe(false);
  });

  test('not in the home folder, nor by names that are never a review', () => {
    const home = folderOf({ 'a.md': film });
    expect(holdsEvidentReview(home, home)).toBe(false);
    for (const name of ['README.md', 'package.json', '_draft.md', '.hidden.md', 'public/a.md'])
      expect(holdsEvidentReview(folderOf({ [name]: film }), undefined)).toBe(false);
  });

  test('beyond 200 texts nothing is looked at', () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`a${index}.md`, 'Text.']),
    );
    expect(holdsEvidentReview(folderOf({ ...many, 'b.md': film }), undefined)).toBe(false);
    expect(holdsEvidentReview(folderOf({ ...many, 'a.md': film }), undefined)).toBe(true);
  });
});

test.each([
  ['README.md', true],
  ['readme.txt', true],
  ['README.de.md', true],
  ['LICENSE-MIT.txt', true],
  ['License to Kill.md', false],
  ['Security.md', true],
  ['security-guard.md', false],
  ['package-lock.json', true],
  ['package.md', false],
  ['requirements-dev.txt', true],
  ['requirements.md', false],
  ['_index.md', false],
  ['_draft.md', true],
  ['config.yml', true],
  ['configuration.md', false],
  ['404.md', true],
  ['1984.md', false],
])('%s is never a review: %s', (name, never) => {
  expect(neverReview(name) !== null).toBe(never);
});

describe('data of reviews', () => {
  const of = (name: string, text: string): boolean =>
    isDataOfReviews(join(folderOf({ [name]: text }), name), name);

  test.each([
    ['a.json', '{"title": "Tin Rails", "kind": "boardgame", "added": "2020-01-22"}'],
    ['a.json', '{"title": "Tin Rails", "good": ["Fast."], "bad": []}'],
    ['a.yaml', '- {film: Heat, rating: 5/5}\n'],
    ['a.yaml', '- title: Salt\n  isbn: 9780000000001\n'],
    ['a.yaml', 'Titel: Salz\nWertung: 4/5\n'],
    ['books.yaml', '- title: Salt\n  author: Ada Quill\n'],
    ['films/list.json', '[{"title": "Heat"}]'],
  ])('%s: %s is', (name, text) => {
    expect(of(name, text)).toBe(true);
  });

  test.each([
    ['site.json', '{"title": "A shelf", "author": "Nell", "url": "https://example.org"}'],
    ['links.yaml', '- title: A friend\n  url: https://example.com\n'],
    ['x.json', '{"name": "x", "type": "module", "version": "1.0.0"}'],
    ['words.yaml', '- word: nemesis\n  definition: A rival.\n'],
    ['x.yaml', '- one\n- two\n'],
  ])('%s: %s is not', (name, text) => {
    expect(of(name, text)).toBe(false);
  });

  test('a file that is not there is none', () => {
    expect(isDataOfReviews('/no/such.yaml', 'such.yaml')).toBe(false);
  });
});

test('a data file in UTF-16 is read as what it says', () => {
  const cwd = folderOf({});
  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
  writeFileSync(join(cwd, 'a.yaml'), utf16('film: Heat\nrating: 4/5\n'));
  writeFileSync(join(cwd, 'b.yaml'), utf16('port: 80\nhost: x\n'));
  expect(isDataOfReviews(join(cwd, 'a.yaml'), 'a.yaml')).toBe(true);
  expect(isDataOfReviews(join(cwd, 'b.yaml'), 'b.yaml')).toBe(false);
  expect(holdsEvidentReview(cwd, undefined)).toBe(true);
});
