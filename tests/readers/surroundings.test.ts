import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';
import { kindAmong, kindInName } from '../../src/vocabulary/kind-words.ts';
import { namedByFile, namedByTitle } from '../../src/vocabulary/titles.ts';

describe('kindInName', () => {
  test.each([
    ['_books', 'book'],
    ['Movies', 'film'],
    ['book-reviews', 'book'],
    ['BookReviews', 'book'],
    ['books read 2024', 'book'],
    ['reading-list', null],
    ['Books I read in March', 'book'],
    ['This summer’s films', 'film'],
    ['games-2024-05', 'game'],
    ['March', null],
    ['May in Summer', null],
    ['video-games', 'game'],
    ['board_games', 'boardgame'],
    ['albums', 'album'],
    ['restaurants', 'restaurant'],
    ['my film log', 'film'],
    ['2024', null],
    ['posts', null],
    ['reviews', null],
    ['films and books', null],
    ['other', null],
    ['bookkeeping', null],
    ['gamers of the world unite now', null],
    ['Scotch-Whisky', 'product'],
    ['beers', 'product'],
    ['Bier', 'product'],
    ['horror-films', 'film'],
    ['indie games', 'game'],
    ['booklog', 'book'],
    ['filmdiary', 'film'],
    ['playlist', null],
    ['chocolate bars', null],
    ['photo-albums', null],
    ['work-books', null],
    ['film-books', null],
    ['podcasts', 'series'],
    ['wineries', 'place'],
    ['pizzerias', 'restaurant'],
  ])('%j says %j', (name, kind) => {
    expect(kindInName(name)).toBe(kind);
  });
});

describe('kindAmong', () => {
  test.each([
    [['book', 'slow'], 'book'],
    [['videogame'], 'game'],
    [['#book'], 'book'],
    [['media/film'], 'film'],
    [['film', 'book'], null],
    [['film', 'movie'], 'film'],
    [['series'], null],
    [['food', 'place', 'product'], null],
    [['noir', 'heist'], null],
    [['comic book style'], null],
    [['beer'], null],
    [['whisky', 'islay'], 'product'],
    [['whisky', 'film'], null],
    [[], null],
  ])('%j is %j', (tags, kind) => {
    expect(kindAmong(tags)).toBe(kind);
  });
});

