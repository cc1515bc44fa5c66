import { balancedClose } from './spoiler-blocks.ts';
import { pairedMarks } from './spoiler-marks.ts';

/** A spoiler within a line. */
export interface InlineSpoiler {
  readonly raw: string;
  readonly inner: string;
  readonly title: string;
}

const pairs = pairedMarks.map(({ open, each }) => ({ open: new RegExp(`^${open}`, 'i'), each }));

/**
 * The spoiler that a text starts with; null where it starts with none; `unclosed` where a mark that cannot stand in itself is opened and nowhere closed. Bars hold no blanks at their insides, as emphasis does not
 * (CommonMark, delimiter runs): `if (a || b) and (c || d)` is none.
 */
export function inlineSpoilerAt(source: string): InlineSpoiler | 'unclosed' | null {
  if (source.startsWith('||')) return between(source, /^\|\|(?=[^\s|])/, /[^\s|]\|\|/g, 1);
  if (source.startsWith('>!')) return between(source, /^>!/, /!</g, 0);
  for (const { open, each } of pairs) {
    const start = open.exec(source);
    if (start === null) continue;
    const close = balancedClose(source, start[0].length, each);
    if (close === null) return null;
    const inner = source.slice(start[0].length, close.start);
    if (inner.trim() === '') return null;
    return { raw: source.slice(0, close.end), inner, title: (start[1] ?? '').trim() };
  }
  return null;
}

/** `kept`: how many characters of the close belong to the text. */
function between(
  source: string,
  open: RegExp,
  close: RegExp,
  kept: number,
): InlineSpoiler | 'unclosed' | null {
  const start = open.exec(source);
  if (start === null) return null;
  close.lastIndex = start[0].length;
  const end = close.exec(source);
  if (end === null) return 'unclosed';
  const inner = source.slice(start[0].length, end.index + kept);
  if (inner.trim() === '') return null;
  return { raw: source.slice(0, end.index + end[0].length), inner, title: '' };
}
