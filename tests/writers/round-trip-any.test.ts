import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { flattenSections } from '../../src/model/section-tree.ts';
import { readReview } from '../../src/readers/formats.ts';
import { visible } from '../../src/text/visible.ts';
import { writeJson } from '../../src/writers/json.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';
import { writeYaml } from '../../src/writers/yaml.ts';
import { withoutRanges } from '../readers/samples.ts';

const read = (source: string, format: string): Review => readReview(source, { format }).review;

/** Lines that open, close, head and cut, in any order. */
const line = fc.constantFrom(
  ...['', '', '', 'text', 'two\nlines', '   text', 'x  ', 'a\\', '\\', '*em*', '`c`', '\u00AD'],
  ...['# H', '## H2', '### The bad', '## *Em* and `c`', '## Trailing ##', '## A \\# b', '## C#'],
  ...['#', '###', '# Plot', '## 1. Story', '## <b>x</b>', '## &amp; x', '##\tTab', ' ## indented'],
  ...['## {#id}', '## x <!-- c -->', '## x <!-- role: verdict -->', '## Plot <!-- role: none -->'],
  ...['S\n---', 'T\n===', 'two\nlines\n===', '---', '* * *', '---\ntitle: x\n---', '+++', '...'],
  ...['```', '```js', '~~~', '    code', '\tq', '- item', '  - nested', '1. n', '2) m', '- # in'],
  ...['> quote', '> # in', '> [!NOTE]', '> [!spoiler]', 'a | b\n--|--', '|a|\n|-|\n|b|'],
  ...['<div>', '</div>', '<!-- c', '-->', '<pre>', '</pre>', '<script>', '<?php', ':::', '||s||'],
  ...[':::spoiler', '[spoiler]', '[/spoiler]', '<details>', '</details>', '<spoiler>', '>! hidden'],
  ...['[^1]: n', '[^1]', '![i](p.png)', '## [l](u)', '## \u{1F3AC}', '## \u00DCber', 'Summary'],
  ...['title: x', 'x: y', '{"a": 1}', '####### x', '$$'],
  ...['%%', '%%p%%', 'a %% b', 'T\n: d', ': d', '## ==m== {% x %}'],
);
const text = fc.array(line, { maxLength: 10 }).map((lines) => lines.join('\n'));
const front = fc.constantFrom(
  '',
  '---\ntitle: T\n---\n',
  '---\nfilm: X\nrating: 3/5\nfoo: {a: [1, x]}\n---\n\n',
);
const markdown = fc
  .tuple(front, text, fc.constantFrom('\n', '\r\n'))
  .map(([head, body, eol]) => (head + body).replaceAll('\n', eol));