describe('namedByTitle', () => {
  test.each([
    ['Heat', { name: 'Heat' }],
    ['Review: Heat', { name: 'Heat' }],
    ['Film Review – Heat', { name: 'Heat' }],
    ['Heat review', { name: 'Heat' }],
    ['Heat (1995) Review', { name: 'Heat', year: 1995 }],
    ['Heat (1995)', { name: 'Heat', year: 1995 }],
    ['The Matrix (1999) ★★★★', { name: 'The Matrix', year: 1999, rating: '★★★★' }],
    ['Heat – 4/5', { name: 'Heat', rating: '4/5' }],
    ['Heat: 8.5/10', { name: 'Heat', rating: '8.5/10' }],
    ['“Heat” – Movie Review', { name: 'Heat' }],
    ['Prayers in 5/4', { name: 'Prayers in 5/4' }],
    ['Waltz in 3/4', { name: 'Waltz in 3/4' }],
    ['Waltz: 3/4', { name: 'Waltz', rating: '3/4' }],
    ['Mission: Impossible', { name: 'Mission: Impossible' }],
    ['Quiet Harbour (Tides, #2)', { name: 'Quiet Harbour (Tides, #2)' }],
    ['Blade Runner 2049', { name: 'Blade Runner 2049' }],
    ['1917', { name: '1917' }],
    ['(500) Days of Summer', { name: '(500) Days of Summer' }],
    ['Room (1234)', { name: 'Room (1234)' }],
    ['The Review', { name: 'The' }],
    ['Filmkritik: Heat', { name: 'Heat' }],
    ['Boekrecensie: Heat', { name: 'Heat' }],
    ['Bokrecension: Heat', { name: 'Heat' }],
    ['Rezension – Heat', { name: 'Heat' }],
    ['Critique de film : Heat', { name: 'Heat' }],
    ['Reseña del libro: Heat', { name: 'Heat' }],
    ['Рецензия на фильм: Heat', { name: 'Heat' }],
    ['Heat (Filmkritik)', { name: 'Heat' }],
    ['Heat | Recensione', { name: 'Heat' }],
    ['Critique of Pure Reason', { name: 'Critique of Pure Reason' }],
    ['Preview: Heat', { name: 'Preview: Heat' }],
    ['Selbstkritik: ein Versuch', { name: 'Selbstkritik: ein Versuch' }],
    ['About my Book Reviews', { name: 'About my Book Reviews' }],
    ['Heat – Reviews', { name: 'Heat' }],
    ['Lost (2004-2010)', { name: 'Lost', year: 2004 }],
    ['Heat (1995; Ada Quill)', { name: 'Heat', year: 1995, other: 'Ada Quill' }],
    ['Heat (Ada Quill, 1995)', { name: 'Heat', year: 1995, other: 'Ada Quill' }],
    ['Heat (1995 film)', { name: 'Heat', year: 1995 }],
    ['Paleo (2020 Board Game)', { name: 'Paleo', year: 2020 }],
    ['Heat (TV series 1995)', { name: 'Heat', year: 1995 }],
    ['Heat (Summer 1995)', { name: 'Heat (Summer 1995)' }],
    ['Heat (Room 12, 1995)', { name: 'Heat (Room 12, 1995)' }],
    ['Heat (Director’s Cut)', { name: 'Heat (Director’s Cut)' }],
    ['Review', { name: 'Review' }],
    ['4/5', { name: '4/5' }],
    ['9/11', { name: '9/11' }],
    ['Book Notes: Mort', { name: 'Mort' }],
    ['读书笔记：《三体》', { name: '三体' }],
    ['《三体》读后感', { name: '三体' }],
    ['三体 - 読書メモ', { name: '三体' }],
    ['雪国｜書評', { name: '雪国' }],
    ['Dune (서평)', { name: 'Dune' }],
    ['読書メモ', { name: '読書メモ' }],
    ['읽은 책 감상', { name: '읽은 책 감상' }],
    ['『羅生門』', { name: '羅生門' }],
    ['「雪国」の旅', { name: '「雪国」の旅' }],
    ['Notes on a Scandal', { name: 'Notes on a Scandal' }],
    ['The "Priest" They Called Him', { name: 'The "Priest" They Called Him' }],
  ])('%j', (title, named) => {
    expect(namedByTitle(title)).toEqual(named);
  });
});

describe('namedByFile', () => {
  test.each([
    ['quiet-harbour', { name: 'Quiet harbour' }],
    ['Two Coats', { name: 'Two Coats' }],
    ['Two-Coats', { name: 'Two-Coats' }],
    ['2021-03-09-tin-songs', { name: 'Tin songs', published: '2021-03-09' }],
    ['2021-03-09', { published: '2021-03-09' }],
    ['2011-11-06-01-the-pier', { name: 'The pier', published: '2011-11-06' }],
    ['2011-11-06-12-angry-men', { name: '12 angry men', published: '2011-11-06' }],
    ['01-the-pier', { name: '01 the pier' }],
    ['2021-99-99-x', { name: '2021 99 99 x' }],
    ['solaris-1961', { name: 'Solaris', year: 1961 }],
    ['Solaris (1961)', { name: 'Solaris', year: 1961 }],
    ['room-1408', { name: 'Room 1408' }],
    ['1984', { name: '1984' }],
    ['index', {}],
  ])('%j', (stem, named) => {
    expect(namedByFile(stem)).toEqual(named);
  });
});

