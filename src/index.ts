/**
 * The library behind the command line: read a review in any spelling, write it in any format.
 * What is exported here is kept as firmly as the command line's promises.
 */

import { parseBaseUrl } from './library/config/base-url.ts';
import { settingsFor } from './library/config/settings-for.ts';
import { lint } from './lint/lint.ts';
import { mend } from './lint/mending/mend.ts';
import {
  type Diagnostic,
  type DiagnosticCode,
  diagnose,
  type Severity,
} from './model/diagnostic.ts';
import type { Review, Section } from './model/review.ts';
import { flattenSections } from './model/section-tree.ts';
import { type LibraryConfig, themeNames } from './model/settings.ts';
import {
  type ReadFile,
  type ReadReview,
  readFile,
  formats as readFormats,
  readReview,
} from './readers/formats.ts';
import { tidy as tidyText } from './tidy/tidy.ts';
import { type FormatName, writeFormat, writeFormats } from './writers/formats.ts';
import type { PictureAnswer } from './writers/writer.ts';

export type {
  DataNode,
  ListNode,
  MapEntry,
  MapNode,
  Placed,
  ScalarNode,
} from './data/data-node.ts';
export type { LoadedReview } from './library/library.ts';
export {
  type Failure,
  type OpenLibrary,
  type OpenLibraryOptions,
  openLibrary,
} from './library/open-library.ts';
export type { ListEntry, SortKey } from './library/query.ts';
export type { NameMatch } from './library/resolve.ts';
export type { FoundFile } from './library/walk.ts';
export {
  type Diagnostic,
  type DiagnosticCode,
  diagnosticKinds,
  type Fix,
  type Severity,
  type TextEdit,
  type Together,
} from './model/diagnostic.ts';
export { findSections, type SectionMatch, type SectionMatchKind } from './model/find-section.ts';
export type { Json, JsonMap } from './model/json.ts';
export { type OutlineEntry, outline } from './model/outline.ts';
export type { Point, Range } from './model/position.ts';
export type { Fact, Origin, OriginRule, Provenance } from './model/provenance.ts';
export type {
  Creator,
  Experience,
  Item,
  ItemKind,
  Person,
  Rating,
  Review,
  Score,
  Section,
} from './model/review.ts';
export type { ExtraSynonyms, Role } from './model/roles.ts';
export type {
  FolderSettings,
  Grade,
  LibraryConfig,
  RuleSettings,
  SiteSettings,
  ThemeName,
} from './model/settings.ts';
export type { ReadFile, ReadReview } from './readers/formats.ts';
export type { ReadRecord, ReadResult } from './readers/reader.ts';
export type { FormatName } from './writers/formats.ts';
export type { EmbeddedPicture, PictureAnswer } from './writers/writer.ts';

export interface ReadOptions {
  /** One of `formats().read`. Default: by the ending of `path`, else by looking at the text. */
  readonly format?: 'markdown' | 'yaml' | 'json' | 'jsonl' | 'csv' | 'toml' | 'text';
  /** Where the text came from; diagnostics then name it. Nothing is read from it. */
  readonly path?: string;
  /** A library's configuration, as `review.config.yaml` has it; what holds for a folder or a glob in it is told by `path`. */
  readonly settings?: LibraryConfig;
}

/** What the readers are told. */
function told({ settings, ...options }: ReadOptions): NonNullable<Parameters<typeof readFile>[1]> {
  if (settings === undefined) return options;
  return { ...settingsFor(settings, options.path ?? ''), ...options };
}

/**
 * Reads a review. Takes any text or bytes at all: what is wrong with them is a diagnostic, with ranges in the decoded text,
 * never an exception. Throws a `TypeError` for an unknown `format` alone.
 */
