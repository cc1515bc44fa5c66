/** Whether a text is more than one paragraph: it has a blank line in it, or lines of a list or a quote. */
export function hasParagraphs(text: string): boolean {
  return several.test(text.replace(/\r\n?/g, '\n'));
}

const several = /\n(?:[ \t]*\n[ \t\n]*\S|[ \t]{0,3}(?:[-*+>•]|\d{1,9}[.)])[ \t])/;
