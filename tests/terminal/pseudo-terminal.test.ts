import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

type Env = Readonly<Record<string, string>>;

const program = join(root, 'bin/review.js');
/** util-linux's `script`, which runs a command in a pseudo-terminal of its own; BSD's takes other options. */
const hasScript =
  spawnSync('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore' }).status === 0;
const where = hasScript
  ? 'in a terminal'
  : 'in a terminal (skipped: util-linux’s `script` is not here)';

const around = (env: Env): Env => ({
  PATH: process.env.PATH ?? '',
  HOME: folderOf({}),
  REVIEW_CACHE: 'off',
  TERM: 'xterm-256color',
  ...env,
});

function run(command: string, args: readonly string[], env: Env): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: around(env),
    encoding: 'utf8',
    input: '',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.replace(/\r\n/g, '\n');
}

/** What the program writes to a terminal of so many columns and lines, whose line ends are made the usual ones. */
function inTerminal(line: string, env: Env = {}, { columns = 70, rows = 500 } = {}): string {
  const shell = `stty cols ${columns} rows ${rows}; exec '${process.execPath}' '${program}' ${line}`;
  return run('script', ['-qec', shell, '/dev/null'], env);
}

const inPipe = (line: string, env: Env = {}): string =>
  run(process.execPath, [program, ...line.split(' ')], env);

const widest = (page: string): number =>
  Math.max(...page.split('\n').map((line) => line.replace(escapes, '').length));
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
const escapes = /\u001B\[[\d;]*m|\u001B\]8;;[^\u001B]*\u001B\\/g;

const look = (page: string) => ({
  color: page.includes('\u001B['),
  links: page.includes('\u001B]8;;http'),
});
const line = 'show tests/fixtures/blocks/inlines.md';

/** What each surrounding makes of the page: in a terminal, then in a pipe. */
const table: readonly (readonly [env: Env, options: string, terminal: boolean, pipe: boolean])[] = [
  [{}, '', true, false],
  [{ NO_COLOR: '1' }, '', false, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, '', false, false],
  [{ NO_COLOR: '1' }, ' --color=always', true, true],
  [{ FORCE_COLOR: '1' }, '', true, true],
  [{ FORCE_COLOR: '0' }, '', false, false],
  [{ CLICOLOR_FORCE: '1' }, '', true, true],
  [{ CLICOLOR: '0' }, '', false, false],
  [{ TERM: 'dumb' }, '', false, false],
  [{ CI: 'true' }, '', false, false],
  [{ CI: 'true', FORCE_COLOR: '1' }, '', true, true],
  [{}, ' --color=never', false, false],
  [{}, ' --no-color', false, false],
];

describe.skipIf(!hasScript)(where, () => {
  test.each(table)('%j%s: colour %j', (env, options, terminal) => {
    const page = inTerminal(line + options, env);
    expect(look(page)).toEqual({ color: terminal, links: false });
    if (!terminal) expect(page).not.toContain('\u001B');
  });

  test('links where the terminal is known to show them, none with NO_COLOR', () => {
    const env = { TERM_PROGRAM: 'WezTerm' };
    expect(look(inTerminal(line, env))).toEqual({ color: true, links: true });
    expect(inTerminal(line, { ...env, NO_COLOR: '1' })).not.toContain('\u001B');
  });

  test.each([
    ['the window', {}, '', 44, 44],
    ['another window', {}, '', 66, 66],
    ['prose is not stretched', {}, '', 180, 100],
    ['unless it is asked for', {}, ' --width 140', 60, 140],
    ['COLUMNS', { COLUMNS: '50' }, '', 90, 50],
  ])('the width: %s', (_, env, options, columns, wanted) => {
    const found = widest(inTerminal(line + options, env, { columns }));
    expect(found).toBeLessThanOrEqual(wanted);
    expect(found).toBeGreaterThan(wanted - 12);
  });

  test.each([
    ['a long page goes through it', { REVIEW_PAGER: 'tr a-z A-Z' }, '', 10, true],
    ['PAGER', { PAGER: 'tr a-z A-Z' }, '', 10, true],
    ['REVIEW_PAGER over PAGER', { REVIEW_PAGER: '', PAGER: 'tr a-z A-Z' }, '', 10, false],
    ['a short page does not', { REVIEW_PAGER: 'tr a-z A-Z' }, '', 500, false],
    ['--no-pager', { REVIEW_PAGER: 'tr a-z A-Z' }, ' --no-pager', 10, false],
    ['not in CI', { REVIEW_PAGER: 'tr a-z A-Z', CI: '1' }, '', 10, false],
    ['one that is not there', { REVIEW_PAGER: 'no-such-pager 2>&-' }, '', 10, false],
  ])('the pager: %s', (_, env, options, rows, isPaged) => {
    const page = inTerminal(line + options, { ...env, NO_COLOR: '1' }, { rows });
    expect(page.includes('A HARD BREAK')).toBe(isPaged);
    expect(page.includes('A hard break')).toBe(!isPaged);
  });

  test('the pager gets LESS=FRX unless it is set', () => {
    const pager = `sh -c 'cat >/dev/null; echo "<$LESS>"'`;
    expect(inTerminal(line, { REVIEW_PAGER: pager }, { rows: 5 })).toBe('<FRX>\n');
    expect(inTerminal(line, { REVIEW_PAGER: pager, LESS: 'R' }, { rows: 5 })).toBe('<R>\n');
  });

  test('--theme auto asks, and does not wait for a terminal that says nothing', () => {
    const page = inTerminal(`${line} --theme auto`);
    expect(page).toContain('\u001B]11;?\u001B\\');
    expect(page).toContain('A hard break');
    expect(inTerminal(line)).not.toContain('\u001B]11');
    expect(inTerminal(`${line} --theme auto`, { NO_COLOR: '1' })).not.toContain('\u001B');
  });
});

describe('in a pipe', () => {
  test.each(table)('%j%s', (env, options, _, pipe) => {
    const page = inPipe(line + options, env);
    expect(look(page)).toEqual({ color: pipe, links: false });
    if (!pipe) expect(page).not.toContain('\u001B');
  });

  test('eighty columns, COLUMNS or --width; never a pager', () => {
    expect(widest(inPipe(line))).toBe(80);
    expect(widest(inPipe(line, { COLUMNS: '40' }))).toBe(40);
    expect(widest(inPipe(`${line} --width 120`, { COLUMNS: '40' }))).toBeGreaterThan(100);
    expect(inPipe(line, { REVIEW_PAGER: 'tr a-z A-Z' })).toContain('A hard break');
  });
});
