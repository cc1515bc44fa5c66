import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const library = () =>
  folderOf({
    'reviews/heat.md': '---\nfilm: Heat\n---\n\n[a](b)\n',
    'my.css': 'p{color:red}',
  });

describe('export --html', () => {
  test.each([
    ['--fragment', /^<article[\s\S]*<\/article>\n$/],
    ['--css my.css', /<style>\np\{color:red\}\n<\/style>\n<\/head>/],
    ['--no-css', /<title>Heat<\/title>(?![\s\S]*<style>)/],
    ['--title Mine', /<title>Mine<\/title>[\s\S]*<h1 class="p-name">Heat<\/h1>/],
    ['--base-url https://x.example/r', /<a href="https:\/\/x\.example\/r\/b">a<\/a>/],
  ])('%s', async (options, expected) => {
    const { status, stdout, stderr } = await review(`export heat --html ${options}`, {
      cwd: library(),
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(expected);
  });

  test.each([
    ['export heat --json --fragment', '--fragment is for HTML, not for json; add --html'],
    ['export heat --text --no-css', '--css is for HTML, not for text; add --html'],
    ['export heat --text --base-url https://x.example', '--base-url is for HTML, not for text'],
    ['export heat --html --fragment --css my.css', '--fragment has no style sheet'],
    [
      'export heat --html --base-url nowhere',
      "an address such as https://example.org/reviews/, not 'nowhere'",
    ],
    ['export --all --html --fragment -o site/', '--fragment is for single reviews'],
    ['export heat --html --css none.css', 'none.css: no such file or folder'],
  ])('%s is refused', async (line, expected) => {
    const { status, stdout, stderr } = await review(line, { cwd: library() });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });

  test('a site takes the style sheet, and its pages know where they are', async () => {
    const line =
      'export --all --html -o out/ --css my.css --title All --base-url https://x.example';
    const cwd = library();
    expect(await review(line, { cwd })).toMatchObject({ status: 0 });
    const page = readFileSync(join(cwd, 'out/heat.html'), 'utf8');
    expect(page).toContain('p{color:red}');
    expect(page).toContain('<title>Heat</title>');
    expect(page).toContain('<link rel="canonical" href="https://x.example/heat.html">');
    // A link that leads nowhere in the site is its words.
    expect(page).toContain('<p>a</p>');
  });
});
