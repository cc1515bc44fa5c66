import { nextLine } from '../text/next-line.ts';
import { colonName, detailsMark, pairedMarks } from './spoiler-marks.ts';
import { saysSpoilers } from './spoiler-section.ts';

/** A block spoiler at the start of a text: how much of it, its head, and the Markdown inside. */
export interface SpoilerBlock {
  readonly length: number;
  readonly title: string;
  readonly inner: string;
  /** What would close it, where it is not closed and hides all that follows. */
  readonly missing?: string;
}

/** The block spoiler that a text starts with; null for any other block. Each form holds Markdown up to its own close; one that never closes hides the rest. */
export function spoilerBlockAt(source: string): SpoilerBlock | null {
  return (
    colonLine(source) ??
    colonBlock(source) ??
    tagged(source) ??
    quoted(source) ??
    fenced(source) ??
    indented(source)
  );
}

const oneLine = new RegExp(
  `^ {0,3}:{3,}[ \\t]*${colonName}[ \\t]+([^\\n]*?[^\\s:])[ \\t]*:{3,}[ \\t]*(?:\\n|$)`,
  'i',
);

/** `:::spoiler X :::` */
function colonLine(source: string): SpoilerBlock | null {
  const line = source.slice(0, nextLine(source, 0));
  const found = line.length > 10_000 ? null : oneLine.exec(line);
  return found === null ? null : { length: found[0].length, title: '', inner: found[1] as string };
}

const colonOpen = new RegExp(`^ {0,3}(:{3,})[ \\t]*${colonName}[ \\t]*([^\\n]*)(?:\\n|$)`, 'i');

/** A text as a block of hidden text, between more colons than stand in a row within it. */
export function asSpoilerBlock(text: string): string {
  let longest = 3;
  // Not as the arguments of a call: there may be more of them than one can take.
  for (const [run] of text.matchAll(/:{4,}/g)) longest = Math.max(longest, run.length);
  const fence = ':'.repeat(longest + 1);
  return `${fence}spoiler\n${text}\n${fence}`;
}

/** A fence of colons closes with at least as many; others within it, and fences of code, close first. */
function colonBlock(source: string): SpoilerBlock | null {
  const open = colonOpen.exec(source);
  if (open === null) return null;
  const count = (open[1] as string).length;
  const from = open[0].length;
  const inside: number[] = [];
  let fence: string | null = null;
  for (let at = from; at < source.length; at = nextLine(source, at)) {
    const line = source.slice(at, nextLine(source, at));
    const code = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (code?.startsWith(fence) === true) fence = null;
      continue;
    }
    if (code !== undefined) {
      fence = code;
      continue;
    }
    const colons = /^ {0,3}(:{3,})[ \t]*(\S?)/.exec(line);
    if (colons === null) continue;
    const length = (colons[1] as string).length;
    if (colons[2] !== '') {
      // One that opens and closes on its line is none.
      if (!/:{3,}\s*$/.test(line.trimEnd().slice(length + 3))) inside.push(length);
    } else if (inside.length > 0 && length < count) inside.pop();
    else if (inside.length > 0 && length === inside.at(-1) && length === count) inside.pop();
    else if (length >= count) return blockOf(open, source, from, at, nextLine(source, at));
  }
  const missing = ':'.repeat(count);
  return { ...blockOf(open, source, from, source.length, source.length), missing };
}

function blockOf(
  open: RegExpExecArray,
  source: string,
  from: number,
  end: number,
  length: number,
): SpoilerBlock {
  return { length, title: (open[2] ?? '').trim(), inner: source.slice(from, end) };
}

/** Marks in pairs alone on a line, and `details` with whatever follows. */
const tags = [
  ...pairedMarks.map(({ open, ...mark }) => ({
    ...mark,
    open: new RegExp(`^ {0,3}${open}[ \\t]*(?:\\n|$)`, 'i'),
  })),
  { ...detailsMark, open: new RegExp(`^ {0,3}${detailsMark.open}`, 'i') },
];

/** Marks in pairs, one within another. What follows a close on its line is seen. */
function tagged(source: string): SpoilerBlock | null {
  for (const { open, each, closing } of tags) {
    const start = open.exec(source);
    if (start === null) continue;
    const from = start[0].length;
    const close = balancedClose(source, from, each(start[0].trim()));
    const end = close?.start ?? source.length;
    const after = close === null ? source.length : close.end + blanksAfter(source, close.end);
    const title = (start.groups?.title ?? '').trim();
    const missing = close === null ? { missing: closing(start[0].trim()) } : {};
    return { length: after, title, inner: source.slice(from, end), ...missing };
  }
  return null;
}

/** Where what closes a mark stands. */
export interface Close {
  readonly start: number;
  readonly end: number;
}

