import { expect, test } from 'vitest';
import { frontMatterMayFail } from '../../src/data/front-matter-look.ts';

test.each([
  'A text.',
  '',
  '---\nfilm: Heat\nrating: 4/5\n---\n\nx [ " &\n',
  '\n---\r\nfilm: "Heat: again"\r\ntags: [a, b c]\r\nurl: https://ex.org/a#b\r\n---\r\n',
  '---\r# what I saw\rauthor:\r  - Ann\r  - name: Bo\r---\r',
  '---\n---\n',
  '---\nauthor:\n- name: Ann\n  role: x\n- name: Bo\n\n# or\ntags:\n  - a\n  - b\nfilm: Heat\n---\n',
  'film: Heat\nrating: [\n\nx',
])('%j has keys that are plain, or none', (text) => {
  expect(frontMatterMayFail(text)).toBe(false);
});

test.each([
  '---\nfilm: Heat\n',
  '---\nfilm: Heat\n\n# x\n',
  `---\nfilm: Heat\n${'a: b\n'.repeat(14_000)}---\n`,
  '---\nfilm: [Heat\n---\n',
  '---\nfilm: "Heat\n---\n',
  '---\nfilm: Heat\n\trating: 4\n---\n',
  '---\nfilm: a: b\n---\n',
  '---\na: *b\n---\n',
  '---\nfilm: Heat\n- x\n---\n',
  '---\nfilm: Heat\n  year: 1995\n---\n',
  '---\n- - - x\n---\n',
  '+++\nfilm = "Heat"\n+++\n',
  '{"film": "Heat"}\n\nx',
])('%j is worth a closer look', (text) => {
  expect(frontMatterMayFail(text)).toBe(true);
});
