/** One line of a plain text that is not blank. */
export interface TextLine {
  /** Without white space at its ends. */
  readonly text: string;
  /** Offsets in the source, without the line end. */
  readonly start: number;
  readonly end: number;
  /** Whether a blank line, or the edge of the text, stands before it and after it. */
  readonly blankBefore: boolean;
  readonly blankAfter: boolean;
  /** White space before the text, in units. */
  readonly indent: number;
}

/** The lines of a text that are not blank. LF, CRLF and CR end lines. */
export function textLines(source: string): TextLine[] {
  const raw: { start: number; end: number }[] = [];
  const ending = /\r\n|[\r\n]/g;
  let start = 0;
  for (let match = ending.exec(source); match !== null; match = ending.exec(source)) {
    raw.push({ start, end: match.index });
    start = ending.lastIndex;
  }
  raw.push({ start, end: source.length });
  const isBlank = (index: number): boolean => {
    const line = raw[index];
    return line === undefined || source.slice(line.start, line.end).trim() === '';
  };
  return raw.flatMap((line, index) => {
    if (isBlank(index)) return [];
    const whole = source.slice(line.start, line.end);
    return [
      {
        text: whole.trim(),
        start: line.start,
        end: line.end,
        blankBefore: isBlank(index - 1),
        blankAfter: isBlank(index + 1),
        indent: whole.length - whole.trimStart().length,
      },
    ];
  });
}

/** Whether a text ends as a sentence or a quotation does. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？]['"”’»)\]]*$|["”»]$/u.test(text);
}

export const listItem = /^(?:[-*+•·–]|\d{1,3}[.)])\s+\S/u;

/**
 * Whether paragraphs are broken into lines by hand (hard-wrapped): many lines of middling length stop in mid-sentence.
 */
export function isHardWrapped(lines: readonly TextLine[]): boolean {
  const prose = lines.filter(({ text }) => text.length > 40);
  const broken = prose.filter(({ text, blankAfter }) => text.length <= 100 && !blankAfter && !endsSentence(text));
  return prose.length >= 3 && broken.length >= prose.length * 0.4;
}
