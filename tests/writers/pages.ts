import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';

/** A Markdown text as a review, without what was wrong with it. */
export function reviewOf(markdown: string): Review {
  return readReview(markdown, { format: 'markdown' }).review;
}

/** The texts of tests/fixtures/blocks: what CommonMark, GFM and reviews know, a file each, and scripts of the world. */
export const blockNames = [
  'alerts',
  'cjk',
  'code',
  'emoji',
  'footnotes',
  'headings',
  'html',
  'inlines',
  'lists',
  'quotes',
  'rules',
  'scripts',
  'spoilers',
  'tables',
] as const;

/** The text of tests/fixtures/blocks with this name. */
export function blockText(name: (typeof blockNames)[number]): string {
  return readFileSync(join(import.meta.dirname, `../fixtures/blocks/${name}.md`), 'utf8');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what the writer itself writes
const sequences = /\u001B\[[\d;]*m|\u001B\]8;;[\x21-\x7E]*\u001B\\/g;
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/;

/** A page without its SGR and OSC 8 sequences. */
export function bare(page: string): string {
  return page.includes('\u001B') ? page.replace(sequences, '') : page;
}

/** What every page promises, whatever is on it. */
export function expectSound(page: string, columns: number): void {
  expect(problems(page, columns)).toEqual([]);
}

/** As `expectSound`, for plain text, where an address is never cut: its word alone may stand over. */
export function expectSoundText(text: string, columns: number): void {
  expect(problems(text, columns, isAddress)).toEqual([]);
}

/** Whether a line is one word with an address in it, behind the indent and bars of its block. */
function isAddress(line: string): boolean {
  return /^[^\p{L}]*(?:\d+[.)] +)?\S*(?:[a-z][\w+.-]*:|www\.|mailto:|@|ftp:|[a-z\d]\.[a-z])\S*$/iu.test(
    line,
  );
}

function problems(
  page: string,
  columns: number,
  mayStandOver: (line: string) => boolean = () => false,
): string[] {
  const text = bare(page);
  const found: string[] = [];
  if (controls.test(text)) found.push(`a control character: ${JSON.stringify(text)}`);
  if (/\n\n\n/.test(text)) found.push('two blank lines in a row');
  if (/^\n|\n\n$/.test(text)) found.push('a blank line at the edge');
  if (text !== '' && !text.endsWith('\n')) found.push('no newline at the end');
  for (const line of page.split('\n')) {
    const shown = bare(line);
    if (/\s$/.test(shown)) found.push(`ends in a space: ${JSON.stringify(line)}`);
    if (isWider(shown, columns) && !mayStandOver(shown))
      found.push(`${stringWidth(shown)} columns, not ${columns}: ${JSON.stringify(shown)}`);
    if (line !== shown && openStyles(line).length > 0)
      found.push(`open at the end: ${openStyles(line)} in ${JSON.stringify(line)}`);
  }
  return found;
}

/** Measured by a package of its own, and only where the text is not plainly short enough. */
function isWider(shown: string, columns: number): boolean {
  const isAscii = /^[\x20-\x7E]*$/.test(shown);
  return isAscii ? shown.length > columns : stringWidth(shown) > columns;
}

const closers: Readonly<Record<string, readonly string[]>> = {
  22: ['1', '2'],
  23: ['3'],
  24: ['4'],
  27: ['7'],
  29: ['9'],
  39: ['color'],
};

/** The styles and links that are still open at the end of a line. */
function openStyles(line: string): string[] {
  let open: string[] = [];
  for (const [found] of line.matchAll(sequences)) {
    if (found.startsWith('\u001B]')) {
      open = open.filter((name) => name !== 'link');
      if (found !== '\u001B]8;;\u001B\\') open.push('link');
      continue;
    }
    const code = found.slice(2, -1);
    const closed = closers[code];
    if (closed !== undefined) open = open.filter((name) => !closed.includes(name));
    else open.push(/^(?:3[0-8]|9\d)/.test(code) ? 'color' : code);
  }
  return open;
}
