import { isNull, type MapEntry, type MapNode } from '../../data/data-node.ts';
import { scaledKey } from '../../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { type Context, excerpt, keep, keepEntry, reject } from './context.ts';
import {
  accept,
  bestKeys,
  type Reading,
  readText,
  readValue,
  scaleNumbers,
  scoreOf,
  sourceKeys,
  valueKeys,
  worstKeys,
} from './rating-values.ts';
import { readScores } from './scores.ts';
import { entryOf, isScalar, textOf } from './values.ts';

const structureKeys = new Set([
  ...valueKeys,
  ...bestKeys,
  ...worstKeys,
  ...sourceKeys,
  'type',
  'context',
  'label',
]);

/** `scale: 10`, `best: 5`, `scale: 1-5`, `scale: out of 10`. */
export function readScale(context: Context, entry: MapEntry, end: 'best' | 'worst'): void {
  const numbers = scaleNumbers(entry.value);
  const last = numbers.at(-1);
  const isRange = end === 'worst' && numbers.length > 1;
  if (last === undefined || isRange || (end === 'best' && last <= 0)) {
    if (!isNull(entry.value))
      reject(
        context,
        entry,
        'value-invalid',
        `\`${entry.key}\` wants the best of a scale, as in 10, not \`${excerpt(entry.value)}\`.`,
      );
    return;
  }
  context.draft[end] ??= last;
  const first = numbers[0] as number;
  if (end === 'best' && numbers.length === 2 && first < last) context.draft.worst ??= first;
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
  const read =
    value.kind === 'map'
      ? readStructured(context, value, entry.key)
      : { ...readText(context, value, { best: scaledKey(entry.key)?.best }), node: value };
  if (read === null) readScores(context, entry);
  else accept(context, entry, read);
}

/** `{value: 4, best: 5}`, `{ratingValue, bestRating}`, `{overall: 8, story: 7}`. Null when it is a map of aspects only. */
function readStructured(context: Context, map: MapNode, key: string): Reading | null {
  const value = entryOf(map, ...valueKeys);
  if (value === undefined) return null;
  const best = scaleNumbers(entryOf(map, ...bestKeys)?.value).at(-1);
  const worst = scaleNumbers(entryOf(map, ...worstKeys)?.value).at(-1);
  const reading = readValue(context, value.value, { best, worst });
  const source = entryOf(map, ...sourceKeys);
  readRest(context, map, value, key);
  if (reading.kind !== 'rating') return { ...reading, node: value.value };
  const written = textOf(value.value) as string;
  const told = source === undefined ? undefined : textOf(source.value);
  const fallback =
    best !== undefined && /^-?[\d.,]+$/.test(written) ? `${written}/${best}` : written;
  return { ...reading, rating: { ...reading.rating, source: told ?? fallback }, node: value.value };
}

/** What stands beside the value: aspects, or what is not known. */
function readRest(context: Context, map: MapNode, value: MapEntry, key: string): void {
  for (const entry of map.entries) {
    if (entry === value || isNull(entry.value) || structureKeys.has(normalizeKey(entry.key)))
      continue;
    const known =
      context.settings.scale !== undefined ||
      context.draft.best !== undefined ||
      /^(?:overall|total|final)$/i.test(value.key);
    const reading =
      known && (isScalar(entry.value) || entry.value.kind === 'map')
        ? scoreOf(context, entry.value)
        : null;
    if (reading?.kind === 'rating')
      context.draft.scores.push({ aspect: entry.key, ...reading.rating });
    else keep(context, `${key}/${entry.key}`, entry.value);
  }
}

/** `verdict:` with a score in it. Anything else under that key is kept. */
export function readVerdict(context: Context, entry: MapEntry): void {
  const { value } = entry;
  const reads =
    value.kind === 'map'
      ? entryOf(value, ...valueKeys) !== undefined
      : isScalar(value) && readText(context, value).kind === 'rating';
  if (reads) readRatingEntry(context, entry);
  else if (!isNull(value)) keepEntry(context, entry);
}
