import { describe, expect, test } from 'vitest';
import { write } from '../../src/index.ts';
import { shownReview } from '../../src/markdown/redact/redact.ts';
import { readReview } from '../../src/readers/formats.ts';
import { siteEntry } from '../../src/site/entry.ts';

describe('hidden text in a title', () => {
  const { review } = readReview('---\nfilm: Heat\ntitle: Heat, in which he ||dies||\n---\nText.\n');

  test.each(['terminal', 'text', 'html'] as const)('is not in what is read: %s', async (to) => {
    const page = await write(review, { to });
    expect(page).toContain('Heat, in which he');
    expect(page).not.toContain('dies');
  });

  test.each(['terminal', 'text'] as const)('is there when it is asked for: %s', async (to) => {
    expect(await write(review, { to, spoilers: true })).toContain('Heat, in which he dies');
  });

  test('is not in a list of pages', () => {
    expect(siteEntry(shownReview(review), 'heat.html').title).toBe('Heat, in which he');
  });

  test.each(['json', 'yaml', 'markdown'] as const)(
    'stays in what is computed with: %s',
    async (to) => {
      expect(await write(review, { to })).toContain('||dies||');
    },
  );
});
