import type { ReviewContent } from '../../markdown/content.ts';
import type { Hidden } from '../../markdown/redact/redact.ts';
import type { Section } from '../../model/review.ts';
import type { HtmlOptions } from '../writer.ts';
import { createFootnotes, type Footnotes } from './body/footnotes.ts';
import { createIds, type Ids } from './ids.ts';
import { type PicturePlace, picturePlace } from './pictures.ts';
import { absoluteAddress, isRelative } from './url.ts';

/** How a page names its own things: what its addresses and classes start with. */
export interface HtmlNames {
  /** Where a link of the text leads, by its safe address: from the base where there is one; null where its words stand alone. */
  readonly link: (address: string) => string | null;
  /** What stands for a picture, by its address as it is written. */
  readonly picture: (href: string) => PicturePlace;
  /** Names of classes as they are written: the page's own with the prefix before them. */
  readonly classes: (names: string) => string;
}

/** What every part of one page shares while it is written. */
export interface HtmlPage extends HtmlNames {
  readonly content: ReviewContent;
  /** What its placeholders stand for, to be opened by the reader; null where they stay as they are. */
  readonly hidden: Hidden | null;
  /** What stands behind a placeholder; null where that is not at hand. */
  readonly behind: Hidden['behind'];
  readonly ids: Ids;
  readonly footnotes: Footnotes;
  /** Whether notes and what refers to them lead to each other. */
  readonly linksNotes: boolean;
  /** The number of the next table, from 1: their labels must differ. */
  readonly nextTable: () => number;
}

/** Names that belong to a vocabulary (microformats2, the language of code), which whoever takes the article in must find as they are. */
const common = /^(?:(?:h|p|u|dt|e)-|language-)/;

/** The names of a page whose links and pictures are found from `baseUrl`, and whose own classes start with `prefix`. Without them all is written as it is. */
export function htmlNames({
  baseUrl,
  prefix = '',
  pictures,
  linkTo = (address) => address,
}: Pick<HtmlOptions, 'baseUrl' | 'pictures' | 'linkTo'> & {
  readonly prefix?: string;
} = {}): HtmlNames {
  const fromBase = (address: string): string =>
    baseUrl === undefined || address === '' || address.startsWith('#')
      ? address
      : absoluteAddress(address, baseUrl);
  return {
    link: (address) => {
      const place = isRelative(address) ? linkTo(address) : address;
      return place === null ? null : fromBase(place);
    },
    picture: (href) => picturePlace(href, pictures, fromBase),
    classes: (names) =>
      prefix === ''
        ? names
        : names
            .split(' ')
            .map((name) => (common.test(name) ? name : prefix + name))
            .join(' '),
  };
}

/** A page that will show `sections`; `isWhole` when they are all there are. Only then notes that nothing refers to are shown. */
export function createHtmlPage(
  content: ReviewContent,
  sections: readonly Section[],
  {
    hidden,
    isWhole,
    linksNotes = true,
  }: {
    readonly hidden: Hidden | null;
    readonly isWhole: boolean;
    readonly linksNotes?: boolean;
  },
  names: HtmlNames = htmlNames(),
): HtmlPage {
  const ids = createIds([...sections, ...(hidden?.sections ?? [])]);
  const notes = new Map([...content.footnotes, ...(hidden?.notes ?? [])]);
  let tables = 0;
  return {
    ...names,
    content,
    hidden,
    behind: hidden?.behind ?? (() => null),
    ids,
    linksNotes,
    footnotes: createFootnotes(notes, ids, isWhole),
    nextTable: () => ++tables,
  };
}
