import type { JsonMap } from './json.ts';
import type { Range } from './position.ts';
import type { Role } from './roles.ts';

/** The kinds of thing that are reviewed, in the order they are documented. */
export const itemKinds = [
  'film',
  'series',
  'book',
  'game',
  'boardgame',
  'album',
  'track',
  'restaurant',
  'place',
  'product',
  'software',
  'event',
  'other',
] as const;

export type ItemKind = (typeof itemKinds)[number];

/** Someone who made the item, and as what: `director`, `author`, `artist` … */
export interface Creator {
  readonly role: string;
  readonly name: string;
}

/** The thing reviewed (schema.org `itemReviewed`). */
export interface Item {
  readonly name?: string;
  readonly kind?: ItemKind;
  readonly creators: readonly Creator[];
  /** Year of release. */
  readonly year?: number;
  /** Day of release, an ISO 8601 date. */
  readonly released?: string;
  /** Names the item has elsewhere (`isbn`, `imdb` …), each kept as a string. */
  readonly ids: Readonly<Record<string, string>>;
  /** URL or path of a poster or cover, as written. */
  readonly image?: string;
  /** Facts of the item's kind: runtime, pages, platform, address … */
  readonly details: JsonMap;
}

/** A critic (schema.org `author`). */
export interface Person {
  readonly name: string;
  readonly url?: string;
}

/**
 * A rating (schema.org `reviewRating`). Nothing is rounded: `source` is what the author wrote,
 * `normalized` is value ÷ best (0..1 unless the author went beyond the scale).
 */
export interface Rating {
  readonly value: number;
  readonly best: number;
  readonly worst: number;
  readonly normalized: number;
  readonly source: string;
}

/** The rating of one aspect (schema.org `reviewAspect`). */
export interface Score extends Rating {
  readonly aspect: string;
}

/** A viewing, reading, playing or visit. */
export interface Experience {
  /** ISO 8601 date. */
  readonly date?: string;
  /** When it was begun, an ISO 8601 date. */
  readonly began?: string;
  /** True when it was not the first time. */
  readonly repeat?: boolean;
  readonly venue?: string;
  readonly with?: readonly string[];
}

/** A heading and what stands under it. */
export interface Section {
  /** Unique in the review: `weaknesses`, `verdict-2`. The text before the first heading is `intro`. */
  readonly id: string;
  /** Its place in the outline: `6`, `2.1`; `0` for `intro`. Unique in the review. */
  readonly number: string;
  /** The heading's level, 1..6; 0 for `intro`. */
  readonly level: number;
  /** The heading as plain text; `Introduction` for `intro`. */
  readonly title: string;
  /** The heading's Markdown, when it says more than `title`. */
  readonly heading?: string;
  readonly role: Role | null;
  /** Markdown, without the heading and without blank lines around it. Line ends as written. */
  readonly body: string;
  /** Where the section stands in its file, heading and subsections included. */
  readonly range: Range;
  readonly sections: readonly Section[];
}

/** One review: what is reviewed, by whom, how it is rated, and a tree of sections. */
export interface Review {
  /** Its path inside its library, without ending. Absent when it came from no library. */
  readonly id?: string;
  /** The review's own headline. */
  readonly title?: string;
  readonly item: Item;
  readonly author: readonly Person[];
  readonly rating: Rating | null;
  /** A rating in words that nothing ranks: `loved it`. Only where `rating` is null. */
  readonly ratingText?: string;
  readonly scores: readonly Score[];
  /** Thumbs up or down. */
  readonly recommended?: boolean;
  /** Markdown: one paragraph mostly, on one line; as it is written where it has more. */
  readonly summary?: string;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  /** ISO 8601 dates. */
  readonly published?: string;
  readonly updated?: string;
  readonly experienced: readonly Experience[];
  readonly tags: readonly string[];
  /** BCP 47 language tag. */
  readonly lang?: string;
  readonly draft?: boolean;
  /** True when the author warns that the whole review gives away the plot. */
  readonly spoilers?: boolean;
  readonly url?: string;
  readonly sections: readonly Section[];
  /** Every key the reader does not know, with its value as written. */
  readonly extra: JsonMap;
}

/** A review that says nothing yet. */
export const emptyReview: Review = {
  item: { creators: [], ids: {}, details: {} },
  author: [],
  rating: null,
  scores: [],
  pros: [],
  cons: [],
  experienced: [],
  tags: [],
  sections: [],
  extra: {},
};

/** What a reader calls the review: its headline, else the item's name, else its id, else `Untitled review`. */
export function displayTitle(review: Review): string {
  return review.title ?? review.item.name ?? review.id ?? 'Untitled review';
}

/** The date that a review stands under in feeds and in the order of lists: when it was written, changed, or its item last seen, read or played. */
export function dateOf({
  published,
  updated,
  experienced,
}: Pick<Review, 'published' | 'updated' | 'experienced'>): string | undefined {
  const days = experienced.map(({ date, began }) => date ?? began ?? '').toSorted();
  return published ?? updated ?? (days.at(-1) || undefined);
}

/** Whether a review has headings and nothing under any of them, no points and no summary: it is begun, and not written yet. */
export function isUnwritten({ sections, summary, pros, cons, scores }: Review): boolean {
  const isEmpty = ({ body, sections: inner }: Section): boolean =>
    body.trim() === '' && inner.every(isEmpty);
  return (
    sections.length > 0 &&
    sections.every(isEmpty) &&
    (summary ?? '').trim() === '' &&
    pros.length + cons.length + scores.length === 0
  );
}
