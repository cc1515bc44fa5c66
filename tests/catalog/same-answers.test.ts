import { appendFileSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { review } from '../cli/run.ts';
import { answers, libraryOf, longAgo, questions, removeLibraries, write } from './library-of.ts';

/** `CATALOG=200` looks closer. */
const runs = Number(process.env.CATALOG ?? 6);

afterAll(removeLibraries);

/** What is known is trusted only when it was changed some seconds ago: the clock goes on without waiting. */
function later(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
}

async function built(count: number) {
  const library = libraryOf(count);
  later(60);
  const ran = await review('cache --build', library);
  expect(ran).toMatchObject({ status: 0 });
  return library;
}

describe('every answer is the same with and without the catalog', () => {
  let library: Awaited<ReturnType<typeof built>>;
  let without: Awaited<ReturnType<typeof answers>>;

  beforeAll(async () => {
    library = await built(210);
    without = await answers(library, questions, ['--no-cache']);
  }, 240_000);

  test('when all is known', async () => {
    const ran = await review('cache', library);
    expect(ran.stderr).toMatch(/^\d+ of 210 files known as they are now, \d+ of them/);
    expect(await answers(library)).toEqual(without);
  });

  test('when only facts are known', async () => {
    const facts = { cwd: library.cwd, env: { XDG_CACHE_HOME: join(library.cwd, 'other') } };
    mkdirSync(facts.env.XDG_CACHE_HOME);
    expect(await answers(facts)).toEqual(without);
    expect((await review('cache', facts)).stderr).toMatch(/known as they are now/);
    expect(await answers(facts)).toEqual(without);
  });

  test('for queries of any words', async () => {
    const word = fc.constantFrom(
      ...[
        'kind:film',
        'kind:book',
        'not:kind:game',
        'no:rating',
        'rating:3..4',
        'rating:>2',
        'rating:<4',
      ],
      ...[
        'rating:..3',
        'date:2012',
        'date:>=2014-03',
        'date:..2020',
        'year:1999',
        'words:>20',
        'words:..30',
      ],
      ...['velvet', 'critic:1', 'tag:t2', 'id:a/', 'not:rating:4', '物', 'title:anchor', 'no:kind'],
    );
    const order = fc.constantFrom('id', 'rating', '-rating', 'title', 'date', 'words', 'kind');
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 3 }), order, async (query, sort) => {
        const line = ['list', ...query, '--sort', sort, '--json'];
        expect(await review(line, library)).toEqual(await review([...line, '--no-cache'], library));
      }),
      { numRuns: runs },
    );
  }, 240_000);

  test('for searches of any terms', async () => {
    const term = fc.constantFrom(
      ...[
        'velvet',
        'anch',
        'velvet anchor',
        'story',
        'slow burn',
        'burn slow',
        'flame',
        '東京',
        '京物',
        '語',
      ],
      ...[
        'cafe',
        "don't",
        't',
        'other',
        'critic 1',
        'bare',
        '2',
        'of',
        'one',
        'a',
        '%',
        '"',
        'body : a',
        'NEAR',
      ],
    );
    const limit = fc.constantFrom('0', '1', '20');
    await fc.assert(
      fc.asyncProperty(
        fc.array(term, { minLength: 1, maxLength: 3 }),
        limit,
        async (terms, most) => {
          const line = ['search', '--json', '--limit', most, '--', ...terms];
          const off = { cwd: library.cwd, env: { ...library.env, REVIEW_CACHE: 'off' } };
          expect(await review(line, library)).toEqual(await review(line, off));
        },
      ),
      { numRuns: runs },
    );
  }, 240_000);
});

describe('what changes is seen', () => {
  const same = async (library: Awaited<ReturnType<typeof built>>) => {
    const lines = [
      'list --json',
      'search kettle --json --limit 0',
      "show 'kettle new'",
      'stats --json',
    ];
    expect(await answers(library, lines)).toEqual(await answers(library, lines, ['--no-cache']));
  };

  test('a file that is edited, comes, goes, or is moved; siblings; the configuration', async () => {
    const library = await built(205);
    const path = join(library.cwd, 'reviews/a/r-0.md');
    appendFileSync(path, '\nA kettle boils.\n');
    await same(library);
    write(library.cwd, 'a/new.md', '---\nfilm: Kettle new\nrating: 5/5\n---\n');
    await same(library);
    rmSync(join(library.cwd, 'reviews/a/r-1.md'));
    await same(library);
    // A folder of a list's name takes ids from it.
    write(library.cwd, 'b/list-3/other-3.md', '---\nfilm: Kettle\nrating: 1/5\n---\n');
    await same(library);
    // A bare number is read by what the files beside it show.
    write(library.cwd, 'Bare/hundred.md', '---\nfilm: Big\nrating: 87\n---\n');
    await same(library);
    later(120);
    await same(library);
    rmSync(join(library.cwd, 'reviews/Bare/hundred.md'));
    await same(library);
    writeFileSync(join(library.cwd, 'review.config.yaml'), 'scale: 20\n');
    await same(library);
  }, 240_000);

  test('an edit within the same second, of the same size, at the same time', async () => {
    const library = await built(205);
    const path = join(library.cwd, 'reviews/a/r-0.md');
    const text = (stars: number): string => `---\nfilm: Heat\nrating: ${stars}/5\n---\n`;
    const titles = async () =>
      (await review(['list', 'id:r-0', '--json', '--fields', 'rating.value'], library)).stdout;
    for (const stars of [1, 2]) {
      vi.useRealTimers();
      writeFileSync(path, text(stars));
      utimesSync(path, longAgo, longAgo);
      expect(await titles()).toContain(`"value": ${stars}`);
      expect(statSync(path).size).toBe(text(0).length);
    }
    // The clock is set back.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    writeFileSync(path, text(5));
    expect(await titles()).toContain('"value": 5');
    expect(await titles()).toContain('"value": 5');
  }, 240_000);
});
