import { type DataNode, isNull, type MapEntry, type MapNode, toJson } from '../markdown/data-node.ts';
import { type RatingReading, rating, readRating } from '../model/rating.ts';
import type { Rating } from '../model/review.ts';
import { type Context, excerpt, keep, keepEntry, reject, report } from './metadata-context.ts';
import { normalizeKey } from './spellings.ts';
import { booleanOf, entryOf, isScalar, itemText, lineOf, textOf } from './values.ts';

const valueKeys = ['value', 'ratingvalue', 'overall', 'rating', 'score', 'stars', 'total', 'final'];
const bestKeys = ['best', 'bestrating', 'scale', 'outof', 'max', 'maximum'];
const worstKeys = ['worst', 'worstrating', 'min', 'minimum'];
const sourceKeys = ['source'];
const structureKeys = new Set([...valueKeys, ...bestKeys, ...worstKeys, ...sourceKeys, 'type', 'context', 'label']);

/** `scale: 10`, `best: 5`, `scale: 1-5`, `scale: out of 10`. */
export function readScale(context: Context, entry: MapEntry, end: 'best' | 'worst'): void {
  const numbers = numbersOf(entry.value);
  const last = numbers.at(-1);
  if (last === undefined || (end === 'best' && last <= 0)) {
    if (!isNull(entry.value)) reject(context, entry, 'value-invalid', `\`${entry.key}\` wants a number, not \`${excerpt(entry.value)}\`.`);
    return;
  }
  context.draft[end] ??= last;
  const first = numbers[0] as number;
  if (end === 'best' && numbers.length === 2 && first < last) context.draft.worst ??= first;
}

