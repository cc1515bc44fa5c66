import { expect, test } from 'vitest';
import { lexDocument } from '../../src/markdown/lex.ts';
import { plainText } from '../../src/markdown/plain/plain-text.ts';

test.each([
  ['- one\n  - two\n    - three\n', 'one\ntwo\nthree\n'],
  ['- [x] one\n  1. two\n', 'one\ntwo\n'],
  ['- one\n\n  more\n- two\n', 'one\nmore\ntwo\n'],
  ['- one\n  > two\n', 'one\ntwo\n'],
  ['- one\n  ```\n  two\n  ```\n', 'one\ntwo\n'],
  ['Term\n: what it *is*\n: or not\n', 'Term\nwhat it is\nor not\n'],
  ['- **a**b <b>c</b>d\n', 'ab cd\n'],
])('the blocks of an item are lines of their own: %j', (markdown, text) => {
  expect(plainText(lexDocument(markdown).tokens)).toBe(text);
});
