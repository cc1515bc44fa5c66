import { isNull, type MapEntry, type MapNode } from '../../data/data-node.ts';
import { cutWhole } from '../../markdown/redact/seals.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Locator } from '../../model/position.ts';
import type { Review } from '../../model/review.ts';
import { isoDate } from '../../vocabulary/dates.ts';
import { linkIn } from '../../vocabulary/links.ts';
import {
  type Field,
  isEnglishKey,
  type Meaning,
  meaningOf,
} from '../../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import type { ReadSettings } from '../reader.ts';
import {
  type Context,
  createContext,
  createDraft,
  excerpt,
  keepEntry,
  reject,
  report,
  setOnce,
} from './context.ts';
import { isEmpty, isName } from './empty.ts';
import { readBegan, readExperienceDetail, readExperienced } from './experience.ts';
import { finishReview } from './finish.ts';
import { addTags, readItemField, readItemName, readKind } from './item.ts';
import { nestedRating } from './nested-rating.ts';
import { holdsUnread, sortEntries } from './order.ts';
import { noting, type Origins } from './origins.ts';
import { keepPeople } from './people.ts';
import { readRatingEntry, readScale, readVerdict } from './rating.ts';
import { readScores } from './scores.ts';
import {
  booleanOf,
  isScalar,
  lineOf,
  paragraphsOf,
  peopleOf,
  pointsOf,
  targetIn,
  textOf,
  titleOf,
} from './values.ts';

export interface Metadata {
  /** Everything but the sections. */
  readonly review: Review;
  /** What gave each of its facts; whoever adds a fact adds to it. */
  readonly origins: Origins;
  /** What stands under `sections:`, for the reader to cut. */
  readonly sections?: MapEntry;
  /** What stands under `body:` or is the text under `review:`. */
  readonly body?: MapEntry;
  /** True when a key is in another language than English. */
  readonly foreign?: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The fields of a review from its keys, whatever dialect they are written in. A value that its key cannot have is
 * reported with its range and kept in `extra`, as is every key that is not known.
 * Diagnostics: value-invalid, date-invalid, kind-unknown, rating-unreadable, rating-out-of-range, rating-scale-assumed, yaml-quotes-missing.
 */
export function readMetadata(map: MapNode, settings: ReadSettings, locator: Locator): Metadata {
  return cutWhole(map, (sealed) => readFields(sealed, settings, locator));
}

function readFields(map: MapNode, settings: ReadSettings, locator: Locator): Metadata {
  const context = createContext(settings, locator);
  const known = sortEntries(context, map);
  const found: { sections?: MapEntry; body?: MapEntry } = {};
  const note = noting(context.draft);
  for (const { entry, meaning } of known) {
    if (
      meaning.field === 'sections' &&
      found.sections === undefined &&
      entry.value.kind !== 'scalar'
    )
      found.sections = entry;
    else if (
      (meaning.field === 'body' || meaning.field === 'review') &&
      found.body === undefined &&
      isScalar(entry.value)
    )
      found.body = entry;
    else note(entry, () => readEntry(context, entry, meaning));
  }
  const { draft } = context;
  const nested =
    draft.rating === undefined && draft.ratingText === undefined
      ? nestedRating(map.entries.filter((entry) => !holdsUnread(entry)))
      : undefined;
  if (nested !== undefined)
    note(nested, () => readRatingEntry({ ...context, isKept: true }, nested));
  const { review, origins } = finishReview(draft, settings);
  sayUnknownKind(context, review);
  return {
    review,
    origins,
    ...found,
    ...(draft.foreign === true ? { foreign: true } : {}),
    diagnostics: context.diagnostics,
  };
}

/** A word that names no kind is worth saying only where nothing else tells the kind. */
function sayUnknownKind(context: Context, { item }: Review): void {
  const { unknownKind } = context.draft;
  if (unknownKind === undefined || item.kind !== 'other') return;
  const message = `\`${excerpt(unknownKind.value)}\` is no kind that is known; it is read as \`other\`.`;
  report(context, unknownKind.value, 'kind-unknown', message);
}

/** What a file without keys says. */
export function noMetadata(settings: ReadSettings): Metadata {
  return { ...finishReview(createDraft(), settings), diagnostics: [] };
}

/** Whether a key is one that `readMetadata` knows without a look at other languages than English. */
export function isOwnKey(key: string, { spellings }: ReadSettings = {}): boolean {
  return isEnglishKey(key, spellings);
}

/** Whether a key is one that `readMetadata` knows. */
export function isKnownKey(key: string, settings: ReadSettings = {}): boolean {
  return meaningOf(key, settings.spellings) !== null;
}

function readEntry(context: Context, entry: MapEntry, meaning: Meaning): void {
  if (isEmpty(entry, meaning)) return;
  if (isNull(entry.value) && !(isScalar(entry.value) && entry.value.hashText !== undefined)) {
    if (isName(meaning) && entry.value.text !== '') rejectNull(context, entry);
    return;
  }
  if (meaning.field === 'named') readItemName(context, entry, meaning.kind);
  else if (!readItemField(context, entry, meaning))
    handlers[meaning.field as Field]?.(context, entry);
}

/** `title: null` may be a film. */
function rejectNull(context: Context, entry: MapEntry): void {
  const { text } = entry.value;
  const message = `\`${text}\` is no text to YAML: \`${entry.key}\` has no value.`;
  const hint = `Write \`${entry.key}: "${text}"\` if it is a name; else remove it.`;
  reject(context, entry, 'value-invalid', message, hint);
}

type Handler = (context: Context, entry: MapEntry) => void;

/** What is done with each field of the review itself; the item's own are in metadata-item.ts. */
const handlers: Readonly<Partial<Record<Field, Handler>>> = {
  itemName: readName,
  kind: readKind,
  title: (context, entry) => readLine(context, entry, 'title'),
  author: (context, entry) => readPeople(context, entry, 'authors'),
  critic: (context, entry) => readPeople(context, entry, 'critics'),
  best: (context, entry) => readScale(context, entry, 'best'),
  worst: (context, entry) => readScale(context, entry, 'worst'),
  rating: readRatingEntry,
  verdict: readVerdict,
  scores: readScores,
  recommended: (context, entry) => readBoolean(context, entry, 'recommended'),
  summary: (context, entry) => readLine(context, entry, 'summary'),
  pros: (context, entry) => readPoints(context, entry, 'pros'),
  cons: (context, entry) => readPoints(context, entry, 'cons'),
  published: (context, entry) => readDate(context, entry, 'published'),
  updated: (context, entry) => readDate(context, entry, 'updated'),
  experienced: readExperienced,
  began: readBegan,
  repeat: (context, entry) => readExperienceDetail(context, entry, 'repeat'),
  venue: (context, entry) => readExperienceDetail(context, entry, 'venue'),
  companions: (context, entry) => readExperienceDetail(context, entry, 'companions'),
  tags: addTags,
  lang: (context, entry) => readLine(context, entry, 'lang'),
  draft: (context, entry) => readBoolean(context, entry, 'draft'),
  spoilers: (context, entry) => readBoolean(context, entry, 'spoilers'),
  url: (context, entry) => readLine(context, entry, 'url'),
  ratingText: (context, entry) => readLine(context, entry, 'ratingText'),
  review: keepEntry,
  sections: keepEntry,
  body: keepEntry,
};

/** schema.org's `name` beside an `itemReviewed` is the review's headline. */
function readName(context: Context, entry: MapEntry): void {
  const { draft } = context;
  if (normalizeKey(entry.key) === 'name' && draft.name !== undefined && draft.title === undefined)
    readLine(context, entry, 'title');
  else readItemName(context, entry);
}

function readLine(
  context: Context,
  entry: MapEntry,
  field: 'title' | 'summary' | 'lang' | 'url' | 'ratingText',
): void {
  const text =
    field === 'title'
      ? readTitle(context, entry)
      : field === 'url'
        ? targetIn(entry.value)
        : field === 'summary'
          ? paragraphsOf(textOf(entry.value))
          : lineOf(textOf(entry.value));
  if (text === undefined)
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants a text, not \`${excerpt(entry.value)}\`.`,
    );
  else setOnce(context, field, text, entry);
}

