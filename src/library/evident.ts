import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { decodeText } from '../data/decode.ts';
import { parseYaml } from '../data/yaml/yaml.ts';
import { createLocator } from '../model/position.ts';
import { isVagueKind, kindAmong, kindInName } from '../vocabulary/kind-words.ts';
import { neverHolds, neverReview } from '../vocabulary/never-reviews.ts';
import { drawnSigns, ratingSigns } from '../vocabulary/rating-tables.ts';
import { isEnglishKey, type Meaning, meaningOf } from '../vocabulary/spelling-lookup.ts';

const readable = /\.(?:md|markdown|txt|ya?ml|json|csv)$/i;
const mostFiles = 200;
const headBytes = 4096;

/**
 * Whether a folder evidently holds reviews: one of its own texts, or of those in the folders right below it, is one by `isEvident`. The first
 * 200 by name are looked at, 4 KiB of each. Never the home folder or the root.
 */
export function holdsEvidentReview(folder: string, home: string | undefined): boolean {
  if (folder === '/' || folder === home) return false;
  let left = mostFiles;
  for (const path of textsIn(folder)) {
    if (left-- === 0) return false;
    if (isEvidentFile(path)) return true;
  }
  return false;
}

/** The texts of a folder, then those of each folder below it, by name. */
function* textsIn(folder: string): Generator<string> {
  yield* ownTexts(folder);
  for (const name of foldersIn(folder)) yield* ownTexts(join(folder, name));
}

/** Names alone, as far as they are asked for: in a folder of ten thousand files their types cost more than all else. What is no file has no head. */
function* ownTexts(folder: string): Generator<string> {
  for (const name of looked(() => readdirSync(folder)).toSorted())
    if (!name.startsWith('.') && readable.test(name) && neverReview(name) === null)
      yield join(folder, name);
}

function foldersIn(folder: string): string[] {
  return looked(() => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => neverHolds(name) === null)
    .sort();
}

/** What cannot be looked at is no evidence. */
function looked<T>(look: () => readonly T[]): readonly T[] {
  try {
    return look();
  } catch {
    return [];
  }
}

