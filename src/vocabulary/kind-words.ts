import type { ItemKind } from '../model/review.ts';
import { kindNamed } from './spelling-lookup.ts';

/** Words around a kind in the name of a folder, a layout or a category: `book-reviews`, `films watched 2024`, `my-reading-list`. */
const around =
  /^(?:reviews?|reviewed|reports?|notes?|logs?|lists?|diary|journal|archives?|collection|library|shelf|shelves|tracker|database|export|data|posts?|blog|reading|read|watched|watching|played|heard|listened|visited|finished|rated|ratings?|favou?rites?|best|top|recent|new|i|ive|my|our|the|of|in|and|all|\d{1,4})$/;

/** Services of which one kind of thing is a member’s. */
const services: Readonly<Record<string, ItemKind>> = {
  goodreads: 'book',
  storygraph: 'book',
  librarything: 'book',
  letterboxd: 'film',
  rateyourmusic: 'album',
  discogs: 'album',
  backloggd: 'game',
  boardgamegeek: 'boardgame',
};

/** Kinds whose words say too much else to be believed outside of a folder of their own. */
const vague: ReadonlySet<ItemKind> = new Set([
  'other',
  'event',
  'place',
  'product',
  'software',
  'track',
]);
const vagueWords: ReadonlySet<string> = new Set([
  ...['series', 'show', 'shows', 'feature', 'features', 'season', 'episode', 'episodes', 'single'],
  ...['record', 'records', 'food', 'bar', 'ep', 'lp', 'music', 'tabletop', 'cinema'],
]);

/** The kind that a name says, in singular or plural, with the words that usually stand around it; null when it says none. */
export function kindInName(name: string): ItemKind | null {
  const words = name
    .replace(/^[_#]+/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[-_\s.,&+/]+/)
    .filter((word) => word !== '');
  const rest = words.filter((word) => !around.test(word.toLowerCase()));
  if (rest.length === 0 || rest.length > 3) return null;
  const [only = ''] = rest;
  if (rest.length === 1 && Object.hasOwn(services, only.toLowerCase()))
    return services[only.toLowerCase()] ?? null;
  const kind = kindNamed(rest.join(''));
  return kind === 'other' ? null : kind;
}

/** The one kind that tags or categories name among them; null when they name none, or several. */
export function kindAmong(tags: Iterable<string>): ItemKind | null {
  const kinds = new Set<ItemKind>();
  for (const tag of tags) {
    const last = tag.slice(tag.lastIndexOf('/') + 1);
    if (vagueWords.has(last.toLowerCase().replace(/^#/, ''))) continue;
    const kind = kindInName(last);
    if (kind !== null && !vague.has(kind)) kinds.add(kind);
  }
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : null;
}
