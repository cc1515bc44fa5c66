import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { StreamError } from '../../src/cli/streams.ts';
import type { System } from '../../src/cli/system.ts';
import { commands } from '../../src/commands/index.ts';
import { folderOf } from '../library/folder.ts';
import { review, root } from './run.ts';

const version = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
).version;

describe('the command line', () => {
  test.each([['--version'], ['-V'], ['--width 40 --version'], ['show --version']])(
    '%s prints the version',
    async (line) => {
      expect(await review(line)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    },
  );

  test('alone it says what was found and what to try', async () => {
    const samples = await review('', { cwd: '/' });
    expect(samples).toMatchObject({ status: 0, stderr: '' });
    expect(samples.stdout).toMatch(
      /the samples that come with the program \(\d+ reviews\)[\s\S]*review show ballerina\n {2}review section weaknesses\n {2}review export --html/,
    );
    const one = folderOf({ 'reviews/heat.md': 'Words.' });
    const own = await review('', { cwd: one });
    expect(own.stdout).toContain(`Library: ${join(one, 'reviews')} (1 review)`);
    expect(own.stdout).toContain('review show heat');
    const none = await review('', { cwd: folderOf({ 'reviews/x': '' }) });
    expect(none.stdout).toMatch(/\(0 reviews\)[\s\S]*review new film 'The Salt Road'/);
  });

  test.each(commands.map(({ name }) => name))('%s --help has an example', async (name) => {
    for (const line of [`${name} --help`, `help ${name}`]) {
      const ran = await review(line);
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(ran.stdout).toMatch(new RegExp(`Examples?:[\\s\\S]*review ${name}`));
    }
  });

  test('--help names every command', async () => {
    const { stdout, status } = await review('--help');
    expect(status).toBe(0);
    for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^ +${name}\\b`, 'm'));
  });

  test.each([
    ['bogus', /no command 'bogus'\n.*review show bogus/],
    ['shwo', /no command 'shwo'\nDid you mean 'review show'\?/],
    ['show --bogus', /unknown option '--bogus'/],
    ['show --width x', /--width/],
    ['show --color purple', /--color/],
    ['show ballerina --json --html', /one format at a time, not html and json/],
    ['export --to nothing', /nothing/],
  ])('%s is a usage error', async (line, message) => {
    const ran = await review(line);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).not.toMatch(/ at .*:\d+:\d+/);
  });

  test('control characters in what was typed are made visible', async () => {
    for (const args of [['\u001B[2Jx'], ['show', '\u001B[2Jx'], ['show', '--\u001B[2Jx']]) {
      const { stderr } = await review(args);
      expect(stderr).toContain('␛[2Jx');
      expect(stderr).not.toContain('\u001B');
    }
  });
});

describe('a fault', () => {
  const system = (changes: Partial<System>, err: string[]): System => ({
    env: {},
    cwd: '/',
    background: async () => null,
    stdout: { write: () => undefined, isClosed: () => false },
    stderr: { write: (text) => void err.push(text), isClosed: () => false },
    screen: () => ({ isTerminal: false, columns: 0, rows: 0 }),
    readInput: async () => {
      throw new Error('the wheel came off \u001B[2J');
    },
    ask: () => null,
    showsProgress: () => false,
    interrupted: async () => undefined,
    withoutInterrupt: (work) => work(),
    ...changes,
  });

  test('of the program is a line to report, with the stack only on demand', async () => {
    const err: string[] = [];
    expect(await main(['show', '-'], root, system({}, err))).toBe(2);
    expect(err.join('')).toMatch(/^review: a fault in the program: the wheel came off ␛\[2J\n/);
    expect(err.join('')).not.toContain('main.ts');
    const traced: string[] = [];
    await main(['show', '-'], root, system({ env: { REVIEW_DEBUG: '1' } }, traced));
    expect(traced.join('')).toMatch(/the wheel came off[\s\S]* at /);
  });

  test('of a stream is 2 with its reason; when not even that can be said, still 2', async () => {
    const stdout = {
      write: () => {
        throw new StreamError('standard output', 'the disk is full');
      },
      isClosed: () => false,
    };
    const err: string[] = [];
    expect(await main(['toc'], root, system({ stdout }, err))).toBe(2);
    expect(err.join('')).toBe('review: standard output: the disk is full\n');
    expect(await main(['toc'], root, system({ stdout, stderr: stdout }, []))).toBe(2);
  });
});

describe('long output on a terminal', () => {
  const screen = { columns: 80, rows: 10 };

  test('goes through the pager, unless it is short, turned off, or the pager cannot be started', async () => {
    const folder = folderOf({});
    const PATH = process.env.PATH ?? '';
    const run = (line: string, env: Record<string, string>) =>
      review(line, { screen, env: { PATH, TERM: 'xterm', ...env } });
    const paged = await run('show ballerina', { REVIEW_PAGER: `cat > ${folder}/page` });
    expect(paged).toEqual({ status: 0, stdout: '', stderr: '' });
    const page = readFileSync(join(folder, 'page'), 'utf8');
    expect(page).toContain('Weaknesses');
    for (const [line, env] of [
      ['show ballerina --no-pager', { REVIEW_PAGER: 'exit 1' }],
      ['show ballerina', { REVIEW_PAGER: '' }],
      ['show ballerina', { PAGER: 'cat' }],
      ['show ballerina', { REVIEW_PAGER: 'no-such-pager-there-is 2>/dev/null' }],
      ['show ballerina', { REVIEW_PAGER: 'exit 1', CI: 'true', FORCE_COLOR: '1' }],
    ] as const) {
      const { stdout } = await run(line, env);
      expect(stdout, `${line} ${JSON.stringify(env)}`).toContain('Weaknesses');
    }
    expect((await run('section verdict', { REVIEW_PAGER: 'exit 1' })).stdout).not.toBe('');
  });

  test('a pager that is quit early is no error', async () => {
    const env = { PATH: process.env.PATH ?? '', REVIEW_PAGER: 'head -1 > /dev/null' };
    expect(await review('show ballerina', { screen, env })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });
});
