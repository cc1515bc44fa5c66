import { expect, test } from 'vitest';
import { parseJsonNodes } from '../../src/data/json-nodes.ts';
import { parseTomlNodes } from '../../src/data/toml/toml.ts';
import { lexDocument } from '../../src/markdown/lex.ts';

/** Containers of Markdown, `depth` of them around one another, as far as one paragraph or document may hold. */
const containers: Readonly<Record<string, (depth: number) => string>> = {
  quotes: (depth) => `${'>'.repeat(depth)}x`,
  lists: (depth) => `${'- '.repeat(depth)}x`,
  'numbered lists': (depth) => `${'1. '.repeat(depth)}x`,
  'lists in quotes': (depth) => `${'> - '.repeat(depth)}x`,
  spoilers: (depth) => `${':::spoiler\n'.repeat(depth)}x\n`,
  'spoilers in brackets': (depth) => `${'[spoiler]\n'.repeat(depth)}x\n`,
  'spoilers in tags': (depth) => `${'<spoiler>\n\n'.repeat(depth)}x\n`,
  details: (depth) => `${'<details>\n\n'.repeat(depth)}x\n`,
};

test.each(Object.entries(containers))('%s deeper than 250 are plain text', (_, nest) => {
  expect(lexDocument(nest(20)).limit).toBeNull();
  for (const depth of [400, 4000, 64_000]) {
    const source = nest(depth);
    const { tokens, limit } = lexDocument(source);
    expect(limit).not.toBeNull();
    expect(tokens).toEqual([expect.objectContaining({ type: 'text', raw: source })]);
  }
});

test('a line of colons opens no spoiler and ends no paragraph', () => {
  const [paragraph, ...rest] = lexDocument(':::\n'.repeat(16_000)).tokens;
  expect(rest).toEqual([]);
  expect(paragraph?.type).toBe('paragraph');
});

test.each([
  ['[', ']'],
  ['{"a":', '}'],
])('JSON of `%s` deeper than 64 is refused at its place', (open, close) => {
  const nest = (depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
  expect(parseJsonNodes(nest(64))).toHaveProperty('node');
  for (const depth of [65, 64_000])
    expect(parseJsonNodes(nest(depth))).toEqual({
      message: 'The JSON is nested deeper than 64.',
      offset: 64 * open.length,
    });
});

test.each(['a = ["]",', "a = [']',", 'a = [ # ]\n'])(
  'TOML: a bracket in `%s` closes none',
  (one) => {
    const source = `a = ${one.slice(4).repeat(1500)}`;
    expect(parseTomlNodes(source)).toHaveProperty(
      'message',
      expect.stringContaining('more than 64 deep'),
    );
  },
);

test('TOML: the points of numbers are no depth, those of keys are', () => {
  expect(parseTomlNodes(`a = [${'1.5,'.repeat(200)}]`)).toHaveProperty('node');
  expect(parseTomlNodes(`${'a . '.repeat(200)}b = 1`)).toHaveProperty('message');
});
