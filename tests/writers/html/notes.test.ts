import { describe, expect, test } from 'vitest';
import { writeBare } from '../../../src/writers/terminal/bare.ts';
import { writeText } from '../../../src/writers/text.ts';
import { reviewOf } from '../pages.ts';
import { pageOf, textOf } from './html-pages.ts';

describe('footnotes', () => {
  test('of one label: the first is the note, the second stays in the text, in every output', () => {
    const source = 'x[^1]\n\n[^1]: the **first**\n[^1]: the *second*\n';
    const page = textOf(source);
    expect(page).toContain('<p>[^1]: the <em>second</em></p>');
    expect(page).toMatch(/<li id="fn-1"><p>the <strong>first<\/strong>/);
    for (const text of [writeText(reviewOf(source), {}), writeBare(reviewOf(source), {})]) {
      expect(text).toContain('[^1]: the second');
      expect(text).toContain('[1] the first');
    }
  });

  test.each([
    ['a quote', '> q[^a]\n>\n> [^a]: its text\n'],
    ['an item', '- i[^a]\n\n  [^a]: its text\n'],
    ['a quote in an item', '- > i[^a]\n  >\n  > [^a]: its text\n'],
    ['a callout', '> [!NOTE]\n> q[^a]\n>\n> [^a]: its text\n'],
  ])('defined in %s are found', (_, source) => {
    const page = pageOf(source);
    expect(page).toContain('href="#fn-1"');
    expect(page).toMatch(/<li id="fn-1">(?:<p>)?its text/);
    expect(page).not.toContain('[^a]');
    const text = writeText(reviewOf(source), {});
    expect(text).toContain('[1] its text');
    expect(text).not.toContain('[^a]');
  });

  test('defined in a spoiler stay hidden', () => {
    const page = pageOf('x[^a]\n\n:::spoiler\nq[^a]\n\n[^a]: SECRET\n:::\n', { ownCss: false });
    const open = page.replace(/<details class="spoiler">[\s\S]*<\/details>/, '');
    expect(open).not.toContain('SECRET');
  });
});

test.each([['x\n\n<!-- open\n\nlost\n\n## Lost\n'], ['x\n\n<div>\n<!-- open\nlost\n']])(
  'a comment that never closes hides the rest in every output: %j',
  (source) => {
    expect(textOf(source)).not.toContain('ost');
    expect(textOf(source)).not.toContain('&lt;!--');
    for (const text of [writeText(reviewOf(source), {}), writeBare(reviewOf(source), {})]) {
      expect(text).toContain('x');
      expect(text).not.toContain('ost');
      expect(text).not.toContain('<!--');
    }
  },
);
