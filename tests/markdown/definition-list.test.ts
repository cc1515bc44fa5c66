import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';
import { writeHtml } from '../../src/writers/html/html.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';
import { writeText } from '../../src/writers/text.ts';

const head = '---\nfilm: A\n---\n\n';
const read = (body: string) => readReview(head + body, { format: 'markdown' }).review;
const listsIn = (body: string): string[] => {
  const html = writeHtml(read(body));
  return Array.from(html.matchAll(/<dl>[\s\S]*?<\/dl>/g), ([list]) => list.replaceAll('\n', ''));
};

describe('definitions', () => {
  test.each([
    ['Term\n: what *it* is\n', ['<dl><dt>Term</dt><dd>what <em>it</em> is</dd></dl>']],
    [
      'A `b`\n: c\n: d\n\nE\n:   f\n',
      ['<dl><dt>A <code>b</code></dt><dd>c</dd><dd>d</dd><dt>E</dt><dd>f</dd></dl>'],
    ],
    ['A\n: b\ngoes on\nC\n: d\n', ['<dl><dt>A</dt><dd>bgoes on</dd><dt>C</dt><dd>d</dd></dl>']],
    ['A\n\n: b\n', ['<dl><dt>A</dt><dd><p>b</p></dd></dl>']],
    [
      'A\n: b\n\n    second\n\n    - c\n\nAfter.\n',
      ['<dl><dt>A</dt><dd><p>b</p><p>second</p><ul><li>c</li></ul></dd></dl>'],
    ],
    ['> A\n> : b\n', ['<dl><dt>A</dt><dd>b</dd></dl>']],
  ])('%j', (body, lists) => {
    expect(listsIn(body)).toEqual(lists);
    expect(writeMarkdown(read(body))).toBe(head + body);
  });

  test.each([
    'One line\nand another\n: b\n',
    '# A\n: b\n',
    'A\n:b\n',
    'A\n:\n',
    'A: b\n',
    '    A\n: b\n',
    '```\nA\n: b\n```\n',
    'A\n:::spoiler\nb\n:::\n',
    'A ||b\n: c|| d\n',
    'A\n: b <!-- c\n: d --> e\n',
    'A\n: ||b\n\nC\n: d|| e\n',
  ])('%j has none', (body) => {
    expect(listsIn(body)).toEqual([]);
  });

  test('in a terminal and in plain text: terms, and what they mean behind an indent', () => {
    const text = writeText(read('Term\n: what it is, in so many words\n: or not\n\nNext\n: b\n'), {
      columns: 30,
    });
    expect(text.split('* * *\n\n')[1]).toBe(
      'Term\n    what it is, in so many\n    words\n    or not\nNext\n    b\n',
    );
    const narrow = writeText(read('Term\n: b\n'), { columns: 10 });
    expect(narrow).toContain('Term\nb\n');
  });

  test('what is hidden between them stays hidden', () => {
    for (const write of [writeHtml, writeText]) {
      const shown = write(read('Term ||HID\n: DEN|| seen\n\nA\n: b\n'));
      expect(shown.replace(/<details[\s\S]*?<\/details>/, '')).not.toMatch(/HID|DEN/);
      expect(shown).toContain('seen');
    }
  });

  test('many take a time in line with their length', () => {
    const seconds = (count: number): number => {
      const source = 'A\n: b ||c\n\n'.repeat(count);
      const start = process.cpuUsage();
      read(source);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    seconds(200);
    expect(seconds(4000) / seconds(1000)).toBeLessThan(12);
  });
});