/** Whether the head of a file evidently is a review's. Of one that cannot be read, `unread` says it by the error's code; it is none by default. */
export function isEvidentFile(
  path: string,
  unread: (code: string) => boolean = () => false,
): boolean {
  try {
    return isEvident(headOf(path), extname(path).toLowerCase());
  } catch (error) {
    return unread((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** As `isEvidentFile`, and true when something is there that cannot be read: what cannot be looked at is not gone, and reading it will say so. */
export function isEvidentOrUnread(path: string): boolean {
  return isEvidentFile(path, (code) => !/^(?:ENOENT|ENOTDIR|ELOOP)$/.test(code));
}

/**
 * Whether a data file of a library holds reviews, by a look at its head: it evidently does, names who makes films, albums or games, has the number of a
 * book, or names things where its own name or a folder's says their kind. `inside` is its path in the library. True for what cannot be read, which will be said.
 */
export function isDataOfReviews(path: string, inside: string): boolean {
  try {
    const head = headOf(path);
    const keys = keysIn(head);
    const tells = (key: string): boolean => isEvidence(key) || tellsThing(meaningOf(key.trim()));
    // Words of other languages are looked up where no key of English tells it.
    if (keys.some((key) => isEnglishKey(key.trim()) && tells(key))) return true;
    if (isEvident(head, extname(path).toLowerCase()) || keys.some(tells)) return true;
    if (Array.from(head.matchAll(kindLine)).some(([, word = '']) => kindAmong([word]) !== null))
      return true;
    const meanings = keys.map((key) => meaningOf(key.trim()));
    if (listLines(head).some(tellsKind) && meanings.some((meaning) => meaning?.field === 'author'))
      return true;
    const saysKind = inside
      .replace(/\.[^./]+$/, '')
      .split('/')
      .some(tellsKind);
    if (saysKind && meanings.some((meaning) => /^(?:title|itemName)$/.test(meaning?.field ?? '')))
      return true;
    return !isReadable(path);
  } catch (error) {
    return !/^(?:ENOENT|ENOTDIR|ELOOP)$/.test((error as NodeJS.ErrnoException).code ?? '');
  }
}

function tellsKind(name: string): boolean {
  const kind = kindInName(name);
  return kind !== null && !isVagueKind(kind);
}

/** Keys with a list or a mapping below them. */
function listLines(head: string): string[] {
  const lines = head.matchAll(/^[ \t]{0,8}(?:- )?["']?(\p{L}[\p{L}_-]{2,20}s)["']?:[ \t]*$/gmu);
  return Array.from(lines, ([, key = '']) => key);
}

/** As much of a file is parsed to see whether it can be. */
const mostParsed = 1024 * 1024;

/** Whether data that tells nothing is data at all: a file that is broken may have been meant as a review, and reading it says where. */
function isReadable(path: string): boolean {
  if (statSync(path).size > mostParsed) return true;
  const { text } = decodeText(readFileSync(path));
  const ending = extname(path).toLowerCase();
  if (ending === '.json') return parses(text);
  if (!/^\.ya?ml$/.test(ending)) return true;
  const { diagnostics } = parseYaml(text, { offset: 0, locator: createLocator(text) });
  return !diagnostics.some(({ severity }) => severity === 'error');
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A word for a kind under a key that asks for one. */
const kindLine =
  /["']?\b(?:kind|type|media|media_?type|category)["']?[ \t]*[:=][ \t]*["']?([\p{L}][\p{L} _-]{1,20})/giu;

function keysIn(head: string): string[] {
  const inJson = Array.from(head.matchAll(jsonKey), ([, key = '']) => key);
  const inLines = head.split(/\r\n|[\r\n]/).flatMap((line) => keyLine.exec(line)?.[1] ?? []);
  const inFlow = Array.from(head.matchAll(flowKey), ([, key = '']) => key);
  const first = head.split(/\r\n|[\r\n]/, 1)[0] ?? '';
  return [
    ...inJson,
    ...inLines,
    ...inFlow,
    ...first.split(/[,;\t]/).map((cell) => cell.replace(/"/g, '')),
  ];
}

function tellsThing(meaning: Meaning | null): boolean {
  if (meaning?.field === 'creator') return meaning.kind !== undefined;
  if (meaning?.field === 'id') return /^(?:isbn|imdb|tmdb)/.test(meaning.name);
  return /^(?:pros|cons|scores|verdict|critic|sections)$/.test(meaning?.field ?? '');
}

function headOf(path: string): string {
  // A pipe would be waited for.
  if (!statSync(path).isFile()) return '';
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(headBytes);
    return decodeText(bytes.subarray(0, readSync(file, bytes, 0, headBytes, 0))).text;
  } finally {
    closeSync(file);
  }
}

const keyLine =
  /^(?:[ \t]{0,8}(?:- )?)["']?([^\s"':=][^"':=]{0,40}?)["']?[ \t]*(?:::|[:=])[ \t]*(\S.*)$/;
const jsonKey = /"([^"\\]{1,40})"\s*:\s*(?:"[^"]|-?\d|[{[])/g;
/** A key between braces in YAML. */
const flowKey = /[{,][ \t]*['"]?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)['"]?[ \t]*:[ \t]+[^\s,}]/gu;
/** What only a rating looks like: figures of a scale, or its glyphs. */
const ratingMark = new RegExp(
  `[${drawnSigns}]|\\d\\s*/\\s*\\d|\\b\\d[\\d.,]* (?:out of|von|sur|de|su|van|z|из) \\d`,
  'u',
);

/**
 * Stars that rate: at the end of a heading (`# Heat (1995) ★★★★`), or a line of their own, beside figures at most. A year in brackets lets figures
 * be enough in a heading: `# Heat (1995) 4/5`.
 */
const drawnRating = new RegExp(
  [
    `^#{1,6}[ \\t]\\S.*?[ \\t([:–—|-](?:[${ratingSigns}]\\uFE0F?[ \\t]?){2,12}[)\\]]?[ \\t#]*$`,
    `^#{1,6}[ \\t]\\S.*?[([]\\d{4}[)\\]][ \\t:–—|([-]{1,4}\\d{1,3}(?:[.,]\\d{1,2})?[ \\t]?/[ \\t]?(?:5|10|20|100)[)\\]]?[ \\t#]*$`,
    `^(?:\\*\\*)?(?:[${ratingSigns}]\\uFE0F?[ \\t]?){3,12}(?:\\(?\\d[\\d.,]{0,4}[ \\t]?/[ \\t]?\\d{1,3}\\)?)?(?:\\*\\*)?[ \\t]*$`,
  ].join('|'),
  'u',
);

/**
 * Whether a text evidently is a review, by a look at its first 4 KiB: a key that means the rating and has a value, or one that names a thing
 * of a kind (`film:`, `book:` …), or a heading or a line drawn as a rating. `name`, `title`, `product`, `type` are no evidence: package files and
 * posts have them.
 * `ending` is the file's, with its dot, in lower case.
 */
export function isEvident(head: string, ending: string): boolean {
  if (ending === '.csv' || ending === '.tsv')
    return isEvidentHeader(head.split(/\r\n|[\r\n]/, 1)[0] ?? '');
  if (/^\.(?:json|jsonl|ndjson)$/.test(ending))
    return Array.from(head.matchAll(jsonKey)).some(([, key = '']) => isEvidence(key));
  const lines = head.split(/\r\n|[\r\n]/);
  const isData = /^\.(?:ya?ml|toml)$/.test(ending);
  const first = lines.findIndex((line) => line.trim() !== '');
  const isFenced = /^(?:---|\+\+\+)\s*$/.test(lines[first] ?? '');
  let inKeys = isData || isFenced || keyLine.test(lines[first] ?? '');
  return lines.some((line, index) => {
    if (
      inKeys &&
      !isData &&
      index > first &&
      (isFenced ? /^(?:---|\+\+\+|\.\.\.)\s*$/.test(line) : line.trim() === '')
    )
      inKeys = false;
    if (!isData && !(inKeys && isFenced) && drawnRating.test(line)) return true;
    const key = keyLine.exec(isData || inKeys ? line : line.replace(/^[#>*\s-]+|\*\*/g, ''));
    if (key === null) return false;
    const [, name = '', value = ''] = key;
    if (isData || (inKeys && isFenced))
      return isEvidence(name) && !/^(?:(?:~|null|""|''|\[\]|\{\})\s*$|#)/.test(value);
    // A line of prose may begin like a key: only what looks like a rating is one there.
    const isRating = meaningOf(name)?.field === 'rating';
    return isRating ? ratingMark.test(value.slice(0, 80)) : inKeys && isEvidence(name);
  });
}

/** Kinds whose names other programs use as keys of their own. */
const vague: ReadonlySet<string> = new Set(['product', 'software', 'place', 'event', 'other']);
const vagueKeys: ReadonlySet<string> = new Set(['show', 'series', 'track', 'song', 'videogame']);

function isEvidence(key: string): boolean {
  const meaning = meaningOf(key.trim());
  if (meaning?.field === 'rating') return true;
  return (
    meaning?.field === 'named' &&
    !vague.has(meaning.kind) &&
    !vagueKeys.has(key.trim().toLowerCase())
  );
}

/** A header that names a title and a rating. */
function isEvidentHeader(line: string): boolean {
  const names = line.split(/[,;\t]/).map((cell) => meaningOf(cell.replace(/"/g, '').trim())?.field);
  return (
    names.some((name) => name === 'rating' || name === 'author') &&
    names.some((name) => name === 'title' || name === 'itemName' || name === 'named')
  );
}