const heading = fc.oneof(line, fc.constantFrom('Odds', 'The bad')).filter(
  // Where a role must be said, an open comment is escaped: that is another Markdown with the same title.
  (each) => !/<[!?]/.test(each),
);
const section = fc.letrec((tie) => ({
  section: fc.record(
    {
      heading,
      body: text,
      role: fc.constantFrom('weaknesses', 'verdict', 'none', 'nonsense'),
      level: fc.constantFrom(1, 2, 3, 6),
      sections: fc.array(tie('section'), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
})).section;
const sections = fc.oneof(
  fc.array(section, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('plot', 'weaknesses', 'The end', 'intro', 'a_b'), text),
);
const yaml = fc
  // Without a title, a section of level 1 at the top would be it in Markdown.
  .record({ title: fc.constantFrom('T', 'U'), sections, body: text }, { requiredKeys: ['title'] })
  .map((value) => JSON.stringify(value));

function expectSame(source: string, from: string, to: string, write: typeof writeJson): void {
  const review = read(source, from);
  expect(withoutRanges(read(write(review), to)), source).toEqual(withoutRanges(review));
}

/** What Markdown shows of a body: a lone CR is a line end, controls are visible. */
function shown(body: string): string {
  const parts = body.replace(/\r\n?/g, '\n').split('\u00AD');
  return parts.map(visible).join('\u00AD');
}

/** Markdown has one text: what a body leaves open is closed, `%%` that a later one would close is escaped, all else is as it was. */
function expectSameButForOpenEnds(source: string, from: string): void {
  const review = read(source, from);
  const again = read(writeMarkdown(review), 'markdown');
  const bodies = flattenSections(review.sections).map(({ body }) => shown(body));
  const bodiesAgain = flattenSections(again.sections).map(({ body }) => shown(body));
  expect(bodiesAgain.length, source).toBe(bodies.length);
  bodiesAgain.forEach((written, at) => {
    const body = bodies[at]?.includes('\\%%') ? written : written.replace('\\%%', '%%');
    const added = body.slice((bodies[at] as string).length);
    expect(body, source).toBe(bodies[at] + added);
    expect(added, source).toMatch(/^(?:\n(?:[`~]{3,}|:::|\[\/spoiler\]|<\/\w+>|-->|\?>|>)){0,8}$/);
  });
  const rest = (each: Review) =>
    JSON.stringify(withoutRanges(each), (key, value: unknown) => (key === 'body' ? 0 : value));
  expect(rest(again), source).toBe(rest(review));
  expect(writeMarkdown(again), source).toBe(writeMarkdown(read(writeMarkdown(again), 'markdown')));
}

describe('any review is the same', () => {
  const runs = { numRuns: 250 };

  test('from Markdown to Markdown', () => {
    fc.assert(
      fc.property(markdown, (source) => expectSame(source, 'markdown', 'markdown', writeMarkdown)),
      runs,
    );
  });

  test('from Markdown to YAML', () => {
    fc.assert(
      fc.property(markdown, (source) => expectSame(source, 'markdown', 'yaml', writeYaml)),
      runs,
    );
  });

  test('from YAML to YAML, JSON and Markdown', () => {
    fc.assert(
      fc.property(yaml, (source) => {
        expectSame(source, 'yaml', 'yaml', writeYaml);
        expectSame(source, 'yaml', 'json', writeJson);
        expectSameButForOpenEnds(source, 'yaml');
      }),
      runs,
    );
  });
});

describe('what is left open in a body of YAML', () => {
  test.each([
    ['```\ncode', '```\ncode\n```'],
    ['````\n```\n````', '````\n```\n````'],
    ['~~~~ js\ncode', '~~~~ js\ncode\n~~~~'],
    ['<!-- comment', '<!-- comment\n-->'],
    [':::spoiler\nhe dies', ':::spoiler\nhe dies\n:::'],
    ['[spoiler]\nhe dies', '[spoiler]\nhe dies\n[/spoiler]'],
    [':::spoiler\n\n```\ncode', ':::spoiler\n\n```\ncode\n```\n:::'],
    [':::spoiler\n:::spoiler\na', ':::spoiler\n:::spoiler\na\n:::\n:::'],
    ['a ` b < c', 'a ` b < c'],
  ])('%j is closed in Markdown where a section follows', (body, closed) => {
    const both = { sections: [{ heading: 'A', body }, { heading: 'B' }] };
    expect(writeMarkdown(read(JSON.stringify(both), 'yaml'))).toBe(`## A\n\n${closed}\n\n## B\n`);
    const last = { sections: [{ heading: 'A', body }] };
    expect(writeMarkdown(read(JSON.stringify(last), 'yaml'))).toBe(`## A\n\n${body}\n`);
  });
});

describe('a role that the heading does not say', () => {
  const source = 'sections:\n- {heading: Odds, role: cons, body: a}\n- {heading: Plot, role: none}';

  test('is a comment behind the heading in Markdown', () => {
    const written = writeMarkdown(read(source, 'yaml'));
    expect(written).toBe('## Odds <!-- role: weaknesses -->\n\na\n\n## Plot <!-- role: none -->\n');
    const again = read(written, 'markdown').sections;
    expect(again.map(({ title, role, heading: own }) => [title, role, own])).toEqual([
      ['Odds', 'weaknesses', undefined],
      ['Plot', null, undefined],
    ]);
  });

  test('an unknown one, or a comment elsewhere, is text like any other', () => {
    const { sections: read2 } = read(
      '## A <!-- role: x -->\n\n## <!-- role: cons --> B\n',
      'markdown',
    );
    expect(read2.map(({ role }) => role)).toEqual([null, null]);
    expect(read2[0]?.heading).toBe('A <!-- role: x -->');
  });
});

test('of texts without headings in YAML, only the first section can have none', () => {
  const { sections: found } = read(
    'sections: [{body: a}, {body: b}, {heading: H}, {body: c}]',
    'yaml',
  );
  expect(found.map(({ id, body }) => [id, body])).toEqual([
    ['intro', 'a\n\nb'],
    ['h', 'c'],
  ]);
});

test('two texts without headings that have one together are cut at it', () => {
  const source = '{"sections":[{"body":"[^1]: n"},{"body":"\\tq\\n[spoiler]\\n## \u00DCber"}]}';
  expectSame(source, 'yaml', 'yaml', writeYaml);
  expect(read(source, 'yaml').sections.map(({ id }) => id)).toEqual(['intro', 'über']);
});
