import type { Token, TokenizerExtension, TokenizerThis, Tokens } from 'marked';
import { nextLine } from '../../text/next-line.ts';
import { mayHide } from '../hidden-text.ts';

/** A term and what it means. */
interface Entry {
  readonly raw: string;
  readonly term: string;
  readonly meanings: readonly string[];
  /** Whether blank lines stand in it. */
  readonly loose: boolean;
}

const blank = /^[ \t]*(?:\n|$)/;
const otherBlock =
  /^(?: {4}|\t| {0,3}(?:[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|[>|<:]|`{3}|~{3}|([-=*_])(?:[ \t]*\1){2,}[ \t]*$))/;
const meaningStart = /^ {0,3}:[ \t]+(?=\S)/;

/** Whether a list is one of definitions: each item a term, and under it a list of what it means. */
export function isDefinitions(list: object): boolean {
  return 'isDefinitions' in list;
}

/** Deeper than anyone writes. */
const deepest = 8;
let depth = 0;

/**
 * `Term`, and on the next line `: what it means`, as PHP Markdown Extra and pandoc have it. What hides something in them may go over their lines, and
 * stays a paragraph.
 */
export const definitionList: TokenizerExtension = {
  name: 'definitionList',
  level: 'block',
  tokenizer(this: TokenizerThis, source) {
    const entries = depth < deepest ? entriesAt(source) : [];
    const raw = entries.map((entry) => entry.raw).join('');
    if (raw === '') return undefined;
    depth++;
    try {
      const items = entries.map((entry) => termItem(entry, this.lexer));
      return { ...listOf(raw, items), isDefinitions: true };
    } finally {
      depth--;
    }
  },
};

type Lexer = TokenizerThis['lexer'];

function termItem({ raw, term, meanings, loose }: Entry, lexer: Lexer): Tokens.ListItem {
  const title: Tokens.Text = { type: 'text', raw: term, text: term, tokens: lexer.inline(term) };
  const items = meanings.map((text) => {
    const tokens: Token[] = [];
    const { top } = lexer.state;
    // As in a tight list: its text is no paragraph.
    lexer.state.top = loose;
    lexer.blockTokens(text, tokens);
    lexer.state.top = top;
    return itemOf(text, tokens, loose);
  });
  return itemOf(raw, [title, listOf(meanings.join('\n'), items)], loose);
}

function listOf(raw: string, items: Tokens.ListItem[]): Tokens.List {
  const loose = items.some((item) => item.loose);
  return { type: 'list', raw, ordered: false, start: '', loose, items };
}

function itemOf(raw: string, tokens: Token[], loose: boolean): Tokens.ListItem {
  return { type: 'list_item', raw, text: raw, task: false, loose, tokens };
}

/** The entries that a text starts with; blank lines may stand between them. */
function entriesAt(source: string): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < source.length; ) {
    let start = at;
    if (entries.length > 0)
      while (start < source.length && isBlankAt(source, start)) start = nextLine(source, start);
    const entry = entryAt(source, start);
    if (entry === null || mayHide(entry.raw) || entry.raw.includes('<!--')) break;
    entries.push({ ...entry, raw: source.slice(at, start) + entry.raw });
    at = start + entry.raw.length;
  }
  return entries;
}

function lineAt(source: string, at: number): string {
  return source.slice(at, nextLine(source, at)).replace(/\n$/, '');
}

function isBlankAt(source: string, at: number): boolean {
  return blank.test(source.slice(at, nextLine(source, at)));
}

function entryAt(source: string, start: number): Entry | null {
  const term = lineAt(source, start);
  if (term.trim() === '' || otherBlock.test(term)) return null;
  const meanings: string[] = [];
  let end = nextLine(source, start);
  let isLoose = false;
  for (let at = end; at < source.length; at = end) {
    const from = isBlankAt(source, at) ? nextLine(source, at) : at;
    const mark = meaningStart.exec(lineAt(source, from));
    if (mark === null) break;
    const meaning = meaningAt(source, from, mark[0].length);
    meanings.push(meaning.text);
    isLoose ||= from !== at || /\n[ \t]*\n/.test(meaning.text);
    end = meaning.end;
  }
  if (meanings.length === 0) return null;
  return { raw: source.slice(start, end), term: term.trim(), meanings, loose: isLoose };
}

/** A meaning goes on in lines that are indented, blank ones between them too, and in those that a paragraph would go on in. */
function meaningAt(source: string, start: number, mark: number): { text: string; end: number } {
  let end = nextLine(source, start);
  const lines = [lineAt(source, start).slice(mark)];
  let blanks = 0;
  for (let at = end; at < source.length; at = nextLine(source, at)) {
    const line = lineAt(source, at);
    if (blank.test(line)) {
      blanks++;
      continue;
    }
    const isIndented = /^(?: {2,}|\t)/.test(line) && !meaningStart.test(line);
    if (!isIndented && (blanks > 0 || otherBlock.test(line) || isTerm(source, at))) break;
    for (; blanks > 0; blanks--) lines.push('');
    lines.push(line.replace(/^(?: {1,4}|\t)/, ''));
    end = nextLine(source, at);
  }
  return { text: lines.join('\n'), end };
}

/** Whether what a line holds is explained by the next one. */
function isTerm(source: string, at: number): boolean {
  return meaningStart.test(lineAt(source, nextLine(source, at)));
}
