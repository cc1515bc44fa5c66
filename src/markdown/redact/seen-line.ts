import { normalizeLineEnds } from '../content.ts';
import { mayHide } from '../hidden-text.ts';
import { lexDocument } from '../lex.ts';
import { type AnyToken, known } from '../tokens.ts';
import { shownTokens } from './redact-tokens.ts';
import { visibleLines } from './visible-lines.ts';

/**
 * Whether the line of a Markdown text, or of a plain one, that starts at `start` is seen as a whole: not hidden, no comment, no code, no raw HTML, at any
 * depth. Takes linear time.
 */
export function isSeenLine(text: string, start: number, isPlain = false): boolean {
  const line = visibleLines(text, 0, isPlain).find((each) => each.start === start);
  if (line === undefined || line.seen !== line.text) return false;
  const isWithin = mayHide(text) ? inContainer : mayBeCode;
  return isPlain || !isWithin.test(line.text) || isShown(text, line);
}

const mayBeCode = /^(?: {4}| {0,3}\t)/;
const inContainer = /^(?: {2}| ?\t| ?[>*+-]| ?\d{1,9}[.)])/;

/** Whether a line of a list, a quote or what looks like code is shown: the text of its block has it as often as the block when what is hidden is taken out. */
function isShown(text: string, { text: line, start }: { text: string; start: number }): boolean {
  const words = line.replace(/^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?/, '').trim();
  const before = normalizeLineEnds(text.slice(0, start)).length;
  let at = 0;
  for (const token of lexDocument(normalizeLineEnds(text)).tokens) {
    at += token.raw.length;
    if (at > before) return timesIn(token.raw, words) === timesShown(shownTokens([token]), words);
  }
  return false;
}

function timesIn(raw: string, words: string): number {
  return raw.split(words).length - 1;
}

/** How often words stand in the texts of blocks, at any depth; not in code or raw HTML. */
function timesShown(tokens: readonly AnyToken[], words: string): number {
  return tokens.reduce((sum, token) => {
    if (token.type === 'code' || token.type === 'html') return sum;
    if (token.type === 'list')
      return token.items.reduce((all, item) => all + timesShown(known(item.tokens), words), sum);
    if (token.type === 'blockquote' || token.type === 'alert')
      return sum + timesShown(known(token.tokens), words);
    return sum + timesIn(token.raw, words);
  }, 0);
}
