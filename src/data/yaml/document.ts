import type { Document } from 'yaml';
import { loadYaml } from './load-yaml.ts';
import {
  applyEdits,
  type Edit,
  mendLine,
  mendOpenBracket,
  mendTabs,
  mendUnclosed,
  originalOffsets,
} from './mend.ts';
import { findMisreads } from './misread.ts';

const maxMends = 10;
/** Each line that is mended costs another look at all of the text: no more than so many units are read again. */
const maxUnitsAgain = 640 * 1024;

const options = {
  schema: 'core',
  stringKeys: true,
  resolveKnownTags: false,
  // yaml's own check compares every key with every other.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

interface Composed {
  readonly document: Document.Parsed;
  /** Where a second document starts, if one does. */
  readonly secondDocument: number | null;
}

function compose(text: string): Composed {
  const { Composer, Parser } = loadYaml();
  const composer = new Composer(options);
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    if (first !== undefined) return { document: first, secondDocument: document.range[0] };
    first = document as Document.Parsed;
  }
  return { document: first as Document.Parsed, secondDocument: null };
}

/**
 * Parses, and while a line breaks the YAML only for want of quotes, or means something else to YAML than to anybody who
 * reads it, quotes it and parses again.
 */
export function mend(
  source: string,
): Composed & { readonly text: string; readonly edits: readonly Edit[] } {
  let edits: Edit[] = [];
  let text = source;
  let composed = compose(text);
  const most = Math.min(maxMends, Math.floor(maxUnitsAgain / Math.max(source.length, 1)));
  for (let count = 0; count < most; count++) {
    const error = composed.document.errors[0];
    const positions =
      error === undefined
        ? findMisreads(composed.document, text, maxMends - edits.length)
        : [error.pos[0]];
    if (positions.length === 0 || error?.code === 'RESOURCE_EXHAUSTION') break;
    const inSource = originalOffsets(edits);
    const at = positions.map(inSource);
    const before = edits;
    // All at once where that mends them, else the first alone: each time takes another look at all of the text.
    const mended = candidates(error?.code, source, at).reduce<Mended | null>(
      (found, more) => found ?? tryEdits(source, before, more),
      null,
    );
    if (mended === null) break;
    ({ edits, text, composed } = mended);
  }
  return { ...composed, text, edits };
}

interface Mended {
  readonly edits: Edit[];
  readonly text: string;
  readonly composed: Composed;
}

/** What may mend an error, the likeliest first. */
function candidates(
  code: string | undefined,
  source: string,
  at: readonly number[],
): readonly Edit[][] {
  const one = (edit: Edit | null): Edit[] => (edit === null ? [] : [edit]);
  if (code === 'TAB_AS_INDENT') return [mendTabs(source)];
  // A quote or bracket that is not closed is missed only later on.
  const opened =
    code === 'MISSING_CHAR' || code === 'BAD_INDENT' || code === 'BLOCK_IN_FLOW'
      ? [one(mendOpenBracket(source))]
      : [];
  const unclosed = code === 'MISSING_CHAR' ? [one(mendUnclosed(source))] : [];
  // The lines of a text below `key: |`.
  const tabs = at.some((position) => startsWithTab(source, position)) ? [mendTabs(source)] : [];
  const lines = at.map((position) => one(mendLine(source, position)));
  return [
    ...tabs,
    ...unclosed,
    ...opened,
    lines.flat(),
    ...(lines.length > 1 ? [lines[0] as Edit[]] : []),
  ];
}

function startsWithTab(source: string, position: number): boolean {
  return source.charAt(source.lastIndexOf('\n', position - 1) + 1) === '\t';
}

/** The source with more edits; null when they mend nothing. */
function tryEdits(source: string, before: readonly Edit[], more: readonly Edit[]): Mended | null {
  const last = more.at(-1);
  if (last === undefined) return null;
  const edits = [...before, ...more].sort((a, b) => a.start - b.start);
  // Both lists are free of overlaps, so those that do overlap now are neighbours.
  if (edits.some(({ start }, index) => start <= (edits[index - 1]?.end ?? -1))) return null;
  const text = applyEdits(source, edits);
  const composed = compose(text);
  const error = composed.document.errors[0];
  return error !== undefined && originalOffsets(edits)(error.pos[0]) <= last.end
    ? null
    : { edits, text, composed };
}
