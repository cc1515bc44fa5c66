import { frontMatterUnits } from './front-matter-text.ts';
import { firstLine, lineAt } from './lines.ts';

/**
 * Whether the keys before a text may be such as cannot be read, by a quick look and no parsing: a head that never closes, or one with a line in
 * it that is anything but a plain `key: value`. False does not promise that the head can be read; true does not say that it cannot.
 */
export function frontMatterMayFail(source: string): boolean {
  const first = firstLine(source);
  if (/^(?:\+\+\+|---|;;;)\S*[ \t]*$/.test(first.text) && !/^---[ \t]*$/.test(first.text))
    return true;
  if (first.text.startsWith('{')) return true;
  if (!/^---[ \t]*$/.test(first.text)) return false;
  let above: PlainLine | null = null;
  for (let at = first.next; at < source.length; ) {
    const line = lineAt(source, at);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line.text)) return false;
    if (line.next - first.next > frontMatterUnits) return true;
    at = line.next;
    const text = line.text.trimEnd();
    if (text === '' || /^ *#/.test(text)) continue;
    const plain = plainLine(text);
    if (plain === null || (above !== null && !fits(plain, above))) return true;
    above = plain;
  }
  return true;
}

/** A key or an item: where it starts, where what it holds starts, and whether it has a value on its line. */
interface PlainLine {
  readonly column: number;
  readonly inner: number;
  readonly hasValue: boolean;
}

/** What follows a value is no further in than it, and no item where a key stands. */
function fits({ column, inner }: PlainLine, above: PlainLine): boolean {
  if (!above.hasValue) return true;
  return (
    column <= above.inner &&
    (inner === column || above.inner > above.column || column < above.column)
  );
}

const key = /^ *(?:- +)?[^\s"'#&*!|>%@`[\]{},:-][^:#]{0,60}:(?: +|$)/;
const item = /^ *- +/;
const closed = /^(?:"[^"\\]*"|'[^']*'|\[[^[\]{}"':#]*\])$/;

/** A key or an item with a value that nobody could read in two ways; else null. */
function plainLine(text: string): PlainLine | null {
  const column = text.search(/[^ ]/);
  const inner = column + (/^- +/.exec(text.slice(column))?.[0].length ?? 0);
  const head = key.exec(text) ?? item.exec(text);
  if (head === null) return null;
  const value = text.slice(head[0].length);
  const isPlain =
    value === '' ||
    closed.test(value) ||
    (!/^["'[\]{}&*!|>%@`,?-]/.test(value) && !/:(?: |$)|[ \t]#|\t/.test(value));
  return isPlain ? { column, inner, hasValue: value !== '' } : null;
}
