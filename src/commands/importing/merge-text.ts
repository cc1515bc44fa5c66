import type { DataNode, ListNode, MapEntry, MapNode } from '../../data/data-node.ts';
import { stringifyYaml } from '../../data/yaml/stringify.ts';
import { readAlone, reviewHash } from '../../exchange/imported.ts';
import type { Json, JsonMap } from '../../model/json.ts';
import type { Review } from '../../model/review.ts';
import { readReview } from '../../readers/formats.ts';
import { writeMarkdown } from '../../writers/markdown.ts';
import { reviewKeys } from '../../writers/review-keys.ts';
import { filled } from './merge.ts';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * The text of a file with the facts of another review that it lacks, each put in where it belongs: nothing that is there is changed, comments and order
 * included. Null when it lacks nothing, or when there is no safe place for what it lacks: the new text must say all that, and no more.
 */
export function mergedText(text: string, there: Review): string | null {
  const here = readAlone(text);
  const wanted = filled(here, there);
  if (reviewHash(wanted) === reviewHash(here)) return null;
  const { keys, bodyStart, notation } = readReview(text, { format: 'markdown' });
  if (keys === undefined || bodyStart === undefined || notation !== undefined) return null;
  const insertions = [
    ...keyInsertions(text, keys, bodyStart, reviewKeys(here), reviewKeys(wanted)),
    ...(here.sections.length > 0 ? [] : bodyInsertion(text, wanted)),
  ];
  const merged = insertions
    .sort((a, b) => b.at - a.at)
    .reduce((whole, { at, text: more }) => whole.slice(0, at) + more + whole.slice(at), text);
  return reviewHash(readAlone(merged)) === reviewHash(wanted) ? merged : null;
}

function bodyInsertion(text: string, { sections, ...rest }: Review): Insertion[] {
  if (sections.length === 0) return [];
  const body = writeMarkdown({ ...rest, sections }, { sections });
  return [{ at: text.length, text: `${text.endsWith('\n') ? '' : '\n'}\n${body}` }];
}

/** Keys that are lacking come last; entries of a list or a map behind those that it has. */
function keyInsertions(
  text: string,
  map: MapNode,
  bodyStart: number,
  here: JsonMap,
  wanted: JsonMap,
): Insertion[] {
  const lacking: [string, Json][] = [];
  const within: Insertion[] = [];
  for (const [key, value] of Object.entries(wanted)) {
    const own = here[key];
    if (own === undefined) lacking.push([key, value]);
    else if (JSON.stringify(own) !== JSON.stringify(value)) {
      const entry = map.entries.find((each) => each.key === key);
      if (entry !== undefined) within.push(...insertionsInto(text, entry.value, own, value));
    }
  }
  const close = text.slice(0, bodyStart).search(/\n(?:---|\.\.\.)[ \t]*\r?\n?$/);
  if (lacking.length > 0 && close >= 0)
    within.push({ at: close + 1, text: stringifyYaml(Object.fromEntries(lacking)) });
  return within;
}

function insertionsInto(text: string, node: DataNode, here: Json, wanted: Json): Insertion[] {
  if (node.kind === 'list' && Array.isArray(here) && Array.isArray(wanted)) {
    const known = new Set(here.map((item) => JSON.stringify(item)));
    const items = (wanted as readonly Json[]).filter((item) => !known.has(JSON.stringify(item)));
    return intoList(text, node, items);
  }
  if (node.kind !== 'map' || typeof here !== 'object' || typeof wanted !== 'object') return [];
  return Object.entries(wanted as JsonMap).flatMap(([key, value]) => {
    const own = (here as JsonMap)[key];
    if (own === undefined) return intoMap(text, node, { [key]: value });
    if (JSON.stringify(own) === JSON.stringify(value)) return [];
    const entry = node.entries.find((each) => each.key === key);
    return entry === undefined ? [] : insertionsInto(text, entry.value, own, value);
  });
}

function intoList(text: string, { items, flow }: ListNode, more: readonly Json[]): Insertion[] {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || flow) return [];
  const before = text.slice(lineStart(text, first.start), first.start);
  if (!/^ *- +$/.test(before)) return [];
  const indent = before.slice(0, before.indexOf('-'));
  const lines = more.flatMap((item) =>
    stringifyYaml({ list: [item] })
      .trimEnd()
      .split('\n')
      .slice(1),
  );
  return [
    {
      at: lineEnd(text, last.end),
      text: lines.map((line) => `${indent}${line.slice(2)}\n`).join(''),
    },
  ];
}

function intoMap(text: string, { entries, flow }: MapNode, more: JsonMap): Insertion[] {
  const [first, last]: (MapEntry | undefined)[] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || flow) return [];
  const indent = text.slice(lineStart(text, first.keyStart), first.keyStart);
  if (!/^ +$/.test(indent)) return [];
  const lines = stringifyYaml(more).trimEnd().split('\n');
  return [
    { at: lineEnd(text, last.value.end), text: lines.map((line) => `${indent}${line}\n`).join('') },
  ];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Behind the line in which what ends there ends, blank lines aside. */
function lineEnd(text: string, end: number): number {
  const last = text.slice(0, end).trimEnd().length;
  return text.indexOf('\n', last) + 1;
}
