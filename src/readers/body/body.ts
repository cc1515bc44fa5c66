import { firstLine, type Line, lineAt } from '../../data/lines.ts';

/** A stretch of a source in offsets, `end` exclusive. */
export interface Edges {
  readonly start: number;
  readonly end: number;
}

/** A stretch without the blank lines at its start and end, and without its last line end. */
export function trimBlankLines(source: string, from: number, to: number): Edges {
  let start = from;
  for (let at = from; at < to; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 10 || unit === 13) start = at + 1;
    else if (unit !== 32 && unit !== 9) break;
    else if (at === to - 1) start = to;
  }
  let end = to;
  for (let at = to - 1; at >= start; at--) {
    const unit = source.charCodeAt(at);
    if (unit === 10 || unit === 13) end = at;
    else if (unit !== 32 && unit !== 9) break;
    else if (at === start) end = start;
  }
  return { start, end };
}

/**
 * The level-1 heading at the very top of a Markdown text, found without lexing. Null when the text starts with anything else, or the heading
 * says the role of a section.
 */
export function topHeading(text: string): string | null {
  const title = headingAtTop(text)?.title;
  return title === undefined || /<!--\s*role:[^>]*-->$/i.test(title) ? null : title;
}

function headingAtTop(text: string): { title: string; end: number } | null {
  const first = firstLine(text);
  const atx = /^ {0,3}#[ \t]+(.*)$/s.exec(first.text);
  if (atx !== null)
    return { title: withoutClosing((atx[1] as string).trim()), end: endOf(text, first) };
  if (!/^ {0,3}[^\s#>*+=-]/.test(first.text)) return null;
  const second = lineAt(text, first.next);
  const isUnderlined = first.next > first.start + first.text.length;
  if (!isUnderlined || !/^ {0,3}=+[ \t]*$/.test(second.text)) return null;
  return { title: first.text.trim(), end: endOf(text, second) };
}

/** A heading without the run of `#` that may close it (CommonMark, ATX headings). */
function withoutClosing(title: string): string {
  let end = title.length;
  while (title.charAt(end - 1) === '#') end--;
  if (end === title.length || end === 0) return title;
  const before = title.charAt(end - 1);
  return before === ' ' || before === '\t' ? title.slice(0, end).trimEnd() : title;
}

function endOf(text: string, { next }: Line): number {
  return Math.min(next, text.length);
}

/** More lines than a byline, a rating and a first paragraph take. */
const introLines = 20;

/**
 * The first lines of a Markdown text, up to a heading, a fence or a quote, found without lexing. A level-1 heading at the very top is left
 * out when `isTitle` says that it is the review's.
 */
export function introEdges(text: string, isTitle: (heading: string) => boolean): Edges {
  const top = headingAtTop(text.slice(0, 2000));
  const start = top !== null && isTitle(top.title) ? top.end : 0;
  const line = /([^\r\n]*)(?:\r\n?|\n|$)/y;
  line.lastIndex = start;
  let end = start;
  for (let count = 0; count < introLines && end < text.length; count++) {
    const [, content = ''] = line.exec(text) as RegExpExecArray;
    if (/^ {0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$|```|~~~|>)/.test(content)) break;
    end = line.lastIndex;
  }
  return { start, end };
}

/** Whether two titles are one, but for case, marks and spaces. */
export function sameTitle(a: string, b: string | undefined): boolean {
  return b !== undefined && plain(a) === plain(b);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
