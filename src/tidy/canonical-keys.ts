import type { ItemKind } from '../model/review.ts';
import type { Meaning } from '../vocabulary/spelling-lookup.ts';
import { scaledKey } from '../vocabulary/spelling-lookup.ts';
import { fieldSpellings } from '../vocabulary/spellings.ts';

/** The order in which keys stand, as groups: within one, the author's own order counts (of makers, of ids). What is not known comes after. */
const order: readonly (readonly Meaning['field'][])[] = [
  ['title'],
  ['itemName', 'named'],
  ['kind'],
  ['creator', 'creators'],
  ['year'],
  ['released'],
  ['id', 'ids', 'sameAs'],
  ['image'],
  ['detail', 'details'],
  ['author', 'critic'],
  ['published'],
  ['updated'],
  ['experienced', 'repeat', 'venue', 'companions'],
  ['rating', 'best', 'worst', 'verdict'],
  ['scores'],
  ['recommended'],
  ['summary'],
  ['pros'],
  ['cons'],
  ['tags'],
  ['lang'],
  ['draft'],
  ['spoilers'],
  ['url'],
];

/** A whole text stands last. */
const atTheEnd: ReadonlySet<string> = new Set(['review', 'body', 'sections']);

/** Where a key stands among the others; null is one that is not known. */
export function rankOf(meaning: Meaning | null): number {
  if (meaning === null) return order.length;
  if (atTheEnd.has(meaning.field)) return order.length + 1;
  const rank = order.findIndex((group) => group.includes(meaning.field));
  return rank < 0 ? order.length : rank;
}

/** Spellings of these say more than the field: `dateRead` and `visitDate`, or a text of either kind. */
const ownWords: ReadonlySet<string> = new Set([
  'experienced',
  'repeat',
  'venue',
  'verdict',
  'review',
  'body',
  'sections',
  'sameAs',
]);

/** Names that differ from the field's own: what site builders look for, and what people say. */
const common: Readonly<Record<string, string>> = { published: 'date', companions: 'with' };

/**
 * The canonical spelling of a known key, and what to do when another key has that name: its field's name; `film`, `book` … where the
 * key says the kind too; its own words where they say more, as in `visitDate`.
 */
export function canonicalKeys(
  key: string,
  meaning: Meaning,
  kind: ItemKind | undefined,
): readonly string[] {
  switch (meaning.field) {
    case 'named':
      return [meaning.kind];
    case 'creator':
      return [meaning.role === 'actor' ? 'cast' : meaning.role];
    case 'id':
    case 'detail':
      return [meaning.name];
    case 'itemName':
      return ['item'];
    case 'critic':
      // Of a book, the author is who wrote it.
      return kind === 'book' ? ['reviewer'] : ['author', 'reviewer'];
    default:
      // The scale is said nowhere else.
      if (scaledKey(key) !== null) return [key];
      return [
        ownWords.has(meaning.field)
          ? camelCase(key)
          : (common[meaning.field] ?? fieldSpellings[meaning.field][0]),
      ];
  }
}

/** `Visit date`, `visit_date` and `visit-date` as `visitDate`. */
function camelCase(key: string): string {
  return key
    .trim()
    .replace(/(?<![\s_-])[\s_-]+(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}
