import { FileError } from '../../../library/files.ts';
import type { LoadedReview } from '../../../library/library.ts';
import { isFile } from '../../../library/locate.ts';
import { isPictureName, type Picture } from '../../../library/pictures.ts';
import { shownReview } from '../../../markdown/redact/redact.ts';
import { schemeOf } from '../../../markdown/url.ts';
import { addressOf, feedAddress, linkTo } from '../../../site/addresses.ts';
import type { Cover } from '../../../site/entry.ts';
import type { FeedPlaces } from '../../../site/feed-content.ts';
import { innerAddress, pageAt } from '../../../site/places.ts';
import type { SiteSettings } from '../../../site/site.ts';
import { visibleLine } from '../../../text/visible.ts';
import { imageAddress } from '../../../writers/html/url.ts';
import type { HtmlOptions, PictureAnswer } from '../../../writers/writer.ts';
import { folderOf, type Missing, notShown, type PictureChoice, pathOf } from '../page-places.ts';
import type { SitePlan } from './site-plan.ts';

/** A picture of the library in a site: its bytes once it is copied, else why it is not there. */
export type CopyPicture = (path: string) => Picture | { readonly error: unknown };

/** What the places of one review are found with. */
export interface PlaceSettings {
  readonly plan: SitePlan;
  readonly settings: SiteSettings;
  readonly pictures: PictureChoice;
  readonly copy: CopyPicture;
  /** Where a path of the library lies on the disk. */
  readonly diskPath: (path: string) => string;
}

/** Where the links and pictures of a review lead, from its page and from the feeds. */
export interface SitePlaces {
  readonly page: Pick<HtmlOptions, 'linkTo' | 'pictures'>;
  readonly feed: FeedPlaces;
  /** The item's picture, and where programs find it. */
  readonly cover: Cover;
  readonly coverAddress: string | null;
  /** What was asked for and leads nowhere, so far. */
  readonly missing: readonly Missing[];
}

/** The places of a review in a site: each link leads to a page or a picture of the site, or to the web; what leads nowhere is its words. */
export function sitePlaces(loaded: LoadedReview, around: PlaceSettings): SitePlaces {
  const { plan, settings, pictures, copy, diskPath } = around;
  const { baseUrl } = settings;
  const folder = folderOf(loaded);
  const page = pathOf(loaded);
  const missing: Missing[] = [];
  const { image } = shownReview(loaded.review).item;

  const linkFrom = (hrefOf: (path: string) => string) => (address: string) => {
    const inner = innerAddress(address, folder);
    if (inner === null) {
      if (!/^[?#/\\]|^$/.test(address))
        missing.push(nowhere(address, 'It leads out of the library'));
      return /^[?#/\\]|^$/.test(address) ? address : null;
    }
    const place = pageAt(inner, plan.pages);
    if (place !== null) return hrefOf(place.path) + place.rest;
    if (isPictureName(inner.path) && pictures !== 'none' && !('error' in copy(inner.path)))
      return hrefOf(inner.path) + inner.rest;
    missing.push(lostLink(address, inner.path, isFile(diskPath(inner.path)), plan));
    return null;
  };

  const pictureFrom =
    (hrefOf: (path: string) => string, embeds: boolean) =>
    (address: string): PictureAnswer => {
      const inner = innerAddress(address, folder);
      if (inner === null) {
        if (/^[/\\]/.test(address)) return { src: address };
        missing.push(notShown(address, new FileError(address, 'it lies outside the library')));
        return null;
      }
      const copied = copy(inner.path);
      if ('error' in copied) {
        if (copied.error !== null) missing.push(notShown(address, copied.error));
        return null;
      }
      return embeds
        ? { type: copied.mediaType, bytes: copied.bytes }
        : { src: hrefOf(inner.path) + inner.rest };
    };

  const fromPage = (path: string): string => linkTo(path, page);
  const fromFeed = (path: string): string => feedAddress(path, baseUrl);
  const feedLink = linkFrom(fromFeed);
  const cover = pictures === 'none' ? null : coverOf(image, folder, copy);
  return {
    missing,
    page: {
      linkTo: linkFrom(fromPage),
      pictures: pictures === 'none' ? 'none' : pictureFrom(fromPage, pictures === 'embed'),
    },
    feed: {
      linkTo: (address) => {
        const place = feedLink(address);
        if (place === null) return null;
        if (/^[?#]|^$/.test(place)) return fromFeed(page) + place;
        return place.startsWith('/') && baseUrl !== null ? new URL(place, baseUrl).href : place;
      },
      pictures: pictures === 'none' ? 'none' : pictureFrom(fromFeed, false),
    },
    cover,
    coverAddress:
      cover === null
        ? null
        : 'address' in cover
          ? cover.address
          : baseUrl === null
            ? fromPage(cover.path)
            : addressOf(cover.path, baseUrl),
  };
}

/** The item's picture where the site has it. Why it has it not is said when the page asks for it. */
function coverOf(image: string | undefined, folder: string, copy: CopyPicture): Cover {
  const address = imageAddress(image ?? '');
  if (address === null) return null;
  const inner = innerAddress(address, folder);
  if (inner === null) return isAbsolute(address) ? { address } : null;
  return 'error' in copy(inner.path) ? null : { path: inner.path };
}

/** Whether an address does not hang on the file that it stands in. */
function isAbsolute(address: string): boolean {
  return schemeOf(address) !== null || /^[/\\]/.test(address);
}

function nowhere(address: string, why: string): Missing {
  const name = visibleLine(decoded(address));
  return {
    address,
    code: 'link-unpublished',
    message: `\`${name}\` is no link in the site: ${why.charAt(0).toLowerCase()}${why.slice(1)}.`,
  };
}

function lostLink(address: string, path: string, isThere: boolean, plan: SitePlan): Missing {
  if (!isThere)
    return {
      address,
      code: 'link-broken',
      message: `There is no file \`${visibleLine(decoded(address))}\`; the words stay, without the link.`,
    };
  const why = plan.unpublished(`${path.replace(/\.[^./]*$/, '')}.html`);
  return nowhere(
    address,
    why === 'draft'
      ? 'it is a draft'
      : why === 'unwritten'
        ? 'it is not written yet'
        : 'it is neither a review nor a picture',
  );
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The address of a page for machines; absent where nobody knows where the site is. */
export function pageAddress(
  loaded: LoadedReview,
  { baseUrl }: SiteSettings,
): { readonly address?: string } {
  return baseUrl === null ? {} : { address: addressOf(pathOf(loaded), baseUrl) };
}
