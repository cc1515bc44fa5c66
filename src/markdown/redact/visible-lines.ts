import { blankedText, blanks, mayHide } from '../hidden-text.ts';
import { quotedLines, spoilerBlockAt } from '../spoiler-blocks.ts';
import { inlineSpoilerAt } from '../spoiler-inlines.ts';

interface Line {
  readonly text: string;
  readonly start: number;
  readonly next: number;
}

/** A line of a Markdown text that is seen, without its end, and what of it is. Offsets are 0-based, in UTF-16 units of the text as it was given. */
export interface VisibleLine extends Line {
  /** As `text`, with spaces where a part of it is hidden or a comment. */
  readonly seen: string;
}

/**
 * The lines of a Markdown text that a reader sees, blank ones too, to take facts from: none of a fence, a comment, a block of raw HTML, `<details>`, a block
 * spoiler or private text. Lists and quotes are not looked into. Takes linear time.
 */
export function visibleLines(source: string, from = 0): VisibleLine[] {
  // Same offsets, and the line ends that blocks are found by.
  const text = source.includes('\r') ? source.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : source;
  const found: VisibleLine[] = [];
  let paragraph: Line[] = [];
  const flush = (): void => {
    found.push(...seenLines(paragraph));
    paragraph = [];
  };
  for (let at = from; at < source.length; ) {
    const next = lineEnd(text, at);
    const line = { text: source.slice(at, next).replace(/[\r\n]+$/, ''), start: at, next };
    const end = hiddenBlockEnd(text, line, paragraph.at(-1)?.text ?? '');
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
  return found;
}

/** A mark may hide lines of its paragraph, and none beyond it. */
function seenLines(lines: readonly Line[]): VisibleLine[] {
  const whole = lines.map(({ text }) => text).join('\n');
  if (!mayHide(whole) && !whole.includes('<!--'))
    return lines.map((line) => ({ ...line, seen: line.text }));
  const seen = blankedText(whole.replace(/<!--(?:[^-]|-(?!->))*(?:-->|$)/g, blanks)).split('\n');
  return lines.flatMap((line, index) => {
    const left = seen[index] ?? '';
    return left.trim() === '' && line.text.trim() !== '' ? [] : [{ ...line, seen: left }];
  });
}

const mayOpen = /^ {0,3}[<:[{>`~%]/;

/** Where a block ends that starts with this line and is not seen; 0 where it is seen. */
function hiddenBlockEnd(text: string, { text: line, start, next }: Line, before: string): number {
  if (!mayOpen.test(line)) return 0;
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence !== undefined) return fenceEnd(text, next, fence);
  if (/^ {0,3}%%/.test(line)) return lineAfter(text, '%%', text.indexOf('%%', start) + 2);
  const callout = /^ {0,3}> ?\[!spoilers?\]/i.test(line);
  if (callout) return next + quotedLines(text.slice(next)).length;
  // A paragraph of such lines is looked through once.
  if (/^ {0,3}>!/.test(line) && /^ {0,3}>!/.test(before)) return 0;
  const spoiler = spoilerBlockAt(text.slice(start));
  // What follows a close on its line is seen, but no fact of the whole.
  if (spoiler !== null) return lineAfter(text, '', start + spoiler.length - 1);
  const close = htmlClose(line, before !== '');
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
  return lineEnd(text, at);
}

/** The start of the line after the one that `from` stands in. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function fenceEnd(text: string, from: number, fence: string): number {
  for (let at = from; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (/^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1]?.startsWith(fence) === true)
      return lineEnd(text, at);
  }
  return text.length;
}

/** How much of a line an inline spoiler takes that starts at `at`, with its marks; 0 where none opens, null where one does and is not closed. */
export function spoilerLengthAt(line: string, at: number): number | null {
  const opens =
    (line.startsWith('||', at) && /[^\s|]/.test(line.charAt(at + 2))) ||
    line.startsWith('>!', at) ||
    /^(?:[[<]|\{\{[<%] ?|\{% ?)spoiler/i.test(line.slice(at, at + 12));
  if (!opens) return 0;
  const found = inlineSpoilerAt(line.slice(at));
  return found === null || found === 'unclosed' ? null : found.raw.length;
}
