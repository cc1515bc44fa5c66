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

/** Whether an address is absolute and harmless to follow: http, https or mailto. */
export function isSafeUrl(href: string): boolean {
  const scheme = schemeOf(href);
  return scheme !== null && schemes.has(scheme);
}
