import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { endAll, hasScript, inTerminal, type Running } from './pseudo-terminal.ts';

afterEach(endAll);

const where = hasScript ? 'in a terminal' : 'in a terminal (skipped: no `script` of util-linux)';
const off =
  '\u001B[?2026l\u001B[?1000l\u001B[?1006l\u001B[?1007l\u001B[?2004l\u001B[?7h\u001B[0m\u001B[?25h\u001B[?1049l';

/** The reader, and behind it what the shell says of the terminal and of how the reader ended. */
async function reading(around: Parameters<typeof inTerminal>[1] = {}): Promise<Running> {
  const shell =
    'before=$(stty -g); PROGRAM; s=$?; [ "$before" = "$(stty -g)" ] && echo same; echo status $s';
  const reader = inTerminal('read ballerina', { shell, ...around });
  await reader.shows('? help');
  return reader;
}

async function isWholeAfter(reader: Running, status: number): Promise<void> {
  await reader.ended;
  const [, after = ''] = reader.written().split(off);
  expect(after.replaceAll('\r', '')).toMatch(new RegExp(`same\nstatus ${status}\n`));
  expect(reader.terminal.buffer.active.type).toBe('normal');
  expect(reader.terminal.modes).toMatchObject({ bracketedPasteMode: false, wraparoundMode: true });
}

/** `T` for a process that is stopped, `Z` for one that has ended and that nobody asked how; empty for none. */
const stateOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.charAt(0);

async function eventually(isTrue: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`never ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe.skipIf(!hasScript)(where, () => {
  test.each([
    ['q', 'q', 0],
    ['Ctrl-C', '\u0003', 130],
    ['Ctrl-C in a prompt', '/x\u0003', 130],
  ])('whole after %s', async (_, keys, status) => {
    const reader = await reading();
    reader.press(keys);
    await isWholeAfter(reader, status);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('whole after %s', async (signal, status) => {
    const reader = await reading();
    process.kill(reader.pid(), signal);
    await isWholeAfter(reader, status);
  });

  test.each([
    ['an exception', "throw new Error('planted')"],
    ['a rejection', "Promise.reject(new Error('planted'))"],
  ])('whole after %s, which is said behind it', async (_, code) => {
    const folder = folderOf({});
    const module = join(folder, 'planted.cjs');
    writeFileSync(module, `process.on('SIGUSR2', () => { ${code}; });`);
    const reader = await reading({ require: module });
    process.kill(reader.pid(), 'SIGUSR2');
    await isWholeAfter(reader, 2);
    expect(reader.written().split(off)[1]).toContain('a fault in the program: planted');
  });

  test('stopped and continued, twice, with keys and with a signal', async () => {
    const reader = await reading({ shell: 'exec PROGRAM' });
    const pid = reader.pid();
    const stops = [() => reader.press('\u001A'), () => process.kill(pid, 'SIGTSTP')];
    for (const [at, stop] of stops.entries()) {
      stop();
      await eventually(() => stateOf(pid) === 'T', 'stopped');
      execFileSync('stty', ['-F', `/dev/${ttyOf(pid)}`, 'sane']);
      // `script` stops with its child, with what was written last still unread.
      reader.parent.kill('SIGCONT');
      process.kill(pid, 'SIGCONT');
      const wasGivenBack = () => reader.written().split(off).length === at + 2;
      await reader.until((rows) => wasGivenBack() && (rows.at(-1)?.includes('? help') ?? false));
      expect(reader.terminal.buffer.active.type).toBe('alternate');
    }
    // Raw again: a key counts without Enter.
    reader.press('6');
    await reader.until((rows) => rows[0] === 'Weaknesses');
    reader.press('q');
    expect(await reader.ended).toBe(0);
  });

  test('no process outlives its terminal, or its parent', async () => {
    for (const shell of ['exec PROGRAM', 'PROGRAM; true']) {
      const reader = await reading({ shell });
      const pid = reader.pid();
      reader.parent.kill('SIGKILL');
      await eventually(() => 'Z'.includes(stateOf(pid)), 'gone');
    }
  });

  test('TERM=dumb: what show prints', async () => {
    const page = inTerminal('read ballerina', { env: { TERM: 'dumb', PAGER: '' } });
    expect(await page.ended).toBe(0);
    expect(page.written()).toContain('Weaknesses');
    expect(page.written()).not.toContain('\u001B');
  });

  test('standard input is read as a review, the keys come from the terminal', async () => {
    const reader = inTerminal('read -', { shell: "printf '# Heat\\n\\nLoud.\\n' | PROGRAM" });
    await reader.shows('Loud.');
    reader.press('e');
    await reader.shows('standard input cannot be edited');
    reader.press('q');
    expect(await reader.ended).toBe(0);
  });
});

describe('where there is no screen to fill', () => {
  const screen = { columns: 80, rows: 60 };
  test.each<readonly [name: string, line: string, around: Parameters<typeof review>[1]]>([
    ['--plain', '--plain', { screen }],
    ['CI', '', { screen, env: { CI: '1' } }],
    ['TERM=dumb', '', { screen, env: { TERM: 'dumb' } }],
    ['a pipe', '', {}],
  ])('%s: what show and list print', async (_, option, around) => {
    for (const [read, other] of [
      ['read ballerina', 'show ballerina'],
      ['read ballerina#verdict --spoilers', 'show ballerina#verdict --spoilers'],
      ['read', 'list'],
    ]) {
      const printed = await review(`${read} ${option}`, around);
      expect(printed).toMatchObject({ status: 0, stderr: '' });
      expect(printed).toEqual(await review(`${other} ${option}`, around));
    }
  });
});

function ttyOf(pid: number): string {
  return execFileSync('ps', ['-o', 'tty=', '-p', String(pid)], { encoding: 'utf8' }).trim();
}
