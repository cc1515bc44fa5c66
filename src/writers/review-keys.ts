import type { Json } from '../model/json.ts';
import type { Creator, Experience, Item, Person, Rating, Review, Score } from '../model/review.ts';
import { isoDate } from '../vocabulary/dates.ts';
import { namesIn, otherMakers } from '../vocabulary/makers.ts';
import { readRating } from '../vocabulary/ratings.ts';
import { kindNamed, type Meaning, meaningOf } from '../vocabulary/spelling-lookup.ts';

/** A key and its value, as they stand in front matter. */
type Entry = readonly [string, Json];

/**
 * A review's fields, without its sections, under the keys that the readers know them by: what is written reads back to
 * the same fields. Absent and empty ones are left out; what was not known comes last, under its own keys.
 */
export function reviewKeys(review: Review): Readonly<Record<string, Json>> {
  const { item } = review;
  const entries: Entry[] = [
    ...present('title', review.title),
    ...present('item', item.name),
    ...(isUnknownKind(review) ? [] : present('kind', item.kind)),
    ...creatorKeys(item, review.author),
    ...present('year', item.year),
    ...present('released', item.released),
    ...present('ids', item.ids),
    ...present('image', item.image),
    ...present('details', item.details),
    ...authorKey(review),
    ...present('date', review.published),
    ...present('updated', review.updated),
    ...present('experienced', review.experienced.map(experienceValue)),
    ...(review.rating === null
      ? ratingTextKey(review)
      : [['rating', ratingValue(review.rating)] as const]),
    ...present('scores', scoresValue(review.scores)),
    ...present('recommended', review.recommended),
    ...present('summary', review.summary),
    ...present('pros', review.pros),
    ...present('cons', review.cons),
    ...present('tags', review.tags),
    ...present('lang', review.lang),
    ...present('draft', review.draft),
    ...present('spoilers', review.spoilers),
    ...present('url', review.url),
  ];
  const taken = new Set(entries.map(([key]) => key));
  const extra = Object.entries(review.extra);
  const displaced = extra.filter(([key, value]) => isDisplaced(key, value, taken));
  return Object.fromEntries([
    ...entries,
    ...extra.filter((entry) => !displaced.includes(entry)),
    ...present('extra', Object.fromEntries(displaced)),
  ]);
}

/**
 * Whether a value under a key would be read as something else than what is kept: the key's own place is taken, or it is known. A rating,
 * a date or a kind that cannot be read stays where it stood, for whoever mends it.
 */
function isDisplaced(key: string, value: Json, taken: ReadonlySet<string>): boolean {
  if (taken.has(key) || key === 'extra') return true;
  const meaning = meaningOf(key);
  return meaning !== null && !isUnreadable(meaning, value);
}

function isUnreadable({ field }: Meaning, value: Json): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value).trim();
  if (text === '') return false;
  if (field === 'rating') return /^(?:unreadable|out-of-range)$/.test(readRating(text).kind);
  if (field === 'published' || field === 'updated' || field === 'released')
    return isoDate(text) === null && !/^\p{L}{1,8}$/u.test(text);
  return field === 'kind' && kindNamed(text) === null;
}

function present(key: string, value: Json | undefined): Entry[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'object' && Object.keys(value).length === 0) return [];
  return [[key, value]];
}

/** A word for the kind that was not known stands in `extra` and says more than `other`. */
function isUnknownKind({ item, extra }: Review): boolean {
  return (
    item.kind === 'other' &&
    Object.entries(extra).some(
      ([key, value]) =>
        /^(?:string|number)$/.test(typeof value) &&
        /^(?:kind|media|media[ _-]?type|item[ _-]?(?:type|kind))$/i.test(key),
    )
  );
}

/** Roles that are keys of their own; any other is written in a list of `creators`. */
const roleKeys = new Set([
  'director',
  'artist',
  'developer',
  'writer',
  'actor',
  'chef',
  'publisher',
  'studio',
  'composer',
  'producer',
  'cinematographer',
  'editor',
  'showrunner',
  'illustrator',
  'translator',
  'narrator',
  'designer',
  'brewery',
  'distillery',
  'winery',
  'roaster',
  'brand',
]);

function keyOfRole(role: string): string {
  return role === 'actor' ? 'cast' : role;
}

