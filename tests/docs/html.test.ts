import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { htmlOptions } from '../../src/commands/output/html-options.ts';
import { emptyReview } from '../../src/model/review.ts';
import { writeHtml } from '../../src/writers/html/html.ts';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const guide = readFileSync(join(root, 'docs/html.md'), 'utf8');

test('the command lines of docs/html.md run', async () => {
  const lines = guide.match(/^review .*$/gm) ?? [];
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const ran = await review(
      line
        .replace(/^review /, '')
        .replaceAll("'", '"')
        .split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((word) => word.replaceAll('"', '')),
      { cwd: folderOf({}) },
    );
    expect(ran, line).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toContain('<article');
  }
});

test('docs/html.md names every option and every variable, and no other', () => {
  const named = Array.from(guide.matchAll(/^\| `(--[\w-]+)/gm), ([, name]) => name);
  const options = htmlOptions.map(({ flags }) => flags.split(' ')[0]);
  expect(named.toSorted()).toEqual([...options, '--spoilers'].toSorted());
  const css = /:root\{[\s\S]*?\}/.exec(writeHtml(emptyReview))?.[0] ?? '';
  const style = guide.slice(
    guide.indexOf('## Your own style'),
    guide.indexOf('A fragment has no style'),
  );
  const variables = (text: string) => [...new Set(text.match(/--[a-z]+\b/g))].toSorted();
  expect(variables(style)).toEqual(variables(css));
});