function numbersOf(node: DataNode | undefined): number[] {
  if (node === undefined || !isScalar(node)) return [];
  return (node.text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((text) => Number(text.replace(',', '.')));
}

/** The review's own rating, in any of its notations. */
export function readRatingEntry(context: Context, entry: MapEntry): void {
  const { value } = entry;
  const { draft } = context;
  if (isNull(value)) return;
  if (draft.rating !== undefined) {
    keepEntry(context, entry);
    return;
  }
  if (value.kind === 'list' && !value.flow) {
    readScores(context, entry);
    return;
  }
  const read = value.kind === 'map' ? readStructured(context, value, entry.key) : { ...readText(context, value), node: value };
  if (read === null) readScores(context, entry);
  else accept(context, entry, read);
}

type Reading = RatingReading & { readonly node: DataNode };

function accept(context: Context, entry: MapEntry, reading: Reading): void {
  const { draft } = context;
  switch (reading.kind) {
    case 'rating':
      draft.rating = reading.rating;
      if (reading.assumedScale) assumed(context, reading.node, entry.key, reading.rating);
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

function refuse(context: Context, node: DataNode, reading: RatingReading): void {
  const quoted = excerpt(node);
  if (reading.kind === 'out-of-range') {
    report(context, node, 'rating-out-of-range', `\`${quoted}\`: ${reading.value} lies outside a scale that ends at ${reading.best}.`);
  } else report(context, node, 'rating-unreadable', `\`${quoted}\` cannot be read as a rating.`);
}

function assumed(context: Context, node: DataNode, key: string, { best }: Rating): void {
  const text = `${excerpt(node)}/${best}`;
  report(context, node, 'rating-scale-assumed', `\`${excerpt(node)}\` says no scale; ${best} was taken for the best.`, `Write \`${key}: ${text}\`.`);
}

interface Scale {
  readonly best?: number | undefined;
  readonly worst?: number | undefined;
}

function readText(context: Context, node: DataNode, scale: Scale = {}): RatingReading {
  const text = textOf(node);
  if (text === undefined) return { kind: 'unreadable' };
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
function readValue(context: Context, node: DataNode, scale: Scale): RatingReading {
  const { best, worst = context.draft.worst ?? 0 } = scale;
  if (!isScalar(node) || typeof node.value !== 'number' || best === undefined || best <= 0) return readText(context, node, scale);
  if (!(node.value >= worst && node.value <= best)) return { kind: 'out-of-range', value: node.value, best };
  return { kind: 'rating', rating: rating(node.value, best, worst, node.text), assumedScale: false };
}

/** `{value: 4, best: 5}`, `{ratingValue, bestRating}`, `{overall: 8, story: 7}`. Null when it is a map of aspects only. */
function readStructured(context: Context, map: MapNode, key: string): Reading | null {
  const value = entryOf(map, ...valueKeys);
  if (value === undefined) return null;
  const best = numbersOf(entryOf(map, ...bestKeys)?.value).at(-1);
  const worst = numbersOf(entryOf(map, ...worstKeys)?.value).at(-1);
  const reading = readValue(context, value.value, { best, worst });
  const source = entryOf(map, ...sourceKeys);
  readRest(context, map, value, key);
  if (reading.kind !== 'rating') return { ...reading, node: value.value };
  const written = textOf(value.value) as string;
  const told = source === undefined ? undefined : textOf(source.value);
  const fallback = best !== undefined && /^-?[\d.,]+$/.test(written) ? `${written}/${best}` : written;
  return { ...reading, rating: { ...reading.rating, source: told ?? fallback }, node: value.value };
}

/** What stands beside the value: aspects, or what is not known. */
function readRest(context: Context, map: MapNode, value: MapEntry, key: string): void {
  for (const entry of map.entries) {
    if (entry === value || isNull(entry.value) || structureKeys.has(normalizeKey(entry.key))) continue;
    const known = context.settings.scale !== undefined || context.draft.best !== undefined || /^(?:overall|total|final)$/i.test(value.key);
    const reading = known && (isScalar(entry.value) || entry.value.kind === 'map') ? scoreOf(context, entry.value) : null;
    if (reading?.kind === 'rating') context.draft.scores.push({ aspect: entry.key, ...reading.rating });
    else keep(context, `${key}/${entry.key}`, entry.value);
  }
}

/** `scores:` as a map of aspects, or a list. */
export function readScores(context: Context, entry: MapEntry): void {
  const { value } = entry;
  if (isNull(value)) return;
  if (value.kind === 'map') readScoreMap(context, value, entry);
  else if (value.kind === 'list') for (const item of value.items) readScoreItem(context, item, entry);
  else readSingleScore(context, entry);
}

/** `ratings: 4/5` is a rating. */
function readSingleScore(context: Context, entry: MapEntry): void {
  if (context.draft.rating === undefined && readText(context, entry.value).kind === 'rating') readRatingEntry(context, entry);
  else reject(context, entry, 'value-invalid', `\`${entry.key}\` wants \`aspect: rating\` lines, not \`${excerpt(entry.value)}\`.`);
}

function readScoreMap(context: Context, map: MapNode, parent: MapEntry): void {
  const best = numbersOf(entryOf(map, 'best', 'scale', 'outof', 'max')?.value).at(-1);
  const worst = numbersOf(entryOf(map, 'worst', 'min')?.value).at(-1);
  const overall = context.draft.rating === undefined ? entryOf(map, 'overall', 'total', 'final') : undefined;
  if (overall !== undefined) accept(context, overall, { ...scoreOf(context, overall.value, { best, worst }), node: overall.value });
  for (const entry of map.entries) {
    const isScale = ['best', 'scale', 'outof', 'max', 'worst', 'min'].includes(normalizeKey(entry.key)) && numbersOf(entry.value).length > 0;
    if (entry === overall || isScale || isNull(entry.value)) continue;
    addScore(context, entry.key, entry.value, parent, { best, worst });
  }
}

function readScoreItem(context: Context, item: DataNode, parent: MapEntry): void {
  if (item.kind !== 'map') {
    const match = /^(.{1,100}?)\s*(?::|–|—|\s-\s)\s*(\S.*)$/.exec(itemText(item) ?? '');
    if (match === null || !isScalar(item)) keepScore(context, parent, 'item', item);
    else addScore(context, match[1] as string, { ...item, value: match[2] as string, text: match[2] as string }, parent);
    return;
  }
  const aspect = entryOf(item, 'aspect', 'reviewaspect', 'name', 'label', 'criterion', 'category', 'title');
  const name = aspect === undefined ? undefined : lineOf(textOf(aspect.value));
  if (name !== undefined) addScore(context, name, item, parent);
  else for (const entry of item.entries) addScore(context, entry.key, entry.value, parent);
}

function addScore(context: Context, aspect: string, node: DataNode, parent: MapEntry, scale: Scale = {}): void {
  const reading = scoreOf(context, node, scale);
  if (reading.kind === 'rating') {
    context.draft.scores.push({ aspect, ...reading.rating });
    if (reading.assumedScale) assumed(context, node, aspect, reading.rating);
    return;
  }
  if (booleanOf(node) === undefined) refuse(context, node, reading);
  keepScore(context, parent, aspect, node);
}

function keepScore(context: Context, parent: MapEntry, aspect: string, node: DataNode): void {
  keep(context, `${parent.key}/${aspect}`, node);
}

/** An aspect's rating. Its scale, when it does not say one, is the file's, else the review's own rating's. */
function scoreOf(context: Context, node: DataNode, scale: Scale = {}): RatingReading {
  const own = context.draft.rating;
  const fits = own !== undefined && numbersOf(node).every((value) => value <= own.best);
  const fallback = scale.best ?? context.draft.best ?? context.settings.scale ?? (fits ? own?.best : undefined);
  if (node.kind !== 'map') return readText(context, node, { ...scale, best: fallback });
  const value = entryOf(node, ...valueKeys);
  if (value === undefined) return { kind: 'unreadable' };
  const best = numbersOf(entryOf(node, ...bestKeys)?.value).at(-1) ?? fallback;
  const worst = numbersOf(entryOf(node, ...worstKeys)?.value).at(-1) ?? scale.worst;
  const reading = readValue(context, value.value, { best, worst });
  const source = entryOf(node, ...sourceKeys);
  const told = source === undefined ? undefined : textOf(source.value);
  return reading.kind === 'rating' && told !== undefined ? { ...reading, rating: { ...reading.rating, source: told } } : reading;
}

/** `verdict:` with a score in it. Anything else under that key is kept. */
export function readVerdict(context: Context, entry: MapEntry): void {
  const { value } = entry;
  const reads = value.kind === 'map' ? entryOf(value, ...valueKeys) !== undefined : isScalar(value) && readText(context, value).kind === 'rating';
  if (reads) readRatingEntry(context, entry);
  else if (!isNull(value)) keepEntry(context, entry);
}
