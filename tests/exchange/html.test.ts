import * as fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../src/exchange/html/to-markdown.ts';
import { readReview } from '../../src/readers/formats.ts';
import { writeHtml } from '../../src/writers/html/html.ts';

/** The words of HTML as a browser shows them: of texts, without what scripts and styles hold. */
function wordsOfHtml(html: string): string[] {
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (/^(?:script|style|template)$/.test(name)) silent++;
      if (/^(?:br|p|div|li|blockquote|h\d|ul|ol|hr)$/.test(name)) text += '\n';
    },
    ontext: (each) => {
      if (silent === 0) text += each;
    },
    onclosetag: (name) => {
      if (/^(?:script|style|template)$/.test(name)) silent--;
      if (/^(?:p|div|li|blockquote|h\d|ul|ol)$/.test(name)) text += '\n';
    },
  });
  parser.end(html);
  return wordsOf(text);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The words of a review with this body, as its page shows them, without its head. */
function wordsShown(markdown: string): string[] {
  const source = `---\nitem: Salt Harbour\nkind: film\nrating: 4/5\n---\n\n${markdown}\n`;
  const { review } = readReview(source, { format: 'markdown' });
  const page = writeHtml(review, { fragment: true, sections: review.sections, spoilers: true });
  return wordsOfHtml(page.replace(/<h1[\s\S]*?<\/h1>|<summary>Spoiler<\/summary>/g, ''));
}

const marks = [
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '#',
  '+',
  '-',
  '.',
  '!',
  '|',
  '~',
  '=',
  ':',
  '>',
  '\\',
  '^',
  '%',
  '{',
  '}',
  '$',
  '@',
  '"',
  "'",
  '/',
  '·',
  '—',
  '1',
  '2',
];
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '海', ...marks), minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    '1.',
    '2)',
    '#',
    '##',
    '-',
    '+',
    '---',
    '===',
    '***',
    '___',
    '> x',
    '||hid||',
    '>!hid!<',
    ':::spoiler',
    '[spoiler]',
    '[x](y)',
    '![i](j)',
    '[[wiki]]',
    '[^1]',
    '[^1]: note',
    'key:: value',
    'rating:: 4',
    'Rating: 4/5',
    '★★★★',
    '{{< x >}}',
    '{% x %}',
    '%%hid%%',
    '==mark==',
    '~~no~~',
    '~no~',
    '^block',
    'snake_case',
    '__init__',
    'www.example.org/a_b',
    'a_b@example.org',
    'import x from "y"',
    '| a | b |',
    '|---|---|',
    '```',
    '~~~',
    '\tindented',
    '    four',
    'http://example.org/a_b*c',
    '(http://example.org/x)',
    '&amp;',
    '&lt;b&gt;',
    '&copy;',
    '&#42;',
    '&amp;amp;',
    '5 < 6',
    '3 > 2',
    'x<y',
    '<3',
    'AT&T',
    'wow!',
  ),
);
const bare = /^(?:x<y|5 < 6|<3)$/;
const text = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) =>
    words.map((each) => (bare.test(each) ? each : each.replaceAll('<', '&lt;'))).join(' '),
  );
const inline = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text,
    fc
      .tuple(
        fc.constantFrom('b', 'i', 'em', 'strong', 's', 'u', 'span', 'small', 'spoiler'),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', ' '),
      )
      .map(([tag, inner, gap]) => `<${tag}>${inner.join(gap)}</${tag}>`),
    tie('node').map((inner) => `<a href="https://example.org/a_(b)">${inner}</a>`),
    fc.constantFrom(
      '<br>',
      '<br/>',
      '<br /><br />',
      '\n',
      '\n\n',
      '<hr>',
      '<script>no()</script>',
      '<!-- no -->',
      '<img src=x>',
    ),
  ),
})).node;
const html = fc
  .array(
    fc.oneof(
      inline,
      fc
        .tuple(
          fc.constantFrom('p', 'div', 'blockquote', 'h2', 'li', 'spoiler'),
          fc.array(inline, { maxLength: 3 }),
        )
        .map(([tag, inner]) => `<${tag}>${inner.join(' ')}</${tag}>`),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

test('the words of a review are the same before and after', () => {
  fc.assert(
    fc.property(html, (source) => {
      const plain = source.replace(/x<y|5 < 6|<3/g, (found) => found.replace('<', '&lt;'));
      const [shown, wanted] = [wordsShown(htmlToMarkdown(source)), wordsOfHtml(plain)];
      expect(shown.join('')).toBe(wanted.join(''));
      // A spoiler of several lines is a block of its own.
      if (!source.includes('<spoiler>')) expect(shown).toEqual(wanted);
    }),
    { numRuns: Number(process.env.HTML_RUNS ?? 100) },
  );
});