export function read(
  source: string | Uint8Array,
  options: ReadOptions = {},
): { review: Review; diagnostics: readonly Diagnostic[] } {
  mustBeKnown(options);
  const { records, diagnostics } = readFile(source, told(options));
  const [first, second] = records;
  if (first?.key === null)
    return { review: first.review, diagnostics: [...diagnostics, ...first.diagnostics] };
  if (first === undefined || second === undefined) {
    const { review, diagnostics: all } = readReview(source, told(options));
    return { review, diagnostics: all };
  }
  const message = `The text holds ${records.length} reviews; this is the first. \`readAll\` gives all.`;
  const file = options.path === undefined ? {} : { file: options.path };
  return {
    review: first.review,
    diagnostics: [
      ...diagnostics,
      ...first.diagnostics,
      { ...diagnose('several-reviews', message), ...file },
    ],
  };
}

/**
 * Every review of a text: one, with the key null, where the text is the review; of a list, a table, lines of JSON or headings with ratings, each
 * under a key of its own. What is wrong with one stands with it, what is wrong with the text as a whole beside them. Throws as `read` does.
 */
export function readAll(source: string | Uint8Array, options: ReadOptions = {}): ReadFile {
  mustBeKnown(options);
  return readFile(source, told(options));
}

function mustBeKnown({ format }: ReadOptions): void {
  if (format === undefined || readFormats.some(({ name }) => name === format)) return;
  throw new TypeError(
    `no format '${format}' to read; there is ${readFormats.map(({ name }) => name).join(', ')}`,
  );
}

export interface CheckOptions extends ReadOptions {
  /** Codes to leave out, or to report with another severity. */
  readonly rules?: Readonly<Partial<Record<DiagnosticCode, Severity | 'off'>>>;
  /** Whether a path, relative to the review's folder, is a file. Without it, missing images are not reported. */
  readonly fileExists?: (path: string) => boolean;
}

/**
 * All there is to say of a review's text, what `read` reports included, in the order of the text; fixes are in the diagnostics.
 * Throws a `TypeError` for an unknown `format` alone.
 */
export function check(source: string | Uint8Array, options: CheckOptions = {}): Diagnostic[] {
  mustBeKnown(options);
  const { rules: _, fileExists: __, ...reading } = options;
  return lintWith(readReview(source, told(reading)), options);
}

function lintWith(
  read: ReadReview,
  { settings, rules = settings?.rules, fileExists, path }: CheckOptions,
): Diagnostic[] {
  const found = lint(read, {
    ...(rules === undefined ? {} : { rules }),
    ...(fileExists === undefined ? {} : { fileExists }),
  });
  return path === undefined ? found : found.map((diagnostic) => ({ ...diagnostic, file: path }));
}

/**
 * The text with every fix made that `check` has for it, what was mended (its ranges are in the text as it was then) and what
 * remains. Every other character stays, a byte order mark included: ranges are in the text behind it. A text that was not understood as a
 * whole, holds several reviews or none, or is in a notation that is not written, stays as it is. Throws as `check` does.
 */
export function fix(
  source: string,
  options: CheckOptions = {},
): { text: string; fixed: readonly Diagnostic[]; remaining: readonly Diagnostic[] } {
  mustBeKnown(options);
  const { rules: _, fileExists: __, ...reading } = options;
  const { text, fixed, remaining } = mend(source, told(reading), (read) => lintWith(read, options));
  return { text, fixed, remaining };
}

/** How a text is read, and what `tidy` makes of it. */
export interface TidyOptions extends ReadOptions {
  /** True for keys in one spelling too. Default: keys are spelled as they are, for other programs read them. */
  readonly keys?: boolean;
}

/**
 * A review's text in canonical form: what it means is the same but for ranges; values, comments and bodies keep their characters. A text
 * that was not understood as a whole, holds several reviews or none, or is in a notation that is not written, stays as it is.
 * Throws a `TypeError` for an unknown `format` alone.
 */
export function tidy(source: string, { keys = false, ...options }: TidyOptions = {}): string {
  mustBeKnown(options);
  return tidyText(source, { ...told(options), keys });
}

