import { betweenMarks } from '../../markdown/hidden-text.ts';
import { opensBlock } from '../../markdown/spoiler-blocks.ts';
import type { TextBlock } from './blocks.ts';
import { listMark, type TextLine } from './lines.ts';
import { setLinesAsMarkdown } from './set-lines.ts';

/**
 * Blocks of plain text as Markdown that shows the same words. Where blank lines part the paragraphs of a text (`spaced`),
 * short lines without one between them stay together; else each block is a paragraph. Lists stay lists, other marks are escaped.
 */
export function proseAsMarkdown(blocks: readonly TextBlock[], spaced: boolean): string {
  let text = '';
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    if (before !== undefined) text += joins(before, block, spaced) ? '\n' : '\n\n';
    text += blockAsMarkdown(block);
  });
  return text;
}

/** A line longer than this is a paragraph of its own, whatever stands between it and the next. */
const longLine = 120;

function joins(before: TextBlock, block: TextBlock, spaced: boolean): boolean {
  const last = before.lines.at(-1) as TextLine;
  if (before.kind === 'item' && block.kind === 'item') return !last.blankAfter;
  if (!spaced || last.blankAfter || before.kind !== 'prose' || block.kind !== 'prose') return false;
  return last.text.length <= longLine && (block.lines[0] as TextLine).text.length <= longLine;
}

function blockAsMarkdown({ kind, lines }: TextBlock): string {
  if (kind === 'rule') return '---';
  if (kind === 'set') return setLinesAsMarkdown(lines);
  if (kind !== 'item') return lines.map(({ text }) => lineAsMarkdown(text)).join('\n');
  const [first, ...rest] = lines as readonly [TextLine, ...TextLine[]];
  const written = listMark.exec(first.text)?.[0] ?? '';
  // One mark for all: in Markdown another mark starts another list.
  const mark = /^\d/.test(written) ? `${written.trimEnd()} ` : '- ';
  const indent = ' '.repeat(mark.length);
  const item = [first.text.slice(written.length), ...rest.map(({ text }) => text)];
  return mark + item.map(lineAsMarkdown).join(`\n${indent}`);
}

/** What would open a block at the start of a line: a heading, a quote, a rule, an underline, a list, a fence, a table. */
const blockStart =
  /^(?:#{1,6}(?=\s|$)|>(?!!)|[-+*=_~:|][-=*_~:|\s]*$|[-+](?=\s|$)|~{3,}|:{3,}(?!\s?spoiler))/i;

function lineAsMarkdown(text: string): string {
  // What closes a spoiler, and alone is nothing.
  if (/^:{3,}$/.test(text) || opensBlock(text)) return text;
  const escaped = betweenMarks(text, escapeInline);
  const numbered = /^(\d{1,9})([.)])(?=\s|$)/.exec(escaped);
  if (numbered !== null) return `${numbered[1]}\\${escaped.slice((numbered[1] as string).length)}`;
  return blockStart.test(escaped) ? `\\${escaped}` : escaped;
}

/** Links, and marks of spoilers, are left alone; of the rest, what Markdown would take for a mark gets a backslash. */
const token =
  /(?:https?:\/\/|www\.)[^\s<>]+|<https?:\/\/[^\s<>]{1,500}>|\[\/?spoiler\]|<\/?spoiler>|\\(?=[!-/:-@[-`{-~])|[`*[]|_+|~+|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)/giu;

function escapeInline(text: string): string {
  return text.replace(token, (found, at: number) => {
    if (found.length > 2 && !/^[_~]+$/.test(found)) return found;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + found.length);
    if (isBlank(before) && isBlank(after) && found !== '`' && found !== '[') return found;
    if (found.startsWith('_') && isWord(before) && isWord(after)) return found;
    return found.replace(/./g, '\\$&');
  });
}

function isBlank(unit: string): boolean {
  return unit === '' || /\s/.test(unit);
}

function isWord(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}
