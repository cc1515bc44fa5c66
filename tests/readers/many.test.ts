import { describe, expect, test } from 'vitest';
import { check, read, readAll, write } from '../../src/index.ts';

const names = (source: string, path: string): (string | undefined)[] =>
  readAll(source, { path }).records.map(({ review }) => review.item.name ?? review.title);

describe('a file of many', () => {
  test.each([
    ['a list in YAML', 'x.yaml', '- film: A\n  rating: 4/5\n- film: B\n  rating: 3/5\n'],
    ['a list in JSON', 'x.json', '[{"title":"A","rating":4},{"title":"B","rating":3}]'],
    [
      'a map of years',
      'x.yaml',
      "'2025':\n- title: A\n  rating: 4\n'2024':\n- title: B\n  rating: 3\n",
    ],
    ['a list under a kind', 'x.yaml', 'books:\n- title: A\n  author: X\n- title: B\n'],
    [
      'a list of years with lists',
      'x.yaml',
      'lastupdate: May 3rd\nlist:\n- year: "2024"\n  books:\n  - title: A\n    author: X\n- year: "2023"\n  books:\n  - title: B\n    author: Y\n    stars: 4\n',
    ],
    ['a list under reviews', 'x.json', '{"reviews":[{"film":"A"},{"film":"B"}]}'],
    ['several documents', 'x.yaml', 'film: A\nrating: 4/5\n---\nfilm: B\nrating: 2/5\n'],
    ['lines of JSON', 'x.jsonl', '{"film":"A"}\n\n{"film":"B"}\n'],
    ['a table of commas', 'x.csv', 'Title,My Rating\nA,4\nB,3\n'],
    ['a table of tabs', 'x.tsv', 'Movie\tRating\nA\t4\nB\t3\n'],
    ['a list in TOML', 'x.toml', '[[reviews]]\nfilm = "A"\n[[reviews]]\nfilm = "B"\n'],
    [
      'front matter',
      'x.md',
      '---\nbooks:\n- title: A\n  rating: 4/5\n- title: B\n---\n\nMy year.\n',
    ],
    ['a table', 'x.md', '# Whisky\n\n| Whisky | Score |\n|---|--:|\n| A | 7 |\n| **B** | 9 |\n'],
    [
      'a table of days and numbers',
      'x.md',
      '| # | Date | Whisky | Score |\n|--|---|---|--:|\n| 1 | 2024-01-02 | A | 7 |\n| 2 | 2024-02-03 | B | 9 |\n',
    ],
    ['headings', 'x.md', '# Books\n\n## A by X ★★★★☆\n\nGood.\n\n## B by Y ★★\n\nBad.\n'],
    [
      'headings with a rating below',
      'x.md',
      '# 2024\n\n## A\n\nGood.\n\nRating: 4/5\n\n## B\n\n3/5\n\nFine.\n',
    ],
    ['headings in words', 'x.md', '## *A* — 4.5 stars\n\nx\n\n## **B** (3½/5)\n\ny\n'],
    [
      'headings with one sign',
      'x.md',
      '## [A](https://e.example): 7 out of 10\n\nx\n\n## B 4.5★\n\ny\n',
    ],
    ['headings with years', 'x.md', '## A (1999) 4/5\n\nx\n\n## B (2001) – 3/5\n\ny\n'],
  ])('%s', (_, path, source) => {
    expect(names(source, path)).toEqual(['A', 'B']);
    const first = read(source, { path });
    expect(first.review.item.name).toBe('A');
    expect(first.diagnostics.map(({ code }) => code)).toContain('several-reviews');
  });

  test('keys are slugs, and unique', () => {
    const { records } = readAll('- film: Heat\n- film: Heat\n- film: "!!!"\n- film: Heat 2\n', {
      path: 'x.yaml',
    });
    expect(records.map(({ key }) => key)).toEqual(['heat', 'heat-2', 'review', 'heat-2-2']);
  });

  test('a bare rating has the scale that the largest shows', () => {
    const ratings = (source: string, path: string) =>
      readAll(source, { path }).records.map(({ review }) => review.rating?.source);
    expect(ratings('Title,Rating\nA,7\nB,9\n', 'x.csv')).toEqual(['7/10', '9/10']);
    expect(ratings('Title,Rating\nA,3.5\nB,4\n', 'x.csv')).toEqual(['3.5/5', '4/5']);
    expect(ratings('- film: A\n  rating: 4/6\n- film: B\n  rating: 5\n', 'x.yaml')).toEqual([
      '4/6',
      '5/5',
    ]);
  });

  test('what is only to be read is no review; a text under a heading is its review’s', () => {
    expect(
      names('Title,Author,My Rating,Exclusive Shelf\nA,X,4,read\nB,Y,0,to-read\n', 'x.csv'),
    ).toEqual(['A']);
    const { records } = readAll(
      'Hello.\n\n## A 4/5\n\nGood.\n\n### Plot\n\nDeep.\n\n## B 2/5\n\nBad.\n',
      {
        path: 'x.md',
      },
    );
    expect(
      records.map(({ review }) => review.sections.map(({ title, body }) => [title, body])),
    ).toEqual([
      [
        ['Introduction', 'Good.'],
        ['Plot', 'Deep.'],
      ],
      [['Introduction', 'Bad.']],
    ]);
    expect(records[1]?.review.sections[0]?.range.start.line).toBe(13);
  });

  test('a row whose text is a spoiler hides it; one that contains some says so', async () => {
    const header = 'Title,My Rating,My Review,Spoiler,Spoilers';
    const text = async (row: string): Promise<string> => {
      const [record] = readAll(`${header}\n${row}\n`, { path: 'x.csv' }).records;
      return record === undefined ? '' : write(record.review, { to: 'text' });
    };
    expect(await text('A,4,The end :::: of it,true,')).not.toContain('The end');
    expect(await text('A,4,The end,false,')).toContain('The end');
    expect(await text('A,4,The end,,')).toContain('The end');
    expect(await text('A,4,The end,,yes')).toMatch(/The end/);
  });

  test('names around it say the kind; makers are read', () => {
    const { records } = readAll(
      '# Books of 2024\n\n## A by Mara Ellingsen 4/5\n\nx\n\n## B by Ivo 2/5\n\ny\n',
      {
        path: 'log.md',
      },
    );
    expect(
      records.map(({ review }) => [review.item.kind, review.item.creators[0], review.author]),
    ).toEqual([
      ['book', { role: 'author', name: 'Mara Ellingsen' }, []],
      ['book', { role: 'author', name: 'Ivo' }, []],
    ]);
    const csv = readAll(
      'Title,Author,ISBN13,My Rating,Average Rating\nA,X,"=""9780000000001""",4,3.9\n',
      {
        path: 'goodreads.csv',
      },
    ).records[0]?.review;
    expect(csv?.item).toMatchObject({ name: 'A', creators: [{ role: 'author', name: 'X' }] });
    expect(csv?.rating?.value).toBe(4);
    expect(Object.values(csv?.item.ids ?? {})).toContain('9780000000001');
  });

  test.each([
    ['a map of maps', 'books.yaml', 'a1: {title: A, author: X}\nb2: {title: B, author: Y}\n'],
    [
      'groups',
      'x.json',
      '[{"year":2026,"movies":[{"title":"A"}]},{"year":2025,"movies":[{"title":"B"}]}]',
    ],
    [
      'lists of lists, some of them empty',
      'books.json',
      '{"now":[],"done":[{"year":2026,"books":[{"title":"A"}]}],"before":[{"title":"B"}]}',
    ],
  ])('%s', (_, path, source) => {
    expect(names(source, path)).toEqual(['A', 'B']);
  });

  test.each([
    [
      'links',
      'links.json',
      '[{"title":"A","author":"X","url":"/a"},{"title":"B","author":"Y","url":"/b"}]',
    ],
    [
      'people with their books',
      'authors.json',
      '[{"name":"X","books":[{"title":"A"}]},{"name":"Y","books":[]}]',
    ],
    ['a map of settings', 'x.yaml', 'home: {title: Home}\nabout: {title: About}\n'],
  ])('not %s', (_, path, source) => {
    expect(readAll(source, { path }).records).toHaveLength(1);
  });

  test('what shows the kind of one shows it of all; a 0 among stars is none where several are', () => {
    const of = (source: string) =>
      readAll(source, { path: 'x.csv' }).records.map(({ review: { item, rating, author } }) => [
        item.kind,
        rating?.value ?? null,
        author.length,
      ]);
    expect(of('Title,Author,ISBN,Rating\nA,X,9780000000001,4\nB,Y,,0\nC,Z,,0\n')).toEqual([
      ['book', 4, 0],
      ['book', null, 0],
      ['book', null, 0],
    ]);
    expect(of('Title,Rating\nA,4\nB,0\nC,0.5\nD,0\n').map(([, value]) => value)).toEqual([
      4, 0, 0.5, 0,
    ]);
    expect(of('Title,Rating\nA,4\nB,0\n').map(([, value]) => value)).toEqual([4, 0]);
    const points = (figures: string): unknown[] =>
      of(`Title,Rating\n${figures.replace(/\d+/g, 'A,$&\n')}`).map(([, value]) => value);
    expect(points('9 0 0 7 6')).toEqual([9, null, null, 7, 6]);
    expect(points('9 0 0 7 1')).toEqual([9, 0, 0, 7, 1]);
    expect(
      of('Title,Author,ISBN,Director,Rating\nA,X,1,,4\nB,Y,,Z,3\nC,W,,,3\n')[2]?.[0],
    ).toBeUndefined();
  });

  test('a key or a figure may say the scale, or doubt it', () => {
    const of = (source: string) =>
      readAll(source, { path: 'x.csv' }).records.map(({ review: { rating } }) => [
        rating?.value,
        rating?.best,
      ]);
    expect(of('Title,Rating (out of 10)\nA,4\nB,3\n')[0]).toEqual([4, 10]);
    expect(of('Title,Score\nA,9\nB,5?\n')[1]).toEqual([5, 10]);
  });

  test('names in a file of tools are no reviews, ratings are', () => {
    const of = (source: string) => readAll(source, { path: 'tools.json' }).records.length;
    expect(of('[{"name":"Hammer","url":"/h"},{"name":"Saw","url":"/s"}]')).toBe(1);
    expect(of('[{"name":"Hammer","rating":4},{"name":"Saw","rating":3}]')).toBe(2);
  });

  test('one broken line leaves the others', () => {
    const { records, diagnostics } = readAll('{"film":"A"}\n{oops\n[1]\n{"film":"B"}\n', {
      path: 'x.jsonl',
    });
    expect(records).toHaveLength(2);
    expect(diagnostics.map(({ code, range }) => [code, range?.start.line])).toEqual([
      ['json-syntax', 2],
      ['not-a-mapping', 3],
    ]);
  });
});

