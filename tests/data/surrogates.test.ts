import { expect, test } from 'vitest';
import { read, write } from '../../src/index.ts';

const escaped = '"a\\ud83d\\udc00\\ud83d"';

test.each([
  ['a.json', `{"film": ${escaped}, "tags": [${escaped}], ${escaped}: ${escaped}}`],
  ['a.yaml', `film: ${escaped}\ntags: [${escaped}]\n${escaped}: ${escaped}\n`],
  ['a.md', `---\nfilm: ${escaped}\ntags: [${escaped}]\n${escaped}: ${escaped}\n---\n\nx\n`],
  ['a.md', `{"film": ${escaped}, "tags": [${escaped}], ${escaped}: ${escaped}}\n\nx\n`],
  ['a.jsonl', `{"film": ${escaped}, "tags": [${escaped}], ${escaped}: ${escaped}}\n`],
])('%s: an escape that is half a character is U+FFFD, a whole one stays', async (path, text) => {
  const { review } = read(text, { path });
  const whole = 'a\u{1F400}\uFFFD';
  expect(review.item.name).toBe(whole);
  expect(review.tags).toEqual([whole]);
  expect(review.extra).toEqual({ [whole]: whole });
  expect(await write(review, { to: 'json' })).not.toMatch(/\\ud[89a-f]/i);
});
