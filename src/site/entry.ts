import { contentOf } from '../markdown/content.ts';
import { bareReview, type Shown } from '../markdown/redact/redact.ts';
import { displayTitle, type Review } from '../model/review.ts';
import { plainBody } from '../writers/html/body/plain.ts';

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
  /** One line, without spoilers; empty when there is none. */
  readonly summary: string;
  /** How its text begins, without spoilers; empty when it has none. */
  readonly excerpt: string;
  readonly tags: readonly string[];
  readonly lang?: string;
}

/** What the shelf says of a review whose page lies at `path`. */
export function siteEntry(shown: Shown, path: string): SiteEntry {
  const review = bareReview(shown);
  const { item, author, rating, recommended, published, updated, summary, tags, lang } = review;
  const title = displayTitle(review).trim();
  return {
    path,
    title: title === '' ? 'Untitled review' : title,
    item,
    author,
    rating,
    ...(recommended === undefined ? {} : { recommended }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    summary: summary ?? '',
    excerpt: review.spoilers === true ? '' : excerptOf(review),
    tags,
    ...(lang === undefined ? {} : { lang }),
  };
}

const longestExcerpt = 200;

/** The first paragraph of the first section that may be shown, cut at a word. */
function excerptOf(review: Shown): string {
  const content = contentOf(review);
  let text = '';
  for (const section of review.sections) {
    text = plainBody([{ ...section, sections: [], level: 0 }], content).split(
      '\n\n',
      1,
    )[0] as string;
    if (text !== '') break;
  }
  if (text.length <= longestExcerpt) return text;
  return `${text.slice(0, longestExcerpt).replace(/\s+\S*$/, '')} …`;
}

/** The newest first, those without a date last; entries of one day by title. */
export function byDate(one: SiteEntry, other: SiteEntry): number {
  return compare(other.published ?? '', one.published ?? '') || byTitle(one, other);
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
