import type { StyledLine, StyledSpan } from '../layout/style.ts';
import { loadHighlighter } from './load-highlighter.ts';

/** What stands out in code, as SGR parameters of the terminal's own colours: readable on black and on white. */
const looks: Readonly<Record<string, string>> = {
  keyword: '35',
  built_in: '36',
  type: '36',
  literal: '33',
  number: '33',
  regexp: '31',
  string: '32',
  comment: '2',
  doctag: '2',
  meta: '2',
  class: '1',
  function: '1',
  title: '1',
  tag: '35',
  name: '35',
  attr: '36',
  attribute: '36',
  variable: '36',
  bullet: '33',
  code: '36',
  emphasis: '3',
  strong: '1',
  section: '1',
  addition: '32',
  deletion: '31',
};

const theme = Object.fromEntries(Object.entries(looks).map(([name, sgr]) => [name, (text: string) => `\u001B[${sgr}m${text}\u001B[0m`]));

/** Code as lines of coloured spans, or null when the language is not known. Takes code without control characters. */
export function highlightCode(code: string, language: string): StyledLine[] | null {
  if (language === '') return null;
  try {
    const loaded = loadHighlighter();
    if (!loaded.supportsLanguage(language)) return null;
    return spansOf(loaded.highlight(code, { language, ignoreIllegals: true, theme }));
  } catch {
    // A grammar that fails leaves the code as it stands.
    return null;
  }
}

/** Text with SGR sequences as lines of spans. A sequence that ends a style ends the innermost one. */
function spansOf(painted: string): StyledLine[] {
  const lines: StyledSpan[][] = [[]];
  const open: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences are what is looked for
  for (const part of painted.split(/(\u001B\[[\d;]*m|\n)/)) {
    if (part === '\n') lines.push([]);
    else if (part === '\u001B[0m') open.pop();
    else if (part.startsWith('\u001B[')) open.push(part.slice(2, -1));
    else if (part !== '') lines.at(-1)?.push({ text: part, style: open.length === 0 ? { tone: 'code' } : { sgr: open.join(';') } });
  }
  return lines;
}
