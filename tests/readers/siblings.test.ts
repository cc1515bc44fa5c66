import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';
import { createSiblings, type Head } from '../../src/readers/siblings.ts';

const headsOf = (texts: readonly string[], folder = 'posts'): Head[] =>
  texts.map((text) => ({ text: `---\n${text}\n---\n\nText.\n`, folder }));

/** A file read beside others. */
function read(
  keys: string,
  others: readonly string[],
  { folder = 'posts', around = [] as Head[] } = {},
) {
  const siblings = createSiblings(
    () => headsOf([keys, ...others], folder),
    () => around,
  );
  const surroundings = { folders: [folder], name: 'a' };
  const { review, diagnostics, origins } = readReview(`---\n${keys}\n---\n\nText.\n`, {
    format: 'markdown',
    surroundings,
    siblings,
  });
  return {
    rating: review.rating,
    critics: review.author.map(({ name }) => name),
    makers: review.item.creators.map(({ name }) => name),
    codes: diagnostics.map(({ code }) => code),
    origins,
  };
}

describe('the scale of a bare number', () => {
  const best = (keys: string, others: readonly string[]) => read(keys, others).rating?.best;

  test.each<[keys: string, others: string[], best: number]>([
    ['film: A\nrating: 4', ['film: B\nrating: 9'], 10],
    ['film: A\nrating: 4', ['film: B\nrating: 5', 'film: C\nrating: 3.5'], 5],
    ['film: A\nrating: 4', ['film: B\nrating: 85'], 100],
    ['film: A\nrating: 8', ['film: B\nrating: 4'], 10],
    ['film: A\nRating: 4', ['film: B\nrating: "9,5"'], 10],
    ['film: A\nrating: 4', ['extra.movie.rating: 9'], 10],
    ['film: A\nrating: 4', ['imdb.rating: 9'], 5],
    ['film: A\nmy_rating: 4', ['film: B\nmy-rating: 9'], 10],
    // Another key says nothing of it, nor does what says its own scale, others' ratings, a year, text below the keys.
    [
      'film: A\nrating: 4',
      ['film: B\nscore: 9', 'film: C\nrating: 9/10', 'film: D\nrating: 2019'],
      5,
    ],
    ['film: A\nrating: 4', ['film: B\n---\nrating: 9'], 5],
    ['film: A\nrating: 4', ['film: B\nimdb_rating: 9'], 5],
  ])('%j beside %j: %d', (keys, others, expected) => {
    expect(best(keys, others)).toBe(expected);
  });

  test('is not asked for where the file or the configuration says it', () => {
    const never = () => {
      throw new Error('asked');
    };
    const siblings = createSiblings(never, never);
    for (const keys of [
      'rating: 4/5',
      'rating: ★★★',
      'rating: 4\nscale: 5',
      'rating: {value: 3, best: 4}',
      'rating: B+',
    ])
      readReview(`---\nfilm: A\nauthor: Ada\n${keys}\n---\n`, { format: 'markdown', siblings });
    readReview('---\nfilm: A\nrating: 4\n---\n', { format: 'markdown', siblings, scale: 5 });
    expect(() =>
      readReview('---\nfilm: A\nrating: 4\n---\n', { format: 'markdown', siblings }),
    ).toThrow('asked');
  });

  test('is said to come from the folder, and what was read', () => {
    const { rating, codes, origins } = read('film: A\nrating: 4', ['film: B\nrating: 9']);
    expect(rating).toEqual({ value: 4, best: 10, worst: 0, normalized: 0.4, source: '4' });
    expect(codes).toEqual(['rating-scale-folder']);
    expect(origins?.get('rating.best')).toEqual([
      {
        rule: 'siblings',
        span: { start: 12, end: 21 },
        from: 'the largest of 2 bare numbers under `rating` is 9',
      },
    ]);
    expect(read('film: A\nscore: 4/5', ['film: B\nscore: 9']).codes).toEqual([]);
  });
});

