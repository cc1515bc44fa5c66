import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The package is CommonJS, and its names are not seen by Node's own loader.
import headless from '@xterm/headless';
import { root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** util-linux's `script`, which runs a command in a pseudo-terminal of its own; BSD's takes other options. */
export const hasScript =
  spawnSync('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore' }).status === 0;

export interface Around {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What the shell does around the program: `PROGRAM` stands for it. */
  readonly shell?: string;
  /** Modules to require before the program. */
  readonly require?: string;
}

/** A program in a terminal, whose screen can be read. */
export interface Running {
  /** The screen's rows, without blanks at their ends. */
  readonly rows: () => string[];
  /** All that was written, as it was. */
  readonly written: () => string;
  readonly press: (bytes: string) => void;
  /** Waits for a screen. */
  readonly until: (isWanted: (rows: readonly string[]) => boolean, what?: string) => Promise<void>;
  /** Waits until the text stands on the screen. */
  readonly shows: (text: string | RegExp) => Promise<void>;
  readonly lacks: (text: string) => Promise<void>;
  readonly resize: (columns: number, rows: number) => void;
  /** The program's process, not the shell's or `script`'s. */
  readonly pid: () => number;
  readonly parent: ChildProcess;
  /** Waits for the end; the status that `script` passes on. */
  readonly ended: Promise<number | null>;
  readonly terminal: InstanceType<typeof headless.Terminal>;
}

const program = join(root, 'bin/review.js');
/** Compiled code of these runs, so that all but the first start soon. */
const cache = mkdtempSync(join(tmpdir(), 'review-cache-'));
process.on('exit', () => rmSync(cache, { recursive: true, force: true }));

const running = new Set<ChildProcess>();

/** Ends what a test left running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

/** Runs `review` with the words of a line in a terminal of its own. */
export function inTerminal(line: string, around: Around = {}): Running {
  const { columns = 80, rows = 24, env = {}, cwd = root, shell = 'exec PROGRAM', require } = around;
  const node = `'${process.execPath}'${require === undefined ? '' : ` --require '${require}'`}`;
  const command = shell.replace('PROGRAM', `${node} '${program}' ${line}`);
  const child = spawn(
    'script',
    ['-qefc', `stty cols ${columns} rows ${rows}; tty; ${command}`, '/dev/null'],
    {
      cwd,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: env.HOME ?? folderOf({}),
        SHELL: '/bin/sh',
        TERM: 'xterm-256color',
        XDG_CACHE_HOME: cache,
        ...env,
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  running.add(child);
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  const wakers = new Set<() => void>();
  let written = '';
  let isOver = false;
  child.stdout.on('data', (bytes: Buffer) => {
    written += bytes.toString('utf8');
    terminal.write(bytes, () => {
      for (const wake of wakers) wake();
    });
  });
  child.stdin.on('error', () => undefined);
  terminal.onData((answer) => child.stdin.write(answer));
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (status) => {
      isOver = true;
      running.delete(child);
      for (const wake of wakers) wake();
      resolve(status);
    });
  });
  const read = (): string[] => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      (_, at) => active.getLine(active.viewportY + at)?.translateToString(true) ?? '',
    );
  };
  const until: Running['until'] = (isWanted, what = 'the screen that is waited for') =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        wakers.delete(look);
      };
      const look = (): void => {
        if (isWanted(read())) {
          done();
          resolve();
        } else if (isOver) {
          done();
          reject(new Error(`ended before ${what}:\n${read().join('\n')}`));
        }
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`never ${what}:\n${read().join('\n')}`));
      }, 20_000);
      wakers.add(look);
      look();
    });
  return {
    rows: read,
    written: () => written,
    press: (bytes) => void child.stdin.write(bytes),
    until,
    shows: (text) =>
      until(
        (lines) =>
          lines.some((each) => (typeof text === 'string' ? each.includes(text) : text.test(each))),
        `shows ${text}`,
      ),
    lacks: (text) => until((lines) => !lines.some((each) => each.includes(text)), `lacks ${text}`),
    resize: (wide, high) => {
      const tty = /\/dev\/pts\/\d+/.exec(written)?.[0] ?? '';
      terminal.resize(wide, high);
      execFileSync('stty', ['-F', tty, 'cols', String(wide), 'rows', String(high)]);
    },
    pid: () => {
      const tty = (/\/dev\/pts\/\d+/.exec(written)?.[0] ?? '').replace('/dev/', '');
      const list = execFileSync('ps', ['-t', tty, '-o', 'pid=,args='], { encoding: 'utf8' });
      const found = list
        .split('\n')
        .filter(
          (each) =>
            / (?:\S*\/)?node\S* .*review\.js/.test(` ${each}`) && !/ sh -c | stty /.test(each),
        );
      return Number.parseInt(found.at(-1) ?? '', 10);
    },
    parent: child,
    ended,
    terminal,
  };
}
