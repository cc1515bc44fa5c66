import { cutWhole } from '../../markdown/redact/seals.ts';
import type { Json } from '../../model/json.ts';
import type { Item, ItemKind, Person, Review } from '../../model/review.ts';
import { kindAmong, kindInName } from '../../vocabulary/kind-words.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { namedByFile, namedByTitle } from '../../vocabulary/titles.ts';
import type { ReadSettings } from '../reader.ts';
import type { Draft } from './context.ts';

/** The review that a draft makes, by the rules that want all keys: whose `author` is, what `title` names, the kind. */
export function finishReview(draft: Draft, settings: ReadSettings): Review {
  const kind = kindOf(draft, settings);
  settlePublished(draft, settings);
  const { author, bookAuthors } = whoseAuthors(draft, kind);
  const review: Review = {
    ...optional('title', draft.title),
    item: finishItem(draft, kind, bookAuthors),
    author:
      author.length === 0 && settings.author !== undefined ? [{ name: settings.author }] : author,
    rating: draft.rating ?? null,
    ...optional('ratingText', draft.rating === undefined ? draft.ratingText : undefined),
    scores: draft.scores,
    ...optional('recommended', draft.recommended),
    ...optional('summary', draft.summary),
    pros: draft.pros,
    cons: draft.cons,
    ...optional('published', draft.published),
    ...optional('updated', draft.updated),
    experienced: draft.experienced,
    tags: [...draft.tags],
    ...optional('lang', draft.lang ?? settings.lang),
    ...optional('draft', draft.draft),
    ...optional('spoilers', draft.spoilers),
    ...optional('url', draft.url ?? draft.titleUrl),
    sections: [],
    extra: {},
  };
  keepScale(draft);
  keepTitleUrl(draft);
  return { ...review, extra: finishExtra(draft) };
}

/**
 * A review with its title. Where no key names the item, the title does, else the file's name; a year or a rating in brackets behind the name
 * counts where no key says one.
 */
export function withTitle(
  review: Review,
  title: string | undefined,
  { surroundings, scale }: ReadSettings,
): Review {
  const titled = title === undefined ? review : { title, ...review };
  const { item } = titled;
  if (item.name !== undefined) return titled;
  if (titled.title !== undefined) {
    const { name, year, rating } = cutWhole(titled.title, namedByTitle);
    const reading =
      rating === undefined || titled.rating !== null
        ? null
        : readRating(rating, scale === undefined ? {} : { best: scale });
    return {
      ...titled,
      item: withYear({ name, ...item }, year),
      ...(reading?.kind === 'rating' ? { rating: reading.rating } : {}),
    };
  }
  const { name, year } = surroundings === undefined ? {} : namedByFile(surroundings.name);
  return name === undefined ? titled : { ...titled, item: withYear({ name, ...item }, year) };
}

function withYear(item: Item, year: number | undefined): Item {
  return item.year !== undefined || year === undefined ? item : { ...item, year };
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

/** The kind: by the file's own key, the library's configuration, its surroundings, then by what such keys suggest. */
function kindOf(
  draft: Draft,
  { kind: configured, surroundings }: ReadSettings,
): ItemKind | undefined {
  const told = draft.kind ?? draft.namedKind ?? configured;
  if (told !== undefined) return told;
  for (const folder of surroundings?.folders ?? []) {
    const kind = kindInName(folder);
    if (kind !== null) return kind;
  }
  const layout = textsAt(draft, 'layout').map(kindInName);
  const tagged = kindAmong([
    ...textsAt(draft, 'category'),
    ...textsAt(draft, 'categories'),
    ...draft.tags,
  ]);
  return (
    layout.find((kind) => kind !== null) ??
    // What the tags say must not contradict a key of the item's.
    (tagged !== null && (draft.suggestedKind ?? tagged) === tagged ? tagged : undefined) ??
    draft.suggestedKind ??
    byFileName(surroundings) ??
    (draft.unknownKind === undefined ? undefined : 'other')
  );
}

/** `book-review.md`; a name that is more than a kind's word says none. */
function byFileName(surroundings: ReadSettings['surroundings']): ItemKind | undefined {
  return (surroundings === undefined ? null : kindInName(surroundings.name)) ?? undefined;
}

function textsAt({ extra }: Draft, key: string): string[] {
  const value = [...extra].find(([name]) => normalizeKey(name) === key)?.[1].value;
  const values = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}

/** A year alone is the item's when a date of reading or another date stands beside it; a date in the file's name counts last. */
function settlePublished(draft: Draft, { surroundings }: ReadSettings): void {
  const byFile = surroundings === undefined ? {} : namedByFile(surroundings.name);
  const { publishedYear } = draft;
  if (publishedYear !== undefined) {
    const hasOther =
      draft.published !== undefined ||
      draft.experienced.length > 0 ||
      byFile.published !== undefined;
    if (!hasOther) draft.published = String(publishedYear);
    else if (draft.year === undefined && draft.released === undefined) draft.year = publishedYear;
    else if (draft.year !== publishedYear)
      draft.extra.set('published', { value: publishedYear, offset: 0 });
  }
  if (byFile.published !== undefined) draft.published ??= byFile.published;
}

/** `author` wrote the book, unless another key says who did. */
function whoseAuthors(
  draft: Draft,
  kind: ItemKind | undefined,
): { author: readonly Person[]; bookAuthors: readonly Person[] } {
  const wroteTheBook =
    kind === 'book' &&
    (draft.critics.length > 0 || !draft.creators.some(({ role }) => writers.has(role)));
  return wroteTheBook
    ? { author: draft.critics, bookAuthors: draft.authors }
    : { author: [...draft.authors, ...draft.critics], bookAuthors: [] };
}

const writers: ReadonlySet<string> = new Set(['author', 'writer']);

function finishItem(
  draft: Draft,
  kind: ItemKind | undefined,
  bookAuthors: readonly Person[],
): Item {
  const year =
    draft.year ?? (draft.released === undefined ? undefined : Number(draft.released.slice(0, 4)));
  return {
    ...optional('name', draft.name),
    ...optional('kind', kind),
    creators: [...bookAuthors.map(({ name }) => ({ role: 'author', name })), ...draft.creators],
    ...optional('year', year),
    ...optional('released', draft.released),
    ids: Object.fromEntries(draft.ids),
    ...optional('image', draft.image),
    details: Object.fromEntries(draft.details),
  };
}

/** The ends of a scale on which nothing was rated. */
function keepScale({ rating, scores, extra, best, worst }: Draft): void {
  const ratings = rating === undefined ? scores : [rating, ...scores];
  if (best !== undefined && !ratings.some((each) => each.best === best))
    extra.set('best', { value: best, offset: -2 });
  if (worst !== undefined && !ratings.some((each) => each.worst === worst))
    extra.set('worst', { value: worst, offset: -1 });
}

/** Another URL than the review's own. */
function keepTitleUrl({ url, titleUrl, extra }: Draft): void {
  if (url !== undefined && titleUrl !== undefined && url !== titleUrl)
    extra.set('title/url', { value: titleUrl, offset: 0 });
}

/** In the order in which it stands in the file. */
function finishExtra({ extra }: Draft): Record<string, Json> {
  const inOrder = [...extra].sort(([, a], [, b]) => a.offset - b.offset);
  return Object.fromEntries(inOrder.map(([key, { value }]) => [key, value]));
}
