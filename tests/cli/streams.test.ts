import { execFileSync, spawnSync } from 'node:child_process';
import { openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnosticsText, diagnosticText } from '../../src/cli/report.ts';
import { StreamError, syncStream } from '../../src/cli/streams.ts';
import { folderOf } from '../library/folder.ts';
import { root } from './run.ts';

const program = join(root, 'bin/review.js');
const env = () => ({
  PATH: process.env.PATH ?? '',
  XDG_CACHE_HOME: folderOf({}),
  HOME: '/nowhere',
});

test('a closed pipe is success and silence', () => {
  const ran = spawnSync(
    'bash',
    [
      '-c',
      `node ${program} show ballerina 2>"$XDG_CACHE_HOME/err" | head -1; echo "\${PIPESTATUS[0]}"; cat "$XDG_CACHE_HOME/err"`,
    ],
    { env: env(), cwd: root, encoding: 'utf8' },
  );
  expect(ran.stdout).toMatch(/^Ballerina.*\n0\n$/);
});

test('a full disk is an error with a message', () => {
  for (const args of [['show', 'ballerina'], ['export', '--html'], ['--version'], ['--help']]) {
    const ran = spawnSync(process.execPath, [program, ...args], {
      env: env(),
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    expect(ran).toMatchObject({ status: 2, stderr: 'review: standard output: the disk is full\n' });
  }
});

test('the output is whole in a pipe, and the same with and without cached code', () => {
  const around = env();
  const run = (extra: Record<string, string> = {}) =>
    execFileSync(process.execPath, [program, 'export', '--all', '--json'], {
      env: { ...around, ...extra },
      cwd: root,
      encoding: 'utf8',
    });
  const first = run();
  expect(JSON.parse(first)).toHaveLength(6);
  expect(
    readdirSync(around.XDG_CACHE_HOME, { recursive: true }).some((name) =>
      String(name).includes('review'),
    ),
  ).toBe(true);
  expect(run()).toBe(first);
  expect(run({ REVIEW_CACHE: 'off' })).toBe(first);
});

test('a descriptor that cannot be written throws, a closed pipe does not', () => {
  const full = syncStream(openSync('/dev/full', 'w'), 'standard output');
  expect(() => full.write('x')).toThrow(StreamError);
  expect(() => syncStream(987, 'standard output').write('x')).toThrow(
    'standard output: it is closed',
  );
  const stream = syncStream(openSync('/dev/null', 'w'), 'standard output');
  stream.write('x');
  expect(stream.isClosed()).toBe(false);
});

test('a diagnostic as text', () => {
  const range = {
    start: { line: 3, column: 9, offset: 20 },
    end: { line: 3, column: 13, offset: 24 },
  };
  expect(
    diagnosticText({
      code: 'rating-unreadable',
      severity: 'error',
      message: '`\u001B[2J` is no rating',
      file: 'a\nb.md',
      range,
      hint: 'Write 4/5.',
    }),
  ).toBe('a b.md:3:9: error: `␛[2J` is no rating [rating-unreadable]\n  Write 4/5.\n');
  expect(diagnosticText({ code: 'item-missing', severity: 'warning', message: 'nothing' })).toBe(
    'review: warning: nothing [item-missing]\n',
  );
});

test('of many diagnostics of one kind in a file, how many more there are', () => {
  const of = (file: string, many: number) =>
    Array.from({ length: many }, (_, index) => ({
      code: 'date-invalid' as const,
      severity: 'warning' as const,
      message: `number ${index + 1}`,
      file,
    }));
  const text = diagnosticsText([...of('a.md', 25), ...of('b\n.md', 22), ...of('c.md', 20)]);
  expect(text.match(/: warning: /g)).toHaveLength(60);
  expect(text).not.toContain('number 21');
  expect(text).toMatch(
    /\na\.md: 5 more like these \[date-invalid\]\nb \.md: 2 more like these \[date-invalid\]\n$/,
  );
});
