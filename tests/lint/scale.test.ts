import { describe, expect, test } from 'vitest';
import { fixAll } from '../../src/lint/apply.ts';
import { lint } from '../../src/lint/lint.ts';
import { readReview } from '../../src/readers/formats.ts';
import { tidy } from '../../src/tidy/tidy.ts';

/** What would take minutes if anything were done once too often for each. Whoever waits that long is told by the runner. */
const large: readonly (readonly [name: string, format: string, source: string])[] = [
  ['keys that stand twice', 'yaml', 'foo: 1\n'.repeat(8000)],
  ['unknown keys', 'yaml', Array.from({ length: 8000 }, (_, at) => `raitin${at}: 1\n`).join('')],
  [
    'broken links',
    'markdown',
    Array.from({ length: 3000 }, (_, at) => `## H${at}\n\n[x](#No${at})\n`).join('\n'),
  ],
  ['unclosed spoilers', 'markdown', '## A\n\nx ||y\n\n'.repeat(5000)],
  ['control characters', 'text', 'a\u0007'.repeat(100_000)],
  [
    'blank lines in a value',
    'markdown',
    `---\r\nfilm: Heat\r\nsummary: |\r\n  a${'\r\n'.repeat(5000)}  b\r\nrating: 4/5\r\n---\r\n`,
  ],
  [
    'spaces in a heading',
    'markdown',
    `---\nb: 1\nfilm: X\n---\n# a${' '.repeat(5000)}b\n\nc${' '.repeat(5000)}d\n---\n`,
  ],
];

describe('a large file is checked, mended and tidied', () => {
  test.each(large)('%s', { timeout: 8000 }, (_, format, source) => {
    const lintText = (text: string) => lint(readReview(text, { format }));
    const { text, remaining } = fixAll(source, lintText);
    expect(remaining.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(source.length);
    const tidied = tidy(source, { format });
    expect(tidy(tidied, { format })).toBe(tidied);
  });
});
