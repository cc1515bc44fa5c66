import { type MapEntry, type MapNode, toJson } from '../data/data-node.ts';
import { stringifyYaml } from '../data/yaml/stringify.ts';
import type { ItemKind } from '../model/review.ts';
import { type ExtraSpellings, type Meaning, meaningOf } from '../vocabulary/spelling-lookup.ts';
import { canonicalKeys, rankOf } from './canonical-keys.ts';
import type { Choices } from './choices.ts';

/** Keys, and what their names depend on. */
export interface Naming {
  readonly keys: MapNode;
  readonly spellings: ExtraSpellings | undefined;
  readonly kind: ItemKind | undefined;
}

/** The lines of a YAML mapping: all of a file, or what stands between two `---` lines. */
export interface KeyLines extends Naming {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly eol: string;
}

/** A key with all that belongs to it: the comment above it, its value. */
interface Chunk {
  readonly entry: MapEntry;
  readonly meaning: Meaning | null;
  readonly name: string | null;
  readonly comment: string;
  /** From the key's end on. */
  readonly rest: string;
}

/**
 * The lines with their keys in canonical order and spelling; values and comments stay as they are, and a comment stays
 * above its key. Null when the keys do not each start a line: `{a: b}`, say.
 */
export function tidyKeyLines(lines: KeyLines, choices: Choices): string | null {
  const { source, start, end, keys, eol } = lines;
  const starts = keys.entries.map(({ keyStart }) => keyStart);
  if (
    keys.flow ||
    starts.length === 0 ||
    starts.some((at) => at > start && !/[\r\n]/.test(source.charAt(at - 1)))
  )
    return null;
  const names = canonicalNames(lines, choices);
  const tail = afterLast(source, keys.entries.at(-1) as MapEntry, end);
  // What stands at the very top is about the file.
  const preamble = source.slice(start, starts[0]);
  let [before, comment] = ['', ''];
  const chunks = keys.entries.map((entry, index): Chunk => {
    const own = comment;
    const isLast = index === keys.entries.length - 1;
    const rest = source.slice(entry.keyEnd, isLast ? tail : starts[index + 1]);
    [before, comment] = isLast ? [rest, ''] : splitComment(rest);
    return {
      entry,
      meaning: meaningOf(entry.key, lines.spellings),
      name: names[index] ?? null,
      comment: own,
      rest: before,
    };
  });
  const sorted = choices.order ? inOrder(chunks) : chunks;
  const texts = sorted.map((chunk) => chunkText(chunk, lines, choices));
  return preamble + texts.join('') + withEnd(source.slice(tail, end), eol);
}

/** The new name of each key, null for its own; never one that another key has. */
function canonicalNames(
  { keys: { entries }, spellings, kind }: Naming,
  choices: Choices,
): (string | null)[] {
  const taken = new Set(entries.map(({ key }) => key));
  return entries.map(({ key }, index) => {
    const meaning = choices.renames(index) ? meaningOf(key, spellings) : null;
    const names = meaning === null ? [] : canonicalKeys(key, meaning, kind);
    const name = names.find((each) => each === key || !taken.has(each)) ?? key;
    taken.add(name);
    return name === key ? null : name;
  });
}

function inOrder<Item extends { readonly meaning: Meaning | null }>(
  items: readonly Item[],
): Item[] {
  return [...items].sort((a, b) => rankOf(a.meaning) - rankOf(b.meaning));
}

/** The lines before a key: those that stand on their own, and the comment just above it. */
function splitComment(text: string): [before: string, comment: string] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  let from = lines.length;
  // The first of these lines is the rest of the key's own.
  while (from > 1 && /^#/.test(lines[from - 1] as string)) from--;
  return [lines.slice(0, from).join(''), lines.slice(from).join('')];
}

/** Where the lines of the last value end: comments and blank lines after it belong to nobody. */
function afterLast(source: string, { value, keyEnd }: MapEntry, end: number): number {
  const from = Math.max(value.end, keyEnd);
  const line = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  line.lastIndex = from;
  line.exec(source);
  return Math.min(Math.max(line.lastIndex, from), end);
}

function chunkText(
  { entry, name, comment, rest }: Chunk,
  { source, eol }: KeyLines,
  choices: Choices,
): string {
  const key = name ?? source.slice(entry.keyStart, entry.keyEnd);
  const spaced = choices.layout
    ? rest.replace(/^[ \t]*:(?:[ \t]+(?=\S)|[ \t]*(?=[\r\n]|$))/, tidyColon)
    : rest;
  const text = choices.layout || choices.order ? withoutBlankEnd(spaced) : spaced;
  return comment + key + withEnd(text, eol);
}

/** Up to the end of the last line that is not blank; spaces at its end are its own. */
function withoutBlankEnd(text: string): string {
  const end = text.trimEnd().length;
  const line = /[^\r\n]*/y;
  line.lastIndex = end;
  line.exec(text);
  return text.slice(0, Math.max(line.lastIndex, end));
}

function tidyColon(_: string, offset: number, whole: string): string {
  return /^[ \t]*:[ \t]+\S/.test(whole.slice(offset)) ? ': ' : ':';
}

function withEnd(text: string, eol: string): string {
  return text === '' || /[\r\n]$/.test(text) ? text : text + eol;
}

/** A MultiMarkdown header's keys as lines of YAML. */
export function headerAsYaml(naming: Naming, choices: Choices): string {
  const { keys, spellings } = naming;
  const names = canonicalNames(naming, choices);
  const pairs = keys.entries.map(({ key, value }, index) => ({
    meaning: meaningOf(key, spellings),
    name: names[index] ?? key,
    value,
  }));
  const sorted = choices.order ? inOrder(pairs) : pairs;
  return sorted
    .map(({ name, value }) => {
      const written = stringifyYaml({ [name]: toJson(value) });
      const isPlain = value.kind === 'scalar' && typeof value.value === 'number';
      // A number keeps its zeros.
      return isPlain ? `${written.slice(0, written.indexOf(':'))}: ${value.text}\n` : written;
    })
    .join('');
}
