import type { Review, Section } from '../model/review.ts';
import type { Fields } from '../shapes/pick-fields.ts';
import type { Theme } from './layout/theme.ts';

/** What every writer understands. */
export interface WriteOptions {
  /** Only these sections, with their subsections, in this order: their bodies and nothing else of the review. Default: the whole review. */
  readonly sections?: readonly Section[];
  /** True to show what is marked as a spoiler. Default: false. */
  readonly spoilers?: boolean;
  /** True to show the keys that only tell programs what to do with the file, as `layout` and `slug`. Default: false. */
  readonly allFields?: boolean;
}

/** What the JSON writer understands besides. */
export interface JsonOptions extends WriteOptions {
  /** Only these fields. Default: all. */
  readonly fields?: Fields;
  /** True for JSON on one line. Default: false. */
  readonly compact?: boolean;
}

/** What the Markdown writer understands besides. */
export interface MarkdownOptions extends WriteOptions {
  /** True for front matter in canonical order and spelling even where the review's own could be kept. Default: false. */
  readonly canonical?: boolean;
}

/** What a program that serves a page adds to it: HTML, written as it stands. It sends the page's policy, so that none is in the page. */
export interface PageSlots {
  /** The last of the head. */
  readonly head: string;
  /** What stands above the article. */
  readonly above: string;
  /** The last of the body. */
  readonly body: string;
}

/** The bytes of a picture, to stand in the page itself. */
export interface EmbeddedPicture {
  /** Its media type: `image/png`, `image/jpeg`, `image/gif`, `image/webp` or `image/avif`. With any other, its text stands there. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What stands for a picture: its bytes, the address that it is shown from, or that a link to it has; its text alone for null. */
export type PictureAnswer =
  | EmbeddedPicture
  | { readonly src: string }
  | { readonly href: string }
  | null;

/** A page of a site, by its address from the page that links to it. */
export interface PageLink {
  readonly href: string;
  readonly title: string;
}

/** What a page knows of the site that it is a part of; all addresses are from the page. */
export interface SiteOfPage {
  /** The address of the index. */
  readonly home: string;
  readonly title: string;
  /** The feeds of the site, each with its media type. */
  readonly feeds: readonly (PageLink & { readonly type: string })[];
  /** The page that lists all of the item's kind; null where there is none. */
  readonly kind: string | null;
  /** The page that lists all reviews with a tag. */
  readonly tag: (tag: string) => string;
  /** The review that was written before, and after. */
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
}

/** What the HTML writer understands besides. */
export interface HtmlOptions extends WriteOptions {
  /**
   * Asked for each picture with a relative address, percent-encoded; nothing is read or fetched here. `none`: no pictures, their texts alone.
   * Default: their addresses stay.
   */
  readonly pictures?: 'none' | ((address: string) => PictureAnswer);
  /** Asked for each relative link of the text, percent-encoded: where it leads from the page, or null for its words alone. Default: as it is. */
  readonly linkTo?: (address: string) => string | null;
  /** Where others find the item's picture; null for nowhere. Default: by the review's own address, from `baseUrl` or `address`. */
  readonly cover?: string | null;
  /** True where the page may show pictures of its own server or folder. Default: where it is a part of a site. */
  readonly ownPictures?: boolean;
  /** The site that the page is a part of: it links to it, and may show the site's own pictures. Default: it stands alone. */
  readonly site?: SiteOfPage;
  /** True for the article alone, to be put into another page; its own classes start with `review-`. Default: a whole page. */
  readonly fragment?: boolean;
  /** CSS that is added after the page's own; not in a fragment. */
  readonly css?: string;
  /** False for a page without its own style sheet. Default: true. */
  readonly ownCss?: boolean;
  /** The title in the head. Default: the review's. */
  readonly title?: string;
  /** An absolute http or https address: relative links and pictures are made absolute from it. Default: they stay relative. */
  readonly baseUrl?: string;
  /** For a page that is served; not in a fragment. Default: nothing is added, and the page has a policy of its own. */
  readonly slots?: PageSlots;
  /** Where the page itself will be found, absolute; its canonical address when the review names none. */
  readonly address?: string;
}

/** What the writers that lay text out in lines understand besides. */
export interface PageOptions extends WriteOptions {
  /** Display columns a line may have; default 80. 0 or `Infinity`: no wrapping. */
  readonly columns?: number;
  /** How links are written where they cannot be clicked: behind their text, as numbered notes at the end, or not at all. Default: `inline`. */
  readonly links?: 'inline' | 'notes' | 'none';
}

export interface TerminalOptions extends PageOptions {
  /** chalk's level: 0 none, 1 16 colours, 2 256 colours, 3 true colour. Default: 0. */
  readonly color?: 0 | 1 | 2 | 3;
  /** True to write links as OSC 8 hyperlinks. Default: false. */
  readonly hyperlinks?: boolean;
  /** True for a page to be heard or logged: no colour, bars, boxes or columns, everything in words. Default: false. */
  readonly plain?: boolean;
  /** A theme, or the name of one that comes with the program. Default: `auto`. */
  readonly theme?: string | Theme;
}

/** Writes a review as text of one format. Total over what `read` gives; the result ends in a newline unless it is empty. */
export type Write<Options extends WriteOptions = WriteOptions> = (
  review: Review,
  options?: Options,
) => string;
