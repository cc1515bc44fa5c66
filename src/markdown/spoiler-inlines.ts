import { balancedClose, type Close, closesIn } from './spoiler-blocks.ts';
import { pairedMarks } from './spoiler-marks.ts';

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

/**
 * The spoiler that the rest of a text starts with; null where it starts with none. Bars hold no blanks at their insides, as emphasis does not
 * (CommonMark, delimiter runs): `if (a || b) and (c || d)` is none.
 */
export function inlineSpoilerAt(rest: string, marks: InlineMarks): InlineSpoiler | null {
  if (rest.startsWith('||')) return between(rest, marks, '||', /^\|\|(?=[^\s|])/, /[^\s|]\|\|/g, 1);
  if (rest.startsWith('>!')) return between(rest, marks, '>!', /^>!/, /!</g, 0);
  for (const { open, each } of pairs) {
    const start = open.exec(rest);
    if (start === null) continue;
    const close = pairClose(rest, marks, each, start[0].length);
    if (close === null) return null;
    const inner = rest.slice(start[0].length, close.start);
    if (inner.trim() === '') return null;
    return { raw: rest.slice(0, close.end), inner, title: (start[1] ?? '').trim() };
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
