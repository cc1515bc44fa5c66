import stringWidth from 'string-width';
import { expect } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';

/** A Markdown text as a review, without what was wrong with it. */
export function reviewOf(markdown: string): Review {
  return readReview(markdown, { format: 'markdown' }).review;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what the writer itself writes
const sequences = /\u001B\[[\d;]*m|\u001B\]8;;[\x21-\x7E]*\u001B\\/g;
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/;

/** A page without its SGR and OSC 8 sequences. */
export function bare(page: string): string {
  return page.replace(sequences, '');
}

/** What every page promises, whatever is on it. */
export function expectSound(page: string, columns: number): void {
  const text = bare(page);
  expect(text).not.toMatch(controls);
  expect(text).not.toMatch(/\n\n\n/);
  expect(text).not.toMatch(/^\n/);
  expect(text === '' || (text.endsWith('\n') && !text.endsWith('\n\n'))).toBe(true);
  for (const line of page.split('\n')) expectSoundLine(line, columns);
}

function expectSoundLine(line: string, columns: number): void {
  const text = bare(line);
  expect(text).not.toMatch(/\s$/);
  if (stringWidth(text) > columns)
    expect({ text, width: stringWidth(text) }).toEqual({ text, width: columns });
  expect(openStyles(line)).toEqual([]);
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

/** Whether the words of `wanted` stand in `text` in their order, other words between them allowed; the first that does not, else null. */
export function missingWord(text: string, wanted: readonly string[]): string | null {
  let at = 0;
  for (const word of wanted) {
    const found = text.indexOf(word, at);
    if (found < 0) return word;
    at = found + word.length;
  }
  return null;
}
