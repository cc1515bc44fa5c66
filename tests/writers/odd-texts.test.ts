import { expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';
import { writeYaml } from '../../src/writers/yaml.ts';

function withoutRanges(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) => (key === 'range' ? undefined : each)),
  );
}

/** What a text is not must not come of it on the way through Markdown. */
test.each([
  ['text', 'A\n\nRating: 4/5\n-----------\n\nbody\n'],
  ['text', 'A\n\nScore: 8/10\n-----------\n\nbody\n\n4/5\n'],
  ['text', '# w0k\n'],
  ['text', '# w0k\n\ntext\n'],
  ['text', 'film: Heat\n# w0k\nTitle\n'],
  ['text', '---\nfilm: x\n---\n'],
  ['text', 'film: Heat\n\n* a_b_c *d*\n\n1) <b>x</b>\n'],
  ['yaml', 'sections: ["# no comment", x]\n'],
  ['yaml', 'sections: [{heading: "Graphics: 6/10", level: 1, body: b}]\n'],
  ['json', '{"film":"A","tags":["t","t"],"ids":{"x":""},"none":null}'],
  ['json', '{"film":"A","sections":[{"heading":"H","body":"---"}]}'],
  ['markdown', '---\nfilm: A\n---\n\n## Rating: 4/5\n\n## Graphics: 6/10\n\nx\n'],
])('%s: %j', (format, source) => {
  const { review } = readReview(source, { format });
  for (const [to, text] of [
    ['markdown', writeMarkdown(review)],
    ['markdown', writeMarkdown(review, { canonical: true })],
    ['yaml', writeYaml(review)],
  ] as const)
    expect(withoutRanges(readReview(text, { format: to }).review), text).toEqual(
      withoutRanges(review),
    );
});

test('a doubled tag stays, as does an id that is empty', () => {
  const { review } = readReview('{"film":"A","tags":["t","t"],"ids":{"x":""}}', { format: 'json' });
  expect(review.tags).toEqual(['t', 't']);
  expect(review.item.ids).toEqual({ x: '' });
});

test('a worst that is a range is none', () => {
  const { review, diagnostics } = readReview('film: A\nworst: 1-5\n', { format: 'yaml' });
  expect(review.extra).toEqual({ worst: '1-5' });
  expect(diagnostics.map(({ code }) => code)).toContain('value-invalid');
});
