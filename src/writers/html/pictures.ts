import { dataPictureAddress } from '../../markdown/url.ts';
import type { HtmlOptions } from '../writer.ts';
import { imageAddress, isRelative } from './url.ts';

/** What stands for a picture: the picture, a link to it, or, with neither, its text. */
export type PicturePlace =
  | { readonly src: string; readonly href?: undefined }
  | { readonly src?: undefined; readonly href: string }
  | { readonly src?: undefined; readonly href?: undefined };

const nothing: PicturePlace = {};

/** Pictures that no script can be in. */
const embeddable: ReadonlySet<string> = new Set([
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
]);

/** What stands for the picture with this address, which is as its author wrote it. `fromBase` makes a relative address whole. */
export function picturePlace(
  href: string,
  pictures: HtmlOptions['pictures'],
  fromBase: (address: string) => string,
): PicturePlace {
  if (pictures === 'none') return nothing;
  const held = dataPictureAddress(href);
  if (held !== null) return { src: held };
  const address = imageAddress(href);
  if (address === null) return nothing;
  if (pictures === undefined || !isRelative(address)) return { src: fromBase(address) };
  const answer = pictures(address);
  if (answer === null) return nothing;
  if ('src' in answer) return { src: fromBase(answer.src) };
  if ('href' in answer) return { href: fromBase(answer.href) };
  const type = answer.type.toLowerCase();
  if (!embeddable.has(type)) return nothing;
  return { src: `data:${type};base64,${Buffer.from(answer.bytes).toString('base64')}` };
}