function creatorKeys({ creators, kind }: Item, critics: readonly Person[]): Entry[] {
  const groups: { role: string; names: string[] }[] = [];
  for (const { role, name } of creators) {
    const last = groups.at(-1);
    if (last?.role === role) last.names.push(name);
    else groups.push({ role, names: [name] });
  }
  return canBeKeys(groups, kind, critics)
    ? groups.map(({ role, names }) => [keyOfRole(role), namesValue(names)] as const)
    : listed(creators);
}

/** A role's key must come once. `author` is the book's only when it comes first and the critic is told apart or nobody else wrote it. */
function canBeKeys(
  groups: readonly { role: string }[],
  kind: Item['kind'],
  critics: readonly Person[],
): boolean {
  // Such a key would suggest a kind.
  if (kind === undefined || new Set(groups.map(({ role }) => role)).size < groups.length)
    return false;
  return groups.every(
    ({ role }, index) =>
      roleKeys.has(role) ||
      (role === 'author' &&
        kind === 'book' &&
        index === 0 &&
        (critics.length > 0 || groups.every((group) => group.role !== 'writer'))),
  );
}

function listed(creators: readonly Creator[]): Entry[] {
  return present(
    'creators',
    creators.map(({ role, name }) => ({ role, name })),
  );
}

/** A name that reads as several is one in a list. */
function namesValue(names: readonly string[]): Json {
  const [only] = names;
  return names.length === 1 && only !== undefined && isOneName(only) ? only : names;
}

function isOneName(name: string): boolean {
  const [only, ...more] = namesIn(name);
  return !name.includes(',') && only === name && more.length === 0;
}

/** Of a book, and of an album or a game that names no maker, `author` would be who made it. */
function authorKey({ author, item }: Review): Entry[] {
  const people = author.map(({ name, url }): Json => (url === undefined ? name : { name, url }));
  const [only] = people;
  const isAlone = people.length === 1 && (typeof only !== 'string' || isOneName(only));
  const makers = item.kind === undefined ? undefined : otherMakers[item.kind];
  const isMade =
    makers !== undefined &&
    (item.kind === 'book' || !item.creators.some(({ role }) => makers.has(role)));
  return present(isMade ? 'reviewer' : 'author', isAlone ? only : people);
}

/** Words that read back as words of a rating stand under its key. */
function ratingTextKey({ ratingText }: Review): Entry[] {
  if (ratingText === undefined) return [];
  const reading = readRating(ratingText);
  return [[reading.kind === 'words' ? 'rating' : 'ratingText', ratingText]];
}

/** The source when it says all there is, else a map that does. */
function ratingValue(rating: Rating): Json {
  if (saysAll(rating)) return rating.source;
  const { value, best, worst, source } = rating;
  return { value, best, ...(worst === 0 ? {} : { worst }), source };
}

function saysAll({ value, best, worst, source }: Rating): boolean {
  const reading = readRating(source);
  if (reading.kind !== 'rating' || reading.assumedScale) return false;
  const { rating } = reading;
  return (
    rating.value === value &&
    rating.best === best &&
    rating.worst === worst &&
    rating.source === source
  );
}

/** Aspects that a map of scores would not read as aspects. */
const notAnAspect = /^\s*[:@]?(?:overall|total|final|best|scale|out[\s_-]*of|max|worst|min)\s*$/i;

function scoresValue(scores: readonly Score[]): Json {
  const names = new Set(scores.map(({ aspect }) => aspect));
  const asMap =
    names.size === scores.length &&
    scores.every((score) => saysAll(score) && !notAnAspect.test(score.aspect));
  if (asMap) return Object.fromEntries(scores.map(({ aspect, source }) => [aspect, source]));
  return scores.map(({ aspect, value, best, worst, source }) => ({
    aspect,
    value,
    best,
    ...(worst === 0 ? {} : { worst }),
    source,
  }));
}

function experienceValue({ date, began, repeat, venue, with: companions }: Experience): Json {
  const entries = [
    ...present('date', date),
    ...present('began', began),
    ...present('repeat', repeat),
    ...present('venue', venue),
    ...present('with', companions),
  ];
  return entries.length === 1 && date !== undefined ? date : Object.fromEntries(entries);
}
