import { describe, expect, test } from 'vitest';
import { createLocator } from '../../src/model/position.ts';
import { frameLines } from '../../src/reports/frame.ts';
import { displayWidth } from '../../src/text/width.ts';
import type { StyledLine } from '../../src/writers/style.ts';

const textOf = (line: StyledLine) => line.map(({ text }) => text).join('');

/** The frame of a source in which `«` and `»` stand around the range. */
function frame(marked: string, columns = Number.POSITIVE_INFINITY): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const source = marked.replace(/[«»]/g, '');
  const range = createLocator(source).range(start, end);
  return frameLines(source, range, { columns, severity: 'error' }).map(textOf);
}

describe('the caret stands under what it means', () => {
  test.each<[name: string, source: string, ...lines: string[]]>([
    ['plain', 'a\nb«cd»e\nf', ' 1 │ a', ' 2 │ bcde', '   │  ^^', ' 3 │ f'],
    ['at the start', '«a»b', ' 1 │ ab', '   │ ^'],
    ['nothing, at the end', 'ab«»\n', ' 1 │ ab', '   │   ^'],
    ['a tab before it', 'a:\t«b»', ' 1 │ a:  b', '   │     ^'],
    ['a tab in it', 'a«b\tc»', ' 1 │ ab  c', '   │  ^^^^'],
    ['wide characters', '日本«の»x', ' 1 │ 日本のx', '   │     ^^'],
    ['an emoji family', '👨‍👩‍👧 «x»', ' 1 │ 👨‍👩‍👧 x', '   │    ^'],
    ['a combining mark', 'e\u0301«x»', ' 1 │ e\u0301x', '   │  ^'],
    ['an escape', '\u001B[31m«x»', ' 1 │ ␛[31mx', '   │      ^'],
    ['what turns the direction', '«\u202E»x', ' 1 │ <U+202E>x', '   │ ^^^^^^^^'],
    ['several lines', 'a«b\ncd»', ' 1 │ ab', '   │  ^', ' 2 │ cd'],
    ['CRLF', 'a\r\n«b»\r\nc', ' 1 │ a', ' 2 │ b', '   │ ^', ' 3 │ c'],
    ['a lone CR', 'a\r«b»\rc', ' 1 │ a', ' 2 │ b', '   │ ^', ' 3 │ c'],
    ['blank neighbours', '\n\n«b»\n \nc', ' 3 │ b', '   │ ^'],
    [
      'numbers of two digits',
      `${'\n'.repeat(8)}a\n«b»\nc`,
      '  9 │ a',
      ' 10 │ b',
      '    │ ^',
      ' 11 │ c',
    ],
  ])('%s', (_, source, ...lines) => {
    expect(frame(source)).toEqual(lines);
  });
});

describe('a line that is too long', () => {
  const words = 'word '.repeat(100);

  test.each([20, 40, 80])('is cut to %i columns around the range', (columns) => {
    for (const source of [
      `«${words}»`,
      `${words}«here»${words}`,
      `${words}«here»`,
      `${words}日本«の»日本`,
    ]) {
      const lines = frame(source, columns);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      const [text = '', carets = ''] = lines;
      // Up to the first wide character, a column is a character.
      if (source.includes('here'))
        expect(text.slice(carets.indexOf('^')).startsWith('here')).toBe(true);
      else expect(text).toContain(source.includes('の') ? 'の' : 'word');
    }
  });

  test('is looked at no further than need be', () => {
    const source = `${'x'.repeat(3_000_000)}«y»${'z'.repeat(3_000_000)}`;
    const [text = '', carets = ''] = frame(source, 60);
    expect(text[carets.indexOf('^')]).toBe('y');
  });

  test('takes its neighbours along', () => {
    const lines = frame(`short\n${'a'.repeat(200)}«b»\n${'c'.repeat(300)}`, 40);
    expect(lines[0]).toBe(' 1 │ …');
    expect(lines[3]).toMatch(/^ 3 │ …c+…$/);
  });
});
