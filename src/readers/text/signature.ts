import { isPersonName } from './head.ts';

/** A text without its signature, and what that says. */
export interface Signed {
  readonly text: string;
  /** Where the name stands, when the signature starts with one. */
  readonly name: { readonly text: string; readonly start: number } | null;
  /** What else the signature holds; where it starts. */
  readonly rest: { readonly start: number } | null;
}

/** More lines than these are no signature (RFC 3676 and custom: four). */
const mostLines = 6;

/** Cuts off what stands below the last line `-- `, as mail and news have it (RFC 3676, 4.3). */
export function withoutSignature(source: string): Signed {
  const marks = Array.from(source.matchAll(/(?:^|\r\n|[\r\n])--[ \t]*(?:\r\n|[\r\n])/g));
  const mark = marks.at(-1);
  const unsigned: Signed = { text: source, name: null, rest: null };
  if (mark === undefined) return unsigned;
  const start = mark.index + mark[0].length;
  const below = source.slice(start);
  const lines = below.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > mostLines) return unsigned;
  const text = source.slice(0, mark.index);
  const first = lines[0] as string;
  const at = start + below.indexOf(first);
  const isName = isPersonName(first.trim());
  const restStart = isName ? at + first.length : at;
  return {
    text,
    name: isName ? { text: first.trim(), start: at + first.indexOf(first.trim()) } : null,
    rest: source.slice(restStart).trim() === '' ? null : { start: restStart },
  };
}
