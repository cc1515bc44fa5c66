import { decodeEntities } from '../../markdown/entities.ts';
import { schemeOf } from '../../markdown/url.ts';

const linkSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);
const imageSchemes: ReadonlySet<string> = new Set(['http', 'https']);

/** A Markdown address that is harmless to follow, decoded and percent-encoded but not escaped for HTML: http, https, mailto or relative. Else null. */
export function linkAddress(href: string): string | null {
  return safeAddress(decodeEntities(href), linkSchemes);
}

/** As `linkAddress`, for pictures: http, https or relative. */
export function imageAddress(href: string): string | null {
  const address = safeAddress(decodeEntities(href), imageSchemes);
  return address === '' ? null : address;
}

/** An absolute http or https address out of the metadata, percent-encoded, or null. */
export function webAddress(value: string): string | null {
  return /^https?:\/\/[^/]/i.test(value.trim()) ? safeAddress(value, imageSchemes) : null;
}

/** Whether a safe address is relative: of no scheme. */
export function isRelative(address: string): boolean {
  return schemeOf(address) === null;
}

/** The link to an element of the page. */
export function fragment(id: string): string {
  return `#${id.replace(/[^\p{L}\p{N}\p{M}_.:-]/gu, encodeCharacter)}`;
}

/** An address from `base`, which is an absolute one. What is absolute itself, and what cannot be joined, stays. */
export function absoluteAddress(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

function safeAddress(href: string, schemes: ReadonlySet<string>): string | null {
  const address = href.trim();
  const scheme = schemeOf(address);
  if (scheme === null ? !isPlainRelative(address) : !schemes.has(scheme)) return null;
  // A scheme that only shows once white space is dropped would not survive the encoding: it is no address.
  if (scheme !== null && !address.toLowerCase().startsWith(`${scheme}:`)) return null;
  const encoded = address.replace(/[^\x21-\x7E]|["'<>\\^`{|}]/gu, encodeCharacter);
  return scheme === null || scheme === 'mailto' || isOfAHost(encoded) ? encoded : null;
}

/** Browsers read `http:\\host` and `http:host` each in its own way, and others not at all. */
function isOfAHost(address: string): boolean {
  return /^https?:\/\/[^/]/i.test(address) && URL.canParse(address);
}

/** `//host` and `\\host` would leave the page's site, a colon before any slash may be taken for a scheme. */
function isPlainRelative(address: string): boolean {
  return !/^[/\\]\s*[/\\]/.test(address) && !/^[^/?#]*:/.test(decodeEntities(address));
}

function encodeCharacter(character: string): string {
  try {
    // encodeURIComponent leaves the apostrophe.
    return character === "'" ? '%27' : encodeURIComponent(character);
  } catch {
    // A lone surrogate.
    return '%EF%BF%BD';
  }
}
