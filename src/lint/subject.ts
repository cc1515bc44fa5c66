import { type DataNode, isNull, type MapEntry, type MapNode } from '../data/data-node.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Locator, Range } from '../model/position.ts';
import type { ReadReview } from '../readers/formats.ts';
import type { ReadSettings } from '../readers/reader.ts';
import { type Meaning, meaningOf } from '../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../vocabulary/spellings.ts';

/** What a rule looks at: a review, the text it was read from, and what its surroundings say. */
export interface Subject extends ReadReview {
  readonly locator: Locator;
  /** More spellings of a field, from the library's configuration. */
  readonly spellings: ReadSettings['spellings'];
  /** The share of the folder's files that have a key, 0..1; null when nobody can tell. */
  readonly shareOf: ((key: string) => number | null) | null;
  /** Whether a path, relative to the review's folder or from the root of the site, is a file; null when nobody can tell. */
  readonly fileExists: ((path: string) => boolean) | null;
}

/** What is unwise in a file, in any order. It reads nothing but its subject. */
export type Rule = (subject: Subject) => Iterable<Diagnostic>;

/** A key that is known, and what it stands for. */
export interface KnownKey {
  readonly entry: MapEntry;
  readonly meaning: Meaning;
}

const nesting = new Set(['review', 'item', 'itemreviewed', 'author', 'reviewer', 'critic']);

/** The keys that are known and have a value, in the order of the file; those within `review:`, `item:` and the like too. */
export function knownKeys({ keys, spellings }: Subject): KnownKey[] {
  return keys === undefined ? [] : knownIn(keys, spellings);
}

function knownIn(map: MapNode, spellings: Subject['spellings']): KnownKey[] {
  return map.entries.flatMap((entry): KnownKey[] => {
    const { key, value } = entry;
    const meaning = meaningOf(key, spellings);
    const own = meaning === null || isNull(value) ? [] : [{ entry, meaning }];
    const isNest = value.kind === 'map' && nesting.has(normalizeKey(key));
    return isNest ? [...own, ...knownIn(value, spellings)] : own;
  });
}

/** The node's place in the file. */
export function rangeOf({ locator }: Subject, { start, end }: DataNode): Range {
  return locator.range(start, end);
}

/** The key's place in the file. */
export function keyRange({ locator }: Subject, { keyStart, keyEnd }: MapEntry): Range {
  return locator.range(keyStart, keyEnd);
}

/** The place of what is said of the whole file: nothing, at its start. */
export function topOf({ locator }: Subject): Range {
  return locator.range(0, 0);
}
