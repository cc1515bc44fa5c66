import { describe, expect, test } from 'vitest';
import { contentOf, normalizeLineEnds } from '../../src/markdown/content.ts';
import { titleOfTokens } from '../../src/markdown/inline-text.ts';
import { lexDocument, lexParts } from '../../src/markdown/lex.ts';
import { findLimit } from '../../src/markdown/limits.ts';
import type { AnyToken } from '../../src/markdown/tokens.ts';
import { isSafeUrl, schemeOf } from '../../src/markdown/url.ts';
import type { Section } from '../../src/model/review.ts';
import { emptyReview } from '../../src/model/review.ts';

const types = (source: string) => lexDocument(source).tokens.map(({ type }) => type);

describe('lexDocument', () => {
  test.each([
    ['# A\n\nText\n', ['heading', 'paragraph']],
    ['A\n===\n\nB\n---\n', ['heading', 'heading']],
    ['A\n   ---\ntext\n', ['heading', 'paragraph']],
    ['| a |\n|---|\n| b |\n', ['table']],
    ['a|b\n:-:|-\n1|2\n', ['table']],
    ['    code\n', ['code']],
    ['\tcode\n', ['code']],
    ['~~~\n# no\n~~~\n', ['code']],
    ['   ```js\nx\n```\n', ['code']],
    ['> quote\n', ['blockquote']],
    ['> [!NOTE]\n> text\n', ['alert']],
    ['> [!spoiler] Title\n> text\n', ['spoiler']],
    [':::spoiler\ntext\n:::\n', ['spoiler']],
    ['<details><summary>End</summary>\ntext\n</details>\n', ['spoiler']],
    ['* a\n* b\n', ['list']],
    ['12) a\n', ['list']],
    ['***\n', ['hr']],
    ['  - - -\n', ['hr']],
    ['<div>\nx\n</div>\n', ['html']],
    ['[a]: /b\n', ['def']],
    ['[^a]: note\n', ['footnoteDefinition']],
  ])('%j', (source, expected) => {
    expect(types(source).filter((type) => type !== 'space')).toEqual(expected);
  });

  test.each([
    ['\\*', ['escape']],
    ['<b>x</b>', ['html', 'text', 'html']],
    ['<https://a.b>', ['link']],
    ['https://a.b', ['link']],
    ['see www.a.b', ['text', 'link']],
    ['me@example.org', ['link']],
    ['[a](b)', ['link']],
    ['![a](b)', ['image']],
    ['[a][d] and [d]', ['link', 'text', 'link']],
    ['*a* _b_ **c**', ['em', 'text', 'em', 'text', 'strong']],
    ['~~a~~', ['del']],
    ['`a`', ['codespan']],
    ['a  \nb', ['text', 'br', 'text']],
    ['a\\\nb', ['text', 'br', 'text']],
    ['a ||b|| c', ['text', 'inlineSpoiler', 'text']],
    [
      '>!b!< <SPOILER>c</SPOILER> [spoiler]d[/spoiler]',
      ['inlineSpoiler', 'text', 'inlineSpoiler', 'text', 'inlineSpoiler'],
    ],
    ['a[^n]', ['text', 'footnoteReference']],
  ])('inlines of %j', (source, expected) => {
    const [paragraph] = lexDocument(`x ${source}\n\n[d]: /e\n`).tokens;
    const inlines = (paragraph as { tokens: { type: string }[] }).tokens.map(({ type }) => type);
    expect(inlines[0]).toBe('text');
    // What starts with text has run together with the x.
    expect(expected[0] === 'text' ? inlines : inlines.slice(1)).toEqual(expected);
  });

  test('definitions anywhere count everywhere, the first of two', () => {
    const { parts, footnotes } = lexParts([
      '[a][r] b[^1]',
      '[r]: /one\n[R]: /two\n\n[^1]: First.\n\n[^1]: Second.',
    ]);
    expect(parts[0]?.[0]).toMatchObject({ tokens: [{ type: 'link', href: '/one' }, {}, {}] });
    expect(footnotes.get('1')?.tokens).toMatchObject([{ text: 'First.' }]);
  });

  test('an unclosed <pre> in one paragraph leaves the next as it is', () => {
    const [, , second] = lexDocument('a <pre> *b*\n\n*c*\n').tokens;
    expect(second).toMatchObject({ tokens: [{ type: 'em' }] });
  });
});

describe('what grows', () => {
  /** Texts that would take quadratic time, were they searched to their end from each place in them. */
  test.each([
    ['paragraphs', 'word\n\n'.repeat(20_000), 20_000],
    ['headings without blank lines', '# a\nb\n'.repeat(20_000), 40_000],
    ['underlined headings', 'a\n---\nb\n\n'.repeat(20_000), 40_000],
    ['hard breaks', 'a  \n'.repeat(50_000), 1],
    ['addresses', 'http://a.b '.repeat(20_000), 1],
    ['a word that ends like an address for mail', `${"a'b.".repeat(50_000)}@`, 1],
    ['items with marks', '- **a** *b*\n'.repeat(5000), 1],
    ['rows with marks', `| a | b |\n|---|---|\n${'| **a** | *b* |\n'.repeat(5000)}`, 1],
  ])('%s', (_, source, blocks) => {
    const { tokens, limit } = lexDocument(source);
    expect(limit).toBeNull();
    expect(tokens.filter(({ type }) => type !== 'space').length).toBe(blocks);
    expect(tokens.map(({ raw }) => raw).join('')).toBe(source);
  });

  test('a long word is one text, with a link where it has one', () => {
    const word = `${"it's".repeat(300)}http://a.b/${'c'.repeat(900)}`;
    const [paragraph] = lexDocument(word).tokens;
    expect(paragraph).toMatchObject({
      tokens: [
        { type: 'text', raw: "it's".repeat(300), text: "it's".repeat(300) },
        { type: 'link' },
      ],
    });
  });

  test('a spoiler is found behind what ends no paragraph', () => {
    const [first, second] = lexDocument('a\nb\n:::spoiler\nc\n:::\n').tokens;
    expect([first?.type, second?.type]).toEqual(['paragraph', 'spoiler']);
    const [paragraph] = lexDocument('a & b ||c|| http://x.y ||d|| e  \nf >!g!< h').tokens;
    const types = (paragraph as { tokens: { type: string }[] }).tokens.map(({ type }) => type);
    expect(types.filter((type) => type === 'inlineSpoiler').length).toBe(3);
  });
});

