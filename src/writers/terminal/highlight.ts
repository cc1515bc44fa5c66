import { createRequire } from 'node:module';
import type { StyledLine, StyledSpan } from '../layout/style.ts';

interface Highlighter {
  readonly highlight: (code: string, options: { language: string; ignoreIllegals: boolean }) => string;
  readonly supportsLanguage: (name: string) => boolean;
}

let highlighter: Highlighter | undefined;

/** The highlighter that marked-terminal uses; half the weight of the program, so it is loaded at the first fence that names a language. */
function loadHighlighter(): Highlighter {
  highlighter ??= createRequire(import.meta.url)('cli-highlight') as Highlighter;
  return highlighter;
}

/** Code as lines of coloured spans, or null when the language is not known. Takes code without control characters. */
export function highlightCode(code: string, language: string): StyledLine[] | null {
  if (language === '') return null;
  try {
    const loaded = loadHighlighter();
    if (!loaded.supportsLanguage(language)) return null;
    return spansOf(loaded.highlight(code, { language, ignoreIllegals: true }));
  } catch {
    // A grammar that fails leaves the code as it stands.
    return null;
  }
}

/** Text with SGR sequences as lines of spans, each with the parameters that are open in it. */
function spansOf(painted: string): StyledLine[] {
  const lines: StyledSpan[][] = [[]];
  let open: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences are what is looked for
  for (const part of painted.split(/(\u001B\[[\d;]*m|\n)/)) {
    const sgr = part.startsWith('\u001B[') ? part.slice(2, -1) : null;
    if (part === '\n') lines.push([]);
    else if (sgr === null) {
      if (part !== '') lines.at(-1)?.push({ text: part, style: open.length === 0 ? { tone: 'code' } : { sgr: open.join(';') } });
    } else if (sgr === '' || sgr === '0' || sgr === '39' || sgr === '22' || sgr === '23' || sgr === '24') open = sgr === '' || sgr === '0' ? [] : open.slice(0, -1);
    else open = [...open, sgr];
  }
  return lines;
}
