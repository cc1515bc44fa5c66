import type { ItemKind } from '../model/review.ts';
import { kindNamed } from './spelling-lookup.ts';

/** Words around a kind in the name of a folder, a layout or a category: `book-reviews`, `films watched 2024`, `my-reading-list`. */
const around =
  /^(?:reviews?|reviewed|notes?|logs?|lists?|diary|journal|archives?|collection|reading|read|watched|watching|played|heard|listened|visited|finished|rated|ratings?|my|our|the|of|and|all|\d{1,4})$/;

/** Kinds whose words say too much else to be believed outside of a folder of their own. */
const vague: ReadonlySet<ItemKind> = new Set([
  'other',
  'event',
  'place',
  'product',
  'software',
  'track',
]);
const vagueWords: ReadonlySet<string> = new Set([
  ...['series', 'show', 'shows', 'feature', 'features', 'season', 'episode', 'episodes', 'single'],
  ...['record', 'records', 'food', 'bar', 'ep', 'lp', 'music', 'tabletop', 'cinema'],
]);

/** The kind that a name says, in singular or plural, with the words that usually stand around it; null when it says none. */
export function kindInName(name: string): ItemKind | null {
  const words = name
    .replace(/^[_#]+/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[-_\s.,&+/]+/)
    .filter((word) => word !== '');
  const rest = words.filter((word) => !around.test(word.toLowerCase()));
  if (rest.length === 0 || rest.length > 3) return null;
  const kind = kindNamed(rest.join(''));
  return kind === 'other' ? null : kind;
}

/** The one kind that tags or categories name among them; null when they name none, or several. */
export function kindAmong(tags: Iterable<string>): ItemKind | null {
  const kinds = new Set<ItemKind>();
  for (const tag of tags) {
    const last = tag.slice(tag.lastIndexOf('/') + 1);
    if (vagueWords.has(last.toLowerCase().replace(/^#/, ''))) continue;
    const kind = kindInName(last);
    if (kind !== null && !vague.has(kind)) kinds.add(kind);
  }
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : null;
}
