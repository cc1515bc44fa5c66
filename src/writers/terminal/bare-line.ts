import type { StyledLine } from '../style.ts';

/** Turns a line of spans into text with SGR and OSC 8 sequences; the line closes every style it opens. */
export type PaintLine = (line: StyledLine) => string;

/** A line without colours and styles; links that carry an address are OSC 8. */
export const bareLine: PaintLine = (line) =>
  line.map(({ text, style }) => linked(text, style.href)).join('');

/** The text as a link, with an address; it may hold sequences of its own. */
export function linked(text: string, href: string | undefined): string {
  return href === undefined
    ? text
    : `\u001B]8;;${encodeAddress(href)}\u001B\\${text}\u001B]8;;\u001B\\`;
}

/** An address without what could end the sequence it stands in. */
function encodeAddress(address: string): string {
  return address.replace(/[^\x21-\x7E]/gu, encodeURIComponent);
}
