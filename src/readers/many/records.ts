import {
  type DataNode,
  isNull,
  type MapEntry,
  type MapNode,
  textNode,
} from '../../data/data-node.ts';
import type { ExtraSynonyms } from '../../model/roles.ts';
import { roleOfHeading } from '../../model/roles.ts';
import { kindInName } from '../../vocabulary/kind-words.ts';
import { type Meaning, meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';

/** One review of several in a file: its keys, and its text where it has one of its own. Offsets are 0-based in UTF-16 units, `end` exclusive. */
export interface ManyRecord {
  readonly node: MapNode;
  readonly start: number;
  readonly end: number;
  /** Where its text stands. */
  readonly body?: { readonly start: number; readonly end: number };
  /** Names around it that may say its kind, the nearest first: of its list, of the file’s headline. */
  readonly around: readonly string[];
}

/** The entry with a value that means `field`. */
export function meantBy(map: MapNode, field: Meaning['field']): MapEntry | undefined {
  return map.entries.find(({ key, value }) => !isNull(value) && meaningOf(key)?.field === field);
}

/** Whether keys speak of one thing themselves: they name an item, or have a title together with a rating or a kind. */
export function speaksOfOne(map: MapNode | null): boolean {
  if (map === null) return false;
  const has = (field: Meaning['field']): boolean => {
    const entry = meantBy(map, field);
    return entry !== undefined && entry.value.kind !== 'list';
  };
  if (has('named')) return true;
  const item = meantBy(map, 'itemName');
  if (item !== undefined && item.value.kind !== 'list' && normalizeKey(item.key) !== 'name')
    return true;
  const isTitled = has('title') || item !== undefined;
  return isTitled && (has('rating') || tellsKind(map));
}

function tellsKind(map: MapNode): boolean {
  const kind = meantBy(map, 'kind');
  return kind !== undefined && kindInName(kind.value.text) !== null;
}

/** Whether keys say that they are those of a review as this program exports it. */
export function isExported(map: MapNode): boolean {
  return map.entries.some(({ key }) => key === 'schemaVersion');
}

/** Whether keys name a thing. */
export function namesThing(map: MapNode): boolean {
  return (['title', 'itemName', 'named'] as const).some(
    (field) => meantBy(map, field) !== undefined,
  );
}

/** Whether keys say that it is a review, and no entry of a menu: a rating, a kind, a maker or a reading. */
export function isEvidence(map: MapNode): boolean {
  const has = (field: Meaning['field']): boolean => meantBy(map, field) !== undefined;
  // A title, an author and an address are those of a link.
  return (
    (['rating', 'named', 'critic', 'experienced', 'id'] as const).some(has) ||
    (has('author') && !has('url')) ||
    map.entries.some(({ key, value }) => !isNull(value) && suggestsKind(meaningOf(key))) ||
    tellsKind(map)
  );
}

/** Whoever it names makes things of one kind: a director, an artist. */
function suggestsKind(meaning: Meaning | null): boolean {
  return meaning?.field === 'creator' && meaning.kind !== undefined;
}

/** Lists with these names are parts of a thing. */
const parts = new Set(
  (
    'tracks tracklist episodes chapters dishes courses songs scores ratings cast pros cons sections tags categories genres ' +
    'creators authors directors actors experienced viewings readings visits images gallery links sources menu nav toc resources'
  ).split(' '),
);

export function isPartList(key: string): boolean {
  return parts.has(normalizeKey(key));
}

/** Parts of a work or of a judgement, which have ratings of their own and are no reviews. */
const aspects =
  /^(?:(?:episode|chapter|track|part|season|disc|side|day|round|course|act|level|stage|book|volume|vol)s?\b[\s#.:]*\d*|aspect|categor(?:y|ies)|criteri(?:on|a)|multiplayer|single ?player|campaign|co-?op|replay.*|nose|palate|finish|taste|aroma|appearance|mouthfeel|body|colou?r|battery.*|display|screen|camera|keyboard|build.*|comfort|fit|noise|total|overall|average|cleanliness|location|staff|entertainment|enjoyment|originality|difficulty|components|rulebook|accessibility|immersion|content)$/i;

/** `Episode 1: Mud`, `Track 3 – Rope`: a part with a name of its own. */
const numberedPart =
  /^(?:episode|ep|chapter|track|part|season|disc|side|day|round|course|act|level|stage)s?\.?[ ]?#?\d{1,3}\s*[:.–—-]\s*\S/i;

/** Whether a heading or a first cell names an aspect and no thing. */
export function isAspect(name: string, roles: ExtraSynonyms = {}): boolean {
  const plain = name.trim();
  return aspects.test(plain) || numberedPart.test(plain) || roleOfHeading(plain, roles) !== null;
}

/** A map with one more entry, where none of its keys means the same. */
export function withEntry(map: MapNode, key: string, text: string): MapNode {
  const field = meaningOf(key)?.field;
  if (text === '' || (field !== undefined && meantBy(map, field) !== undefined)) return map;
  const entry: MapEntry = {
    key,
    keyStart: map.start,
    keyEnd: map.start,
    value: textNode(text, map.start, map.start),
  };
  return { ...map, entries: [...map.entries, entry] };
}

/** A map of texts that stand in one stretch of a file. */
export function mapOf(
  pairs: readonly (readonly [key: string, text: string])[],
  start: number,
  end: number,
): MapNode {
  const entries = pairs
    .filter(([key, text]) => key !== '' && text !== '')
    .map(([key, text]) => ({
      key,
      keyStart: start,
      keyEnd: start,
      value: { ...textNode(text, start, end), quoted: false } satisfies DataNode,
    }));
  return { kind: 'map', flow: false, entries, start, end, text: '' };
}
