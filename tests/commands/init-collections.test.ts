import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/library/open-library.ts';
import { review } from '../cli/run.ts';
import type { Collection } from '../fixtures/collections/collection.ts';
import {
  albumTable,
  eleventy,
  goodreads,
  yearFiles,
} from '../fixtures/collections/files-of-many.ts';
import { brazilian, german, japanese } from '../fixtures/collections/languages.ts';
import { astro, hugo, jekyll, logseq, obsidian } from '../fixtures/collections/sites.ts';
import { folderOf } from '../library/folder.ts';

const factsIn = (folder: string) =>
  openLibrary(folder)
    .query()
    .map(({ title, item, author, rating, published }) => ({
      name: item.name ?? title,
      kind: item.kind,
      makers: item.creators,
      critics: author.map(({ name }) => name),
      rating: rating?.normalized,
      published,
    }));

describe('init in collections as people keep them: all reviews stay, no fact changes, and check is silent', () => {
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
  ])('%s', async (_, made) => {
    const { files, told } = made();
    const cwd = folderOf(files);
    const before = factsIn(cwd);
    const ran = await review('init --yes', { cwd });
    expect(ran.status, ran.stderr).toBe(0);
    const text = readFileSync(join(cwd, 'review.config.yaml'), 'utf8');
    const after = factsIn(cwd);
    for (const each of told)
      expect(
        after.map(({ name }) => name),
        text,
      ).toContain(each.name);
    for (const { critics, ...facts } of after)
      expect(before, text).toContainEqual(
        expect.objectContaining(critics.length === 0 ? { ...facts, critics } : facts),
      );
    expect((await review('check', { cwd })).stdout, text).toBe('');
  });
});
