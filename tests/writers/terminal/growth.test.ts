import { describe, expect, test } from 'vitest';
import { writeTerminal } from '../../../src/writers/terminal/terminal.ts';
import { reviewOf } from '../pages.ts';

describe('what grows', () => {
  test.each([
    [
      '200 nested lists',
      Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join('\n'),
    ],
    ['200 list marks in a line', `${'- '.repeat(200)}x`],
    ['200 nested quotes', `${'> '.repeat(200)}x`],
    ['25,000 nested quotes', `${'> '.repeat(25_000)}x`],
    ['a paragraph of a mebibyte', 'word *em* '.repeat(100_000)],
    [
      'a table of 20,000 rows',
      `| a | b |\n|---|---|\n${'| some words here | and there |\n'.repeat(20_000)}`,
    ],
    ['a list of 20,000 items', '- an item of a list\n'.repeat(20_000)],
    ['150,000 lines of code', `\`\`\`\n${'x\n'.repeat(150_000)}\`\`\``],
  ])('%s', { timeout: 30_000 }, (_, markdown) => {
    const review = reviewOf(markdown);
    for (const color of [0, 1] as const) {
      const page = writeTerminal(review, { columns: 40, color });
      // A page may have its indents and styles, and no more.
      expect(page.length).toBeLessThan(20 * markdown.length + 100_000);
    }
  });

  test('200 list marks in a line are 200 lists, and the page grows with them as one', () => {
    const page = (depth: number, color: 0 | 1) =>
      writeTerminal(reviewOf(`${'- '.repeat(depth)}x`), { columns: 80, color });
    for (const depth of [50, 100, 200]) {
      expect(page(depth, 0).match(/[•◦‣]/gu)?.length).toBe(depth);
      expect(page(depth, 1).length).toBeLessThan(40 * depth + 200);
    }
  });
});
