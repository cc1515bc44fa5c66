import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { readReview } from '../../src/readers/formats.ts';

const codes = new Set([
  'table-row-long',
  'reference-undefined',
  'note-undefined',
  'note-unused',
  'fence-unclosed',
  'section-empty',
]);
const found = (text: string, format = 'markdown') =>
  lint(readReview(text, { format })).filter(({ code }) => codes.has(code));

test.each([
  ['a defined reference', '[x][there] and [there] and [there][]\n\n[there]: https://a.example\n'],
  ['what is indexed', 'The value a[0][1], `[x][y]`, and \\[x][y\\].\n'],
  ['sources by number', 'As others said [1][2].\n'],
  ['links of a vault', 'See [[Heat]] and [[Heat|it]].\n'],
  ['a task', '- [ ] [x](https://a.example)\n- [x] done\n'],
  ['a footnote with its text', 'A[^1] and b[^B].\n\n[^1]: One.\n[^b]: Two.\n'],
  ['a footnote that a footnote calls', 'A[^1].\n\n[^1]: One[^2].\n[^2]: Two.\n'],
  ['code that says so', '```md\n[^x] [a][b]\n```\n'],
  ['closed code', '~~~~js\n~~~\n~~~~~\n\n```\n```   \n\n    indented\n'],
  ['a table with fewer cells', '| a | b |\n|---|---|\n| 1 |\n'],
  ['a table with a bar at the end', 'a | b\n--|--\n1 | 2 |\n| 1 | 2 |  |\n'],
  ['a bar that is text, a spoiler in a cell', '| a | b |\n|---|---|\n| x \\| y | ||z|| |\n'],
])('nothing is said of %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('plain text has none of these', () => {
  expect(found('Heat\n\nA word [x][nowhere] and[^none] here.\n\n```\n', 'text')).toEqual([]);
});

test('of very many, the first hundred are told', () => {
  expect(found('[a][b] x[^c] '.repeat(20_000)).length).toBe(100);
});

test('of a review that is not written yet, one line', () => {
  const text = '---\nfilm: Heat\nauthor:\n---\n\n## The story\n\n## What works\n\n## Verdict\n';
  const all = lint(readReview(text, { format: 'markdown' }));
  expect(all.map(({ code, message }) => [code, message])).toEqual([
    [
      'section-empty',
      'Nothing is written yet under the 3 headings `The story`, `What works`, `Verdict`.',
    ],
  ]);
  expect(found(text.replace('What works\n', 'What works\n\nAll.\n'))).toHaveLength(2);
});
