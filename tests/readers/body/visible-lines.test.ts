import { describe, expect, test } from 'vitest';
import { readAll } from '../../../src/index.ts';
import { visibleLines } from '../../../src/markdown/redact/visible-lines.ts';
import { headingRatings } from '../../../src/readers/body/heading-ratings.ts';

/** Blocks in which `X` stands on lines of its own and is not to be taken for a fact. */
const blocks: Readonly<Record<string, (text: string) => string>> = {
  comment: (text) => `<!--\n${text}\n\n-->`,
  details: (text) => `<details>\n\n${text}\n\n</details>`,
  'nested details': (text) => `<details>\n<details>\n\na\n\n</details>\n\n${text}\n\n</details>`,
  colons: (text) => `:::spoiler\n${text}\n:::`,
  brackets: (text) => `[spoiler]\n\n${text}\n\n[/spoiler]`,
  tag: (text) => `<spoiler>\n\n${text}\n\n</spoiler>`,
  shortcode: (text) => `{{< spoiler >}}\n\n${text}\n\n{{< /spoiler >}}`,
  callout: (text) => `> [!spoiler]\n${text.replace(/^/gm, '> ')}`,
  'private text': (text) => `%%\n${text}\n%%`,
  pre: (text) => `<pre>\n\n${text}\n\n</pre>`,
  div: (text) => `<div>\n${text.replace(/\n+/g, '\n')}\n</div>`,
  fence: (text) => `\`\`\`\n${text}\n\`\`\``,
};

const ends = { LF: '\n', CRLF: '\r\n', CR: '\r' };

describe.each(Object.entries(ends))('%s', (_, end) => {
  const withEnds = (text: string): string => text.replace(/\n/g, end);

  test.each(Object.entries(blocks))('%s: no line of it is seen', (_, block) => {
    const source = withEnds(`before\n\n${block('X one\n\nX two')}\n\nafter\n`);
    const seen = visibleLines(source).map(({ seen }) => seen.trim());
    expect(seen.filter((line) => line !== '')).toEqual(['before', 'after']);
    for (const line of visibleLines(source))
      expect(source.slice(line.start, line.start + line.text.length)).toBe(line.text);
  });

  test.each(Object.entries(blocks))('%s: no review and no rating', (_, block) => {
    const hidden = block(
      '## Xone 4/5\n\n## Xtwo 3/5\n\n| Film | Rating |\n|---|---|\n| Xa | 4/5 |\n| Xb | 3/5 |',
    );
    const alone = readAll(withEnds(`# Films\n\n${hidden}\n\nafter\n`), { path: 'x.md' });
    expect(alone.records).toHaveLength(1);
    const source = withEnds(`# Films\n\n## A 4/5\n\na\n\n${hidden}\n\n## B 3/5\n\nb\n`);
    const names = readAll(source, { path: 'x.md' }).records.map(({ review }) => review.item.name);
    expect(names).toEqual(['A', 'B']);
    const rating = withEnds(`${block('## Rating: 1/5\n\n## Plot: 2/5')}\n\nafter`);
    expect(headingRatings(rating)).toEqual({ whole: null, scores: [] });
  });
});

test('a mark hides lines of its paragraph, and none beyond it', () => {
  const seen = (source: string): string[] => visibleLines(source).map((line) => line.seen.trim());
  expect(seen('a ||X\nX\nX|| b\nc')).toEqual(['a', 'b', 'c']);
  expect(seen('a ||b\n\nc|| d')).toEqual(['a ||b', '', 'c|| d']);
  expect(seen('a <!-- X\nX --> b')).toEqual(['a', 'b']);
});

test('a rating that a heading or a line hides is none', () => {
  const { records } = readAll('# Films\n\n## A ||4/5||\n\na\n\n## B ||3/5||\n\nb\n', {
    path: 'x.md',
  });
  expect(records).toHaveLength(1);
});

test('the bars of a spoiler in a cell belong together', () => {
  const source =
    '| Film | Rating | Note |\n|---|---|---|\n| A | 4/5 | x ||HIDDENX|| y |\n| B | 3/5 | z |\n';
  const { records } = readAll(source, { path: 'x.md' });
  expect(records.map(({ review }) => JSON.stringify(review.extra))).toEqual([
    expect.stringContaining('x ||HIDDENX|| y'),
    expect.stringContaining('z'),
  ]);
});

test.each([
  '<!--\n',
  '<div\n',
  '||a\n',
  '>!a\n',
  '> [!spoiler]\n',
  '%%\n',
  ':::spoiler\n',
  '[spoiler]\n',
  '<details>\n',
  '```\n~~~\n',
  '| ||a ',
])('takes linear time: %j', (text) => {
  const start = performance.now();
  visibleLines(`${text.repeat(20_000)}!<`);
  expect(performance.now() - start).toBeLessThan(2000);
});
