import { characterClass, everyHostileClass } from '../text/hostile.ts';
import { decodeEntities } from './entities.ts';

/** White space and control characters, which browsers drop, so that a scheme may hide behind them. */
const dropped = new RegExp(`[\\s${characterClass(everyHostileClass)}]`, 'g');

const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/**
 * The scheme of an address as a browser would understand it, in lower case: character references decoded, white space and control
 * characters dropped. Null for a relative address.
 */
export function schemeOf(href: string): string | null {
  const bare = decodeEntities(decodeEntities(href)).replace(dropped, '');
  return /^([A-Za-z][A-Za-z\d+.-]*):/.exec(bare)?.[1]?.toLowerCase() ?? null;
}

/** What is said where a picture that stands in its own address cannot be seen. */
export const embeddedPicture = 'embedded picture';

/** Whether an address holds what it leads to. */
export function isData(href: string): boolean {
  return /^\s*data:/i.test(href);
}

/** The largest picture that a text may hold itself, in bytes. */
const largestDataPicture = 256 * 1024;

const dataPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/]+={0,2}$/i;

/** An address that holds a picture itself, which no script can be in, and none larger than 256 KiB; else null. */
export function dataPictureAddress(href: string): string | null {
  if (!/^\s*data:/i.test(href)) return null;
  const address = href.replace(/\s+/g, '');
  const size = (address.length - address.indexOf(',')) * 0.75;
  return size <= largestDataPicture && dataPicture.test(address) ? address : null;
}

/** Whether an address is absolute and harmless to follow: http, https or mailto. */
export function isSafeUrl(href: string): boolean {
  const scheme = schemeOf(href);
  return scheme !== null && schemes.has(scheme);
}
