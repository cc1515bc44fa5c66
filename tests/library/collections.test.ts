import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/library/open-library.ts';
import type { Collection, Told } from '../fixtures/collections/collection.ts';
import {
  albumTable,
  eleventy,
  goodreads,
  yearFiles,
} from '../fixtures/collections/files-of-many.ts';
import { brazilian, german, japanese } from '../fixtures/collections/languages.ts';
import { astro, hugo, jekyll, logseq, obsidian } from '../fixtures/collections/sites.ts';
import { folderOf } from './folder.ts';

/** What the program reads in a folder, by id, of the facts that are told. */
function readIn({ files, told }: Collection): Map<string, Told> {
  const wanted = new Map(told.map((each) => [each.id, each]));
  const found = new Map<string, Told>();
  for (const each of openLibrary(folderOf(files)).reviews()) {
    if (!('review' in each)) throw new Error(`${each.path}: ${each.reason}`);
    const { review, libraryId = '' } = each;
    const { item, rating, published, experienced } = review;
    const date = experienced[0]?.date;
    const facts: Required<Told> | Told = {
      id: libraryId,
      name: item.name ?? '',
      kind: item.kind ?? '',
      makers: item.creators.filter(({ role }) => role !== 'publisher').map(({ name }) => name),
      ...(published === undefined ? {} : { published }),
      ...(date === undefined ? {} : { experienced: date }),
      rating: rating?.normalized ?? null,
      ...(item.year === undefined ? {} : { year: item.year }),
    };
    // Of what is not told, nothing is asked.
    const asked = wanted.get(libraryId);
    found.set(
      libraryId,
      asked === undefined
        ? facts
        : (Object.fromEntries(
            Object.entries(facts).filter(([key]) => Object.hasOwn(asked, key)),
          ) as unknown as Told),
    );
  }
  return found;
}

describe('collections as people keep them: every name, kind, maker, date and rating', () => {
  test.each<[string, () => Collection]>([
    ['a Jekyll blog', jekyll],
    ['Hugo with TOML and sections', hugo],
    ['Astro content collections', astro],
    ['a vault with Dataview', obsidian],
    ['a Logseq graph', logseq],
    ['a reading log in one YAML file', eleventy],
    ['an export of a reading service', goodreads],
    ['a table of albums', albumTable],
    ['a heading for each book', yearFiles],
    ['a German collection', german],
    ['a Brazilian collection', brazilian],
    ['a Japanese collection', japanese],
  ])('%s', (_, made) => {
    const collection = made();
    expect(Object.fromEntries(readIn(collection))).toEqual(
      Object.fromEntries(collection.told.map((each) => [each.id, each])),
    );
  });
});
