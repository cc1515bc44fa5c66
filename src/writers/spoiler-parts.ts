import { spoilerMarks } from '../markdown/spoiler-marks.ts';

/** A stretch of a field. */
export interface SpoilerPart {
  readonly text: string;
  readonly hidden: boolean;
}

/**
 * A field of one line as what is shown and what is a spoiler, without the marks, in order; `||…||`, `>!…!<`, `[spoiler]…[/spoiler]` and `<spoiler>…</spoiler>`
 * mark one. Takes linear time: a mark that is not closed is looked for once.
 */
export function spoilerParts(text: string): SpoilerPart[] {
  const lower = text.toLowerCase();
  const parts: SpoilerPart[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  for (const { 0: mark, index } of lower.matchAll(/\|\||>!|\[spoiler\]|<spoiler>/g)) {
    if (index < from || unclosed.has(mark)) continue;
    const close = spoilerMarks[mark] as string;
    const end = lower.indexOf(close, index + mark.length);
    if (end < 0) unclosed.add(mark);
    const inner = end < 0 ? '' : text.slice(index + mark.length, end);
    if (inner.trim() === '') continue;
    parts.push({ text: text.slice(from, index), hidden: false }, { text: inner, hidden: true });
    from = end + close.length;
  }
  return [...parts, { text: text.slice(from), hidden: false }].filter((part) => part.text !== '');
}
