import { cleanText, decodeText } from '../data/decode.ts';
import { startsWithFrontMatter } from '../data/front-matter.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { createLocator } from '../model/position.ts';
import { emptyReview } from '../model/review.ts';
import { csvReader } from './csv.ts';
import { isKnownKey } from './fields/metadata.ts';
import { jsonReader } from './json.ts';
import { jsonlReader } from './jsonl.ts';
import { markdownReader } from './markdown.ts';
import { once } from './once.ts';
import type { Reader, ReadRecord, ReadResult, ReadSettings, Surroundings } from './reader.ts';
import { textReader } from './text.ts';
import { tomlReader } from './toml.ts';
import { yamlReader } from './yaml.ts';

/** Every format that is read: one line each. */
export const formats: readonly Reader[] = [
  markdownReader,
  yamlReader,
  jsonReader,
  jsonlReader,
  csvReader,
  tomlReader,
  textReader,
];

export interface FormatQuestion {
  /** A format's name. One that is not known counts as none. */
  readonly format?: string;
  /** A path or URL whose ending tells the format. */
  readonly path?: string;
  readonly text: string;
}

/** The format of a text: by its name, else by the ending of its path, else by looking at the text. */
export function formatOf({ format, path, text }: FormatQuestion): Reader {
  const named = formats.find(({ name }) => name === format?.toLowerCase());
  if (named !== undefined) return named;
  const ending = path === undefined ? undefined : /\.[^./\\]+$/.exec(path.toLowerCase())?.[0];
  const byEnding = formats.find(
    ({ extensions }) => ending !== undefined && extensions.includes(ending),
  );
  if (byEnding === undefined) return formatByLooking(text);
  // Nobody puts keys between such lines into bare text.
  return byEnding === textReader && startsWithFrontMatter(text) ? markdownReader : byEnding;
}

