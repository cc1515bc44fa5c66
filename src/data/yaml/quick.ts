import type { DataNode, ListNode, MapEntry, MapNode, ScalarNode } from '../data-node.ts';

/**
 * Reads the plain part of YAML that nearly all front matter is written in: `key: value` lines with plain or quoted scalars, `[a, b]`, lists of
 * scalars, `|` and `>`, and maps of such within one another. Gives what the full reader gives, offsets included, and finds nothing to say of it; null for
 * anything else, which is not to say that it is wrong. `offset` is where the text starts in its file.
 */
export function readPlainYaml(text: string, offset: number): MapNode | null {
  if (unsure.test(text)) return null;
  const lines = linesOf(text);
  const reading: Reading = { text, offset, lines, at: 0 };
  skipSilent(reading);
  if (lines[reading.at]?.indent !== 0) return null;
  const map = readMap(reading, 0, 0);
  return map !== null && reading.at === lines.length ? map : null;
}

/** Characters that make a difference to YAML wherever they stand, documents and directives, and a comment at the end. */
const unsure =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\0-\x09\x0B-\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\uFEFF\p{Cs}]|\r(?!\n)|^(?:---|\.\.\.|%)|^[^\S\n]*#[^\n]*\s*(?![\s\S])/mu;

const deepest = 3;

interface Row {
  readonly start: number;
  /** Without the line's end and the spaces before it. */
  readonly end: number;
  /** Spaces before the text; -1 for a blank line. */
  readonly indent: number;
}

interface Reading {
  readonly text: string;
  readonly offset: number;
  readonly lines: readonly Row[];
  /** The line that is to be read next. */
  at: number;
}

function linesOf(text: string): Row[] {
  const lines: Row[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    let end = next;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    let first = start;
    while (first < end && text.charCodeAt(first) === 32) first++;
    lines.push({ start, end, indent: first === end ? -1 : first - start });
    start = next + 1;
  }
  return lines;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 13;
}

/** Blank lines and comments. */
function skipSilent(reading: Reading): void {
  const { lines, text } = reading;
  for (let row = lines[reading.at]; row !== undefined; row = lines[++reading.at])
    if (row.indent >= 0 && text.charCodeAt(row.start + row.indent) !== 35) return;
}

const keyPattern = /([\p{L}_][\p{L}\p{N}\p{M}_ .()/-]{0,100}):(?: +|\r?\n|\r?$)/uy;
const noKey = /^(?:null|true|false|y|n|yes|no|on|off)$/i;

function readMap(reading: Reading, indent: number, depth: number): MapNode | null {
  const { text, lines, offset } = reading;
  const entries: MapEntry[] = [];
  const names = new Set<string>();
  let start = -1;
  let end = -1;
  for (; ; skipSilent(reading)) {
    const row = lines[reading.at];
    if (row === undefined || row.indent < indent) break;
    if (row.indent > indent) return null;
    const keyStart = row.start + indent;
    keyPattern.lastIndex = keyStart;
    const key = keyPattern.exec(text)?.[1];
    if (key === undefined || key.endsWith(' ') || noKey.test(key) || names.has(key)) return null;
    names.add(key);
    const keyEnd = keyStart + key.length;
    const value = readValue(reading, row, keyEnd + 1, indent, depth);
    if (value === null) return null;
    if (start < 0) start = keyStart;
    // What is not there stands behind the spaces, which are no part of the map.
    end = value.end > value.start ? value.end - offset : keyEnd + 1;
    entries.push({ key, keyStart: offset + keyStart, keyEnd: offset + keyEnd, value });
  }
  if (entries.length === 0) return null;
  return { kind: 'map', flow: false, entries, ...placed(reading, start, end) };
}

