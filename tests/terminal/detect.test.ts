import { describe, expect, test } from 'vitest';
import { detectTerminal } from '../../src/terminal/detect.ts';
import { pagerCommand, runPager } from '../../src/terminal/pager.ts';

type Env = Record<string, string>;
const screen = { columns: 120, rows: 40 };
type Around = Parameters<typeof detectTerminal>[0];
const on = (env: Env): Around => ({
  env: { TERM: 'xterm-256color', ...env },
  isTerminal: true,
  ...screen,
});
const off = (env: Env): Around => ({ env, isTerminal: false, columns: 0, rows: 0 });

describe('colour', () => {
  test.each<[string, Around, 'auto' | 'always' | 'never', number]>([
    ['a terminal', on({}), 'auto', 2],
    ['true colour', on({ COLORTERM: 'truecolor' }), 'auto', 3],
    ['sixteen colours', on({ TERM: 'xterm' }), 'auto', 1],
    ['a pipe', off({ TERM: 'xterm-256color' }), 'auto', 0],
    ['a dumb terminal', on({ TERM: 'dumb' }), 'auto', 0],
    ['CI', on({ CI: 'true' }), 'auto', 0],
    ['CI=false', on({ CI: 'false' }), 'auto', 2],
    ['NO_COLOR', on({ NO_COLOR: '1' }), 'auto', 0],
    ['an empty NO_COLOR says nothing', on({ NO_COLOR: '' }), 'auto', 2],
    ['NO_COLOR over FORCE_COLOR', on({ NO_COLOR: '1', FORCE_COLOR: '3' }), 'auto', 0],
    ['--color=always over NO_COLOR', off({ NO_COLOR: '1' }), 'always', 1],
    ['--color=always in a dumb terminal', on({ TERM: 'dumb' }), 'always', 1],
    ['--color=never over FORCE_COLOR', on({ FORCE_COLOR: '3' }), 'never', 0],
    ['FORCE_COLOR in a pipe', off({ FORCE_COLOR: '' }), 'auto', 1],
    ['FORCE_COLOR=3', off({ FORCE_COLOR: '3' }), 'auto', 3],
    ['FORCE_COLOR=0', on({ FORCE_COLOR: '0' }), 'auto', 0],
    ['CLICOLOR_FORCE', off({ CLICOLOR_FORCE: '1' }), 'auto', 1],
    ['CLICOLOR_FORCE=0', off({ CLICOLOR_FORCE: '0' }), 'auto', 0],
    ['FORCE_COLOR over CLICOLOR=0', off({ FORCE_COLOR: '2', CLICOLOR: '0' }), 'auto', 2],
    ['CLICOLOR=0', on({ CLICOLOR: '0' }), 'auto', 0],
  ])('%s', (_, around, color, level) => {
    expect(detectTerminal(around, { color }).color).toBe(level);
  });
});

describe('columns', () => {
  test.each<[string, Around, number | undefined, number]>([
    ['a wide terminal does not stretch prose', on({}), undefined, 100],
    ['a narrow one is used whole', { ...on({}), columns: 44 }, undefined, 44],
    ['never under twenty', { ...on({}), columns: 8 }, undefined, 20],
    ['no terminal', off({}), undefined, 80],
    ['COLUMNS', off({ COLUMNS: '50' }), undefined, 50],
    ['--width has no cap', on({}), 180, 180],
    ['--width over COLUMNS', on({ COLUMNS: '50' }), 30, 30],
    ['a senseless COLUMNS', off({ COLUMNS: 'wide' }), undefined, 80],
  ])('%s', (_, around, width, columns) => {
    expect(detectTerminal(around, { width }).columns).toBe(columns);
  });
});

describe('hyperlinks', () => {
  test.each<[Env, boolean]>([
    [{ TERM_PROGRAM: 'WezTerm' }, true],
    [{ KITTY_WINDOW_ID: '1' }, true],
    [{ TERM: 'foot' }, true],
    [{ VTE_VERSION: '7200' }, true],
    [{ VTE_VERSION: '4600' }, false],
    [{}, false],
    [{ TERM_PROGRAM: 'WezTerm', NO_COLOR: '1' }, false],
  ])('%j', (env, hyperlinks) => {
    expect(detectTerminal(on(env)).hyperlinks).toBe(hyperlinks);
  });
});

describe('pager', () => {
  test.each<[Env, string | null]>([
    [{}, 'less'],
    [{ PAGER: 'more' }, 'more'],
    [{ PAGER: 'more', REVIEW_PAGER: 'most' }, 'most'],
    [{ PAGER: 'more', REVIEW_PAGER: '' }, null],
    [{ PAGER: 'cat' }, null],
  ])('%j is %s', (env, command) => {
    expect(pagerCommand(env)).toBe(command);
  });

  test('a pager that is not there says so, one that quits early is fine', async () => {
    expect(await runPager('no-such-pager-anywhere 2>/dev/null', 'text', process.env)).toBe(false);
    expect(await runPager('true', 'text\n'.repeat(100_000), process.env)).toBe(true);
  });
});
