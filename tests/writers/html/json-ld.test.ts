import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyReview, type Review } from '../../../src/model/review.ts';
import { writeHtml } from '../../../src/writers/html/html.ts';
import { reviewOf } from '../pages.ts';
import { dataOf, pageOf } from './html-pages.ts';

const person = (name: string) => ({ '@type': 'Person', name });
const rating = (ratingValue: number, bestRating: number) => ({
  '@type': 'Rating',
  ratingValue,
  bestRating,
  worstRating: 0,
});
const notes = (...names: string[]) => ({
  '@type': 'ItemList',
  itemListElement: names.map((name, index) => ({ '@type': 'ListItem', position: index + 1, name })),
});
const review = { '@context': 'https://schema.org', '@type': 'Review' };

/** A review of each kind, and all of its JSON-LD. */
const kinds: Readonly<Record<string, readonly [source: string, data: unknown]>> = {
  film: [
    '---\nfilm: Heat\ntitle: Two men\ndirector: Michael Mann\ncast: [Al Pacino, Robert De Niro]\ncomposer: Elliot Goldenthal\nstudio: Regency\ngaffer: Jo\nrelease_date: 1995-12-15\nimdb: tt0113277\ntmdb: 949\nposter: heat.jpg\nreviewer: {name: Ann, url: https://ann.example/}\nrating: 4.5/5\ndate: 2025-06-09\nupdated: 2025-06-10\nsummary: Two men ||shoot|| drink coffee.\npros: [Coffee, "The ||end||"]\ncons: [Long]\ntags: [crime, la]\nlang: en\nurl: https://ann.example/heat\nscores:\n  acting: 5/5\n---\n\nText with ||a secret|| word.\n\n## Spoilers\n\nHe dies.\n\n## Verdict\n\nSee it.\n',
    {
      ...review,
      itemReviewed: {
        '@type': 'Movie',
        name: 'Heat',
        director: person('Michael Mann'),
        actor: [person('Al Pacino'), person('Robert De Niro')],
        musicBy: person('Elliot Goldenthal'),
        productionCompany: { '@type': 'Organization', name: 'Regency' },
        datePublished: '1995-12-15',
        image: 'heat.jpg',
        sameAs: ['https://www.imdb.com/title/tt0113277/', 'https://www.themoviedb.org/movie/949'],
      },
      name: 'Two men',
      author: { ...person('Ann'), url: 'https://ann.example/' },
      reviewRating: rating(4.5, 5),
      datePublished: '2025-06-09',
      dateModified: '2025-06-10',
      description: 'Two men drink coffee.',
      positiveNotes: notes('Coffee', 'The'),
      negativeNotes: notes('Long'),
      hasPart: [{ '@type': 'Review', reviewAspect: 'acting', reviewRating: rating(5, 5) }],
      keywords: ['crime', 'la'],
      inLanguage: 'en',
      url: 'https://ann.example/heat',
      reviewBody: 'Text with word.\n\nVerdict\n\nSee it.',
    },
  ],
  series: [
    '---\nkind: series\ntitle: The Wire\ncreator: David Simon\nyear: 2002\nrating: 9/10\n---\n',
    {
      ...review,
      itemReviewed: {
        '@type': 'TVSeries',
        name: 'The Wire',
        creator: person('David Simon'),
        datePublished: '2002',
      },
      name: 'The Wire',
      reviewRating: rating(9, 10),
    },
  ],
  book: [
    '---\nbook: Mort\nauthor: Terry Pratchett\nreviewer: Ann\nillustrator: Josh Kirby\nisbn: 0375826696\nisbn13: "9780375826696"\ngoodreads: "386372"\nlocal_id: m-1\nyear: 1987\nrating: 8/10\n---\n\nText.\n',
    {
      ...review,
      itemReviewed: {
        '@type': 'Book',
        name: 'Mort',
        author: person('Terry Pratchett'),
        illustrator: person('Josh Kirby'),
        datePublished: '1987',
        isbn: ['0375826696', '9780375826696'],
        sameAs: 'https://www.goodreads.com/book/show/386372',
      },
      author: person('Ann'),
      reviewRating: rating(8, 10),
      reviewBody: 'Text.',
    },
  ],
  game: [
    '---\ngame: Lantern Deep\ndeveloper: Two Moths\npublisher: Big Moth\nrating: 85%\n---\n',
    {
      ...review,
      itemReviewed: {
        '@type': 'VideoGame',
        name: 'Lantern Deep',
        creator: { '@type': 'Organization', name: 'Two Moths' },
        publisher: { '@type': 'Organization', name: 'Big Moth' },
      },
      reviewRating: rating(85, 100),
    },
  ],
  boardgame: [
    '---\nkind: boardgame\nname: Hive\ndesigner: John Yianni\nrating: {value: 4, best: 6, worst: 1}\n---\n',
    {
      ...review,
      itemReviewed: { '@type': 'Game', name: 'Hive', creator: person('John Yianni') },
      reviewRating: { ...rating(4, 6), worstRating: 1 },
    },
  ],
  album: [
    '---\nalbum: Blue Train\nartist: John Coltrane\nwikidata: Q1\nyear: 1958\nstars: ★★★★★\n---\n',
    {
      ...review,
      itemReviewed: {
        '@type': 'MusicAlbum',
        name: 'Blue Train',
        byArtist: { '@type': 'MusicGroup', name: 'John Coltrane' },
        datePublished: '1958',
        sameAs: 'https://www.wikidata.org/wiki/Q1',
      },
      reviewRating: rating(5, 5),
    },
  ],
  restaurant: [
    '---\nrestaurant: The Copper Pan\nchef: Mia\nyear: 1999\nimage: https://x.example/pan.jpg\nrating: 3.5/5\n---\n',
    {
      ...review,
      itemReviewed: {
        '@type': 'Restaurant',
        name: 'The Copper Pan',
        employee: person('Mia'),
        image: 'https://x.example/pan.jpg',
      },
      reviewRating: rating(3.5, 5),
    },
  ],
  product: [
    '---\nproduct: Kettle\nbrand: Boil\nyear: 2020\nby: Ann\nrating: 4/5\n---\n\nQuiet.\n',
    {
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: 'Kettle',
      brand: { '@type': 'Brand', name: 'Boil' },
      releaseDate: '2020',
      review: {
        '@type': 'Review',
        author: person('Ann'),
        reviewRating: rating(4, 5),
        reviewBody: 'Quiet.',
      },
    },
  ],
  event: [
    '---\nkind: event\ntitle: Jazz Night\nartist: The Five\nreleased: 2025-02-01\nrecommended: yes\n---\n',
    {
      ...review,
      itemReviewed: {
        '@type': 'Event',
        name: 'Jazz Night',
        performer: { '@type': 'MusicGroup', name: 'The Five' },
        startDate: '2025-02-01',
      },
      name: 'Jazz Night',
      reviewRating: {
        '@type': 'EndorsementRating',
        ratingValue: 1,
        bestRating: 1,
        worstRating: 0,
      },
    },
  ],
  other: [
    '---\nkind: other\nitem: A bridge\ncreators: [{role: author, name: Ann}, {role: welder, name: Bo}]\nspoilers: true\nauthor: [A, B]\nrecommended: no\n---\n\nText that gives all away.\n',
    {
      ...review,
      itemReviewed: { '@type': 'CreativeWork', name: 'A bridge', author: person('Ann') },
      author: [person('A'), person('B')],
    },
  ],
};

