import { mayHide } from './hidden-text.ts';
import { balancedClose, type Close, closesIn } from './spoiler-blocks.ts';
import { classedSpan, detailsMark, pairedMarks } from './spoiler-marks.ts';

/** A spoiler within a line. */
export interface InlineSpoiler {
  readonly raw: string;
  readonly inner: string;
  readonly title: string;
}

/** A text of inlines, and what is known of the marks in it: each is looked for once, however often it is opened. */
export interface InlineMarks {
  readonly text: string;
  /** Marks that are closed nowhere behind some opening, and so nowhere behind a later one. */
  readonly unclosed: Set<string>;
  /** By the pair, where each of its openings is closed; null where it is not. */
  readonly closes: Map<RegExp, ReadonlyMap<number, Close | null>>;
  /** By what is looked for, where it stands next; -1 where it does no more. */
  readonly next: Map<string, number>;
  /** What it hides, once somebody asked. */
  stretches?: readonly Close[];
}

export function inlineMarks(text: string): InlineMarks {
  return { text, unclosed: new Set(), closes: new Map(), next: new Map() };
}

/** The texts that a lexer is in, the innermost last. */
const entered = new WeakMap<object, InlineMarks[]>();

/** What a lexer makes of the inlines of a text; meanwhile `marksAround` knows that text. */
export function withinInlines<Result>(lexer: object, text: string, lex: () => Result): Result {
  const texts = entered.get(lexer) ?? [];
  if (texts.length === 0) entered.set(lexer, texts);
  texts.push(inlineMarks(text));
  try {
    return lex();
  } finally {
    texts.pop();
  }
}

/** The text of whose end a lexer is asked for the next token; `rest` is that end. */
export function marksAround(lexer: object, rest: string): InlineMarks {
  return entered.get(lexer)?.at(-1) ?? inlineMarks(rest);
}

/** Where the first of some texts stands in the rest of a text; undefined where none does. Each is looked for once in all the rests of one text. */
export function firstIn(
  { text, next }: InlineMarks,
  rest: string,
  wanted: readonly string[],
): number | undefined {
  const from = text.length - rest.length;
  let first = Number.POSITIVE_INFINITY;
  for (const each of wanted) {
    let at = next.get(each);
    if (at === undefined || (at >= 0 && at < from)) {
      at = text.indexOf(each, from);
      next.set(each, at);
    }
    if (at >= 0) first = Math.min(first, at - from);
  }
  return Number.isFinite(first) ? first : undefined;
}

const pairs = pairedMarks.map(({ open, each }) => ({ open: new RegExp(`^${open}`, 'i'), each }));

/** What such a mark begins with: nothing else need be tried. */
const beginning = new RegExp(
  `^(?:${[classedSpan.open, ...pairedMarks.map(({ begins }) => begins)].join('|')})`,
  'i',
);
const classedOpen = new RegExp(`^${classedSpan.open}`, 'i');

/**
 * The spoiler that the rest of a text starts with; null where it starts with none. Bars hold no blanks at their insides, as emphasis does not
 * (CommonMark, delimiter runs): `if (a || b) and (c || d)` is none.
 */