/** What stands behind a colon: on the line, or on those below it. */
function readValue(
  reading: Reading,
  row: Row,
  from: number,
  indent: number,
  depth: number,
): DataNode | null {
  const { text, lines } = reading;
  let start = from;
  while (start < row.end && text.charCodeAt(start) === 32) start++;
  reading.at++;
  if (start < row.end) {
    const first = text.charAt(start);
    if (first === '|' || first === '>') return readBlock(reading, row, start, indent);
    const value =
      first === '[' ? readFlow(reading, start, row.end) : readScalar(reading, start, row.end);
    return value !== null && endsHere(reading, indent) ? value : null;
  }
  while (text.charCodeAt(start) === 32) start++;
  skipSilent(reading);
  const next = lines[reading.at];
  if (next === undefined || next.indent < indent) return nothing(reading, start);
  const isItem = /-(?: |$)/y;
  const at = next.start + next.indent;
  isItem.lastIndex = at;
  if (isItem.test(text.slice(0, next.end))) return readList(reading, next.indent, indent);
  if (next.indent === indent) return nothing(reading, start);
  return depth + 1 < deepest ? readMap(reading, next.indent, depth + 1) : null;
}

/** Whether the value has no further lines: the next one is no further in than its key. */
function endsHere({ lines, at }: Reading, indent: number): boolean {
  let next = at;
  while (lines[next]?.indent === -1) next++;
  const row = lines[next];
  return row === undefined || row.indent <= indent;
}

function nothing({ offset }: Reading, at: number): ScalarNode {
  const place = offset + at;
  return { kind: 'scalar', value: null, quoted: false, text: '', start: place, end: place };
}

/** `- a` lines, each with a scalar. */
function readList(reading: Reading, indent: number, keyIndent: number): ListNode | null {
  const { text, lines } = reading;
  const items: DataNode[] = [];
  const start = (lines[reading.at] as Row).start + indent;
  let end = start;
  for (; ; skipSilent(reading)) {
    const row = lines[reading.at];
    if (row === undefined || row.indent < indent) break;
    const dash = row.start + indent;
    const isItem = row.indent === indent && text.startsWith('- ', dash);
    // A key may stand as far in as the items of the one before it.
    if (!isItem && row.indent === indent && indent === keyIndent && text.charAt(dash) !== '-')
      break;
    if (!isItem) return null;
    let from = dash + 1;
    while (text.charCodeAt(from) === 32) from++;
    reading.at++;
    const item = readScalar(reading, from, row.end);
    if (item === null || !endsHere(reading, indent)) return null;
    items.push(item);
    end = row.end;
  }
  return { kind: 'list', flow: false, items, ...placed(reading, start, end) };
}

const separator = /[[\]{},]/;

