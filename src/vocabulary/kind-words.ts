import type { ItemKind } from '../model/review.ts';
import { kindNamed } from './spelling-lookup.ts';

/** Words around a kind in the name of a folder, a layout or a category: `book-reviews`, `films watched 2024`, `my-reading-list`. */
const around =
  /^(?:reviews?|reviewed|reports?|notes?|logs?|lists?|diary|journal|archives?|collection|library|shelf|shelves|tracker|database|export|data|posts?|blog|reading|read|watched|watching|played|heard|listened|visited|finished|rated|ratings?|favou?rites?|best|top|recent|new|i|ive|my|our|the|of|in|and|all|\d{1,4})$/;

/** The same for when: `books I read in March`, `this summer’s films`. */
const times =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter|this|last|years|months?|weeks?|weekend|monthly|weekly|yearly|roundup|recap|from|some|s)$/i;

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

/** Whether a kind's words name much that nobody reviews: tools, places, products. */
export function isVagueKind(kind: ItemKind): boolean {
  return vague.has(kind);
}

const vagueWords: ReadonlySet<string> = new Set([
  ...['series', 'show', 'shows', 'feature', 'features', 'season', 'episode', 'episodes', 'single'],
  ...['record', 'records', 'food', 'bar', 'ep', 'lp', 'music', 'tabletop', 'cinema'],
]);

/** Kinds that a word before them narrows and does not change: `Scotch Whisky`, `horror-films`; a `chocolate bar` serves nobody, a `photo album` has no songs. */
const narrowed: ReadonlySet<ItemKind> = new Set(['film', 'book', 'game', 'boardgame', 'product']);
/** Words before a kind's that make another thing of it. */
const othersFirst =
  /^(?:run|play|log|work|hand|address|guest|photo|code|check|year|sketch|cook|drinking|word|mind|olympic|video|face|mac|net|note|no|non|anti)$/i;

/**
 * The kind that a name says, in singular or plural, with the words that usually stand around it or one that narrows it (`scotch-whisky`); null when it
 * says none.
 */
export function kindInName(name: string): ItemKind | null {
  const words = wordsAround(name);
  const whole = kindOfWords(words);
  if (whole !== null || words.length < 2 || words.some((word) => othersFirst.test(word)))
    return whole;
  const kind = kindNamed(words.at(-1) as string);
  const isOther = (word: string): boolean => (kindNamed(word) ?? kind) !== kind;
  return kind !== null && narrowed.has(kind) && !words.some(isOther) ? kind : null;
}

/** The words of a name, without those that usually stand around a kind's. */
function wordsAround(name: string): string[] {
  return name
    .replace(/^[_#]+/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[-_\s.,&+/'’]+/)
    .filter((word) => word !== '' && !around.test(word.toLowerCase()) && !times.test(word));
}

/** Written together with what usually stands around: `booklog`, `filmdiary`. */
const glued = /^(.{3,}?)(?:reviews?|notes?|logs?|lists?|diary|journal|shelf|collection)$/i;

/** The kind that a few words name together. */
function kindOfWords(rest: readonly string[]): ItemKind | null {
  if (rest.length === 0 || rest.length > 3) return null;
  const [only = ''] = rest;
  if (rest.length === 1 && Object.hasOwn(services, only.toLowerCase()))
    return services[only.toLowerCase()] ?? null;
  const together = rest.join('');
  const [, inner] = (rest.length === 1 ? glued.exec(only) : null) ?? [];
  const kind =
    kindNamed(together) ??
    (inner === undefined || othersFirst.test(inner) ? null : kindNamed(inner));
  return kind === 'other' ? null : kind;
}

/** Words of a vague kind that name one thing wherever they stand. */
const firmWords = /^(?:whisk(?:e?y|e?ys|ies)|bourbons?)$/i;

/** The one kind that tags or categories name among them; null when they name none, or several. */
export function kindAmong(tags: Iterable<string>): ItemKind | null {
  const kinds = new Set<ItemKind>();
  for (const tag of tags) {
    const last = tag.slice(tag.lastIndexOf('/') + 1);
    if (vagueWords.has(last.toLowerCase().replace(/^#/, ''))) continue;
    const kind = kindOfWords(wordsAround(last));
    if (kind !== null && (!vague.has(kind) || firmWords.test(last))) kinds.add(kind);
  }
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : null;
}