describe('a file that speaks of one thing is never split', () => {
  const album = (tracks: string) => `album: Blue\nartist: X\nrating: 4/5\n${tracks}`;
  test.each([
    [
      'an album with rated tracks',
      'x.yaml',
      album('tracks:\n- {title: A, rating: 4/5}\n- {title: B, rating: 3/5}\n'),
    ],
    [
      'the same as front matter',
      'x.md',
      `---\n${album('tracks:\n- title: A\n  rating: 4/5\n')}---\n\nText.\n`,
    ],
    [
      'the same in JSON',
      'x.json',
      '{"album":"Blue","tracks":[{"title":"A","rating":4},{"title":"B","rating":3}]}',
    ],
    ['tracks alone', 'x.yaml', 'tracks:\n- {title: A, rating: 4/5}\n- {title: B, rating: 3/5}\n'],
    [
      'a season with episodes',
      'x.md',
      '---\nseries: Dark\nrating: 4/5\n---\n\n## Episode 1 (8/10)\n\nx\n\n## Episode 2 (7/10)\n\ny\n',
    ],
    ['episodes alone', 'x.md', '# Dark\n\n## Episode 1 (8/10)\n\nx\n\n## Episode 2 (7/10)\n\ny\n'],
    [
      'a restaurant with dishes',
      'x.md',
      '---\nrestaurant: Ivy\n---\n\n## Ramen 4/5\n\nx\n\n## Gyoza 3/5\n\ny\n',
    ],
    [
      'a phone beside others',
      'x.md',
      '---\nproduct: Phone\nrating: 4/5\n---\n\n| Phone | Score |\n|---|---|\n| A | 7 |\n| B | 9 |\n',
    ],
    [
      'a game with rated parts',
      'x.md',
      '---\ntitle: Hades\nkind: game\n---\n\n## Combat: 9/10\n\nx\n\n## Music: 10/10\n\ny\n',
    ],
    [
      'parts of a game alone',
      'x.md',
      '# Hades\n\n## Graphics: 9/10\n\nx\n\n## Sound: 10/10\n\ny\n',
    ],
    [
      'a whole that is rated',
      'x.md',
      '# Hades\n\n## Combat 9/10\n\nx\n\n## Escape 8/10\n\ny\n\n## Rating: 9/10\n',
    ],
    [
      'a table of aspects',
      'x.md',
      '# Hades\n\n| Aspect | Score |\n|---|---|\n| Graphics | 9/10 |\n| Sound | 8/10 |\n',
    ],
    [
      'a table of a review that is rated',
      'x.md',
      '# Phones\n\n| Phone | Score |\n|---|---|\n| A | 7 |\n| B | 9 |\n\nRating: 4/5\n',
    ],
    [
      'a text with lists',
      'x.md',
      '---\ntitle: A\nlinks:\n- title: B\n  url: x\n---\n\n- one\n- two\n',
    ],
    [
      'sections',
      'x.yaml',
      'film: A\nsections:\n- heading: Plot\n  body: x\n- heading: End\n  body: y\n',
    ],
    ['a table in code', 'x.md', '```\n| Film | Score |\n|---|---|\n| A | 7 |\n| B | 9 |\n```\n'],
    ['a menu', 'x.yaml', '- title: Home\n  url: /\n- title: About\n  url: /about\n'],
    ['one heading with a rating', 'x.md', '# Films\n\n## A 4/5\n\nx\n\n## B\n\ny\n'],
  ])('%s', (_, path, source) => {
    expect(readAll(source, { path }).records).toHaveLength(1);
    expect(readAll(source, { path }).records[0]?.key).toBeNull();
  });
});

