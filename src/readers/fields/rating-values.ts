import type { DataNode, MapEntry } from '../../data/data-node.ts';
import type { Origin } from '../../model/provenance.ts';
import type { Rating } from '../../model/review.ts';
import { counted } from '../../text/counted.ts';
import { type RatingReading, rating, readRating, usualScale } from '../../vocabulary/ratings.ts';
import { type Context, excerpt, keepEntry, report } from './context.ts';
import { originOf } from './origins.ts';
import { entryOf, isScalar, textOf } from './values.ts';

export const valueKeys = [
  'value',
  'ratingvalue',
  'overall',
  'rating',
  'score',
  'stars',
  'total',
  'final',
];

export const bestKeys = ['best', 'bestrating', 'scale', 'outof', 'max', 'maximum'];

export const worstKeys = ['worst', 'worstrating', 'min', 'minimum'];

export const sourceKeys = ['source'];

function numbersOf(node: DataNode | undefined): number[] {
  if (node === undefined || !isScalar(node)) return [];
  return (node.text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((text) => Number(text.replace(',', '.')));
}

/** `10`, `1-5`, `0 to 100`, `out of 10`, `/10`, `5 stars`; never a date, or a number with an exponent. */
const scaleText =
  /^(?:(?:out )?of|max(?:imum)?\.?|\/)?\s*(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|—|\.\.+|to|bis|à|a)\s*(\d+(?:[.,]\d+)?))?\s*(?:%|\/|[\p{L}\p{So}(][\p{L}\p{M} )]{0,30})?$/iu;

/** The ends of a scale that a value says, the lower first where it says two; none where it says no scale. */
export function scaleNumbers(node: DataNode | undefined): number[] {
  if (node === undefined || !isScalar(node)) return [];
  const [, first, second] = scaleText.exec(node.text.trim()) ?? [];
  const numbers = [first, second]
    .filter((text) => text !== undefined)
    .map((text) => Number(text.replace(',', '.')));
  return numbers.length === 2 && (numbers[0] as number) >= (numbers[1] as number) ? [] : numbers;
}

export interface Scale {
  readonly best?: number | undefined;
  readonly worst?: number | undefined;
}

export function readText(context: Context, node: DataNode, scale: Scale = {}): RatingReading {
  const text = textOf(node);
  if (text === undefined) return { kind: isScalar(node) ? 'none' : 'unreadable' };
  const best = scale.best ?? context.draft.best ?? context.settings.scale;
  const worst = scale.worst ?? context.draft.worst;
  const { grades } = context.settings;
  return readRating(text, {
    ...(best === undefined ? {} : { best }),
    ...(worst === undefined ? {} : { worst }),
    ...(grades === undefined ? {} : { grades }),
  });
}

/** A number beside its best is taken as it is, with all its digits. */
export function readValue(context: Context, node: DataNode, scale: Scale): RatingReading {
  const { best, worst = context.draft.worst ?? 0 } = scale;
  if (!isScalar(node) || typeof node.value !== 'number' || best === undefined || best <= 0)
    return readText(context, node, scale);
  if (!(node.value >= worst && node.value <= best))
    return { kind: 'out-of-range', value: node.value, best };
  return {
    kind: 'rating',
    rating: rating(node.value, best, worst, node.text),
    assumedScale: false,
  };
}

/** An aspect's rating. Its scale, when it does not say one, is the file's, else the review's own rating's. */
export function scoreOf(context: Context, node: DataNode, scale: Scale = {}): RatingReading {
  const own = context.draft.rating;
  const fits = own !== undefined && numbersOf(node).every((value) => value <= own.best);
  const fallback =
    scale.best ?? context.draft.best ?? context.settings.scale ?? (fits ? own?.best : undefined);
  if (node.kind !== 'map') return readText(context, node, { ...scale, best: fallback });
  const value = entryOf(node, ...valueKeys);
  if (value === undefined) return { kind: 'unreadable' };
  const best = scaleNumbers(entryOf(node, ...bestKeys)?.value).at(-1) ?? fallback;
  const worst = scaleNumbers(entryOf(node, ...worstKeys)?.value).at(-1) ?? scale.worst;
  const reading = readValue(context, value.value, { best, worst });
  const source = entryOf(node, ...sourceKeys);
  const told = source === undefined ? undefined : textOf(source.value);
  return reading.kind === 'rating' && told !== undefined
    ? { ...reading, rating: { ...reading.rating, source: told } }
    : reading;
}

