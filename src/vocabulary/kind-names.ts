import type { ItemKind } from '../model/review.ts';

/** What a kind is called, of one thing and of many, where it is read and not typed. */
const names: Readonly<Record<ItemKind, readonly [one: string, many: string]>> = {
  film: ['Film', 'Films'],
  series: ['Series', 'Series'],
  book: ['Book', 'Books'],
  game: ['Game', 'Games'],
  boardgame: ['Board game', 'Board games'],
  album: ['Album', 'Albums'],
  track: ['Track', 'Tracks'],
  restaurant: ['Restaurant', 'Restaurants'],
  place: ['Place', 'Places'],
  product: ['Product', 'Products'],
  software: ['Software', 'Software'],
  event: ['Event', 'Events'],
  other: ['Other', 'Other'],
};

/** A kind in words, for one: `Board game`. */
export function kindName(kind: ItemKind): string {
  return names[kind][0];
}

/** A kind in words, for many: `Films`. */
export function kindNames(kind: ItemKind): string {
  return names[kind][1];
}
