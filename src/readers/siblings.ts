import type { ItemKind } from '../model/review.ts';
import { kindAmong, kindInName } from '../vocabulary/kind-words.ts';
import { isEnglishKey, kindNamed, meaningOf } from '../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../vocabulary/spellings.ts';
import { wordKey } from '../vocabulary/word-key.ts';
import { once } from './once.ts';

/** The first lines of a file, where its keys stand. */
export interface Head {
  readonly text: string;
  /** The name of its folder. */
  readonly folder: string;
}

/** What the bare numbers under a key show. */
export interface NumbersShown {
  readonly largest: number;
  /** In how many files one stands. */
  readonly files: number;
}

/** What the names under a key show. */
export interface NamesShown {
  /** Whose they are. */
  readonly who: 'critic' | 'maker';
  /** In words, for whoever asks. */
  readonly why: string;
}

/** What the files of a folder show together. Asked only for what a file leaves open; each answer is looked for once. */
export interface Siblings {
  /** The bare numbers under a key; null where there are none. */
  readonly numbers: (key: string) => NumbersShown | null;
  /** Whether somebody under a key of a book, an album … is its critic; null where the files do not say so. */
  readonly critic: (key: string, name: string) => NamesShown | null;
  /** The share of the files that have a key, 0..1; null where there are too few to show anything. */
  readonly share: (key: string) => number | null;
  /** Whether the names under a key are makers, where nothing tells a kind; null where the files do not say so. */
  readonly maker: (key: string) => NamesShown | null;
}

/** A name in fewer files than these shows nothing. */
const fewestFiles = 5;
const mostOf = 0.8;
const nearlyAll = 0.9;
/** Of more files nobody asks what they review. */
const mostTold = 100;

/**
 * What files show together, by a look at their heads as texts: of each only the line of the key that is asked for, and, of those with a name that may be a critic's,
 * what they review. `readHeads` gives those of the folder, `readAround` those of the folders beside it; neither is read before it is needed.
 */
export function createSiblings(
  readHeads: () => readonly Head[],
  readAround: () => readonly Head[] = () => [],
): Siblings {
  const heads = once(() => readHeads().map(onlyKeys));
  const around = once(() => readAround().map(onlyKeys));
  return {
    numbers: remembered((key) => numbersIn(heads(), key)),
    critic: remembered((key, name) => criticIn(heads(), around, key, name)),
    share: remembered((key) => shareIn(heads(), key)),
    maker: remembered((key) => makerIn(heads(), key)),
  };
}

function remembered<Words extends readonly string[], Value>(
  ask: (...words: Words) => Value,
): (...words: Words) => Value {
  const answers = new Map<string, { readonly value: Value }>();
  return (...words) => {
    const key = words.join('\n');
    const answer = answers.get(key) ?? { value: ask(...words) };
    answers.set(key, answer);
    return answer.value;
  };
}

const bare = /^(?:\d{1,2}(?:[.,]\d{1,3})?|100(?:[.,]0{1,3})?)$/;

function numbersIn(heads: readonly Head[], key: string): NumbersShown | null {
  const numbers = valuesIn(heads, key).flatMap(({ value }) =>
    bare.test(value) ? [Number(value.replace(',', '.'))] : [],
  );
  // One is no more than the file itself.
  return numbers.length < 2
    ? null
    : { largest: numbers.reduce((most, each) => Math.max(most, each), 0), files: numbers.length };
}

/**
 * The same name in at least five files and four fifths of the folder's is the critic's when those files review two kinds, or name another maker beside it.
 * Where the folder has but one kind, those beside it count too.
 */
function criticIn(
  files: readonly Head[],
  around: () => readonly Head[],
  key: string,
  name: string,
): NamesShown | null {
  const wanted = wordKey(name);
  // Few files show nothing without those of the folders beside theirs.
  const heads = files.length < fewestFiles ? [...files, ...around()] : files;
  const own = valuesIn(heads, key).filter(({ value }) => wordKey(value) === wanted);
  if (own.length < fewestFiles || own.length < heads.length * mostOf) return null;
  const told = own.slice(0, mostTold).map(({ head }) => whatIsTold(head));
  const makers = told.filter(({ hasMaker }) => hasMaker).length;
  const where = `\`${key}: ${name}\` stands in ${own.length} of ${heads.length} files`;
  if (makers * 2 >= told.length)
    return { who: 'critic', why: `${where}, with another maker beside it` };
  const others = valuesIn(heads === files ? around() : [], key).filter(
    ({ value }) => wordKey(value) === wanted,
  );
  const beside = others.slice(0, mostTold).map(({ head }) => whatIsTold(head));
  const kinds = kindsIn([...told, ...beside]);
  return kinds.length > 1
    ? { who: 'critic', why: `${where}, which review a ${kinds.slice(0, 2).join(' and a ')}` }
    : null;
}

