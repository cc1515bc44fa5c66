import { type CodeRun, highlightCode } from '../highlight/highlight.ts';
import { type StyledLine, type StyledSpan, toned } from '../style.ts';

/** Code as lines of spans, or null when the language is not known. Takes code without control characters. */
export function highlightedLines(code: string, language: string): StyledLine[] | null {
  const runs = highlightCode(code, language);
  return runs === null ? null : linesOf(runs);
}

function linesOf(runs: readonly CodeRun[]): StyledLine[] {
  const lines: StyledSpan[][] = [[]];
  for (const { text, syntax } of runs) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part === '') continue;
      lines
        .at(-1)
        ?.push(
          syntax === null
            ? toned(part, 'codeBlock')
            : { text: part, style: { tone: 'codeBlock', syntax } },
        );
    }
  }
  return lines;
}
