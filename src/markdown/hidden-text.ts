import {
  always,
  blockBeginnings,
  classedSpan,
  colonName,
  detailsMark,
  type PairedMark,
  pairedMarks,
} from './spoiler-marks.ts';

/** What stands for hidden text in a plain one. */
export const hiddenText = '[spoiler]';

/** A stretch of a text of one line or more that is no Markdown, a field say. */
export interface TextPart {
  readonly text: string;
  readonly hidden: boolean;
}

/** A text in which none of these stands hides nothing: one quick look instead of a lexer's. */
const mayHideText =
  /\|\||>!|spoiler|%%|(?:[<[%]|:::)\s{0,9}details|<[a-z]+\s[^<>]{0,300}?(?:\shidden|display\s{0,9}:|visibility\s{0,9}:|color\s{0,9}:\s{0,9}transparent)|(?:^|\n)\?\?\?|\[![a-z]+\]-|\]\([#/]sp?[ )]/i;

/** Whether Markdown or a field can hold hidden text at all. */
export function mayHide(text: string): boolean {
  return mayHideText.test(text);
}

interface Mark {
  readonly open: RegExp;
  /** Finds what closes the mark that was opened with a text; opens too where it nests, with a first group for a close. */
  readonly close: (opened: string) => RegExp;
  readonly nests?: true;
  /** True where a mark that is never closed hides all that follows, as a block does. */
  readonly toEnd?: true;
  /** True for what is never shown, asked for or not. */
  readonly private?: true;
}

/** A callout that is named a spoiler, or is folded with a head that says so. */
const callout = />[ \t]?\[!(?:spoilers?\][-+]?|[a-z]{1,30}\]-[^\n]{0,100}?spoil)/iy;

/** In the order in which they are tried at one place. All are sticky or global; none repeats anything without a bound. */
const marks: readonly Mark[] = [
  { open: /%%/y, close: always(/%%/g), private: true },
  { open: /\|\|(?=[^\s|])/y, close: always(/(?<=[^\s|])\|\|/g) },
  { open: />!/y, close: always(/!</g) },
  { open: new RegExp(classedSpan.open, 'iy'), close: always(classedSpan.close) },
  ...pairedMarks.map(paired),
  { ...paired(detailsMark), toEnd: true },
  { open: new RegExp(`:::+[ \\t]{0,9}${colonName}`, 'iy'), close: always(/:::+/g), toEnd: true },
  { open: callout, close: always(/\n[ \t]*\n/g), toEnd: true },
];

function paired({ open, each }: PairedMark): Mark {
  return { open: new RegExp(open, 'iy'), close: each, nests: true };
}

const anyOpening = new RegExp(
  `%%|\\|\\||>!|${classedSpan.open}|${blockBeginnings.join('|')}|>[ \\t]?\\[![a-z]`,
  'gi',
);

/**
 * A text as what is shown and what is hidden, without the marks, in order. What is private (`%%…%%`) is in no part.
 * Errs on the side of hiding: there is no code and no escape in a field. Takes linear time: a mark that is not closed is looked for once.
 */
export function textParts(text: string): TextPart[] {
  if (!mayHide(text)) return [{ text, hidden: false }];
  const parts: TextPart[] = [];
  let from = 0;
  for (const { start, inner, end, isPrivate } of hiddenRanges(text)) {
    parts.push({ text: text.slice(from, start), hidden: false });
    if (!isPrivate) parts.push({ text: inner, hidden: true });
    from = end;
  }
  return [...parts, { text: text.slice(from), hidden: false }].filter((part) => part.text !== '');
}

/** A text of the same length and lines, with spaces where hidden text and its marks stand. */
export function blankedText(text: string): string {
  if (!mayHide(text)) return text;
  let blanked = '';
  let from = 0;
  for (const { start, end } of hiddenRanges(text)) {
    blanked += text.slice(from, start) + blanks(text.slice(start, end));
    from = end;
  }
  return blanked + text.slice(from);
}

/** A text with all of it changed but the marks of what is hidden: what they part is changed piece by piece. */
export function betweenMarks(text: string, change: (text: string) => string): string {
  if (!mayHide(text)) return change(text);
  let made = '';
  let from = 0;
  for (const { start, inner, end } of hiddenRanges(text)) {
    const at = text.indexOf(inner, start);
    const after = at + inner.length;
    made += change(text.slice(from, start)) + text.slice(start, at) + change(inner);
    made += text.slice(after, end);
    from = end;
  }
  return made + change(text.slice(from));
}

/** Spaces in place of all but line ends. */
export function blanks(text: string): string {
  return text.replace(/[^\n\r]/g, ' ');
}

/** Where hidden parts stand in a text that is no Markdown, marks and all, in order; offsets in UTF-16 units, `end` exclusive. */
export function* hiddenRanges(text: string): Generator<Found & { readonly start: number }> {
  const unclosed = new Set<RegExp>();
  let from = 0;
  for (const { index } of text.matchAll(anyOpening)) {
    if (index < from) continue;
    const found = hiddenAt(text, index, unclosed);
    if (found === null) continue;
    yield { ...found, start: index };
    from = found.end;
  }
}

interface Found {
  readonly inner: string;
  readonly end: number;
  readonly isPrivate: boolean;
}

function hiddenAt(text: string, index: number, unclosed: Set<RegExp>): Found | null {
  for (const mark of marks) {
    mark.open.lastIndex = index;
    const opened = mark.open.exec(text);
    if (opened === null) continue;
    const start = index + opened[0].length;
    const each = mark.close(opened[0]);
    if (unclosed.has(each)) continue;
    const close = closeOf(text, start, each, mark.nests === true);
    if (close === null && mark.toEnd !== true) unclosed.add(each);
    const end = close ?? (mark.toEnd === true ? { start: text.length, end: text.length } : null);
    if (end === null) continue;
    const inner = text.slice(start, end.start);
    if (inner.trim() === '') continue;
    return { inner, end: end.end, isPrivate: mark.private === true };
  }
  return null;
}

/** Where the mark that was opened before `start` is closed, marks of its kind within it counted; the last close where they do not come out even. */
function closeOf(
  text: string,
  start: number,
  close: RegExp,
  nests: boolean,
): { start: number; end: number } | null {
  close.lastIndex = start;
  let depth = 1;
  let last: { start: number; end: number } | null = null;
  for (let found = close.exec(text); found !== null; found = close.exec(text)) {
    if (nests && found[1] === undefined) {
      depth++;
      continue;
    }
    last = { start: found.index, end: found.index + found[0].length };
    depth--;
    if (depth <= 0) return last;
  }
  return last;
}

/** A text with `[spoiler]` where hidden text stood. The same string when it hides nothing. */
export function closedText(text: string): string {
  if (!mayHide(text)) return text;
  return textParts(text)
    .map((part) => (part.hidden ? hiddenText : part.text))
    .join('');
}

/** A text with what is hidden shown, without its marks. The same string when it hides nothing. */
export function openedText(text: string): string {
  if (!mayHide(text)) return text;
  return textParts(text)
    .map((part) => (part.hidden ? part.text.trim() : part.text))
    .join('');
}

/** A redacted text without what stands for the hidden parts, for machines and for heads of pages. */
export function withoutPlaceholders(text: string): string {
  return text.includes(hiddenText)
    ? text.replaceAll(hiddenText, '').replace(/\s+/g, ' ').trim()
    : text;
}
