import { describe, expect, test } from 'vitest';
import { write } from '../../src/index.ts';
import { readReview } from '../../src/readers/formats.ts';

const syntaxes: readonly (readonly [name: string, text: string])[] = [
  ['bars', 'before ||SECRET|| after'],
  ['arrows', 'before >!SECRET!< after'],
  ['brackets', 'before [spoiler]SECRET[/spoiler] after'],
  ['brackets around blocks', '[spoiler]\n\nSECRET\n\n- SECRET\n\n[/spoiler]'],
  ['tags', 'before <spoiler>SECRET</spoiler> after'],
  ['tags around blocks', '<spoiler>\n\nSECRET\n\n</spoiler>'],
  ['a fence', ':::spoiler\n\nSECRET\n\n:::'],
  ['a fence with a title', ':::spoiler the end\nSECRET\n:::'],
  ['details', '<details><summary>the end</summary>\n\nSECRET\n\n</details>'],
  ['a callout', '> [!spoiler]\n> SECRET\n> SECRET'],
  ['a section', '## Spoilers\n\nSECRET\n\n### Within\n\nSECRET'],
];
const front =
  '---\nfilm: X\nsummary: A ||SECRET|| film\npros: [">!SECRET!<, really"]\ncons: ["[spoiler]SECRET[/spoiler]"]\n---\n\n';

describe.each(syntaxes)('%s', (_, text) => {
  const { review, diagnostics } = readReview(`${front}${text}\n\n## Verdict\n\nEnd.\n`, {
    format: 'markdown',
  });

  test('is read without complaint', () => {
    expect(diagnostics).toEqual([]);
  });

  test.each(['terminal', 'text'] as const)('is hidden in %s until it is asked for', async (to) => {
    const hidden = await write(review, { to, color: to === 'terminal' ? 1 : 0 });
    expect(hidden).not.toContain('SECRET');
    expect(hidden).toContain('End.');
    expect(await write(review, { to, spoilers: true })).toContain('SECRET');
  });

  test('is closed in HTML, absent from what search engines read', async () => {
    const html = await write(review, { to: 'html' });
    const open = html.replace(/<details class="spoiler[^>]*>[\s\S]*?<\/details>/g, '');
    expect(open).not.toContain('SECRET');
    expect(html).toContain('SECRET');
  });

  test.each(['markdown', 'yaml', 'json'] as const)('stands as it was written in %s', async (to) => {
    const again = readReview(await write(review, { to }), { format: to }).review;
    expect(JSON.stringify(again.sections.map(({ body }) => body))).toBe(
      JSON.stringify(review.sections.map(({ body }) => body)),
    );
  });
});
