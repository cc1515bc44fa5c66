import { bareReview, type Shown } from '../markdown/redact/redact.ts';
import { dateOf, displayTitle, type Review } from '../model/review.ts';
import { excerptOf } from '../writers/html/body/excerpt.ts';

/** A picture: in the site, by its path there, or elsewhere, by its address. */
export type Cover = { readonly path: string } | { readonly address: string } | null;

/** What the shelf says of one review. */
export interface SiteEntry {
  /** The path of its page in the site. */
  readonly path: string;
  readonly title: string;
  readonly item: Review['item'];
  readonly author: Review['author'];
  readonly rating: Review['rating'];
  readonly recommended?: boolean;
  readonly published?: string;
  readonly updated?: string;
  /** What it stands under in feeds, and in the order of the shelf. */
  readonly date?: string;
  /** The picture of its item; null where there is none that a page shows. */
  readonly cover: Cover;
  /** One line, without spoilers; empty when there is none. */
  readonly summary: string;
  /** How its text begins, without spoilers; empty when it has none. */
  readonly excerpt: string;
  readonly tags: readonly string[];
  readonly lang?: string;
}

/** What the shelf says of a review whose page lies at `path`, with this picture. */
export function siteEntry(shown: Shown, path: string, cover: Cover = null): SiteEntry {
  const review = bareReview(shown);
  const { item, author, rating, recommended, published, updated, summary, tags, lang } = review;
  const title = displayTitle(review).trim();
  const date = dateOf(review);
  return {
    path,
    title: title === '' ? 'Untitled review' : title,
    item,
    author,
    rating,
    ...(recommended === undefined ? {} : { recommended }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(date === undefined ? {} : { date }),
    cover,
    summary: summary ?? '',
    excerpt: excerptOf(review),
    tags,
    ...(lang === undefined ? {} : { lang }),
  };
}

/** The newest first, those without a date last; entries of one day by title. */
export function byDate(one: SiteEntry, other: SiteEntry): number {
  return compare(other.date ?? '', one.date ?? '') || byTitle(one, other);
}

/** The best first, those without a rating last. */
export function byRating(one: SiteEntry, other: SiteEntry): number {
  return (other.rating?.normalized ?? -1) - (one.rating?.normalized ?? -1) || byDate(one, other);
}

export function byTitle(one: SiteEntry, other: SiteEntry): number {
  return (
    compare(one.title.toLowerCase(), other.title.toLowerCase()) || compare(one.path, other.path)
  );
}

// By code unit: the same on every machine, whatever its language.
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