describe('where a fact comes from', () => {
  const read = (keys: string, path: string, body = '\nText.\n') =>
    readReview(`---\n${keys}\n---\n${body}`, { path }).review;

  test.each([
    ['kind: film\ntitle: A', 'books/a.md', 'film'],
    ['film: A', 'books/a.md', 'film'],
    ['title: A', 'books/a.md', 'book'],
    ['title: A\nlayout: movie', 'x/a.md', 'film'],
    ['title: A\nlayout: product-review', 'x/a.md', 'product'],
    ['title: A\nlayout: single', 'x/a.md', undefined],
    ['title: A', 'x/play.md', undefined],
    ['title: A\nlayout: post', 'x/a.md', undefined],
    ['title: A\ncategory: Book Reviews', 'x/a.md', 'book'],
    ['title: A\ntags: [videogame]', 'x/a.md', 'game'],
    ['title: A\ntags: [book, film]', 'x/a.md', undefined],
    ['title: A\ndirector: B\ntags: [book]', 'x/a.md', 'film'],
    ['title: "Book Review: A"', 'x/a.md', 'book'],
    ['title: A (2019) – movie review', 'x/a.md', 'film'],
    ['title: The book reviews me', 'x/a.md', undefined],
    ['title: A\ntype: review', 'games/a.md', 'game'],
    ['title: A\nkind: wibble', 'x/a.md', 'other'],
    ['title: A\nkind: wibble', 'games/a.md', 'game'],
    ['title: A', 'films/2024/a.md', undefined],
    ['title: A', 'x/book-review.md', 'book'],
  ])('%j in %s is a %s', (keys, path, kind) => {
    expect(read(keys, path).item.kind).toBe(kind);
  });

  test.each([
    ['film: Heat\ntitle: A headline', 'Heat'],
    ['title: "Review: Heat"', 'Heat'],
    ['rating: 4/5', 'Quiet harbour'],
    ['title: _Heat_', 'Heat'],
    ['title: "_Heat_ (_Nights_ #4)"', 'Heat (Nights #4)'],
    ['title: Heat&#58; a film', 'Heat: a film'],
    ['title: M*A*S*H', 'M*A*S*H'],
    ['title: _why and R&B;', '_why and R&B;'],
    ['name: quiet_harbour\ntitle: Quiet Harbour and After', 'Quiet Harbour and After'],
    ['name: WH-1000XM4\ntitle: A WH-1000XM4 on my ears', 'WH-1000XM4'],
    ['name: Spider-Man\ntitle: Spider-Man at last', 'Spider-Man'],
  ])('%j names %j', (keys, name) => {
    expect(read(keys, 'x/quiet-harbour.md').item.name).toBe(name);
  });

  test('a level-1 heading names the item, its year and its rating, and is shown as written', () => {
    const { review } = readReview('# The Matrix (1999) ★★★★\n\nText.\n', { path: 'x/a.md' });
    expect(review.title).toBe('The Matrix (1999) ★★★★');
    expect(review.item).toMatchObject({ name: 'The Matrix', year: 1999 });
    expect(review.rating).toMatchObject({ value: 4, best: 5 });
  });

  test('a book’s author is no critic, whoever says that it is a book', () => {
    for (const [keys, path] of [
      ['title: A\nauthor: B', 'books/a.md'],
      ['title: A\nauthor: B\ntags: [book]', 'x/a.md'],
      ['title: A\nauthor: B\ndirector: C\nkind: book', 'x/a.md'],
    ] as const) {
      const review = read(keys, path);
      expect(review.author).toEqual([]);
      expect(review.item.creators[0]).toEqual({ role: 'author', name: 'B' });
    }
    expect(read('title: A\nauthor: B', 'films/a.md').author).toEqual([{ name: 'B' }]);
    expect(read('title: A\nauthor: B\ncritic: C', 'books/a.md').author).toEqual([{ name: 'C' }]);
  });

  test('a year alone is the item’s when another date stands beside it', () => {
    expect(read('book: A\npublished: 2012\ndate: 2023-05-22', 'x/a.md')).toMatchObject({
      published: '2023-05-22',
      item: { year: 2012 },
    });
    expect(read('book: A\npublished: 2012', 'x/a.md').published).toBe('2012');
    expect(read('book: A\npublished: 2012', 'x/2023-05-22-a.md')).toMatchObject({
      published: '2023-05-22',
      item: { year: 2012 },
    });
    expect(read('book: A\npublished: false', 'x/a.md')).toMatchObject({ draft: true });
  });

  test('standard input has no surroundings', () => {
    const { review } = readReview('---\nrating: 4/5\n---\n', { path: '<stdin>' });
    expect(review.item.name).toBeUndefined();
  });
});

test.each([
  ['_drafts/heat.md', '', true],
  ['_drafts/heat.md', 'draft: false\n', false],
  ['drafts/heat.md', '', undefined],
  ['_posts/heat.md', 'draft: true\n', true],
])('whether %s with %j is a draft', (path, keys, draft) => {
  const { review } = readReview(`---\nfilm: Heat\n${keys}---\n\nText.\n`, { path });
  expect(review.draft).toBe(draft);
});

test('a folder of drafts makes drafts at any depth of a library', () => {
  const surroundings = { folders: ['film', '_drafts', 'blog'], name: 'heat' };
  const { review } = readReview('---\nfilm: Heat\n---\n\nText.\n', {
    path: 'heat.md',
    surroundings,
  });
  expect(review.draft).toBe(true);
});
