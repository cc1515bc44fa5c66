import { firstLine } from '../data/lines.ts';
import { type Diagnostic, isNotUnderstood } from '../model/diagnostic.ts';
import type { Review } from '../model/review.ts';
import { isIndexPage, neverReview } from '../vocabulary/never-reviews.ts';
import { meaningOf } from '../vocabulary/spelling-lookup.ts';
import { countReviews, type ReadOptions, type ReadReview } from './formats.ts';
import { isExported } from './many/records.ts';

/** Why a file keeps its bytes, whatever could be mended or put in order in it. */
export interface LeftAlone {
  /** `several` reviews, `no-review`, a `notation` that is not written here, `errors`, what else was `unread`, or a `fault` of ours. */
  readonly why: 'several' | 'no-review' | 'notation' | 'errors' | 'unread' | 'fault';
  /** What is said of the file, to stand behind its name: `holds 2 reviews`. */
  readonly words: string;
}

/** What was read; `key` is null where the file was looked at for several reviews already, and is one. */
type ReadText = ReadReview & { readonly key?: string | null };

/**
 * Why a file must not be rewritten from what was read of it; null when all of it was understood. Every command and function that
 * rewrites a file asks here. `options` are those it was read with; a path's name alone may say that it is no review.
 */
export function whyLeftAlone(read: ReadText, options: ReadOptions = {}): LeftAlone | null {
  const { path } = options;
  return (
    nameLeft(read, path) ??
    notationLeft(read, path) ??
    severalLeft(read, options) ??
    unreadLeft(read) ??
    dataLeft(read)
  );
}

function nameLeft({ review, diagnostics }: ReadText, path = ''): LeftAlone | null {
  const isOther = isIndexPage(path) ? !rates(review, diagnostics) : neverReview(path) !== null;
  return isOther ? noReview : null;
}

const noReview: LeftAlone = { why: 'no-review', words: 'is no review' };

const otherEndings = /\.(jsonl|ndjson|csv|tsv|toml)$/i;

function notationLeft({ notation, source, format }: ReadReview, path = ''): LeftAlone | null {
  if (notation === 'inline')
    return { why: 'notation', words: 'has fields in its text, which are read and not written' };
  const ending = otherEndings.exec(path)?.[1];
  const name =
    ending?.toUpperCase() ??
    notation?.toUpperCase() ??
    // A head of TOML that could not be read is one all the same.
    (format === 'markdown' && /^\+\+\+[ \t]*$/.test(firstLine(source).text) ? 'TOML' : null);
  return name === null
    ? null
    : { why: 'notation', words: `is in ${name}, which is read and not written` };
}

function severalLeft(read: ReadText, options: ReadOptions): LeftAlone | null {
  const { format, keys, source } = read;
  const records = read.records ?? linesOfJson(read) ?? inMarkdown(read, options);
  if (records !== undefined)
    return {
      why: 'several',
      words: records === 1 ? 'holds a list, of one review' : `holds ${records} reviews`,
    };
  return format === 'markdown' && keys === undefined && startsWithList(source)
    ? { why: 'several', words: 'holds a list of reviews' }
    : null;
}

/** How many reviews stand in the tables or under the headings of a Markdown text; undefined for one. */
function inMarkdown(
  { format, source, key }: ReadText,
  { path: _, ...options }: ReadOptions,
): number | undefined {
  if (format !== 'markdown' || key === null) return undefined;
  const count = countReviews(source, { ...options, format });
  return count > 1 ? count : undefined;
}

/** How many objects stand in the lines of a text, an object a line, as in `.jsonl`; undefined where they do not. */
function linesOfJson({ format, keys, source }: ReadReview): number | undefined {
  if (format !== 'json' || keys !== undefined) return undefined;
  const lines = source.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every(isObject) ? lines.length : undefined;
}

function isObject(line: string): boolean {
  try {
    return line.trimStart().startsWith('{') && JSON.parse(line) !== null;
  } catch {
    return false;
  }
}

/** Front matter that is a list of mappings: to Markdown, it is a rule and a list. */
function startsWithList(source: string): boolean {
  const first = firstLine(source);
  if (!/^---[ \t]*$/.test(first.text)) return false;
  const second = firstLine(source.slice(first.next, first.next + 1000));
  return /^-[ \t]+(?:[{&!]|["']?[\w.@ -]{1,60}["']?:(?:[ \t]|$))/.test(second.text);
}

function unreadLeft({ diagnostics, format, keys, source }: ReadReview): LeftAlone | null {
  const unread = diagnostics.filter(isNotUnderstood);
  // Data without keys is no review; only where there are errors in it, it may be meant as one.
  if (unread.length > 0 && unread.every(({ code }) => code === 'not-a-mapping')) return noReview;
  const error = unread.find(({ severity }) => severity === 'error');
  if (error !== undefined) return { why: 'errors', words: `has errors${placeOf(error)}` };
  const [first] = unread;
  if (first !== undefined)
    return { why: 'unread', words: `is not read as a whole (${first.code}${placeOf(first)})` };
  return (format === 'yaml' || format === 'json') && keys === undefined && source.trim() !== ''
    ? noReview
    : null;
}

function placeOf({ range }: Diagnostic): string {
  return range === undefined ? '' : ` in line ${range.start.line}`;
}

const ofData: ReadonlySet<string> = new Set(['yaml', 'json', 'toml']);

/** Data counts as a review when it names a thing or rates it. What was exported says of itself that it is one. */
function dataLeft({ format, review, keys, diagnostics }: ReadReview): LeftAlone | null {
  if (!ofData.has(format) || (keys !== undefined && isExported(keys))) return null;
  const kindIsKnown = !diagnostics.some(({ code }) => code === 'kind-unknown');
  const { name, kind } = review.item;
  const isNamed = name !== undefined && kindIsKnown && (kind !== undefined || namesItem(keys));
  return rates(review, diagnostics) || isNamed ? null : noReview;
}

/** Whether a key says that it names the thing: a `name` or `title` alone may be that of anything. */
function namesItem(keys: ReadReview['keys']): boolean {
  return (keys?.entries ?? []).some(({ key, value }) => {
    const field = /^(?:name|title)$/i.test(key) ? undefined : meaningOf(key)?.field;
    return (
      field === 'itemName' || field === 'named' || (field === 'review' && value.kind === 'map')
    );
  });
}

function rates(review: Review, diagnostics: readonly Diagnostic[]): boolean {
  return (
    review.rating !== null ||
    review.scores.length > 0 ||
    review.recommended !== undefined ||
    diagnostics.some(({ code }) => code === 'rating-unreadable' || code === 'rating-out-of-range')
  );
}
