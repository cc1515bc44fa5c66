import { expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';
import { writeHtml } from '../../src/writers/html/html.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';
import { writeTerminal } from '../../src/writers/terminal/terminal.ts';
import { writeText } from '../../src/writers/text.ts';

const head = '---\nfilm: A\nrating: 4/5\n---\n\n';
const read = (body: string) => readReview(head + body, { format: 'markdown' }).review;

test.each([
  ['Set near [[places/pier|the old pier]] and [[Salt]].', 'Set near the old pier and Salt.'],
  ['See [[notes/Salt#End]].', 'See Salt.'],
  ['==Slow==, but a == b.', 'Slow, but a == b.'],
  ['A {{< ref "x" >}} b {% include y.html n=4 %} c.', 'A b c.'],
  [
    '{{< figure src="a.png" >}}\n\n{% include stars.html %}\n\nimport Box from "../Box.astro"\n\nText.',
    'Text.',
  ],
  ['> [!quote]- From the book\n> Waves.', 'From the book'],
  ['{{< spoiler >}}\nHIDDENX\n{{< /spoiler >}}\n\nText.', 'Text.'],
  ['`[[a|b]]` and `{{< x >}}`', '[[a|b]]'],
  ['a [b][c] and [[d', '[[d'],
])('%j shows %j', (body, words) => {
  const review = read(body);
  const text = writeText(review).replace(/\s+/g, ' ');
  expect(text).toContain(words);
  expect(text).not.toContain('HIDDENX');
  if (!body.startsWith('`')) expect(text).not.toMatch(/\[!|\{\{|\{%|import Box/);
  expect(writeHtml(review).length).toBeGreaterThan(0);
});

test('an embedded picture is one, and the source keeps its bytes', () => {
  const body = '![[cover.png]]\n\n[[a|b]] ==c== {{< d >}}\n';
  const review = read(body);
  expect(writeHtml(review)).toContain('src="cover.png"');
  expect(writeMarkdown(review)).toBe(head + body);
});

test('`==a==` is what `<mark>` is, in every output', () => {
  const [marked, tagged] = [read('a ==b *c*== d'), read('a <mark>b *c*</mark> d')];
  expect(writeHtml(marked)).toContain('<p>a <mark>b <em>c</em></mark> d</p>');
  for (const write of [writeHtml, writeText, painted]) expect(write(marked)).toBe(write(tagged));
  expect(writeHtml(read('a ==b ||X||== c'))).toContain('<mark>b </mark><details');
  expect(writeHtml(read('a == b == c'))).toContain('<p>a == b == c</p>');
});

const painted = (review: Review): string => writeTerminal(review, { color: 1, columns: 80 });

test.each(['yaml', 'json', 'markdown'])(
  'a heading that is private gives no title and no id: %s',
  (format) => {
    const sections = {
      sections: [
        { heading: '%%secret%%', body: 'a' },
        { heading: '==B==', body: 'c' },
      ],
    };
    const source =
      format === 'markdown'
        ? '## %%secret%%\n\na\n\n## ==B==\n\nc\n'
        : JSON.stringify({ film: 'A', rating: '4/5', ...sections });
    const { review } = readReview(source, { format });
    expect(review.sections.map(({ title, id }) => [title, id])).toEqual([
      ['', 'section-1'],
      ['B', 'b'],
    ]);
    expect(writeHtml(review)).not.toContain('secret');
  },
);
