import { isNotUnderstood } from '../model/diagnostic.ts';
import { type ReadOptions, type ReadReview, readReview } from '../readers/formats.ts';
import { isExported } from '../readers/many/records.ts';
import { type LeftAlone, whyLeftAlone } from '../readers/rewritable.ts';
import { layoutOf, meaningOf } from '../readers/same-review.ts';
import { writeJson } from '../writers/json.ts';
import { tidyBody } from './body.ts';
import { allButNames, type Choices, everything, nothing } from './choices.ts';
import { keepsAll } from './kept.ts';
import { headerAsYaml, type Naming, tidyKeyLines } from './keys.ts';

/** One change may make room for another. */
const mostRounds = 5;

/** What became of a text, and why it kept its bytes when it was not to be rewritten. */
export interface Tidied {
  readonly text: string;
  readonly left: LeftAlone | null;
}

/** How a text is read, and what is made of it. */
export interface TidyOptions extends ReadOptions {
  /** True for keys in one spelling too, and for JSON as it is exported. Default: keys are spelled as they are, for other programs read them. */
  readonly keys?: boolean;
}

/**
 * A review's file in canonical form: keys in order, YAML for a header, headings with `#`, single blank lines; with `keys`, keys in one spelling
 * and JSON as it is exported, else exported JSON alone is arranged. Values, comments and what stands under the headings keep their bytes, and so does plain text. What the
 * file means is the same but for ranges, and so is its layout: where a change would make a difference, it is not made. Doing it twice is
 * doing it once. A file that was not understood as a whole (`whyLeftAlone`) is given back as it is.
 */
export function tidy(source: string, options: TidyOptions = {}): string {
  return tidied(source, options).text;
}

/** As `tidy`, and says why a text was left alone. */
export function tidied(source: string, { keys = false, ...options }: TidyOptions = {}): Tidied {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const first = readReview(source, options);
  // What is not text as it stands (half a character) could not be kept.
  if (mark + first.source !== source)
    return { text: source, left: whyLeftAlone(first, options) ?? notText };
  const left = whyLeftAlone(first, options);
  if (left !== null) return { text: source, left };
  let read = first;
  for (let round = 0; round < mostRounds; round++) {
    const next = tidyOnce(read, options, keys ? everything : allButNames);
    if (next.source === read.source) break;
    read = next;
  }
  if (read === first) return { text: source, left: null };
  return isSame(first, readReview(read.source, options), options) &&
    ownsMeaning(first, read, options)
    ? { text: mark + read.source, left: null }
    : { text: source, left: ourFault };
}

const notText: LeftAlone = { why: 'unread', words: 'is not all text' };
const ourFault: LeftAlone = {
  why: 'fault',
  words: 'would have changed its meaning: a fault of this program, please report it',
};

function isSame(before: ReadReview, after: ReadReview, options: ReadOptions): boolean {
  return (
    before.format === after.format &&
    whyLeftAlone(after, options) === null &&
    meaningOf(before.review) === meaningOf(after.review) &&
    layoutOf(before.review) === layoutOf(after.review)
  );
}

/** The settings of a library must not become a part of the file: without them, it says what it said. */
function ownsMeaning(before: ReadReview, after: ReadReview, options: ReadOptions): boolean {
  const { format, path, ...settings } = options;
  if (Object.keys(settings).length === 0 || before.format !== 'json') return true;
  const alone = { format: before.format };
  return (
    meaningOf(readReview(before.source, alone).review) ===
    meaningOf(readReview(after.source, alone).review)
  );
}

function tidyOnce(read: ReadReview, options: ReadOptions, wanted: Choices): ReadReview {
  const attempt = (choices: Choices): ReadReview | null => {
    const text = rewritten(read, options, choices);
    if (text === read.source) return read;
    const next = readReview(text, options);
    return isSame(read, next, options) ? next : null;
  };
  return attempt(wanted) ?? attempt(harmless(read, wanted, attempt)) ?? read;
}