/** `[a, 'b', "c"]` on one line. */
function readFlow(reading: Reading, start: number, end: number): ListNode | null {
  const { text } = reading;
  if (text.charAt(end - 1) !== ']') return null;
  const items: DataNode[] = [];
  for (let at = start + 1; ; ) {
    while (text.charCodeAt(at) === 32) at++;
    if (at === end - 1 && items.length === 0) break;
    const first = text.charAt(at);
    let to = at;
    if (first === '"' || first === "'") to = text.indexOf(first, at + 1) + 1;
    else while (to < end && !separator.test(text.charAt(to))) to++;
    if (to <= at || to >= end) return null;
    let last = to;
    while (text.charCodeAt(last - 1) === 32) last--;
    const item = readScalar(reading, at, last);
    if (item === null || (!item.quoted && /[:"'#]/.test(item.text))) return null;
    items.push(item);
    while (text.charCodeAt(to) === 32) to++;
    if (to === end - 1) break;
    if (text.charAt(to) !== ',') return null;
    at = to + 1;
  }
  return { kind: 'list', flow: true, items, ...placed(reading, start, end) };
}

/** A scalar that is all of a stretch of one line. */
function readScalar(reading: Reading, start: number, end: number): ScalarNode | null {
  if (start >= end) return null;
  const { text, offset } = reading;
  const written = text.slice(start, end);
  const place = { start: offset + start, end: offset + end };
  const first = written.charAt(0);
  if (first === '"' || first === "'") {
    const inner = written.slice(1, -1);
    if (written.length < 2 || !written.endsWith(first) || inner.includes(first)) return null;
    if (first === '"' && inner.includes('\\')) return null;
    return { kind: 'scalar', value: inner, quoted: true, text: inner, ...place };
  }
  if (!isPlain.test(written)) return null;
  const value = plainValue(written);
  return value === undefined
    ? null
    : { kind: 'scalar', value, quoted: false, text: written, ...place };
}

/** Starts with no indicator, and holds no second key. */
const isPlain = /^(?![-?:](?: |$))[^\s,[\]{}#&*!|>'"%@`?:](?!.*(?::(?: |$)| #)).*$/u;
const whole = /^-?(?:0|[1-9]\d{0,14})$/;
const decimal = /^-?(?:0|[1-9]\d{0,8})\.\d{1,9}$/;

/** A plain scalar's value in YAML's core schema; undefined for the rarer notations. */
function plainValue(written: string): ScalarNode['value'] | undefined {
  const first = written.charCodeAt(0);
  const mayBeNumber = first < 58 && first !== 36 && first !== 40 && first !== 47;
  if (mayBeNumber) {
    if (written === '-0') return undefined;
    if (whole.test(written) || decimal.test(written)) return Number(written);
    return /^[-+.]?\d*(?:\.\d*)?(?:[eE][-+]?\d+)?$|^0[ox]|^[-+]?\.(?:inf|nan)$/i.test(written)
      ? undefined
      : written;
  }
  if (written.length > 5) return written;
  if (/^(?:true|True|TRUE)$/.test(written)) return true;
  if (/^(?:false|False|FALSE)$/.test(written)) return false;
  return /^(?:~|null|Null|NULL)$/.test(written) ? null : written;
}

/** `|` or `>`, with `-` or without: the lines below that are further in. */
function readBlock(reading: Reading, row: Row, start: number, indent: number): ScalarNode | null {
  const { text, lines, offset } = reading;
  const mark = text.slice(start, row.end);
  if (!/^[|>]-?$/.test(mark)) return null;
  const first = lines[reading.at];
  if (first === undefined || first.indent <= indent) return null;
  const content: string[] = [];
  let last = first;
  for (let at = reading.at; at < lines.length; at++) {
    const line = lines[at] as Row;
    if (line.indent >= 0 && line.indent <= indent) break;
    const isBlank = line.indent < 0;
    if (isBlank ? endOf(text, line) > line.start : line.indent < first.indent) return null;
    content.push(isBlank ? '' : text.slice(line.start + first.indent, endOf(text, line)));
    if (!isBlank) {
      last = line;
      reading.at = at + 1;
    }
  }
  while (content.at(-1) === '') content.pop();
  // Where the text ends without a line end, or with spaces, what is kept differs.
  if (text.charCodeAt(endOf(text, last)) !== 10 || text.includes('\r')) return null;
  const folded = mark.startsWith('>') ? foldLines(content) : content.join('\n');
  if (folded === null) return null;
  const value = mark.endsWith('-') ? folded : `${folded}\n`;
  return {
    kind: 'scalar',
    value,
    quoted: true,
    text: value,
    start: offset + start,
    end: offset + last.end,
  };
}

function endOf(text: string, { start }: Row): number {
  const newline = text.indexOf('\n', start);
  return newline < 0 ? text.length : newline;
}

/** Lines folded into paragraphs; null where one is further in, which stays as it is. */
function foldLines(lines: readonly string[]): string | null {
  if (lines.some((line) => line.startsWith(' ') || line.endsWith(' '))) return null;
  let folded = lines[0] as string;
  let blanks = 0;
  for (const line of lines.slice(1)) {
    if (line === '') blanks++;
    else {
      folded += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + line;
      blanks = 0;
    }
  }
  return folded;
}

function placed({ text, offset }: Reading, start: number, end: number) {
  return { start: offset + start, end: offset + end, text: text.slice(start, end) };
}
