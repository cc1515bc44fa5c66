/**
 * What ratings are drawn and said with. A new glyph, word or grade is one line here.
 * Glyphs of one row are one family: a row of them is a rating, full, half and empty ones together.
 */
export const glyphs: readonly {
  readonly full: string;
  readonly half?: string;
  readonly empty?: string;
  /** Signs that also stand in texts for other things: a row of them that is a line of its own needs an empty one to be a rating. */
  readonly common?: boolean;
}[] = [
  { full: '★⭐✭✮🌟✯✪', half: '⯪⯨', empty: '☆✩✰' },
  { full: '♥❤', empty: '♡🤍', common: true },
  { full: '●⬤', half: '◐◑', empty: '○', common: true },
  { full: '■', empty: '□', common: true },
  { full: '🍿', common: true },
  { full: '👑', common: true },
];

/** Parts of a glyph. `1/2` is one too, where it does not stand for itself. */
export const fractions: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '1/2': 0.5,
};

/** Every sign that a rating is drawn with, parts of one too: what stands between the brackets of a pattern with the flag `u`. */
export const drawnSigns: string = signsOf(glyphs);

/** Those of them that stand for nothing else in a text. */
export const ratingSigns: string = signsOf(glyphs.filter(({ common = false }) => !common));

function signsOf(rows: typeof glyphs): string {
  return [
    ...rows.flatMap(({ full, half = '', empty = '' }) => [full, half, empty]),
    ...Object.keys(fractions).filter((part) => part.length === 1),
  ].join('');
}

/** Between a value and the best one. Words of other languages stand in their tables. */
export const betweenWords = ['out of', 'of'];

/** What is counted. `stars` are out of five where nothing says otherwise; `points` have no scale of their own. */
export const unitWords = {
  stars: ['star', 'stars', 'heart', 'hearts', 'popcorn', 'popcorns'],
  points: ['point', 'points', 'pt', 'pts'],
} as const;

/** Letter grades in even steps of twelve, as Metacritic reads them. A library's `grades:` replaces the table whole. */
export const letterGrades: Readonly<Record<string, number>> = {
  'A+': 12,
  A: 12,
  'A-': 11,
  'B+': 10,
  B: 9,
  'B-': 8,
  'C+': 7,
  C: 6,
  'C-': 5,
  'D+': 4,
  D: 3,
  'D-': 2,
  'F+': 1,
  F: 0,
};

export const bestLetter = 12;

/** Thumbs: no figure, only yes or no. */
export const thumbs: Readonly<Record<string, boolean>> = {
  '👍': true,
  '👎': false,
  'thumbs up': true,
  'thumbs down': false,
  '♥': true,
  '❤': true,
};

/** Words for a rating that say whether the critic recommends it, as `wordKey` writes them. Any other word says nothing of it. */
export const recommendingWords: Readonly<Record<string, boolean>> = {
  recommended: true,
  recommend: true,
  'highly recommended': true,
  'strongly recommended': true,
  'must read': true,
  'must see': true,
  'must watch': true,
  'must play': true,
  'must listen': true,
  'must hear': true,
  'must buy': true,
  'must have': true,
  'must eat': true,
  'must visit': true,
  'not recommended': false,
  'do not recommend': false,
  'dont recommend': false,
  'would not recommend': false,
  'wouldnt recommend': false,
  avoid: false,
  skip: false,
  'skip it': false,
  'dont bother': false,
};

/** What stands for a rating that is not given yet, as `wordKey` writes it. */
export const notRatedWords: ReadonlySet<string> = new Set([
  'tbd',
  'tba',
  'tbr',
  'na',
  'n a',
  'nan',
  'none',
  'null',
  'nil',
  'unrated',
  'not rated',
  'not rated yet',
  'not yet rated',
  'no rating',
  'not yet',
  'pending',
  'todo',
  'to do',
  'to be rated',
  'to be determined',
  'to be decided',
  'false',
]);

/** Values of `status:` or of a shelf that say that the thing is still to be read or watched, as `wordKey` writes them. */
export const waitingWords: ReadonlySet<string> = new Set([
  ...['todo', 'to do', 'doing', 'in progress', 'reading', 'watching', 'playing', 'queue', 'queued'],
  ...['want', 'wish', 'upcoming', 'not started', 'unread', 'unwatched', 'unplayed', 'current'],
  'to read',
  'toread',
  'tbr',
  'to watch',
  'towatch',
  'to play',
  'toplay',
  'to listen',
  'to try',
  'to visit',
  'want to read',
  'want to watch',
  'want to play',
  'want to visit',
  'want to see',
  'want',
  'wanted',
  'wishlist',
  'wish list',
  'watchlist',
  'plan to read',
  'plan to watch',
  'plan to play',
  'planned',
  'backlog',
  'unread',
  'unwatched',
  'unplayed',
  'not started',
  'queue',
  'queued',
  'up next',
  'reading',
  'currently reading',
  'watching',
  'currently watching',
  'playing',
  'currently playing',
  'in progress',
]);

/** Keys under which such a value stands, as `normalizeKey` writes them. */
export const statusKeys: ReadonlySet<string> = new Set([
  'status',
  'state',
  'readstatus',
  'readingstatus',
  'watchstatus',
  'playstatus',
  'bookstatus',
  'shelf',
  'shelves',
  'bookshelf',
  'bookshelves',
  'exclusiveshelf',
  'tags',
  'list',
]);

/** Parts of names whose rating is others', not the critic's: a map of such a name, or a key. */
export const othersRatings =
  /imdb|tmdb|tvdb|rotten|tomato|metacritic|metascore|goodreads|letterboxd|trakt|anilist|myanimelist|steam|igdb|bgg|boardgamegeek|amazon|google|yelp|tripadvisor|storygraph|openlibrary|discogs|allmusic|opencritic|average|avg|mean|aggregate|users?$|^users?|readers?$|viewers?$|audience|community|public$|crowd|critics$|reviewers$|press|online|external|global|esrb|pegi|mpaa|^usk$|^fsk$|age|content|certificat|previous|^prev|^next|sequel|prequel|related|similar|compar|also|others?$|alternative|friend|guest|partner|wife|husband|kids?$|children|votes?/;