describe('limits', () => {
  test.each([
    ['x'.repeat(1024 * 1024 + 1), /longer than 1024 KiB/],
    [`${'> '.repeat(300)}x`, /nested deeper than 250/],
    [`${'- '.repeat(300)}x`, /nested deeper than 250/],
    [`a\n\n${'| '.repeat(200)}`, /line 3 has more than 100 table columns/],
    ['*_'.repeat(1500), /more than 2000 marks/],
    [`${'*'.repeat(3000)}${'x'.repeat(70_000)}`, /line 1 is longer than 64 KiB/],
  ])('%#: the text is shown as it stands, and why is said', (source, limit) => {
    const { tokens, limit: found } = lexDocument(source);
    expect(found).toMatch(limit);
    expect(findLimit(source)).toBe(found);
    expect(tokens).toEqual([{ type: 'text', raw: source, text: source, escaped: false }]);
  });

  test('a paragraph that looks like items is shown as it stands, and the rest is not', () => {
    const source = `a\n${'    - *_[\n'.repeat(1000)}\n*b*\n`;
    const { tokens, limit } = lexDocument(source);
    expect(limit).toMatch(/too many marks/);
    expect(tokens).toMatchObject([
      { type: 'paragraph', tokens: [{ type: 'text', text: expect.stringContaining('- *_[') }] },
      { type: 'space' },
      { type: 'paragraph', tokens: [{ type: 'em' }] },
    ]);
  });

  test('what no scan foresees is shown as it stands too', () => {
    const source = Array.from({ length: 240 }, (_, depth) => `${'  '.repeat(depth)}> -`).join(' ');
    const { tokens } = lexDocument(source);
    expect(tokens.map(({ raw }) => raw).join('')).toBe(source);
  });

  test('none for a text of ordinary size', () => {
    expect(findLimit('# A\n\n- b\n  - c\n\n| d | e |\n')).toBeNull();
    expect(findLimit('')).toBeNull();
    expect(findLimit(`${'- '.repeat(200)}x`)).toBeNull();
    expect(findLimit(`${'> '.repeat(200)}x`)).toBeNull();
  });
});

test('content is lexed from a review made by hand, once', () => {
  const range = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: 0 },
  };
  const section: Section = {
    id: 'a',
    number: '1',
    level: 2,
    title: 'A *b*',
    heading: 'A *b*',
    role: null,
    body: 'c\r\n\r\n[d][e]\n\n[e]: /f\n',
    range,
    sections: [],
  };
  const review = {
    ...emptyReview,
    sections: [section, { ...section, id: 'b', heading: '# not', title: 'B' }],
  };
  const content = contentOf(review);
  expect(contentOf({ ...review, id: 'x' }).bodyOf(section)).toBe(content.bodyOf(section));
  expect(content.bodyOf(section).map(({ type }) => type)).toEqual([
    'paragraph',
    'space',
    'paragraph',
    'space',
    'def',
  ]);
  expect(content.headingOf(section).map(({ type }) => type)).toEqual(['text', 'em']);
  expect(content.headingOf({ ...section, id: 'b', title: 'B' })).toMatchObject([{ text: 'B' }]);
  expect(content.bodyOf({ ...section, id: 'elsewhere' })).toEqual([]);
  expect(normalizeLineEnds('a\rb\r\nc\n')).toBe('a\nb\nc\n');
});

test('titleOfTokens is what a reader sees', () => {
  const [paragraph] = lexDocument(
    'a **b** `c` [d](e) ![f](g) h<br>i ||j|| \\* &amp; k[^1]\n',
  ).tokens;
  expect(
    titleOfTokens((paragraph as Extract<AnyToken, { type: 'paragraph' }>).tokens as AnyToken[]),
  ).toMatch(/^a b c d f hi \[spoiler\] \* & k/);
});

test.each([
  ['https://a.b', 'https', true],
  ['MAILTO:a@b', 'mailto', true],
  ['java\nscript:alert(1)', 'javascript', false],
  ['&#106;avascript:alert(1)', 'javascript', false],
  ['\u0001javascript:alert(1)', 'javascript', false],
  ['data:text/html,x', 'data', false],
  ['vbscript:x', 'vbscript', false],
  ['/relative', null, false],
  ['#here', null, false],
])('the scheme of %j is %s', (href, scheme, safe) => {
  expect(schemeOf(href)).toBe(scheme);
  expect(isSafeUrl(href)).toBe(safe);
});