export function inlineSpoilerAt(rest: string, marks: InlineMarks): InlineSpoiler | null {
  if (rest.startsWith('||')) return between(rest, marks, '||', /^\|\|(?=[^\s|])/, /[^\s|]\|\|/g, 1);
  if (rest.startsWith('>!')) return between(rest, marks, '>!', /^>!/, /!</g, 0);
  if (!beginning.test(rest)) return null;
  if (classedOpen.test(rest)) return between(rest, marks, ']{', /^\[/, classedSpan.close, 0);
  for (const { open, each } of pairs) {
    const start = open.exec(rest);
    if (start === null) continue;
    const close = pairClose(rest, marks, each(start[0]), start[0].length);
    if (close === null) return null;
    const inner = rest.slice(start[0].length, close.start);
    if (inner.trim() === '') return null;
    const title = (start.groups?.title ?? '').trim();
    return { raw: rest.slice(0, close.end), inner, title };
  }
  return null;
}

function pairClose(rest: string, marks: InlineMarks, each: RegExp, length: number): Close | null {
  let closes = marks.closes.get(each);
  if (closes === undefined) {
    closes = closesIn(marks.text, each);
    marks.closes.set(each, closes);
  }
  const offset = marks.text.length - rest.length;
  const close = closes.get(offset);
  if (close === undefined) return balancedClose(rest, length, each);
  return close === null ? null : { start: close.start - offset, end: close.end - offset };
}

/** `kept`: how many characters of the close belong to the text. */
function between(
  rest: string,
  { unclosed }: InlineMarks,
  mark: string,
  open: RegExp,
  close: RegExp,
  kept: number,
): InlineSpoiler | null {
  const start = unclosed.has(mark) ? null : open.exec(rest);
  if (start === null) return null;
  close.lastIndex = start[0].length;
  const end = close.exec(rest);
  if (end === null) {
    unclosed.add(mark);
    return null;
  }
  const inner = rest.slice(start[0].length, end.index + kept);
  if (inner.trim() === '') return null;
  return { raw: rest.slice(0, end.index + end[0].length), inner, title: '' };
}

/** How much of the rest of a text is private, with its marks; 0 where it starts with no `%%…%%`. */
export function privateLengthAt(rest: string, marks: InlineMarks): number {
  return rest.startsWith('%%') ? (between(rest, marks, '%%', /^%%/, /%%/g, 0)?.raw.length ?? 0) : 0;
}

/** How much of a line an inline spoiler or a private part takes that starts at `at`, with its marks; 0 where none does. */
export function spoilerLengthAt(line: InlineMarks, at: number): number {
  const { text } = line;
  if (text.startsWith('%%', at)) return privateLengthAt(text.slice(at), line);
  const opens =
    (text.startsWith('||', at) && /[^\s|]/.test(text.charAt(at + 2))) ||
    text.startsWith('>!', at) ||
    ('[<{('.includes(text.charAt(at)) && beginning.test(text.slice(at)));
  return opens ? (inlineSpoilerAt(text.slice(at), line)?.raw.length ?? 0) : 0;
}

const detailsOpen = new RegExp(`^${detailsMark.open}`, 'i');

/** Where a text hides something, marks and all, in order, the outermost of those in one another; code and what a backslash stands before open nothing. */
function stretchesIn(marks: InlineMarks): readonly Close[] {
  const { text } = marks;
  const found: Close[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '\\') at++;
    else if (unit === '`') at = codeEnd(marks, at) - 1;
    else if ('|>[<{%('.includes(unit)) {
      const length = spoilerLengthAt(marks, at) || detailsLengthAt(marks, at);
      if (length === 0) continue;
      found.push({ start: at, end: at + length });
      at += length - 1;
    }
  }
  return found;
}

function detailsLengthAt(marks: InlineMarks, at: number): number {
  const open = marks.text.startsWith('<', at)
    ? detailsOpen.exec(marks.text.slice(at, at + 1000))
    : null;
  if (open === null) return 0;
  const each = detailsMark.each(open[0]);
  const close = pairClose(marks.text.slice(at), marks, each, open[0].length);
  return close?.end ?? 0;
}

/** Where a code span ends that starts at a backtick (CommonMark 0.31, 6.1); behind the backticks where there is none. */
function codeEnd({ text, unclosed }: InlineMarks, at: number): number {
  let from = at;
  while (text.charAt(from) === '`') from++;
  const run = text.slice(at, from);
  if (unclosed.has(run)) return from;
  for (let end = text.indexOf(run, from); end >= 0; end = text.indexOf(run, end)) {
    const start = end;
    while (text.charAt(end) === '`') end++;
    if (end - start === run.length) return end;
  }
  unclosed.add(run);
  return from;
}

function stretchesOf(marks: InlineMarks): readonly Close[] {
  marks.stretches ??= mayHide(marks.text) ? stretchesIn(marks) : [];
  return marks.stretches;
}

/** Whether a piece of a text ends in the middle of what begins to be hidden in it: then it is none. `rest` starts with the piece. */
export function cutsHidden(marks: InlineMarks, rest: string, length: number): boolean {
  const stretches = stretchesOf(marks);
  const start = marks.text.length - rest.length;
  const end = start + length;
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Close).start < end) low = middle + 1;
    else high = middle;
  }
  const last = stretches[low - 1];
  return last !== undefined && last.start > start && last.end > end;
}

/** A text of the same length as that of `marks` in which hidden parts hold no marks of emphasis: none may end within one that began outside. */
export function withoutHiddenMarks(marks: InlineMarks, text: string): string {
  let made = '';
  let from = 0;
  for (const { start, end } of stretchesOf(marks)) {
    made += `${text.slice(from, start + 1)}${'a'.repeat(end - start - 2)}`;
    from = end - 1;
  }
  return made + text.slice(from);
}