/** A title that is a link is its text; where it leads is the review's URL unless a key says another. */
function readTitle(context: Context, entry: MapEntry): string | undefined {
  const text = titleOf(entry.value, entry.key, context);
  const link = text === undefined ? null : linkIn(text);
  if (link === null) return text;
  if (context.draft.title === undefined) context.draft.titleUrl ??= link.url;
  return link.text;
}

function readBoolean(
  context: Context,
  entry: MapEntry,
  field: 'recommended' | 'draft' | 'spoilers',
): void {
  const value = booleanOf(entry.value);
  if (value === undefined)
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants yes or no, not \`${excerpt(entry.value)}\`.`,
    );
  else setOnce(context, field, value, entry);
}

function readDate(context: Context, entry: MapEntry, field: 'published' | 'updated'): void {
  const truth = field === 'published' ? booleanOf(entry.value) : undefined;
  // `published: true` is no draft.
  if (truth !== undefined) {
    context.draft.draft ??= !truth;
    return;
  }
  const text = textOf(entry.value);
  const date = text === undefined ? null : isoDate(text);
  if (date === null)
    reject(context, entry, 'date-invalid', `\`${excerpt(entry.value)}\` is no date.`);
  else if (field === 'published' && date.length === 4 && context.draft.publishedYear === undefined)
    context.draft.publishedYear = Number(date);
  else setOnce(context, field, date, entry);
}

function readPeople(context: Context, entry: MapEntry, field: 'authors' | 'critics'): void {
  const people = peopleOf(entry.value, 'names');
  if (people.length === 0)
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants a name, not \`${excerpt(entry.value)}\`.`,
    );
  // Not all at once: a list may be longer than what a call can take.
  else for (const person of people) context.draft[field].push(person);
  keepPeople(context, entry.key, entry.value);
}

function readPoints(context: Context, entry: MapEntry, field: 'pros' | 'cons'): void {
  const points = pointsOf(entry.value);
  if (points === undefined)
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants a list, not \`${excerpt(entry.value)}\`.`,
    );
  else for (const point of points) context.draft[field].push(point);
}