describe('whose `author` is, in a book', () => {
  const books = (author: string, count: number, more = '') =>
    Array.from({ length: count }, (_, index) => `book: B${index}\nauthor: ${author}${more}`);

  test('the critic, where the same name reviews other kinds too', () => {
    const others = [
      ...books('Ada Quill', 3),
      'film: F\nauthor: Ada Quill',
      'film: G\nauthor: "Ada Quill"',
    ];
    expect(read('book: A\nauthor: Ada Quill', others)).toMatchObject({
      critics: ['Ada Quill'],
      makers: [],
    });
  });

  test('the critic, where another maker stands beside it', () => {
    const others = books('Ada Quill', 5, '\nwriter: Bo');
    expect(read('book: A\nauthor: Ada Quill', others)).toMatchObject({ critics: ['Ada Quill'] });
  });

  test('the critic, where the folder beside it has films by the same name', () => {
    const around = headsOf(['film: F\nauthor: Ada Quill', 'title: G\nauthor: Ada Quill'], 'films');
    const found = read('title: A\nauthor: Ada Quill', books('Ada Quill', 5), {
      folder: 'books',
      around,
    });
    expect(found).toMatchObject({ critics: ['Ada Quill'], makers: [] });
  });

  test('the critic, where categories in a list below their key tell the kinds', () => {
    const post = (index: number, kind: string) =>
      `title: T${index}\nauthor: Ada Quill\ncategories:\n  - Reviews\n  - ${kind} Reviews`;
    const others = [1, 2, 3, 4].map((index) => post(index, index % 2 === 0 ? 'Film' : 'Book'));
    expect(read(post(0, 'Book'), others)).toMatchObject({ critics: ['Ada Quill'], makers: [] });
  });

  test('the critic, where few files stand beside folders of more', () => {
    const around = headsOf(
      ['film: F\nauthor: Ada Quill', 'film: G\nauthor: Ada Quill', ...books('Ada Quill', 3)],
      '2023',
    );
    const found = read('book: A\nauthor: Ada Quill', books('Ada Quill', 1), { around });
    expect(found).toMatchObject({ critics: ['Ada Quill'], makers: [] });
  });

  test.each<[why: string, others: string[]]>([
    ['four files are too few', ['film: F\nauthor: Ada Quill', ...books('Ada Quill', 2)]],
    ['of one kind, and no other maker', books('Ada Quill', 30)],
    ['an illustrator made no book', books('Ada Quill', 9, '\nillustrator: Bo')],
    [
      'less than four fifths',
      [...books('Ada Quill', 4), 'film: F\nauthor: Ada Quill', ...books('Bo', 3)],
    ],
    ['other names', [...books('Bo', 5), 'film: F\nauthor: Bo']],
    ['one film among forty', [...books('Ada Quill', 40), 'film: F\nauthor: Ada Quill']],
  ])('the maker: %s', (_, others) => {
    expect(read('book: A\nauthor: Ada Quill', others)).toMatchObject({
      critics: [],
      makers: ['Ada Quill'],
    });
  });

  test('what a file says itself is not asked of others', () => {
    const others = [
      ...books('Ada Quill', 5),
      'film: F\nauthor: Ada Quill',
      'film: F\nauthor: Ada Quill',
    ];
    expect(read('book: A\nauthor: Ada Quill\nreviewer: Bo', others)).toMatchObject({
      critics: ['Bo'],
      makers: ['Ada Quill'],
    });
    expect(read('book: A\nwriter: Cy\nauthor: Ada Quill', [])).toMatchObject({
      critics: ['Ada Quill'],
    });
    expect(read('film: A\nauthor: Ada Quill', [])).toMatchObject({ critics: ['Ada Quill'] });
  });

  test('the configuration names the critic, and nobody else is', () => {
    const of = (keys: string) => {
      const { review } = readReview(`---\n${keys}\n---\n`, {
        format: 'markdown',
        author: 'Ada Quill',
      });
      return [review.author.map(({ name }) => name), review.item.creators.map(({ name }) => name)];
    };
    expect(of('book: A\nauthor: ada quill')).toEqual([['ada quill'], []]);
    expect(of('book: A\nauthor: Bo')).toEqual([['Ada Quill'], ['Bo']]);
    expect(of('film: A\nauthor: Bo')).toEqual([['Bo'], []]);
  });
});

describe('whose `author` is, where nothing tells a kind', () => {
  const posts = (names: readonly string[]) => names.map((name) => `title: T\nauthor: ${name}`);

  test('the maker, where the names differ in nearly every file', () => {
    const found = read('title: A\nauthor: Ada', posts(['Bo', 'Cy', 'Di', 'Ed']));
    expect(found).toMatchObject({ critics: [], makers: ['Ada'] });
    expect(found.origins?.get('item.creators')?.[0]).toMatchObject({
      rule: 'siblings',
      from: '5 names stand under `author` in 5 files',
    });
  });

  test.each<[why: string, others: string[]]>([
    ['four files', posts(['Bo', 'Cy', 'Di'])],
    ['names that come again', posts(['Ada', 'Bo', 'Bo', 'Cy', 'Di', 'Ed'])],
    ['nobody beside it', []],
  ])('the critic: %s', (_, others) => {
    expect(read('title: A\nauthor: Ada', others)).toMatchObject({ critics: ['Ada'], makers: [] });
  });
});