describe('JSON-LD', () => {
  test.each(Object.entries(kinds))('of a review of a %s', (_, [source, data]) => {
    expect(dataOf(pageOf(source))).toEqual(data);
  });

  test('of a review that says nothing is a Review of nothing', () => {
    expect(dataOf(pageOf('Text.'))).toEqual({ ...review, reviewBody: 'Text.' });
    expect(dataOf(writeHtml(emptyReview))).toEqual(review);
  });

  test('is not there when the page is a part', () => {
    const whole = reviewOf('## A\n\nx\n\n## B\n\ny\n');
    expect(dataOf(writeHtml(whole, { sections: whole.sections.slice(1) }))).toBeNull();
  });

  test('8/10 is of ten, and has a worst', () => {
    const data = dataOf(pageOf('---\nfilm: Heat\nrating: 8/10\n---\n')) as Record<string, unknown>;
    expect(data.reviewRating).toEqual(rating(8, 10));
  });

  const ids: readonly (readonly [
    kind: 'film' | 'book',
    ids: Record<string, string>,
    expected: object,
  ])[] = [
    ['film', { wikidata: 'Q11424' }, { sameAs: 'https://www.wikidata.org/wiki/Q11424' }],
    ['film', { letterboxd: 'https://l.example/heat' }, { sameAs: 'https://l.example/heat' }],
    [
      'film',
      { letterboxd: 'javascript:alert(1)' },
      identifier('letterboxd', 'javascript:alert(1)'),
    ],
    ['film', { imdb: 'nm0000' }, identifier('imdb', 'nm0000')],
    ['book', { tmdb: '949' }, identifier('tmdb', '949')],
    ['film', { isbn: '0375826696' }, identifier('isbn', '0375826696')],
    ['book', { ISBN: '0375826696' }, { isbn: '0375826696' }],
    ['book', { goodreads: 'x1' }, identifier('goodreads', 'x1')],
  ];

  test.each(ids)('a %s with the ids %j', (kind, own, expected) => {
    const item = { ...emptyReview.item, kind, ids: own };
    const data = dataOf(writeHtml({ ...emptyReview, item })) as { itemReviewed: object };
    expect(data.itemReviewed).toEqual({ '@type': kind === 'film' ? 'Movie' : 'Book', ...expected });
  });

  test.each([
    ['a role that is a property of every object', 'constructor', {}],
    ['a role without a property', 'gaffer', {}],
  ])('%s is not in the data', (_, role, expected) => {
    const item = { ...emptyReview.item, kind: 'film' as const, creators: [{ role, name: 'X' }] };
    const data = dataOf(writeHtml({ ...emptyReview, item })) as { itemReviewed: object };
    expect(data.itemReviewed).toEqual({ '@type': 'Movie', ...expected });
  });

  test.each([
    '</script><!--',
    '<!--<script>',
    '\u2028\u2029',
    '&amp;&lt;',
    '\u0085\u200B\u{E0001}',
  ])('a title with %j parses back', (title) => {
    const page = writeHtml({ ...emptyReview, title });
    expect(dataOf(page)).toMatchObject({ name: title });
    expect(page.match(/<\/?script/g)).toHaveLength(2);
    expect(page.slice(0, page.indexOf('<style>'))).not.toMatch(/<!--|[\u2028\u0085\u200B]/);
  });

  test('any text parses back, and never ends the element', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('<', '/', 'script', '>', '<!--', '-->', ']]>', '\\', '"'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (title, tag) => {
        const fields: Review = { ...emptyReview, title, tags: [tag] };
        const page = writeHtml(fields);
        expect(page.match(/<\/?script/gi)).toHaveLength(2);
        expect(dataOf(page)).toEqual({ ...review, name: title, keywords: [tag] });
      }),
    );
  });
});

function identifier(propertyID: string, value: string): object {
  return { identifier: { '@type': 'PropertyValue', propertyID, value } };
}