describe('settings', () => {
  const settings = {
    scale: 20,
    kinds: { shelf: 'book' },
    rules: { 'author-missing': 'off' },
  } as const;

  test('read, readAll and check take a configuration', () => {
    const source = '---\ntitle: Emma\nrating: 15\n---\nWitty.\n';
    const options = { path: 'shelf/emma.md', settings };
    const { review } = read(source, options);
    expect(review).toMatchObject({ rating: { value: 15, best: 20 }, item: { kind: 'book' } });
    expect(readAll(source, options).records[0]?.review).toEqual(review);
    const codes = check(source, options).map(({ code }) => code);
    expect(codes).toContain('date-missing');
    expect(codes).not.toContain('author-missing');
    expect(check(source, { path: 'shelf/emma.md' }).map(({ code }) => code)).toContain(
      'author-missing',
    );
  });
});

test('a row of a table is read to its end, however long it is', () => {
  const words = 'word '.repeat(5000);
  const source = `| Film | Rating | Review |\n|---|---|---|\n| Heat | 4/5 | ${words}end |\n| Ran | 5/5 | x |\n`;
  const { records } = readAll(source, { path: 'a.md' });
  expect(records.map(({ review }) => review.item.name)).toEqual(['Heat', 'Ran']);
  expect(JSON.stringify(records[0]?.review)).toContain('word end');
});
