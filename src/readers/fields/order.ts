import {
  asWritten,
  type DataNode,
  isNull,
  type MapEntry,
  type MapNode,
} from '../../data/data-node.ts';
import { isForeignKey, type Meaning, meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { type Context, keep, report } from './context.ts';
import { flatten } from './flatten.ts';
import { fits } from './foreign-values.ts';
import { isGoodreads, isWaiting, withLifted } from './nested-rating.ts';
import { isScalar } from './values.ts';

interface KnownEntry {
  readonly entry: MapEntry;
  readonly meaning: Meaning;
}

/** What others depend on comes first (the kind, the scale), what depends on others last; the rest in its order. */
const stages: Readonly<Record<string, number>> = {
  kind: 0,
  best: 0,
  worst: 0,
  named: 1,
  scores: 3,
  verdict: 3,
  began: 3,
  repeat: 3,
  venue: 3,
  companions: 3,
  itemName: 2,
};

const middle = 2;

/** These name the item only when nothing else does: `series: Discworld` of a book, `track:` of an album. */
const weakNames = new Set(['series', 'show', 'track', 'song', 'place', 'event', 'concert']);

const weakKinds: ReadonlySet<string> = new Set(['series', 'track', 'place', 'event']);

/** These say it less well than another key may: `plot` beside `summary`, the year of one edition. */
const secondBest = new Set(['plot', 'yearpublished']);

/** What a program writes for a value it has not got. */
const notAvailable = /^(?:-\s+)?["']?\[{0,2}\s*["']?n\/a["']?\s*\]{0,2}["']?$/i;

/** The entries with a known key, in the order in which they are to be read; the others are kept in `extra`. */
export function sortEntries(context: Context, map: MapNode): KnownEntry[] {
  const known: KnownEntry[] = [];
  const entries = flatten(map.entries);
  if (isWaiting(entries)) context.draft.waiting = true;
  if (isGoodreads(entries)) context.draft.zeroIsNone = true;
  const there = entries.filter(({ value }) => !isNull(value)).map(({ key }) => key);
  const isAmongForeign = (): boolean =>
    entries.some((entry) => {
      const { key, value } = entry;
      const isOther = normalizeKey(key) !== 'note' && !isNull(value);
      const found = isOther && isForeignKey(key) ? meaningOf(key) : null;
      return found !== null && fits(entry, found);
    });
  const ofABook =
    there.some((key) => tellsAnItem(key, context)) &&
    !there.some((key) => tellsASeries(key, context));
  for (const entry of flatten(withLifted(entries))) {
    if (holdsUnread(entry)) {
      for (const each of (entry.value as MapNode).entries) keepUnknown(context, each);
      continue;
    }
    const named = meaningOf(entry.key, context.settings.spellings);
    const meaning = ofABook && isSeries(entry.key) ? seriesDetail : named;
    const isForeign = meaning !== null && isForeignKey(entry.key, context.settings.spellings);
    if (
      meaning !== null &&
      !notAvailable.test(entry.value.text) &&
      (!isForeign || fits(entry, meaning, isAmongForeign))
    ) {
      if (isForeign) context.draft.foreign = true;
      if (meaning.field === 'creator' && meaning.role === 'author')
        context.draft.asksForWriter = true;
      known.push({ entry: onlyOne(context, entry, meaning), meaning });
    } else if (!/^@(?:context|graph)$/.test(entry.key)) keepUnknown(context, entry);
  }
  return known.sort((a, b) => stageOf(a) - stageOf(b));
}

/** Known keys with values that were not read: what writes a review puts them under `extra`, where their own place is taken. */
export function holdsUnread({ key, value }: MapEntry): boolean {
  return (
    key === 'extra' &&
    value.kind === 'map' &&
    value.entries.length > 0 &&
    value.entries.every(({ key: name }) => name === 'extra' || meaningOf(name) !== null)
  );
}

/** Beside a title or a maker, `series` is the series of a book or of games. */
const seriesDetail: Meaning = { field: 'detail', name: 'series' };

function isSeries(key: string): boolean {
  return normalizeKey(key) === 'series';
}

/** Who makes series, and how long they are. */
function tellsASeries(key: string, { settings }: Context): boolean {
  const meaning = meaningOf(key, settings.spellings);
  return (
    (meaning?.field === 'creator' && /^(?:showrunner|director|actor)$/.test(meaning.role)) ||
    /^(?:seasons?|episodes?|network|showrunners?)$/.test(normalizeKey(key))
  );
}

function tellsAnItem(key: string, { settings }: Context): boolean {
  const meaning = meaningOf(key, settings.spellings);
  if (meaning === null || isSeries(key)) return false;
  if (meaning.field === 'title' || meaning.field === 'author' || meaning.field === 'named')
    return true;
  return (
    (meaning.field === 'id' && /^isbn/.test(meaning.name)) ||
    (meaning.field === 'creator' && /^(?:author|artist|developer)$/.test(meaning.role)) ||
    (meaning.field === 'detail' && meaning.name === 'pages')
  );
}

/** Fields of which there may be several. */
const several: ReadonlySet<Meaning['field']> = new Set<Meaning['field']>([
  ...['author', 'critic', 'creator', 'creators', 'tags', 'pros', 'cons', 'experienced', 'scores'],
  ...['companions', 'sameAs', 'detail', 'kind'],
] as Meaning['field'][]);

/** `year: ["1982"]` lists one; `title: [REC]` is a name. */
const ofOne: ReadonlySet<Meaning['field']> = new Set<Meaning['field']>([
  ...['year', 'released', 'rating', 'published', 'updated', 'lang', 'summary', 'recommended'],
] as Meaning['field'][]);

/** Of a key that stands several times and has one value, the first counts. */
function onlyOne(context: Context, entry: MapEntry, { field }: Meaning): MapEntry {
  const { value } = entry;
  if (value.kind !== 'list' || several.has(field)) return entry;
  const [only, ...more] = value.items.filter((item) => item.text.trim() !== '');
  if (ofOne.has(field) && only !== undefined && more.length === 0 && isScalar(only))
    return { ...entry, value: only };
  if (value.repeated !== true) return entry;
  const [first, ...others] = value.items as [DataNode, ...DataNode[]];
  for (const other of others)
    report(
      context,
      other,
      'key-duplicate',
      `\`${entry.key}\` stands several times; the first one counts.`,
    );
  return { ...entry, value: first };
}

function stageOf({ entry, meaning }: KnownEntry): number {
  if (meaning.field === 'named' && weakNames.has(normalizeKey(entry.key))) return middle;
  if (meaning.field === 'named' && weakKinds.has(meaning.kind)) return middle;
  if (secondBest.has(normalizeKey(entry.key))) return middle + 0.5;
  // Beside an item, `name` is the review's.
  if (meaning.field === 'itemName' && normalizeKey(entry.key) === 'name') return middle + 0.5;
  return stages[meaning.field] ?? middle;
}

/** An id keeps its zeros, a version its last one: `1.10`. */
function keepUnknown(context: Context, entry: MapEntry): void {
  const asText =
    isScalar(entry.value) && !isNull(entry.value) && /^(?:id|version|isbn.*)$/i.test(entry.key);
  keep(context, entry.key, entry.value, asText ? entry.value.text : asWritten(entry.value));
}