function formatByLooking(text: string): Reader {
  if (/^\s*(?:\{\s*(?:"|\})|\[\s*\{)/.test(text)) return jsonReader;
  if (startsWithFrontMatter(text)) return markdownReader;
  if (looksLikeYaml(text)) return yamlReader;
  return startsWithHeader(text) || hasMarkdownHeading(text) ? markdownReader : textReader;
}

const keyLine = /^["']?([\w:@][\w .:@-]{0,40}?)["']?:(?:[ \t]|$)/;

/** Every line is a key, belongs to one, or is a comment; at least one key is known. A header followed by a text is not YAML. */
function looksLikeYaml(text: string): boolean {
  const lines = text.slice(0, 4000).split(/\r\n|[\r\n]/);
  // A long text is cut in the middle of its last line.
  if (text.length > 4000) lines.pop();
  let known = false;
  for (const line of lines) {
    const key = keyLine.exec(line);
    if (key !== null) known ||= isKnownKey(key[1] as string);
    else if (!/^(?:\s|$|#(?!#)|- |-$|[\]}])/.test(line)) return false;
  }
  // With headings or only one line it is rather Markdown with a header.
  return (
    known &&
    !lines.some((line) => /^#{1,6} /.test(line) && /^# [^#]*$/.test(line) === false) &&
    lines.filter((line) => keyLine.test(line)).length > 1
  );
}

/** A MultiMarkdown header: lines of keys, the first of them known, up to a blank line. */
function startsWithHeader(text: string): boolean {
  const header =
    /^(?:[A-Za-z][\w -]{0,40}:[ \t][^\r\n]*(?:\r?\n|$)(?:[ \t]+\S[^\r\n]*(?:\r?\n|$))*)+(?=[ \t]*(?:\r?\n|$))/;
  const found = header.exec(text.slice(0, 4000));
  return found !== null && isKnownKey(found[0].slice(0, found[0].indexOf(':')));
}

function hasMarkdownHeading(text: string): boolean {
  return /^ {0,3}#{1,6}[ \t]+\S/m.test(text);
}

export interface ReadOptions extends ReadSettings {
  readonly format?: string;
  readonly path?: string;
}

/** What was read, and the text it was read from: ranges are in it. */
export interface ReadReview extends ReadResult {
  readonly source: string;
  /** The name of the format it was read as. */
  readonly format: string;
}

/** More than this is no review. */
const maxUnits = 16 * 1024 * 1024;

/**
 * Reads a review in any format. Takes any string or bytes at all: what is wrong with them is a diagnostic, never an exception.
 * With a `path`, diagnostics name it as their file. Diagnostics: file-too-large, those of `decodeText` and of the reader.
 */
export function readReview(
  source: string | Uint8Array,
  { format, path, ...settings }: ReadOptions = {},
): ReadReview {
  const { text, diagnostics, reader, told } = prepared(source, { format, path, ...settings });
  const result = text.length > maxUnits ? tooLarge(text) : reader.open(text, told).one();
  return {
    ...result,
    diagnostics: inFile([...diagnostics, ...result.diagnostics], path),
    source: text,
    format: reader.name,
  };
}

/** What a file holds: one review, or several. */
export interface ReadFile {
  /** The text that was read: ranges are in it. */
  readonly source: string;
  readonly format: string;
  /** In their order; one, with the key null, where the file is the review. None only where it holds a list of nothing that is a review. */
  readonly records: readonly ReadRecord[];
  /** How many records besides are no reviews yet: what is still to be read, watched or played. */
  readonly waiting?: number;
  /** What is said of the file as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads every review of a text, in any format; as `readReview` does, for a text that is one. Takes any string or bytes at all.
 * Diagnostics: those of `readReview`.
 */
export function readFile(
  source: string | Uint8Array,
  { format, path, ...settings }: ReadOptions = {},
): ReadFile {
  const { text, diagnostics, reader, told } = prepared(source, { format, path, ...settings });
  const opened = text.length > maxUnits ? null : reader.open(text, told);
  const many = told.many === false ? null : (opened?.many() ?? null);
  if (many !== null)
    return {
      source: text,
      format: reader.name,
      records: many.records.map((record) => ({
        ...record,
        diagnostics: inFile(record.diagnostics, path),
      })),
      ...(many.waiting === undefined ? {} : { waiting: many.waiting }),
      diagnostics: inFile([...diagnostics, ...many.diagnostics], path),
    };
  const result = opened?.one() ?? tooLarge(text);
  const record = {
    ...result,
    key: null,
    span: { start: 0, end: text.length },
    diagnostics: inFile(result.diagnostics, path),
  };
  return {
    source: text,
    format: reader.name,
    records: [record],
    diagnostics: inFile(diagnostics, path),
  };
}

/** How many reviews a text holds, without reading it as one. */
export function countReviews(source: string, options: ReadOptions = {}): number {
  const { text, reader, told } = prepared(source, options);
  if (text.length > maxUnits || told.many === false) return 1;
  return reader.open(text, told).many()?.records.length ?? 1;
}

function prepared(
  source: string | Uint8Array,
  { format, path, ...settings }: { [Key in keyof ReadOptions]?: ReadOptions[Key] | undefined },
): { text: string; diagnostics: readonly Diagnostic[]; reader: Reader; told: ReadSettings } {
  const { text, diagnostics } = typeof source === 'string' ? cleanText(source) : decodeText(source);
  const reader = formatOf({
    ...(format === undefined ? {} : { format }),
    ...(path === undefined ? {} : { path }),
    text,
  });
  const around = settings.surroundings ?? surroundingsOf(path);
  const told = (
    around === undefined ? settings : { ...settings, surroundings: around }
  ) as ReadSettings;
  return { text, diagnostics, reader, told };
}

function inFile(
  diagnostics: readonly Diagnostic[],
  path: string | undefined,
): readonly Diagnostic[] {
  return path === undefined
    ? diagnostics
    : diagnostics.map((diagnostic) => ({ ...diagnostic, file: path }));
}

function tooLarge(text: string): ReadResult {
  const message = `The text has ${Math.ceil(text.length / 1024 / 1024)} MiB; 16 MiB are read.`;
  const range = createLocator('').range(0, 0);
  return { review: emptyReview, diagnostics: [diagnose('file-too-large', message, { range })] };
}

/** What a path says by itself: of a file outside any library, its folder alone. Undefined for what has no name of a review's. */
function surroundingsOf(path: string | undefined): Surroundings | undefined {
  const parts = path?.split(/[/\\]/).filter((part) => part !== '' && part !== '.') ?? [];
  const file = parts.at(-1) ?? '';
  const ending = endings().find((each) => file.toLowerCase().endsWith(each));
  if (ending === undefined || file.length === ending.length) return undefined;
  return { folders: parts.slice(-2, -1), name: file.slice(0, -ending.length) };
}

/** The endings that files of reviews have, in lower case with their dots. */
export const endings = once((): readonly string[] =>
  formats.flatMap(({ extensions }) => extensions),
);
