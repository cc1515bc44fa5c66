/** A path of the site, `books/frankenstein.html`, as a relative address seen from another, `kind/film.html`: every part percent-encoded. */
export function linkTo(path: string, from: string): string {
  const parts = path.split('/');
  const around = from.split('/').slice(0, -1);
  let shared = 0;
  while (shared < Math.min(around.length, parts.length - 1) && around[shared] === parts[shared])
    shared++;
  // Encoded, no part has a colon, which would look like a scheme.
  const down = parts.slice(shared).map(encodePart).join('/');
  return '../'.repeat(around.length - shared) + down;
}

/** A path of the site for a feed at its root: absolute where the site has an address, else as the pages link to it. */
export function feedAddress(path: string, baseUrl: string | null): string {
  return baseUrl === null ? linkTo(path, '') : addressOf(path, baseUrl);
}

/** A path of the site as an absolute address. */
export function addressOf(path: string, baseUrl: string): string {
  return new URL(path.split('/').map(encodePart).join('/'), baseUrl).href;
}

function encodePart(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The name that a thing has in feeds for ever: its address where the site has one, else a UUID that its path alone decides
 * (https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8).
 */
export function stableId(path: string, baseUrl: string | null): string {
  return baseUrl === null ? `urn:uuid:${nameUuid(path)}` : addressOf(path, baseUrl);
}

const prime = 0x0000000001000000000000000000013bn;
const start = 0x6c62272e07bb014262b821756295c58dn;

/** FNV-1a over the name's UTF-8, 128 bits wide, with the six bits of version and variant set. */
function nameUuid(name: string): string {
  let hash = start;
  for (const byte of new TextEncoder().encode(`review:${name}`))
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * prime);
  const digits = hash.toString(16).padStart(32, '0');
  const variant = ((Number.parseInt(digits[16] as string, 16) & 0x3) | 0x8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20),
  ].join('-');
}