/** Each key is tried by reading the file anew: so many, and as many as make so much to read; the others keep their names if not all can change. */
const mostKeys = 100;
const mostUnits = 1024 * 1024;

/** Of all choices, those that do not change what the file means, each tried with the ones before it. */
function harmless(
  read: ReadReview,
  wanted: Choices,
  attempt: (choices: Choices) => ReadReview | null,
): Choices {
  let chosen = nothing;
  const consider = (more: Partial<Choices>): void => {
    const choices = { ...chosen, ...more };
    if (attempt(choices) !== null) chosen = choices;
  };
  consider({ body: true });
  consider({ layout: true });
  consider({ order: true });
  if (wanted === allButNames) return chosen;
  const affordable = Math.floor(mostUnits / Math.max(read.source.length, 1));
  const count = Math.min(read.keys?.entries.length ?? 0, mostKeys, affordable);
  for (let index = 0; index < count; index++) {
    const before = chosen.renames;
    consider({ renames: (each) => each === index || before(each) });
  }
  return chosen;
}

function rewritten(read: ReadReview, options: ReadOptions, choices: Choices): string {
  switch (read.format) {
    case 'json':
      return choices.layout ? jsonText(read, choices) : read.source;
    case 'yaml':
      return yamlText(read, options, choices);
    case 'markdown':
      return markdownText(read, options, choices);
    default:
      return read.source;
  }
}

function lineEndOf(source: string): string {
  return /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
}

/** What is not exported has names and a shape of its own, which other programs may go by. */
function jsonText({ keys, review, source }: ReadReview, choices: Choices): string {
  if (choices === allButNames && (keys === undefined || !isExported(keys))) return source;
  const text = writeJson(review);
  return keys === undefined || keepsAll(keys, text) ? text : source;
}

function yamlText(read: ReadReview, options: ReadOptions, choices: Choices): string {
  const { source } = read;
  const naming = namingOf(read, options);
  if (naming === null) return source;
  const lines = { ...naming, source, start: 0, end: source.length, eol: lineEndOf(source) };
  return tidyKeyLines(lines, choices) ?? source;
}

/** Null when there are no keys, or some that must not be moved. */
function namingOf(
  { keys, diagnostics, review }: ReadReview,
  { spellings }: ReadOptions,
): Naming | null {
  return keys === undefined || diagnostics.some(isNotUnderstood)
    ? null
    : { keys, spellings, kind: review.item.kind };
}

function markdownText(read: ReadReview, options: ReadOptions, choices: Choices): string {
  const { source, bodyStart = 0 } = read;
  const eol = lineEndOf(source);
  const naming = namingOf(read, options);
  const head = source.slice(0, bodyStart);
  const tidied = naming === null ? head : headText(head, naming, choices, eol);
  const body = choices.body ? tidyBody(read, eol) : null;
  if (body === null) return tidied + source.slice(bodyStart);
  // A header that stays one ends with its blank line.
  const endsBlank = /\n[ \t]*\n$/.test(tidied.replace(/\r\n?/g, '\n'));
  const isApart = tidied === '' || body === '' || endsBlank;
  return tidied + (isApart ? '' : eol) + body + (body === '' ? '' : eol);
}

/** The front matter with its `---` lines, or the header, as it stands in front of the text. */
function headText(head: string, naming: Naming, choices: Choices, eol: string): string {
  const fences =
    /^((?:[ \t]*(?:\r\n|\r(?!\n)|\n))*---[ \t]*(?:\r\n|\r|\n))([\s\S]*?)((?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n)?)$/.exec(
      head,
    );
  if (fences === null) {
    if (!choices.layout) return head;
    return `---\n${headerAsYaml(naming, choices)}---\n`.replaceAll('\n', eol);
  }
  const [, open = '', , close = ''] = fences;
  const lines = {
    ...naming,
    source: head,
    start: open.length,
    end: head.length - close.length,
    eol,
  };
  const text = tidyKeyLines(lines, choices);
  if (text === null) return head;
  return choices.layout ? `---${eol}${text}---${eol}` : open + text + close;
}