export interface WriteSettings {
  readonly to: FormatName;
  /** Display columns of a line, for `terminal` (default 80) and `text` (default 72); 0 for no wrapping. */
  readonly columns?: number;
  /** chalk's level, 0..3, for `terminal`. Default: 0. */
  readonly color?: 0 | 1 | 2 | 3;
  /** True to write OSC 8 links, for `terminal`. */
  readonly hyperlinks?: boolean;
  /** `auto`, `dark`, `light` or `mono`, for `terminal`. */
  readonly theme?: string;
  /** True for a page to be heard or logged, for `terminal`: everything in words, nothing drawn. */
  readonly plain?: boolean;
  /** How links that cannot be clicked are written, for `text` and `terminal`. Default: `inline`. */
  readonly links?: 'inline' | 'notes' | 'none';
  /**
   * True to show what is marked as a spoiler, for `terminal`, `text` and `html`. The other formats carry the source, hidden text and all.
   * Default: it is taken out of the review before anything is written.
   */
  readonly spoilers?: boolean;
  /** True for the article alone, its own classes starting with `review-`, for `html`. */
  readonly fragment?: boolean;
  /** CSS that is added after the page's own, for `html`. */
  readonly css?: string;
  /** False for a page without its own style sheet, for `html`. */
  readonly ownCss?: boolean;
  /** The title in the head, for `html`. Default: the review's. */
  readonly title?: string;
  /** What relative links and pictures are made absolute from, an absolute http or https address, for `html`. */
  readonly baseUrl?: string;
  /**
   * Asked for each picture with a relative address, for `html`: its bytes, to stand in the page; an address to show it from or to link to; or null for
   * its text alone. `none`: no pictures. Default: their addresses stay.
   */
  readonly pictures?: 'none' | ((address: string) => PictureAnswer);
  /** Asked for each relative link of the text, for `html`: where it leads, or null for its words alone. Default: as it is written. */
  readonly linkTo?: (address: string) => string | null;
  /** Only this section or these, as `findSections` gave them. */
  readonly section?: Section | readonly Section[] | undefined;
}

/**
 * Writes a review that `read` gave, or one made by hand, as text that ends in a newline.
 * Rejects with a `TypeError` that names the setting: an unknown `to` or `theme`, a `baseUrl` that is none, a `section` that is none of the review's.
 */
export async function write(review: Review, settings: WriteSettings): Promise<string> {
  const format = writeFormat(settings.to);
  if (format === undefined)
    throw new TypeError(
      `no format '${settings.to}' to write; there is ${writeFormats.map(({ name }) => name).join(', ')}`,
    );
  const { to: _, section, ...options } = settings;
  const sections = section === undefined ? undefined : [section].flat();
  mustBeOf(review, sections ?? []);
  if (options.baseUrl !== undefined && parseBaseUrl(options.baseUrl) === null)
    throw new TypeError(
      `baseUrl: an http or https address such as https://example.org/, not '${options.baseUrl}'`,
    );
  if (options.theme !== undefined && format.takes.terminal === true) mustBeATheme(options.theme);
  return (await format.load())(review, {
    ...options,
    ...(sections === undefined ? {} : { sections }),
  });
}

/** Of another review, or made by hand, a section has no text here: that would be an empty page. */
function mustBeOf({ sections }: Review, wanted: readonly Section[]): void {
  const ids = new Set(flattenSections(sections).map(({ id }) => id));
  const stranger = wanted.find((one) => !ids.has(one?.id));
  if (stranger !== undefined || wanted.includes(undefined as never))
    throw new TypeError(
      `section: '${stranger?.id ?? String(stranger)}' is no section of this review; there is ${[...ids].join(', ') || 'none'}`,
    );
}

function mustBeATheme(name: string): void {
  if (!themeNames.some((known) => known === name))
    throw new TypeError(`theme: there is no theme '${name}'; there is ${themeNames.join(', ')}`);
}

/** The formats there are, by name: what can be read, with its endings, and what can be written. */
export function formats(): {
  read: { name: string; endings: readonly string[] }[];
  write: { name: string; ending: string; description: string }[];
} {
  return {
    read: readFormats.map(({ name, extensions }) => ({ name, endings: extensions })),
    write: writeFormats.map(({ name, ending, description }) => ({ name, ending, description })),
  };
}
