import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSetting } from '../../src/library/config/edit-config.ts';
import { readConfig } from '../../src/library/config/read-config.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const heat = { 'reviews/heat.md': '---\nfilm: Heat\nrating: 4/5\n---\n\nx\n' };

/** A library, and a home with a configuration of one's own. */
function around(own: string | null, library: string | null = null) {
  const home = folderOf(own === null ? {} : { '.config/review/config.yaml': own });
  const cwd = folderOf({
    ...heat,
    ...(library === null ? {} : { 'review.config.yaml': library }),
  });
  return { cwd, home, env: { HOME: home } };
}

const get = async (key: string, options: string, where: ReturnType<typeof around>, env = {}) => {
  const { stdout } = await review(`config ${options} --json`, {
    ...where,
    env: { ...where.env, ...env },
  });
  const found = JSON.parse(stdout).find((each: { key: string }) => each.key === key);
  return [found.value, found.source.replace(where.home, '~')];
};

describe('which of several counts', () => {
  const all = () => around('theme: light\nwidth: 60\ncolor: never\n', '# mine\ntheme: dark\n');
  const own = () =>
    around('theme: light\n# wide\nwidth: 60\ncolor: never\npager: most\nplain: true\n');

  it.each([
    ['theme', '--theme mono', all, { REVIEW_THEME: 'auto' }, 'mono', '--theme'],
    ['theme', '', all, { REVIEW_THEME: 'auto' }, 'auto', 'REVIEW_THEME'],
    ['theme', '', all, {}, 'dark', 'review.config.yaml:2'],
    ['theme', '', own, {}, 'light', '~/.config/review/config.yaml:1'],
    ['theme', '', () => around(null), {}, 'auto', 'default'],
    ['width', '--width 70', own, { COLUMNS: '50' }, 70, '--width'],
    ['width', '', own, { COLUMNS: '50' }, '50', 'COLUMNS'],
    ['width', '', own, {}, 60, '~/.config/review/config.yaml:3'],
    ['color', '', own, { NO_COLOR: '1' }, '1', 'NO_COLOR'],
    ['color', '', own, { NO_COLOR: '' }, 'never', '~/.config/review/config.yaml:4'],
    // An empty pager is none.
    ['pager', '', own, { PAGER: '' }, '', 'PAGER'],
    ['pager', '', own, {}, 'most', '~/.config/review/config.yaml:5'],
    ['editor', '', own, { EDITOR: 'ed' }, 'ed', 'EDITOR'],
    ['library', '', own, {}, expect.stringContaining('reviews'), 'found from the folder at hand'],
  ] as const)('%s with %s', async (key, options, where, env, value, source) => {
    expect(await get(key, options, where(), env)).toEqual([value, source]);
  });
});

describe('what a person chose', () => {
  it('is heeded: words, width, colour, the critic of a new review', async () => {
    const { cwd, env } = around('plain: true\nauthor: Ada Quill\n');
    expect((await review('show heat', { cwd, env })).stdout).toContain('Rating: 4 out of 5');
    await review('new film Ronin', { cwd, env });
    expect(readFileSync(join(cwd, 'reviews/ronin.md'), 'utf8')).toContain('author: Ada Quill');
    const wide = around('width: 30\ncolor: always\n');
    const { stdout } = await review('show heat', { cwd: wide.cwd, env: wide.env });
    expect(stdout).toContain('\u001B[');
    const bare = await review('show heat', { cwd: wide.cwd, env: { ...wide.env, NO_COLOR: '1' } });
    expect(bare.stdout).not.toContain('\u001B[');
  });

  it('is said to be wrong, with its place, and the rest counts', async () => {
    const { cwd, env } = around('width: 5\nplain: true\nbogus: 1\n');
    const { stdout, stderr, status } = await review('show heat', { cwd, env });
    expect(stderr).toMatch(/config\.yaml:1:8: error: `width` wants 0/);
    expect(stderr).toMatch(/config\.yaml:3:1: error: `bogus` is no key/);
    expect(stdout).toContain('Rating: 4 out of 5');
    expect(status).toBe(0);
  });
});

