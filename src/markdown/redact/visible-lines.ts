import { nextLine } from '../../text/next-line.ts';
import { blankedText, blanks, mayHide } from '../hidden-text.ts';
import { opensHiddenCallout, quotedLines, spoilerBlockAt } from '../spoiler-blocks.ts';
import { classLine } from '../spoiler-marks.ts';
import { saysSpoilers } from '../spoiler-section.ts';

interface Line {
  readonly text: string;
  readonly start: number;
  readonly next: number;
}

/** A line of a Markdown text that is seen, without its end, and what of it is. Offsets are 0-based, in UTF-16 units of the text as it was given. */
export interface VisibleLine extends Line {
  /** As `text`, with spaces where a part of it is hidden or a comment. */
  readonly seen: string;
  /** True for the heading of a section that is a spoiler as a whole. */
  readonly hidesBelow?: true;
}

/**
 * The lines of a Markdown text that a reader sees, blank ones too, to take facts from: none of a fence, a comment, a block of raw HTML, `<details>`, a block
 * spoiler, private text or what stands under a heading that says spoilers. Lists and quotes are not looked into. In a plain text (`isPlain`) there are
 * no fences, no HTML and no such headings. Takes linear time.
 */
export function visibleLines(source: string, from = 0, isPlain = false): VisibleLine[] {
  // Same offsets, and the line ends that blocks are found by.
  const text = source.includes('\r') ? source.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : source;
  const found: VisibleLine[] = [];
  let paragraph: Line[] = [];
  const flush = (): void => {
    for (const line of seenLines(paragraph)) found.push(line);
    paragraph = [];
  };
  for (let at = from; at < source.length; ) {
    const next = nextLine(text, at);
    const line = { text: source.slice(at, next).replace(/[\r\n]+$/, ''), start: at, next };
    const end = hiddenBlockEnd(text, line, paragraph.at(-1)?.text ?? '', isPlain);
    if (end > at) {
      flush();
      at = end;
      continue;
    }
    const isAlone = line.text.trim() === '' || /^ {0,3}#{1,6}[ \t]/.test(line.text);
    if (isAlone) flush();
    paragraph.push(line);
    if (isAlone) flush();
    at = line.next;
  }
  flush();
  return isPlain ? found : outsideSpoilers(found);
}

/** Lines but those of sections that are spoilers as a whole; the heading of such a section is seen. A heading of the first level at the top is a title. */
function outsideSpoilers(lines: readonly VisibleLine[]): VisibleLine[] {
  let hidden = Number.POSITIVE_INFINITY;
  let isTop = true;
  return lines.flatMap((line, index): VisibleLine[] => {
    const heading = headingAt(lines, index);
    if (Number.isFinite(hidden) && (heading === null || heading.level > hidden)) return [];
    const isTitle = isTop && heading?.level === 1;
    if (line.text.trim() !== '') isTop = false;
    if (heading === null) return [line];
    const hidesBelow = !isTitle && saysSpoilers(heading.title);
    hidden = hidesBelow ? heading.level : Number.POSITIVE_INFINITY;
    return [hidesBelow ? { ...line, hidesBelow } : line];
  });
}

/** The heading that a line is, or the first line of one that is underlined (CommonMark 0.31, 4.2 and 4.3). */
function headingAt(
  lines: readonly VisibleLine[],
  index: number,
): { readonly level: number; readonly title: string } | null {
  const line = lines[index] as VisibleLine;
  const [, marks, title = ''] = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/.exec(line.seen) ?? [];
  if (marks !== undefined) return { level: marks.length, title };
  const under = lines[index + 1];
  const isText =
    line.seen.trim() !== '' && !/^(?: {4}|\t| {0,3}(?:[>*+-]|\d{1,9}[.)]))/.test(line.seen);
  if (!isText || under === undefined || under.start !== line.next) return null;
  const mark = /^ {0,3}(?:(=)=*|-+)[ \t]*$/.exec(under.seen);
  return mark === null ? null : { level: mark[1] === undefined ? 2 : 1, title: line.seen };
}

/** A mark may hide lines of its paragraph, and none beyond it. */
function seenLines(lines: readonly Line[]): VisibleLine[] {
  const whole = lines.map(({ text }) => text).join('\n');
  if (!mayHide(whole) && !whole.includes('<!--'))
    return lines.map((line) => ({ ...line, seen: line.text }));
  if (classLine.test(whole)) return [];
  const seen = blankedText(whole.replace(/<!--(?:[^-]|-(?!->))*(?:-->|$)/g, blanks)).split('\n');
  return lines.flatMap((line, index) => {
    const left = seen[index] ?? '';
    return left.trim() === '' && line.text.trim() !== '' ? [] : [{ ...line, seen: left }];
  });
}

const mayOpen = /^ {0,3}[<:[{>`~%(?!]/;

/** Where a block ends that starts with this line and is not seen; 0 where it is seen. */
function hiddenBlockEnd(
  text: string,
  { text: line, start, next }: Line,
  before: string,
  isPlain: boolean,
): number {
  if (!mayOpen.test(line)) return 0;
  const fence = isPlain ? undefined : /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence !== undefined) return fenceEnd(text, next, fence);
  if (/^ {0,3}%%/.test(line)) return lineAfter(text, '%%', text.indexOf('%%', start) + 2);
  if (opensHiddenCallout(line)) return next + quotedLines(text.slice(next)).length;
  // A paragraph of such lines is looked through once.
  if (/^ {0,3}>!/.test(line) && /^ {0,3}>!/.test(before)) return 0;
  const spoiler = spoilerBlockAt(text.slice(start));
  // What follows a close on its line is seen, but no fact of the whole.
  if (spoiler !== null) return lineAfter(text, '', start + spoiler.length - 1);
  const close = isPlain ? null : htmlClose(line, before !== '');
  return close === null ? 0 : lineAfter(text, close, start);
}

/** What ends the block of raw HTML that starts with a line (CommonMark 0.31, 4.6). */
function htmlClose(line: string, inParagraph: boolean): string | RegExp | null {
  const text = line.trimStart();
  if (text.startsWith('<!--')) return '-->';
  if (text.startsWith('<?')) return '?>';
  if (text.startsWith('<![CDATA[')) return ']]>';
  if (/^<![a-z]/i.test(text)) return '>';
  if (/^<(?:pre|script|style|textarea)(?:[\s>]|$)/i.test(text))
    return /<\/(?:pre|script|style|textarea)>/gi;
  if (blockTag.test(text)) return /\n[ \t]*(?=\n)/g;
  const isAlone = /^<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>\s*$/i.test(text);
  return isAlone && !inParagraph ? /\n[ \t]*(?=\n)/g : null;
}

const blockTag =
  /^<\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;

/** The start of the line after the first `close` from `from` on; the end where there is none. */
function lineAfter(text: string, close: string | RegExp, from: number): number {
  let at: number;
  if (typeof close === 'string') at = text.indexOf(close, from);
  else {
    close.lastIndex = from;
    at = close.exec(text)?.index ?? -1;
  }
  if (at < 0) return text.length;
  return nextLine(text, at);
}

function fenceEnd(text: string, from: number, fence: string): number {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at));
    if (/^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1]?.startsWith(fence) === true)
      return nextLine(text, at);
  }
  return text.length;
}
