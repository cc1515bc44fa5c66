import type { Json } from '../../model/json.ts';
import type { Item, ItemKind, Rating, Review } from '../../model/review.ts';

/** schema.org's types for the kinds (https://schema.org/Review, itemReviewed). */
const types: Readonly<Record<ItemKind, string>> = {
  film: 'Movie',
  series: 'TVSeries',
  book: 'Book',
  game: 'VideoGame',
  boardgame: 'Game',
  album: 'MusicAlbum',
  track: 'MusicRecording',
  restaurant: 'Restaurant',
  place: 'Place',
  product: 'Product',
  software: 'SoftwareApplication',
  event: 'Event',
  other: 'CreativeWork',
};

/** schema.org's properties for the makers, where there is one. */
const makers: Readonly<Record<string, string>> = { director: 'director', author: 'author', artist: 'byArtist', actor: 'actor', cast: 'actor', developer: 'author', writer: 'author', publisher: 'publisher', studio: 'productionCompany' };

type Data = { [key: string]: Json };

/**
 * The review as JSON-LD. Nothing is invented: a field that the review lacks is not there. `body` is its text without spoilers.
 * A product holds its review, the other kinds are held by theirs, as search engines want it.
 */
export function jsonLd(review: Review, body: string): Data {
  const item = itemData(review.item);
  const data = reviewData(review, body);
  if (review.item.kind === 'product') return { '@context': 'https://schema.org', ...item, review: { '@type': 'Review', ...data } };
  return { '@context': 'https://schema.org', '@type': 'Review', ...data, ...(Object.keys(item).length > 1 ? { itemReviewed: item } : {}) };
}

/** JSON that can stand in a script element: what could end it or start a comment is escaped. */
export function scriptJson(data: Data): string {
  return JSON.stringify(data).replace(/[<>&\u007F-\u009F\u2028\u2029\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function reviewData(review: Review, body: string): Data {
  const { title, author, rating, summary, pros, cons, published, updated, lang, tags, url, scores } = review;
  return defined({
    name: title,
    author: one(author.map((person) => defined({ '@type': 'Person', name: person.name, url: person.url }))),
    reviewRating: rating === null ? undefined : ratingData(rating),
    description: summary,
    datePublished: published,
    dateModified: updated,
    inLanguage: lang,
    keywords: tags.length === 0 ? undefined : [...tags],
    url,
    positiveNotes: notes(pros),
    negativeNotes: notes(cons),
    hasPart: scores.length === 0 ? undefined : scores.map((score) => ({ '@type': 'Review', reviewAspect: score.aspect, reviewRating: ratingData(score) })),
    reviewBody: body === '' ? undefined : body,
  });
}

function ratingData({ value, best, worst }: Rating): Data {
  return { '@type': 'Rating', ratingValue: value, bestRating: best, worstRating: worst };
}

function notes(points: readonly string[]): Data | undefined {
  if (points.length === 0) return undefined;
  return { '@type': 'ItemList', itemListElement: points.map((name, index) => ({ '@type': 'ListItem', position: index + 1, name })) };
}

function itemData(item: Item): Data {
  const people: Data = {};
  for (const [role, property] of Object.entries(makers)) {
    const names = item.creators.filter((creator) => creator.role === role).map(({ name }): Data => ({ '@type': isGroup(role) ? 'Organization' : 'Person', name }));
    const before = people[property];
    if (names.length > 0) people[property] = one([...(before === undefined ? [] : Array.isArray(before) ? before : [before]), ...names] as Data[]) as Json;
  }
  const { isbn, ...ids } = item.ids;
  const same = Object.values(ids).filter((id) => /^https?:\/\//i.test(id));
  return defined({
    '@type': types[item.kind ?? 'other'],
    name: item.name,
    ...people,
    datePublished: item.released ?? (item.year === undefined ? undefined : String(item.year)),
    isbn,
    image: item.image,
    sameAs: same.length === 0 ? undefined : same,
  });
}

function isGroup(role: string): boolean {
  return role === 'publisher' || role === 'studio' || role === 'developer';
}

function one(values: readonly Data[]): Json | undefined {
  return values.length > 1 ? values : values[0];
}

function defined(data: { readonly [key: string]: Json | undefined }): Data {
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
