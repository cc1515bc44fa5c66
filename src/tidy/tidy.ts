import { createLocator } from '../model/position.ts';
import type { Review, Section } from '../model/review.ts';
import { type ReadOptions, type ReadReview, readReview } from '../readers/formats.ts';
import { writeJson } from '../writers/json.ts';
import { tidyBody } from './body.ts';
import { type Choices, everything, nothing } from './choices.ts';
import { headerAsYaml, type Naming, tidyKeyLines } from './keys.ts';

/** One change may make room for another. */
const mostRounds = 5;

/**
 * A review's file in canonical form: keys in order and in one spelling, YAML for a header, headings with `#`, single blank lines,
 * JSON as it is exported. Values, comments and what stands under the headings keep their bytes, and so does plain text. What the
 * file means is the same but for ranges: where a change would make a difference, it is not made. Doing it twice is doing it once.
 */
export function tidy(source: string, options: ReadOptions = {}): string {
  let read = readReview(source, options);
  // What is not text as it stands (a NUL) could not be kept.
  if (read.source !== source) return source;
  // A notation that is read and not written.
  if (read.notation !== undefined) return source;
  for (let round = 0; round < mostRounds; round++) {
    const next = tidyOnce(read, options);
    if (next.source === read.source) break;
    read = next;
  }
  return read.source;
}

function tidyOnce(read: ReadReview, options: ReadOptions): ReadReview {
  const meaning = meaningOf(read.review);
  const attempt = (choices: Choices): ReadReview | null => {
    const text = rewritten(read, options, choices);
    if (text === read.source) return read;
    const next = readReview(text, { ...options, format: read.format });
    return meaningOf(next.review) === meaning ? next : null;
  };
  return attempt(everything) ?? attempt(harmless(read, attempt)) ?? read;
}

/** Each key is tried by reading the file anew: in one that is larger than this, no key is renamed if not all can be. */
const mostKeys = 100;
const mostUnits = 128 * 1024;

/** Of all choices, those that do not change what the file means, each tried with the ones before it. */
function harmless(read: ReadReview, attempt: (choices: Choices) => ReadReview | null): Choices {
  let chosen = nothing;
  const consider = (more: Partial<Choices>): void => {
    const choices = { ...chosen, ...more };
    if (attempt(choices) !== null) chosen = choices;
  };
  consider({ body: true });
  consider({ layout: true });
  consider({ order: true });
  if (read.source.length > mostUnits) return chosen;
  const count = read.keys?.entries.length ?? 0;
  for (let index = 0; index < Math.min(count, mostKeys); index++) {
    const before = chosen.renames;
    consider({ renames: (each) => each === index || before(each) });
  }
  return chosen;
}

/** What a file says, as the bytes of its export, but for where it says it. */
function meaningOf(review: Review): string {
  return writeJson({ ...review, sections: review.sections.map(withoutPlace) });
}

const nowhere = createLocator('').range(0, 0);

function withoutPlace(section: Section): Section {
  return { ...section, range: nowhere, sections: section.sections.map(withoutPlace) };
}

function rewritten(read: ReadReview, options: ReadOptions, choices: Choices): string {
  switch (read.format) {
    case 'json':
      return choices.layout ? writeJson(read.review) : read.source;
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

/** Codes that say that keys stand in the file which were not read: they must not be moved. */
const unread: ReadonlySet<string> = new Set(['key-duplicate', 'yaml-unsupported', 'yaml-syntax']);

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
  return keys === undefined || diagnostics.some(({ code }) => unread.has(code))
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
  const fences = /^(---[ \t]*(?:\r\n|\r|\n))[\s\S]*?((?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n)?)$/.exec(
    head,
  );
  if (fences === null) {
    if (!choices.layout) return head;
    return `---\n${headerAsYaml(naming, choices)}---\n`.replaceAll('\n', eol);
  }
  const [, open = '', close = ''] = fences;
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
