import type { Json } from '../../../model/json.ts';
import type { Item, ItemKind } from '../../../model/review.ts';
import { webAddress } from '../url.ts';
import { isoDuration } from './duration.ts';

/** A node of JSON-LD. */
export type Node = Readonly<Record<string, Json>>;

/** schema.org's type for each kind (https://schema.org/Movie, https://schema.org/Book …). */
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

interface Property {
  readonly name: string;
  readonly type: string;
}

const person = (name: string): Property => ({ name, type: 'Person' });
const organization = (name: string): Property => ({ name, type: 'Organization' });

/** The properties of makers that every creative work has (https://schema.org/CreativeWork). */
const workMakers: Readonly<Record<string, Property>> = {
  author: person('author'),
  writer: person('author'),
  creator: person('creator'),
  showrunner: person('creator'),
  designer: person('creator'),
  developer: organization('creator'),
  artist: person('creator'),
  publisher: organization('publisher'),
  studio: organization('producer'),
  producer: person('producer'),
  editor: person('editor'),
  translator: person('translator'),
};

const filmMakers: Readonly<Record<string, Property>> = {
  ...workMakers,
  director: person('director'),
  actor: person('actor'),
  composer: person('musicBy'),
  studio: organization('productionCompany'),
};

// schema.org's MusicGroup "can also be a solo musician", so it fits whoever made the record.
const musicMakers: Readonly<Record<string, Property>> = {
  ...workMakers,
  artist: { name: 'byArtist', type: 'MusicGroup' },
};

const brand: Property = { name: 'brand', type: 'Brand' };

/** The property of each role, by kind. A role that is not here has none: it is not in the data. */
const makers: Readonly<Record<ItemKind, Readonly<Record<string, Property>>>> = {
  film: filmMakers,
  series: filmMakers,
  book: { ...workMakers, illustrator: person('illustrator'), narrator: person('readBy') },
  game: {
    ...workMakers,
    director: person('director'),
    actor: person('actor'),
    composer: person('musicBy'),
  },
  boardgame: workMakers,
  album: musicMakers,
  track: musicMakers,
  restaurant: { chef: person('employee'), brand },
  place: {},
  product: {
    brand,
    brewery: brand,
    distillery: brand,
    winery: brand,
    roaster: brand,
  },
  software: workMakers,
  event: {
    director: person('director'),
    actor: person('actor'),
    artist: { name: 'performer', type: 'MusicGroup' },
    composer: person('composer'),
  },
  other: workMakers,
};

/** Where the day or year of release is said; places and restaurants are not released. */
const releaseProperties: Readonly<Partial<Record<ItemKind, string>>> = {
  product: 'releaseDate',
  event: 'startDate',
};
const unreleased: ReadonlySet<ItemKind> = new Set(['restaurant', 'place']);

/** The thing reviewed as schema.org's type for its kind. A field that the item lacks is not there. `image` is the address of its picture. */
export function itemNode(item: Item, image?: string): Node {
  const kind = item.kind ?? 'other';
  const release = item.released ?? (item.year === undefined ? undefined : String(item.year));
  return defined({
    '@type': types[kind],
    name: item.name,
    ...makerNodes(item, kind),
    [releaseProperties[kind] ?? 'datePublished']: unreleased.has(kind) ? undefined : release,
    image,
    ...detailNodes(item, kind),
    ...idNodes(item.ids, kind),
  });
}

/** Kinds that last (https://schema.org/duration), and kinds that have an address (https://schema.org/address). */
const lasting: ReadonlySet<ItemKind> = new Set(['film', 'series', 'album', 'track', 'event']);
const placed: ReadonlySet<ItemKind> = new Set(['restaurant', 'place']);

function detailNodes({ details }: Item, kind: ItemKind): Node {
  const text = (name: string): string | undefined => {
    const value = Object.hasOwn(details, name) ? details[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const runtime = isoDuration(text('runtime') ?? '');
  const address = text('address');
  return defined({
    duration: lasting.has(kind) && runtime !== null ? runtime : undefined,
    address: placed.has(kind) ? address : undefined,
    location: kind === 'event' ? address : undefined,
  });
}

function makerNodes(item: Item, kind: ItemKind): Node {
  const table = makers[kind];
  const found = new Map<string, Node[]>();
  for (const { role, name } of item.creators) {
    const property = Object.hasOwn(table, role) ? table[role] : undefined;
    if (property === undefined) continue;
    const nodes = found.get(property.name) ?? [];
    nodes.push({ '@type': property.type, name });
    found.set(property.name, nodes);
  }
  return Object.fromEntries([...found].map(([name, nodes]) => [name, oneOrMore(nodes) as Json]));
}

/** Ids that are addresses, or that are part of one, are `sameAs`; a book's ISBN is `isbn`; the rest `identifier`. */
function idNodes(ids: Item['ids'], kind: ItemKind): Node {
  const isbns: string[] = [];
  const same: string[] = [];
  const others: Node[] = [];
  for (const [name, value] of Object.entries(ids)) {
    const address = webAddress(value) ?? knownAddress(name, value, kind);
    if (kind === 'book' && /^isbn(?:_?1[03])?$/i.test(name)) isbns.push(value);
    else if (address !== null) same.push(address);
    else others.push({ '@type': 'PropertyValue', propertyID: name, value });
  }
  return defined({
    isbn: oneOrMore(isbns),
    sameAs: oneOrMore(same),
    identifier: oneOrMore(others),
  });
}

/** The addresses that an item is known to have on the web, by its ids. */
export function itemAddresses({ ids, kind = 'other' }: Item): string[] {
  return Object.entries(ids).flatMap(
    ([name, value]) => webAddress(value) ?? knownAddress(name, value, kind) ?? [],
  );
}

function knownAddress(name: string, value: string, kind: ItemKind): string | null {
  const id = name.toLowerCase();
  if (id === 'imdb' && /^tt\d{7,10}$/.test(value)) return `https://www.imdb.com/title/${value}/`;
  if (id === 'wikidata' && /^Q\d{1,12}$/.test(value))
    return `https://www.wikidata.org/wiki/${value}`;
  if (id === 'goodreads' && /^\d{1,12}$/.test(value))
    return `https://www.goodreads.com/book/show/${value}`;
  if (id === 'tmdb' && kind === 'film' && /^\d{1,9}$/.test(value))
    return `https://www.themoviedb.org/movie/${value}`;
  return null;
}

/** A single value as itself, several as a list, none as undefined. */
export function oneOrMore(values: readonly Json[]): Json | undefined {
  return values.length > 1 ? values : values[0];
}

/** A node without the properties that are undefined. */
export function defined(properties: Readonly<Record<string, Json | undefined>>): Node {
  const entries = Object.entries(properties).filter(
    (entry): entry is [string, Json] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