export type Reading = RatingReading & { readonly node: DataNode };

export function accept(context: Context, entry: MapEntry, reading: Reading): void {
  const { draft } = context;
  switch (reading.kind) {
    case 'rating':
      if (reading.rating.value === 0 && (draft.waiting === true || draft.zeroIsNone === true))
        return;
      draft.rating = reading.assumedScale ? onScale(context, entry, reading) : reading.rating;
      if (!reading.assumedScale) draft.scaleFrom = knownScale(context, entry, reading);
      return;
    case 'words':
      draft.ratingText ??= reading.text;
      if (reading.recommended !== undefined) draft.recommended ??= reading.recommended;
      return;
    case 'none':
      return;
    case 'recommended':
      if (draft.recommended === undefined) draft.recommended = reading.recommended;
      else keepEntry(context, entry);
      return;
    default:
      refuse(context, reading.node, reading);
      keepEntry(context, entry);
  }
}

/** A bare number on the scale that the folder's files show, else on one that holds it. */
function onScale(
  context: Context,
  entry: MapEntry,
  { rating: read, node }: Extract<Reading, { kind: 'rating' }>,
): Rating {
  const { draft, settings } = context;
  const shown = settings.siblings?.numbers(entry.key) ?? null;
  if (shown === null) {
    draft.scaleFrom = { rule: 'default' };
    assumed(context, node, entry.key, read);
    return read;
  }
  const best = usualScale(Math.max(read.value, shown.largest));
  const why = `the largest of ${counted(shown.files, 'bare number')} under \`${entry.key}\` is ${shown.largest}`;
  draft.scaleFrom = { ...originOf(entry), rule: 'siblings', from: why };
  const message = `\`${excerpt(node)}\` says no scale; ${best} is the best, for in the folder ${why}.`;
  const shared = { says: `ratings taken as out of ${best}`, largest: shown.largest };
  report(context, node, 'rating-scale-folder', message, undefined, shared);
  return rating(read.value, best, read.worst, read.source);
}

/** What says how far the scale of a rating goes: what stands with it, the file, or the configuration. */
function knownScale({ draft, settings }: Context, entry: MapEntry, { node }: Reading): Origin {
  const isBare =
    node.kind === 'scalar' && /^[\d.,]+$/.test(node.text.trim()) && node === entry.value;
  if (!isBare) return originOf(entry);
  const [best] = draft.from.get('best') ?? [];
  if (draft.best !== undefined && best !== undefined) return originOf(best);
  return settings.scale === undefined ? originOf(entry) : { rule: 'config', from: 'scale' };
}

export function refuse(context: Context, node: DataNode, reading: RatingReading): void {
  const quoted = excerpt(node);
  if (reading.kind === 'out-of-range') {
    report(
      context,
      node,
      'rating-out-of-range',
      `\`${quoted}\`: ${reading.value} lies outside a scale that ends at ${reading.best}.`,
    );
  } else {
    report(context, node, 'rating-unreadable', `\`${quoted}\` cannot be read as a rating.`);
  }
}

export function assumed(context: Context, node: DataNode, key: string, { best }: Rating): void {
  const text = `${excerpt(node)}/${best}`;
  report(
    context,
    node,
    'rating-scale-assumed',
    `\`${excerpt(node)}\` says no scale; ${best} was taken for the best.`,
    `Write \`${key}: ${text}\`.`,
    { says: `ratings taken as out of ${best}, for want of a scale` },
  );
}
