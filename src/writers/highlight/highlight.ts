import { loadHighlighter } from './load-highlighter.ts';

/** What a stretch of code is. */
export type Syntax =
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'name'
  | 'type'
  | 'attribute'
  | 'inserted'
  | 'deleted';

/** A stretch of code, line ends included; null for what is of no kind. */
export interface CodeRun {
  readonly text: string;
  readonly syntax: Syntax | null;
}

/** What highlight.js calls a stretch of code, and what it is to a reader. */
const classes: Readonly<Record<string, Syntax>> = {
  keyword: 'keyword',
  selector: 'keyword',
  'selector-tag': 'keyword',
  tag: 'keyword',
  literal: 'number',
  number: 'number',
  bullet: 'number',
  string: 'string',
  regexp: 'string',
  link: 'string',
  comment: 'comment',
  doctag: 'comment',
  meta: 'comment',
  quote: 'comment',
  class: 'name',
  function: 'name',
  title: 'name',
  section: 'name',
  name: 'name',
  built_in: 'type',
  type: 'type',
  builtin: 'type',
  attr: 'attribute',
  attribute: 'attribute',
  variable: 'attribute',
  symbol: 'attribute',
  addition: 'inserted',
  deletion: 'deleted',
};

const kinds = [...new Set(Object.values(classes))];

// The highlighter gives text alone, so each kind is marked by a sequence that names it. Code has no escape characters of its own.
const theme = Object.fromEntries(
  Object.entries(classes).map(([name, syntax]) => [
    name,
    (text: string) => `\u001B[${kinds.indexOf(syntax)}m${text}\u001B[m`,
  ]),
);

/** Beyond so many units, colours are not worth the wait. */
const longestCode = 64 * 1024;

/** Code as runs that sum up to it, or null when the language is not known. Takes code without control characters. */
export function highlightCode(code: string, language: string): CodeRun[] | null {
  if (language === '' || code.length > longestCode) return null;
  try {
    const { supportsLanguage, highlight } = loadHighlighter();
    if (!supportsLanguage(language)) return null;
    const runs = runsOf(highlight(code, { language, ignoreIllegals: true, theme }));
    return runs.map(({ text }) => text).join('') === code ? runs : null;
  } catch {
    // A grammar that fails leaves the code as it stands.
    return null;
  }
}

/** Marked text as runs; a sequence without a number ends the innermost kind. */
function runsOf(marked: string): CodeRun[] {
  const runs: CodeRun[] = [];
  const open: Syntax[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences are what is looked for
  for (const part of marked.split(/(\u001B\[\d*m)/)) {
    if (part === '\u001B[m') open.pop();
    else if (part.startsWith('\u001B['))
      open.push(kinds[Number.parseInt(part.slice(2), 10)] as Syntax);
    else if (part !== '') runs.push({ text: part, syntax: open.at(-1) ?? null });
  }
  return runs;
}
