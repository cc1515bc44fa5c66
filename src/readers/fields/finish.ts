import type { Json } from '../../model/json.ts';
import { type Item, type ItemKind, isHouse, type Person, type Review } from '../../model/review.ts';
import type { ReadSettings } from '../reader.ts';
import type { Draft } from './context.ts';

/** The review that a draft makes, by the rules that want all keys: whose `author` is, what `title` names, the kind. */
export function finishReview(draft: Draft, settings: ReadSettings): Review {
  const kind = draft.kind ?? draft.namedKind ?? settings.kind ?? draft.suggestedKind;
  const { author, bookAuthors } = whoseAuthors(draft, kind);
  const review: Review = {
    ...optional('title', draft.title),
    item: finishItem(draft, kind, bookAuthors),
    author,
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
    ...optional('lang', draft.lang),
    ...optional('draft', draft.draft),
    ...optional('spoilers', draft.spoilers),
    ...optional('url', draft.url ?? draft.titleUrl),
    sections: [],
    extra: {},
  };
  keepScale(draft);
  keepTitleUrl(draft);
  return { ...review, extra: finishExtra(draft, review) };
}

/** A review with its title, which names the item too when nothing else does and the kind is known. */
export function withTitle(review: Review, title: string | undefined): Review {
  const titled = title === undefined ? review : { title, ...review };
  const { item } = titled;
  if (item.name !== undefined || item.kind === undefined || titled.title === undefined)
    return titled;
  return { ...titled, item: { name: titled.title, ...item } };
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

/** `author` wrote the book when another key names the critic, or when nothing else says who made it. */
function whoseAuthors(
  draft: Draft,
  kind: ItemKind | undefined,
): { author: readonly Person[]; bookAuthors: readonly Person[] } {
  const wroteTheBook =
    kind === 'book' &&
    (draft.critics.length > 0 || draft.creators.every(({ role }) => isHouse(role)));
  return wroteTheBook
    ? { author: draft.critics, bookAuthors: draft.authors }
    : { author: [...draft.authors, ...draft.critics], bookAuthors: [] };
}

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

/** A scale that nothing was rated on. */
function keepScale(draft: Draft): void {
  if (draft.rating !== undefined || draft.scores.length > 0) return;
  if (draft.best !== undefined) draft.extra.set('best', { value: draft.best, offset: -2 });
  if (draft.worst !== undefined) draft.extra.set('worst', { value: draft.worst, offset: -1 });
}

/** Another URL than the review's own. */
function keepTitleUrl({ url, titleUrl, extra }: Draft): void {
  if (url !== undefined && titleUrl !== undefined && url !== titleUrl)
    extra.set('title/url', { value: titleUrl, offset: 0 });
}

/** What is kept must not take the name of a field that is set: both are written side by side again. */
function finishExtra(draft: Draft, review: Review): Record<string, Json> {
  const fields = new Set(fieldNames(review));
  const inOrder = [...draft.extra].sort(([, a], [, b]) => a.offset - b.offset);
  const entries = inOrder.map(([key, { value }]): [string, Json] => {
    let name = key;
    for (let count = 2; fields.has(key) && (fields.has(name) || draft.extra.has(name)); count++)
      name = `${key}-${count}`;
    return [name, value];
  });
  return Object.fromEntries(entries);
}

/** The keys under which a review's fields are written. A kind of `other` gives way to the word that was not known. */
function fieldNames({ item, ...review }: Review): string[] {
  const set = Object.entries({ ...review, ...item }).filter(([, value]) => isSet(value));
  const names = set
    .map(([key]) => key)
    .filter(
      (key) => key !== 'name' && key !== 'extra' && !(key === 'kind' && item.kind === 'other'),
    );
  const named = item.name === undefined ? [] : ['item'];
  return [
    ...names,
    ...named,
    ...item.creators.map(({ role }) => role),
    ...(item.kind === 'book' && review.author.length > 0 ? ['reviewer'] : []),
  ];
}

function isSet(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
