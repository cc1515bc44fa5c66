import { contentOf } from '../markdown/content.ts';
import { decodeEntities } from '../markdown/entities.ts';
import { type AnyToken, known } from '../markdown/tokens.ts';
import { schemeOf } from '../markdown/url.ts';
import type { Review } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';

/**
 * The pictures that a review shows by relative addresses, as paths inside the library, with `/` between folders; each once.
 * An address that leads out of the library is none.
 */
export function ownImages(review: Review): string[] {
  const content = contentOf(review);
  const addresses = [
    ...(review.item.image === undefined ? [] : [review.item.image]),
    ...flattenSections(review.sections).flatMap((section) => [
      ...imagesIn(content.headingOf(section)),
      ...imagesIn(content.bodyOf(section)),
    ]),
    ...[...content.footnotes.values()].flatMap(({ tokens }) => imagesIn(known(tokens))),
  ];
  const folder = (review.id ?? '').split('/').slice(0, -1);
  const paths = addresses.map((address) => pathOf(address, folder));
  return [...new Set(paths)].filter((path) => path !== null);
}

function imagesIn(tokens: readonly AnyToken[]): string[] {
  return tokens.flatMap((token): string[] => {
    if (token.type === 'image') return [token.href];
    if (token.type === 'list') return token.items.flatMap((item) => imagesIn(known(item.tokens)));
    if (token.type === 'table')
      return [token.header, ...token.rows].flat().flatMap((cell) => imagesIn(known(cell.tokens)));
    return 'tokens' in token ? imagesIn(known(token.tokens)) : [];
  });
}

function pathOf(address: string, folder: readonly string[]): string | null {
  const bare = decodeEntities(address)
    .trim()
    .replace(/[?#].*$/s, '');
  if (bare === '' || schemeOf(address) !== null || /^[/\\]/.test(bare)) return null;
  const path = [...folder];
  for (const part of decoded(bare).split('/')) {
    if (part === '..') {
      if (path.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') path.push(part);
  }
  return path.length === 0 || path.some((part) => /[\\\0]/.test(part)) ? null : path.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