/** The close that fits an opening before `from`; null when there is none. `each` finds opens and closes alike, is global, and its first group is a close. */
export function balancedClose(source: string, from: number, each: RegExp): Close | null {
  let depth = 1;
  each.lastIndex = from;
  for (let found = each.exec(source); found !== null; found = each.exec(source)) {
    depth += found[1] === undefined ? 1 : -1;
    if (depth === 0) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** The closes that fit the openings of a text, by where each starts; null for one that is not closed. As `balancedClose`, in one look. */
export function closesIn(source: string, each: RegExp): ReadonlyMap<number, Close | null> {
  const closes = new Map<number, Close | null>();
  const open: number[] = [];
  for (const found of source.matchAll(each)) {
    if (found[1] === undefined) {
      open.push(found.index);
      closes.set(found.index, null);
      continue;
    }
    const start = open.pop();
    if (start !== undefined)
      closes.set(start, { start: found.index, end: found.index + found[0].length });
  }
  return closes;
}

/** The blanks after a close and its line end, when nothing else follows on the line. */
function blanksAfter(source: string, from: number): number {
  return /^[ \t]*(?:\n|$)/.exec(source.slice(from, from + 200))?.[0].length ?? 0;
}

/** `>! text` with no close in its paragraph: the lines of a quote, each with its mark or without. */
function quoted(source: string): SpoilerBlock | null {
  if (!/^ {0,3}>!/.test(source) || opensInline(source)) return null;
  const lines = /^(?: {0,3}>[^\n]*(?:\n|$))+/.exec(source)?.[0] ?? '';
  return { length: lines.length, title: '', inner: lines.replace(/^ {0,3}>!?[ \t]?/gm, '') };
}

const fenceOpen = /^ {0,3}(`{3,}|~{3,})[ \t]*\{?(?:ad-)?spoilers?(?:-block)?\b[^\n]*\n/i;

/** A fence that is named after what it holds, as note vaults write admonitions. */
function fenced(source: string): SpoilerBlock | null {
  const open = fenceOpen.exec(source);
  if (open === null) return null;
  const from = open[0].length;
  for (let at = from; at < source.length; at = nextLine(source, at)) {
    const next = nextLine(source, at);
    const close = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(source.slice(at, next))?.[1];
    if (close?.startsWith(open[1] as string) === true)
      return { length: next, title: '', inner: source.slice(from, at) };
  }
  const inner = source.slice(from);
  return { length: source.length, title: '', inner, missing: open[1] as string };
}

const indentedOpen =
  /^(?:\?\?\?\+?[ \t]+[a-z][\w-]{0,30}|!!![ \t]+spoilers?)(?:[ \t]+"([^"\n]{0,200})")?[ \t]*\n(?=[ \t]*(?:\n[ \t]*)?(?: {4}|\t))/i;

/** `??? note "Head"`: what is folded stands below, indented by four columns (PyMdown Extensions, details). */
function indented(source: string): SpoilerBlock | null {
  const open = source.startsWith('?') || source.startsWith('!') ? indentedOpen.exec(source) : null;
  if (open === null) return null;
  const from = open[0].length;
  let end = from;
  for (let at = from; at < source.length; ) {
    const next = nextLine(source, at);
    const line = source.slice(at, next);
    if (/^(?: {4}|\t)/.test(line)) end = next;
    else if (line.trim() !== '') break;
    at = next;
  }
  const inner = source.slice(from, end).replace(/^(?: {4}|\t)/gm, '');
  return { length: end, title: open[1] ?? '', inner };
}

/** Whether a text that starts with `>!` has the close of an inline spoiler in its paragraph. */
export function opensInline(source: string): boolean {
  const end = source.search(/\n[ \t]*(?:\n|$)/);
  const paragraph = end < 0 ? source : source.slice(0, end);
  return /^ {0,3}>!/.test(paragraph) && paragraph.includes('!<');
}

/** Whether the first line of a quote makes it a callout that is hidden: one named so, or one that is folded with a head that says so. */
export function opensHiddenCallout(line: string): boolean {
  const [, kind = '', fold, title = ''] =
    /^ {0,3}> ?\[!([a-z]+)\]([-+]?)[ \t]*([^\n]*)/i.exec(line) ?? [];
  return /^spoilers?$/i.test(kind) || (fold === '-' && saysSpoilers(title));
}

/** Whether a line opens a block of hidden text, wherever that ends: in a paragraph it is the end of that. */
export function opensBlock(line: string): boolean {
  return colonOpen.test(line) || tags.some(({ open }) => open.test(line));
}

/** The lines of a quote from its second on, lazy ones too (CommonMark, block quotes): a paragraph in it goes on without its mark. */
export function quotedLines(source: string): string {
  let at = 0;
  let inParagraph = true;
  while (at < source.length) {
    const next = nextLine(source, at);
    const line = source.slice(at, next);
    const isQuoted = /^ {0,3}>/.test(line);
    if (!isQuoted && (!inParagraph || line.trim() === '' || startsBlock.test(line))) break;
    const text = isQuoted ? line.replace(/^ {0,3}> ?/, '') : line;
    inParagraph = text.trim() !== '' && !startsBlock.test(text);
    at = next;
  }
  return source.slice(0, at);
}

const startsBlock =
  /^ {0,3}(?:#{1,6}(?:\s|$)|```|~~~|(?:[-*_][ \t]*){3,}$|[-*+][ \t]|\d{1,9}[.)][ \t]|>|:::|<\/?(?:details|div|p|table|pre|ul|ol|h[1-6])\b)/i;
