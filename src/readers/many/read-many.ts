import type { DataNode, MapNode } from '../../data/data-node.ts';
import { seenText } from '../../markdown/redact/seen.ts';
import type { Locator } from '../../model/position.ts';
import type { Review } from '../../model/review.ts';
import { slugify } from '../../text/slug.ts';
import { type Meaning, meaningOf, scaledKey } from '../../vocabulary/spelling-lookup.ts';
import { assemble } from '../assemble.ts';
import { readMetadata } from '../fields/metadata.ts';
import type { ReadMany, ReadRecord, ReadResult, ReadSettings } from '../reader.ts';
import { type ManyRecord, meantBy } from './records.ts';

/**
 * The reviews of records, each read as a file of its own would be. A bare number's scale is what the largest among them shows. A record that is neither rated
 * nor reviewed and waits on a list of what is still to be read is none, and counted.
 */
export function readRecords(
  records: readonly ManyRecord[],
  source: string,
  settings: ReadSettings,
  locator: Locator,
  readNode?: (node: MapNode) => ReadResult | null,
): Pick<ReadMany, 'records' | 'waiting'> {
  const best = settings.scale ?? scaleOf(records);
  const kinds = kindsShown(records);
  const none = zeroIsNone(records, best);
  const keys = new Map<string, number>();
  let waiting = 0;
  const found = records.flatMap((record): ReadRecord[] => {
    const result =
      readNode?.(record.node) ??
      readRecord(none ? withoutZero(record) : record, source, settings, locator, best, kinds);
    if (isWaiting(result.review, record)) {
      waiting++;
      return [];
    }
    const key = keyOf(result.review, keys);
    return [{ ...result, key, span: { start: record.start, end: record.end } }];
  });
  return { records: found, ...(waiting === 0 ? {} : { waiting }) };
}

function readRecord(
  record: ManyRecord,
  source: string,
  given: ReadSettings,
  locator: Locator,
  best: number | undefined,
  kinds: readonly string[],
): ReadResult {
  const { folders = [], name } = given.surroundings ?? {};
  const settings: ReadSettings = {
    ...given,
    surroundings: {
      folders: [
        ...record.around,
        ...(name === undefined ? [] : [name]),
        ...folders,
        ...kinds,
      ].filter((each) => each !== ''),
      name: '',
    },
  };
  const metadata = readMetadata(withScale(record.node, best), settings, locator);
  const { body } = record;
  const text =
    body === undefined || body.start >= body.end
      ? null
      : { source: source.slice(0, body.end), start: body.start, range: locator.range };
  return { ...assemble(metadata, text, settings, locator), keys: record.node };
}

/** The kind that keys of some of the records show, where they show one: the number of a book, who directed a film. The others are of it too. */
function kindsShown(records: readonly ManyRecord[]): readonly string[] {
  const keys = new Set(records.flatMap(({ node }) => node.entries.map(({ key }) => key)));
  const kinds = new Set([...keys].flatMap((key) => kindShown(meaningOf(key)) ?? []));
  return kinds.size === 1 ? [...kinds] : [];
}

function kindShown(meaning: Meaning | null): string | undefined {
  if (meaning?.field === 'creator' || meaning?.field === 'named') return meaning.kind;
  const isOfBook =
    (meaning?.field === 'id' && /^isbn/.test(meaning.name)) ||
    (meaning?.field === 'detail' && meaning.name === 'pages');
  return isOfBook ? 'book' : undefined;
}

/** A figure without its scale; who doubts it writes `7?`. */
const bare = /^\d{1,3}(?:[.,]\d{1,2})?\??$/;

const numberIn = (text: string): number => Number(text.replace(',', '.').replace('?', ''));

/** The scale that bare ratings show: that of the largest. */
function scaleOf(records: readonly ManyRecord[]): number | undefined {
  const values = records.flatMap(({ node }) => {
    const text = ratingNode(node)?.text.trim() ?? '';
    return bare.test(text) ? [numberIn(text)] : [];
  });
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  return values.length === 0 ? undefined : [5, 10, 100].find((scale) => largest <= scale);
}

/** How many of the bare ratings a 0 must be before it is what stands for none: who gives a 0 now and then means it. */
const mostZeros = 0.1;

/** Whether a bare 0 among stars or points is what a program writes where nothing was rated: several are, and nothing lies between 0 and 1. */
function zeroIsNone(records: readonly ManyRecord[], best: number | undefined): boolean {
  const texts = records.flatMap(({ node }) => ratingNode(node)?.text.trim() ?? []);
  const values = texts.filter((text) => bare.test(text)).map(numberIn);
  const zeros = values.filter((value) => value === 0).length;
  const isWhole = values.every((value) => value === 0 || value >= 1);
  // On a longer scale, whoever means his zeros gives ones and twos too.
  const lowest = values.filter((value) => value > 0 && value < 3).length;
  const isNone = best === 5 || (best === 10 && lowest * 5 < zeros);
  return isNone && isWhole && zeros > 1 && zeros >= values.length * mostZeros;
}

function ratingNode(node: MapNode): DataNode | undefined {
  const value = meantBy(node, 'rating')?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

function withoutZero(record: ManyRecord): ManyRecord {
  const rating = ratingNode(record.node);
  if (rating === undefined || !bare.test(rating.text.trim()) || Number(rating.text) !== 0)
    return record;
  const entries = record.node.entries.filter(({ value }) => value !== rating);
  return { ...record, node: { ...record.node, entries } };
}

/** A bare rating with its scale: among others of its file it says it. */
function withScale(node: MapNode, best: number | undefined): MapNode {
  const rating = ratingNode(node);
  if (best === undefined || rating === undefined || !bare.test(rating.text.trim())) return node;
  const key = meantBy(node, 'rating')?.key ?? '';
  if (meantBy(node, 'best') !== undefined || scaledKey(key) !== null) return node;
  const text = `${rating.text.trim().replace('?', '')}/${best}`;
  return {
    ...node,
    entries: node.entries.map((entry) =>
      entry.value === rating
        ? {
            ...entry,
            value: {
              kind: 'scalar',
              value: text,
              text,
              quoted: false,
              start: rating.start,
              end: rating.end,
            },
          }
        : entry,
    ),
  };
}

const toCome =
  /^(?:to-?\s?(?:read|watch|play|listen)|want(?:s|ed)?[- ]to[- ].*|wish-?list|watch-?list|backlog|tbr|planned|plan to .*)$/i;

function isWaiting(review: Review, { node }: ManyRecord): boolean {
  const saysSo = node.entries.some(
    ({ value }) => value.kind === 'scalar' && toCome.test(value.text.trim()),
  );
  return (
    saysSo &&
    (review.rating === null || review.rating.value === 0) &&
    review.ratingText === undefined &&
    review.sections.length === 0 &&
    review.summary === undefined
  );
}

/** What a name hides is in no address. */
function keyOf(review: Review, taken: Map<string, number>): string {
  const name = review.item.name ?? review.title ?? review.id ?? '';
  const slug = slugify(seenText(name)) || 'review';
  const count = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, count);
  const key = count === 1 ? slug : `${slug}-${count}`;
  if (count > 1) taken.set(key, (taken.get(key) ?? 0) + 1);
  return key;
}
