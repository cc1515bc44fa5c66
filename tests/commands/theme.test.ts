import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const screen = { columns: 80, rows: 100 };
const color = '--color=always --no-pager';
const env = { TERM: 'xterm', COLORTERM: 'truecolor' };
const pageIn = async (theme: string) =>
  (await review(`show ballerina ${color} --theme ${theme}`, { env })).stdout;

describe('--theme', () => {
  test('a name, in every command that paints', async () => {
    expect(await pageIn('dark')).toContain('\u001B[38;2;240;184;102m');
    expect(await pageIn('light')).toContain('\u001B[38;2;138;59;0m');
    expect(await pageIn('mono')).not.toMatch(/\[3\d/);
    const found = await review(`search killers ${color} --theme dark`, { env });
    expect(found.stdout).toContain('\u001B[38;2;');
  });

  test('REVIEW_THEME where it is not given', async () => {
    const light = await pageIn('light');
    const around = { env: { ...env, REVIEW_THEME: 'light' } };
    expect((await review(`show ballerina ${color}`, around)).stdout).toBe(light);
    expect((await review(`show ballerina ${color} --theme dark`, around)).stdout).not.toBe(light);
    expect(
      (await review(`show ballerina ${color}`, { env: { ...env, REVIEW_THEME: '' } })).stdout,
    ).toBe((await review(`show ballerina ${color}`, { env })).stdout);
  });

  test('auto asks the terminal, and only a terminal that shows colour', async () => {
    const ask = (background: 'dark' | 'light' | undefined, options = '') =>
      review(`show ballerina --theme auto --no-pager ${options}`, {
        env,
        ...(options === '' ? { screen } : {}),
        ...(background === undefined ? {} : { background }),
      });
    expect((await ask('light')).stdout).toBe(await pageIn('light'));
    expect((await ask('dark')).stdout).toBe(await pageIn('dark'));
    const own = (await review(`show ballerina ${color}`, { env })).stdout;
    expect((await ask(undefined)).stdout).toBe(own);
    expect((await ask('light', '--color=always')).stdout).toBe(own);
  });

  test('a file, with what is wrong in it', async () => {
    const cwd = folderOf({ 'mine.yaml': 'base: dark\ncolors:\n  heading: "#123456"\n  x: red\n' });
    const { status, stdout, stderr } = await review(`show ballerina ${color} --theme mine.yaml`, {
      cwd,
      env,
    });
    expect(status).toBe(0);
    expect(stdout).toContain('\u001B[38;2;18;52;86m');
    expect(stderr).toContain('mine.yaml:4:3: error: `x` is not known here; there are title, ');
  });

  test.each([
    ['nosuch', "no theme 'nosuch'; there is auto, dark, light, mono, or the path of a YAML file"],
    ['nosuch.yaml', 'review: nosuch.yaml: '],
    ['./folder', 'review: ./folder: it is a folder'],
  ])('%s: exit 2, and what there is', async (theme, message) => {
    const cwd = folderOf({ 'folder/a.md': 'a' });
    const { status, stdout, stderr } = await review(`show ballerina --theme ${theme}`, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
