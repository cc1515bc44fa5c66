import { type DataNode, isNull, type MapEntry, type MapNode } from '../../data/data-node.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { type Context, excerpt, keep, keepRest, reject } from './context.ts';
import {
  accept,
  assumed,
  bestKeys,
  readText,
  refuse,
  type Scale,
  scaleNumbers,
  scoreOf,
  sourceKeys,
  valueKeys,
  worstKeys,
} from './rating-values.ts';
import { booleanOf, entryOf, isScalar, itemText, lineOf, textOf } from './values.ts';

/** What names an aspect in a list of them. */
const aspectKeys = ['aspect', 'reviewaspect', 'name', 'label', 'criterion', 'category', 'title'];

/** What is read of a score that is a map. */
const scoreKeys = [...aspectKeys, ...valueKeys, ...bestKeys, ...worstKeys, ...sourceKeys];

/** `scores:` as a map of aspects, or a list. */
export function readScores(context: Context, entry: MapEntry): void {
  const { value } = entry;
  if (isNull(value)) return;
  if (value.kind === 'map') readScoreMap(context, value, entry);
  else if (value.kind === 'list')
    for (const item of value.items) readScoreItem(context, item, entry);
  else readSingleScore(context, entry);
}

/** `ratings: 4/5` is a rating. */
function readSingleScore(context: Context, entry: MapEntry): void {
  const { value } = entry;
  const reading = readText(context, value);
  if (context.draft.rating === undefined && reading.kind === 'rating')
    accept(context, entry, { ...reading, node: value });
  else
    reject(
      context,
      entry,
      'value-invalid',
      `\`${entry.key}\` wants \`aspect: rating\` lines, not \`${excerpt(value)}\`.`,
    );
}

function readScoreMap(context: Context, map: MapNode, parent: MapEntry): void {
  const best = scaleNumbers(entryOf(map, 'best', 'scale', 'outof', 'max')?.value).at(-1);
  const worst = scaleNumbers(entryOf(map, 'worst', 'min')?.value).at(-1);
  const overall =
    context.draft.rating === undefined ? entryOf(map, 'overall', 'total', 'final') : undefined;
  if (overall !== undefined)
    accept(context, overall, {
      ...scoreOf(context, overall.value, { best, worst }),
      node: overall.value,
    });
  for (const entry of map.entries) {
    const isScale =
      ['best', 'scale', 'outof', 'max', 'worst', 'min'].includes(normalizeKey(entry.key)) &&
      scaleNumbers(entry.value).length > 0;
    if (entry === overall || isScale || isNull(entry.value)) continue;
    addScore(context, entry.key, entry.value, parent, { best, worst });
  }
}

function readScoreItem(context: Context, item: DataNode, parent: MapEntry): void {
  if (item.kind !== 'map') {
    const match = /^(.{1,100}?)\s*(?::|–|—|\s-\s)\s*(\S.*)$/.exec(itemText(item) ?? '');
    if (match === null || !isScalar(item)) keepScore(context, parent, 'item', item);
    else
      addScore(
        context,
        match[1] as string,
        { ...item, value: match[2] as string, text: match[2] as string },
        parent,
      );
    return;
  }
  const aspect = entryOf(item, ...aspectKeys);
  const name = aspect === undefined ? undefined : lineOf(textOf(aspect.value));
  if (name !== undefined) addScore(context, name, item, parent);
  else for (const entry of item.entries) addScore(context, entry.key, entry.value, parent);
}

function addScore(
  context: Context,
  aspect: string,
  node: DataNode,
  parent: MapEntry,
  scale: Scale = {},
): void {
  if (aspect.trim() === '') {
    if (!isNull(node)) keepScore(context, parent, 'item', node);
    return;
  }
  const reading = scoreOf(context, node, scale);
  if (reading.kind === 'rating') {
    context.draft.scores.push({ aspect, ...reading.rating });
    if (reading.assumedScale) assumed(context, node, aspect, reading.rating);
    keepRest(context, `${parent.key}/${aspect}`, node, scoreKeys);
    return;
  }
  if (reading.kind === 'none') return;
  if (booleanOf(node) === undefined && reading.kind !== 'words') refuse(context, node, reading);
  keepScore(context, parent, aspect, node);
}

function keepScore(context: Context, parent: MapEntry, aspect: string, node: DataNode): void {
  keep(context, `${parent.key}/${aspect}`, node);
}
