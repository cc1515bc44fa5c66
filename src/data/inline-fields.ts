import type { MapEntry, ScalarNode } from './data-node.ts';
import { type Line, lineAt } from './lines.ts';

/** Fields that stand in a text, and where the text goes on behind them. */
export interface InlineFields {
  readonly entries: readonly MapEntry[];
  /** 0-based, in UTF-16 units. */
  readonly end: number;
  /** True where they stand behind labels that no notation asks for: `Author: Ada Quill`. */
  readonly labelled?: true;
  /** A level-1 heading that stands before them. */
  readonly heading?: { readonly text: string; readonly start: number; readonly end: number };
}

/** More lines than this are no head of a note. */
const mostLines = 100;
const mostUnits = 2000;

/**
 * Fields at the top of a Markdown text, as note vaults write them: Dataview's `key:: value` lines, Logseq's in the first bullets, or a first line of
 * at least two `key: value` parts between `|`, `·` or `•`. Null unless `isKnownKey` knows one of the lines' keys, or two of the parts'. A level-1
 * heading may stand before them, then a line of `#tags`. `labels` reads what stands in neither notation. `from` is where the text starts. Marks of wiki links are taken off the values.
 */
export function topFields(
  source: string,
  from: number,
  isKnownKey: (key: string) => boolean,
  labels: (source: string, first: Line) => InlineFields | null = () => null,
): InlineFields | null {
  const first = nextWords(source, from);
  if (first === null) return null;
  const heading = /^ {0,3}#[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/.exec(first.text.slice(0, mostUnits));
  const top = heading === null ? first : nextWords(source, first.next);
  const tags = top === null ? null : tagsIn(top);
  const line = top === null || tags === null ? top : nextWords(source, top.next);
  if (line === null) return null;
  const below =
    fieldLines(source, line, isKnownKey) ??
    partsOf(line, isKnownKey) ??
    (tags === null ? labels(source, line) : null);
  const found =
    below === null || tags === null ? below : { ...below, entries: [tags, ...below.entries] };
  if (found === null || heading === null) return found;
  const text = heading[1] as string;
  const start = first.start + first.text.indexOf(text);
  return { ...found, heading: { text, start, end: start + text.length } };
}

/** A line of nothing but `#tags`, as note vaults have it above the fields. */
function tagsIn({ text, start }: Line): MapEntry | null {
  if (text.length > mostUnits || !/^\s*#[^\s#]+(?:\s+#[^\s#]+)*\s*$/.test(text)) return null;
  const tags = text.trim().replace(/#/g, '').split(/\s+/).join(', ');
  return fieldEntry('tags', start, tags, start);
}

/** The first line from `from` on that says something. */
export function nextWords(source: string, from: number): Line | null {
  for (let at = from; at < source.length; ) {
    const line = lineAt(source, at);
    if (line.text.trim() !== '') return line;
    if (line.next === at) return null;
    at = line.next;
  }
  return null;
}

const fieldLine =
  /^([ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?)([\p{L}][^:|[\]()*_]{0,40}?)(?:\*\*|__)?::(?:\*\*|__)?([ \t]*)([^:\s].*|)$/u;

function fieldLines(
  source: string,
  first: Line,
  isKnownKey: (key: string) => boolean,
): InlineFields | null {
  const entries: MapEntry[] = [];
  let end = first.start;
  for (let at = first.start, count = 0; at < source.length && count < mostLines; count++) {
    const line = lineAt(source, at);
    const field = line.text.length > mostUnits ? null : fieldLine.exec(line.text);
    if (field === null) break;
    const [, before = '', key = '', blank = '', value = ''] = field;
    // Without a blank it may be anybody's colons.
    if (blank === '' && value !== '' && !isKnownKey(key.trim())) break;
    const keyStart = line.start + before.length;
    const start = line.start + line.text.length - value.length;
    entries.push(fieldEntry(key.trim(), keyStart, value, start));
    end = line.next;
    if (line.next === at) break;
    at = line.next;
  }
  return entries.some(({ key }) => isKnownKey(key)) ? { entries, end } : null;
}

const longestPart = 80;

/** `Year: 2019 | Director: Ann | 1h 59min`; a `|` within `[[a|b]]` parts nothing. */
function partsOf(line: Line, isKnownKey: (key: string) => boolean): InlineFields | null {
  if (line.text.length > mostUnits || !/[|·•]/.test(line.text)) return null;
  const parts = splitParts(line.text);
  if (parts.length < 2 || parts.some(({ text }) => text.trim().length > longestPart)) return null;
  const entries = parts.flatMap(({ text, start }): MapEntry[] => {
    const field = /^([*_\s]*)([\p{L}][^:[\]*_]{0,40}?)[*_]{0,2}:[*_]{0,2}[ \t]+(\S.*)$/u.exec(text);
    if (field === null) return [];
    const [, before = '', key = '', value = ''] = field;
    const at = line.start + start;
    return [
      fieldEntry(key.trim(), at + before.length, value.trim(), at + text.length - value.length),
    ];
  });
  const known = entries.filter(({ key }) => isKnownKey(key));
  return known.length < 2 ? null : { entries: known, end: line.next };
}

function splitParts(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '[') depth++;
    else if (unit === ']') depth = Math.max(0, depth - 1);
    else if (
      at === text.length ||
      (depth === 0 && (unit === '|' || unit === '·' || unit === '•'))
    ) {
      parts.push({ text: text.slice(start, at), start });
      start = at + 1;
    }
  }
  return parts;
}

/** A field whose value, as it stands in the file, starts at `start`. */
export function fieldEntry(key: string, keyStart: number, value: string, start: number): MapEntry {
  const text = withoutWikiMarks(value.trim());
  const end = start + value.length;
  const node: ScalarNode = {
    kind: 'scalar',
    value: text === '' ? null : text,
    text,
    quoted: false,
    start,
    end,
  };
  return { key, keyStart, keyEnd: keyStart + key.length, value: node };
}

/** `[[a|b]]` is b, `[[folder/a]]` is a. */
export function withoutWikiMarks(text: string): string {
  if (!text.includes('[[')) return text;
  return text.replace(
    /!?\[\[([^[\]|]{1,200})(?:\|([^[\]|]{1,200}))?\]\]/g,
    (_, target: string, shown?: string) =>
      shown ?? target.slice(target.lastIndexOf('/') + 1).replace(/#.*$/, ''),
  );
}