/** The kinds of at least a tenth of the files. */
function kindsIn(told: readonly Told[]): ItemKind[] {
  const counts = new Map<ItemKind, number>();
  for (const { kind } of told) if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].flatMap(([kind, count]) => (count * 10 >= told.length ? [kind] : []));
}

function shareIn(heads: readonly Head[], key: string): number | null {
  return heads.length < fewestFiles ? null : valuesIn(heads, key).length / heads.length;
}

/** Names that differ in nearly every one of at least five files are those of makers. */
function makerIn(heads: readonly Head[], key: string): NamesShown | null {
  const names = valuesIn(heads, key).map(({ value }) => wordKey(value));
  const different = new Set(names).size;
  if (names.length < fewestFiles || different < names.length * nearlyAll) return null;
  return {
    who: 'maker',
    why: `${different} names stand under \`${key}\` in ${names.length} files`,
  };
}

interface Told {
  readonly kind: ItemKind | null;
  /** Whether a key names who made the thing, besides the one that is asked for. */
  readonly hasMaker: boolean;
}

const makers: ReadonlySet<string> = new Set(
  'author writer artist developer director designer showrunner'.split(' '),
);

const keyLine =
  /^[ \t]{0,8}(?:- )?["']?([^\s"':=][^"':=\r\n]{0,40}?)["']?[ \t]*(?:::|[:=])[ \t]*(\S.*)$/gm;

/** A key with a list below it. */
const listBelow =
  /^["']?([\p{L}_-]{3,20})["']?:[ \t]*\r?\n((?:[ \t]*-[ \t]+[^\r\n]*(?:\r?\n|$))+)/gmu;

function whatIsTold(head: Head): Told {
  let kind: ItemKind | null = null;
  let hasMaker = false;
  const tags: string[] = [];
  for (const [, key = '', lines = ''] of head.text.matchAll(listBelow))
    if (/^(?:categor(?:y|ies)|tags?|genres?)$/i.test(key))
      tags.push(...lines.split(/\r?\n/).map((line) => plainValue(line.replace(/^\s*-\s+/, ''))));
  for (const [, key = '', value = ''] of head.text.matchAll(keyLine)) {
    if (/^categor(?:y|ies)$/i.test(key)) tags.push(...textsIn(value));
    // A look into other languages than English would load them all.
    const meaning = isEnglishKey(key) ? meaningOf(key) : null;
    if (meaning === null) continue;
    if (meaning.field === 'named') kind ??= meaning.kind;
    if (meaning.field === 'kind') kind ??= kindNamed(plainValue(value));
    if (meaning.field === 'tags') tags.push(...textsIn(value));
    if (meaning.field === 'creator' && makers.has(meaning.role)) hasMaker = true;
  }
  return { kind: kind ?? kindInName(head.folder) ?? kindAmong(tags), hasMaker };
}

/** `[a, b]` and `a, b`. */
function textsIn(value: string): string[] {
  return value
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map(plainValue);
}

/** The values that stand under a key, one a file. */
function valuesIn(heads: readonly Head[], key: string): { head: Head; value: string }[] {
  const line = lineOf(key);
  return heads.flatMap((head) => {
    const value = line.exec(head.text)?.[1];
    return value === undefined ? [] : [{ head, value: plainValue(value) }];
  });
}

/** The line of a key however it is written, dotted too (`extra.movie.rating = 8`), or the first item of the list under it. */
function lineOf(key: string): RegExp {
  const letters = [...normalizeKey(key)].map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'));
  return new RegExp(
    `^[ \\t]{0,8}(?:[-*] )?(?:(?:extra|params|film|movie|book|game|album|review)\\.){0,3}["']?[:_-]?${letters.join('[ _-]*')}["']?[ \\t]*(?:::|[:=])[ \\t]*(?:\\r?\\n[ \\t]*-[ \\t]+)?(\\S[^\\r\\n]*)`,
    'imu',
  );
}

function onlyKeys({ text, folder }: Head): Head {
  return { text: keysOf(text), folder };
}

/** The keys of a text: between its first marks, or as far as it was read. */
function keysOf(text: string): string {
  const fence = /^\uFEFF?\s*(---|\+\+\+)[ \t]*$/m.exec(text.slice(0, 200));
  if (fence === null || fence.index > 0) return text;
  const end = text.indexOf(`\n${fence[1]}`, fence[0].length);
  return end < 0 ? text : text.slice(0, end);
}

/** Without quotes, brackets of a link or a list, and what stands behind a `#`. */
function plainValue(written: string): string {
  return written
    .replace(/\s#.*$/, '')
    .trim()
    .replace(/^\[{0,2}["']?|["']?\]{0,2},?$/g, '')
    .trim();
}
