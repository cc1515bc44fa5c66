import type { Json } from '../../model/json.ts';
import type { Origin } from '../../model/provenance.ts';
import type { Item, ItemKind, Person, Review } from '../../model/review.ts';
import { makerRoles } from '../../vocabulary/makers.ts';
import { namedByFile } from '../../vocabulary/titles.ts';
import type { ReadSettings } from '../reader.ts';
import { type Draft, maker, unique } from './context.ts';
import { kindOf } from './finish/kind.ts';
import { settleName } from './finish/naming.ts';
import { whoseAuthors } from './finish/whose.ts';
import { type Origins, originOf, originsOf, settle } from './origins.ts';

/** A review, and what gave each of its facts. */
export interface Finished {
  readonly review: Review;
  readonly origins: Origins;
}

/** The review that a draft makes, by the rules that want all keys: whose `author` is, what `title` names, the kind. */
export function finishReview(draft: Draft, settings: ReadSettings): Finished {
  const origins = originsOf(draft);
  const kind = kindOf(draft, settings, origins);
  settleName(draft, origins);
  settlePublished(draft, settings, origins);
  const { author, makers } = whoseAuthors(draft, kind, settings, origins);
  settleDraft(draft, settings, origins);
  if (draft.lang === undefined && settings.lang !== undefined)
    settle(origins, 'lang', 'config', { from: 'lang' });
  if (draft.rating !== undefined)
    origins.set('rating.best', [draft.scaleFrom ?? scaleOrigin(draft)]);
  else origins.delete('rating');
  const review: Review = {
    ...optional('title', draft.title),
    item: finishItem(draft, kind, makers),
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
    ...optional('lang', draft.lang ?? settings.lang),
    ...optional('draft', draft.draft),
    ...optional('spoilers', draft.spoilers),
    ...optional('url', draft.url ?? draft.titleUrl),
    sections: [],
    extra: {},
  };
  keepScale(draft);
  keepTitleUrl(draft);
  return { review: { ...review, extra: finishExtra(draft) }, origins };
}

/** The rating says its scale itself. */
function scaleOrigin({ from }: Draft): Origin {
  const [entry] = from.get('rating') ?? [];
  return entry === undefined ? { rule: 'default' } : originOf(entry);
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

/** A year alone is the item's when a date of reading or another date stands beside it; a date in the file's name counts last. */
function settlePublished(draft: Draft, { surroundings }: ReadSettings, origins: Origins): void {
  const byFile = surroundings === undefined ? {} : namedByFile(surroundings.name);
  const { publishedYear } = draft;
  if (publishedYear !== undefined) {
    const hasOther =
      draft.published !== undefined ||
      draft.experienced.length > 0 ||
      byFile.published !== undefined;
    if (!hasOther) draft.published = String(publishedYear);
    else if (draft.year === undefined && draft.released === undefined) {
      draft.year = publishedYear;
      origins.set('item.year', (draft.from.get('publishedYear') ?? []).map(originOf));
      origins.set('published', (draft.from.get('published') ?? []).map(originOf));
    } else if (draft.year !== publishedYear)
      draft.extra.set('published', { value: publishedYear, offset: 0 });
  }
  if (byFile.published !== undefined && draft.published === undefined) {
    draft.published = byFile.published;
    settle(origins, 'published', 'file', { from: surroundings?.name ?? '' });
  }
}

/** Where Jekyll keeps what is not published yet. */
const draftsFolder = '_drafts';

function settleDraft(draft: Draft, { surroundings }: ReadSettings, origins: Origins): void {
  if (draft.draft !== undefined || surroundings?.folders.includes(draftsFolder) !== true) return;
  draft.draft = true;
  settle(origins, 'draft', 'folder', { from: draftsFolder });
}

function finishItem(draft: Draft, kind: ItemKind | undefined, makers: readonly Person[]): Item {
  const year =
    draft.year ?? (draft.released === undefined ? undefined : Number(draft.released.slice(0, 4)));
  const own = kind === undefined ? undefined : makerRoles[kind];
  const makes = kind === 'film' ? 'director' : (own ?? 'author');
  const creators = [
    ...makers.map(({ name }) => ({ role: makes, name })),
    ...draft.creators.map((each) =>
      each.role === maker ? { ...each, role: own ?? 'creator' } : each,
    ),
  ];
  return {
    ...optional('name', draft.name),
    ...optional('kind', kind),
    creators: unique(creators, ({ role, name }) => `${role}/${name}`),
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
