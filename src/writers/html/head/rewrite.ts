import { escapeLine } from '../escape.ts';

/** Names that belong to a vocabulary, which a page that takes the article in must find as they are. */
const common = /^(?:(?:h|p|u|dt|e)-|language-)/;

/**
 * HTML that this writer wrote, its own classes with `prefix` before them; those of microformats2 and of languages stay.
 * In what it writes a quotation mark stands around the values of attributes and nowhere else, so they are found by it.
 */
export function withPrefix(html: string, prefix: string): string {
  return html.replace(/ class="([^"]*)"/g, (_, names: string) => {
    const own = names.split(' ').map((name) => (common.test(name) ? name : prefix + name));
    return ` class="${own.join(' ')}"`;
  });
}

/** HTML that this writer wrote, with the relative addresses of its links and pictures from `base`; those within the page stay. */
export function withAbsoluteAddresses(html: string, base: string): string {
  return html.replace(/ (href|src)="([^"#][^"]*)"/g, (_, name: string, address: string) => {
    return ` ${name}="${escapeLine(absoluteAddress(address.replaceAll('&amp;', '&'), base))}"`;
  });
}

/** An address from `base`, which is an absolute one. What is absolute itself, and what cannot be joined, stays. */
export function absoluteAddress(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