describe('a stranger’s folder', () => {
  it.each(['pager: touch x', 'editor: touch x', 'width: 30', 'plain: true', 'color: always'])(
    'does not get to say %s',
    async (line) => {
      const where = around(null, `${line}\n`);
      const { stderr, stdout } = await review('config', where);
      expect(stderr).toContain('[config-invalid]');
      expect(stdout).not.toContain('touch');
    },
  );

  it('names a theme, and no file', async () => {
    const { cwd, env } = around(null, 'theme: ./own.yaml\n');
    writeFileSync(join(cwd, 'own.yaml'), 'base: dark\n');
    expect((await review('show heat', { cwd, env })).stderr).toContain('`theme` is one of auto');
  });
});

describe('config set', () => {
  it('keeps every other byte, in the library’s file or one’s own', async () => {
    const text = '# mine\r\nscale: 10 # ten\r\nrules:\r\n  date-missing: off # why\r\n';
    const { cwd, env, home } = around(null, text);
    expect((await review('config set scale 5', { cwd, env })).status).toBe(0);
    const file = join(cwd, 'review.config.yaml');
    expect(readFileSync(file, 'utf8')).toBe(text.replace('10', '5'));
    const before = statSync(file).mtimeMs;
    await review('config set scale 5', { cwd, env });
    expect(statSync(file).mtimeMs).toBe(before);
    await review('config set --user theme dark', { cwd, env });
    expect(readFileSync(join(home, '.config/review/config.yaml'), 'utf8')).toBe('theme: dark\n');
    await review('config unset scale', { cwd, env });
    expect(readFileSync(file, 'utf8')).toBe(text.replace('scale: 10 # ten\r\n', ''));
  });

  it('makes a configuration beside the reviews', async () => {
    const { cwd, env } = around(null);
    await review('config set scale 10', { cwd, env });
    expect(readFileSync(join(cwd, 'review.config.yaml'), 'utf8')).toBe('scale: 10\n');
  });

  it.each([
    ['set scale -3', /`scale` wants a number above 0/],
    ['set bogus 1', /there is no 'bogus'/],
    [
      'set pager less',
      /there is no 'pager' in a library.*it stands in your own: review config set --user pager$/m,
    ],
    ['set scale', /say what scale is set to/],
    ['get', /say which setting/],
  ])('refuses %s and writes nothing', async (line, words) => {
    const { cwd, env } = around(null, 'scale: 10\n');
    const { stderr, status } = await review(`config ${line}`, { cwd, env });
    expect(stderr).toMatch(words);
    expect(status).toBe(2);
    expect(readFileSync(join(cwd, 'review.config.yaml'), 'utf8')).toBe('scale: 10\n');
  });

  it('leaves a file alone that it cannot read', async () => {
    const { cwd, env } = around(null, '{ scale: 10 }\n');
    const { stderr, status } = await review('config set scale 5', { cwd, env });
    expect(stderr).toContain('review config edit opens it');
    expect(status).toBe(2);
  });

  it('does not change the samples', async () => {
    const { status, stderr } = await review('config set scale 5', { cwd: folderOf({}) });
    expect([status, stderr]).toEqual([2, expect.stringContaining('the samples are not yours')]);
  });
});

it('sets one key and keeps the others, whatever stands around it', () => {
  const line = fc.constantFrom(
    '# a comment',
    '',
    'scale: 10 # ten',
    'scale:',
    'default: heat',
    'rules:\n  date-missing: off\n  # inner\n  cons-missing: off',
    'include:\n  - a/**\n  - b/**',
    'site: { title: "x: y" }',
    "author: 'Ada ''Q'' Quill'",
  );
  const settings = fc.uniqueArray(line, { selector: (text) => text.split(':')[0], maxLength: 7 });
  const change = fc.constantFrom(
    ['scale', '5'],
    ['default', '"a: b"'],
    ['rules', '{}'],
    ['include', '[c]'],
    ['author', null],
    ['rules', null],
  );
  fc.assert(
    fc.property(settings, fc.boolean(), change, (lines, ends, [key, value]) => {
      const text = lines.join('\n') + (ends ? '\n' : '');
      const made = withSetting(text, key as string, value as string | null);
      if (made === null) return;
      const read = (source: string): Record<string, unknown> => ({
        ...readConfig(source, 'x').config,
      });
      const { [key as string]: _, ...before } = read(text);
      const { [key as string]: now, ...after } = read(made);
      expect(after).toEqual(before);
      expect(now === undefined).toBe(value === null);
    }),
    { numRuns: 500 },
  );
});
