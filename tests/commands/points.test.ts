import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const head = '---\nfilm: Heat\nrating: 4.5/5\n';
const fields = `${head}pros: [big, "*loud*"]\ncons:\n  - long, ||dull||\n  - 1. slow\n---\n\nText.\n`;
const library = () =>
  folderOf({
    'reviews/fields.md': `${fields}\n## Acting\n\nFine.\n`,
    'reviews/both.md': `${fields}\n## The bad\n\nToo long.\n`,
    'reviews/near.md': `${fields}\n## Consequences\n\nNone.\n`,
    'reviews/none.md': `${head}---\n\nText.\n\n## Acting\n\nFine.\n`,
    'reviews/body.md': `${head}---\n\nText.\n\nCons:\n\n- long\n- loud\n`,
  });
const run = (line: string) => review(line, { cwd: library() });

describe('points that stand under no heading', () => {
  test.each(['cons', 'weaknesses', 'the-bad'])('section %s has them', async (name) => {
    expect(await run(`section ${name} fields`)).toEqual({
      status: 0,
      stderr: '',
      stdout: 'Cons\n────\n\n• long, ██████\n• 1. slow\n',
    });
  });

  test('a line a point as text, for scripts', async () => {
    expect((await run('section cons fields --text')).stdout).toBe('long, [spoiler]\n1. slow\n');
    expect((await run('section cons fields --text --spoilers')).stdout).toContain('dull');
    expect((await run('section pros fields --text')).stdout).toBe('big\nloud\n');
  });

  test('as data they are no section, which is said', async () => {
    const stderr = "review: 'cons' is a field here, no section: the whole review has it\n";
    for (const line of [
      'section cons fields --json',
      'show fields#cons --json',
      'export fields#cons --json',
    ])
      expect(await run(line)).toEqual({ status: 0, stderr, stdout: '[]\n' });
  });

  test('as Markdown and as a page they are a list', async () => {
    expect((await run('section pros fields --markdown')).stdout).toBe(
      '## Pros\n\n- big\n- *loud*\n',
    );
    const page = await run('section pros fields --html');
    expect(page.stdout).toMatch(/<li>big<\/li>\n<li><em>loud<\/em><\/li>/);
  });

  test('with sections, in the order that was asked for', async () => {
    const { stdout } = await run('show fields --text -s cons -s acting');
    expect(stdout).toMatch(/^Cons\n[\s\S]*Acting\n[\s\S]*Fine\.\n$/);
  });

  test('a heading of that role wins alone', async () => {
    expect((await run('section cons both --text')).stdout).toBe('Too long.\n');
    expect((await run('section cons near --text')).stdout).toContain('1. slow');
    expect((await run('section consequences near --text')).stdout).toBe('None.\n');
  });

  test('toc names them last, and its JSON has sections alone', async () => {
    expect((await run('toc fields')).stdout).toMatch(/\nalso: pros, cons\n$/);
    expect((await run('toc fields --plain')).stdout).toMatch(/\nAlso: pros, cons\n$/);
    expect((await run('section --review fields')).stdout).toMatch(/\nalso: pros, cons\n$/);
    expect((await run('toc both')).stdout).toMatch(/\nalso: pros\n$/);
    expect((await run('toc body')).stdout).toMatch(/\nalso: cons\n$/);
    for (const line of ['toc none', 'toc fields#acting', 'toc fields --json'])
      expect((await run(line)).stdout).not.toContain('also');
    expect(JSON.parse((await run('toc fields --json')).stdout).sections).toHaveLength(2);
  });

  test('where there are none, there is no section', async () => {
    expect(await run('section cons none')).toMatchObject({ status: 1, stdout: '' });
  });
});

test.each([
  ['show bare', false],
  ['show bare#acting', false],
  ['toc bare', false],
  ['section acting bare', false],
  ['list', false],
  ['stats', false],
  ['search text', false],
  ['export bare --json', true],
  ['export --all --json', true],
])('review %s speaks of a scale that nothing says: %j', async (line, says) => {
  const text = '---\nfilm: Heat\nrating: 4.5\n---\n\nText.\n\n## Acting\n\nFine.\n';
  const { stderr } = await review(line, { cwd: folderOf({ 'reviews/bare.md': text }) });
  expect(stderr.includes('rating-scale-assumed')).toBe(says);
});
