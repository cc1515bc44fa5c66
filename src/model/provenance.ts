/** A fact of a review, by its name in the model. `rating.best` is the scale that the rating was read on. */
export type Fact =
  | 'title'
  | 'item.name'
  | 'item.kind'
  | 'item.creators'
  | 'item.year'
  | 'item.released'
  | 'item.ids'
  | 'item.image'
  | 'item.details'
  | 'author'
  | 'rating'
  | 'rating.best'
  | 'ratingText'
  | 'scores'
  | 'recommended'
  | 'summary'
  | 'pros'
  | 'cons'
  | 'published'
  | 'updated'
  | 'experienced'
  | 'tags'
  | 'lang'
  | 'draft'
  | 'spoilers'
  | 'url';

/** The rules that give a fact, and what each is called; the earlier ones go before the later. */
export const originRules = {
  key: 'key',
  text: 'text',
  config: 'configuration',
  folder: 'folder’s name',
  layout: 'layout',
  tags: 'category or tags',
  title: 'title',
  heading: 'heading at the top',
  file: 'file’s name',
  siblings: 'files beside it',
  default: 'default',
} as const;

export type OriginRule = keyof typeof originRules;

/** What gave a fact. */
export interface Origin {
  readonly rule: OriginRule;
  /** Where it stands in the file, in UTF-16 units, `end` exclusive; absent for what stands elsewhere. */
  readonly span?: { readonly start: number; readonly end: number };
  /** What the file does not show: the folder's name, the key of the configuration, what the other files say. */
  readonly from?: string;
}

/** What gave each fact of a review; several where it was put together of several. */
export type Provenance = ReadonlyMap<Fact, readonly Origin[]>;
