import { fstatSync } from 'node:fs';
import { type SyncStream, syncStream } from './streams.ts';

/** What a run has around it: the process's own streams and environment, or a test's. */
export interface System {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdout: SyncStream;
  readonly stderr: SyncStream;
  /** Whether standard output is a terminal, and its size in columns and lines (0 when it is none). */
  readonly screen: () => {
    readonly isTerminal: boolean;
    readonly columns: number;
    readonly rows: number;
  };
  /** Whether a line on standard error can be taken back and written anew. */
  readonly showsProgress: () => boolean;
  readonly readInput: () => Promise<Uint8Array>;
  /** A way to ask on standard error; null when nobody sits there. */
  readonly ask: () => ((question: string) => Promise<string>) | null;
  /** Asks the terminal whether it is dark or light. */
  readonly background: () => Promise<'dark' | 'light' | null>;
  /** Waits for the interrupt key, or for a signal to end. */
  readonly interrupted: () => Promise<void>;
  /** Runs `work` with the interrupt key left to another program. */
  readonly withoutInterrupt: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

/** The process itself. */
export function processSystem(): System {
  return {
    env: process.env,
    cwd: process.cwd(),
    stdout: syncStream(1, 'standard output'),
    stderr: syncStream(2, 'standard error'),
    screen: () => {
      const isTerminal = isScreen(1);
      // Looking at process.stdout loads Node's stream code, so only where there is a size to learn.
      return isTerminal
        ? { isTerminal, columns: process.stdout.columns ?? 0, rows: process.stdout.rows ?? 0 }
        : { isTerminal, columns: 0, rows: 0 };
    },
    showsProgress: () => isScreen(2) && process.env.TERM !== 'dumb',
    readInput,
    ask: () => (isScreen(0) && isScreen(2) ? ask : null),
    background: async () => (await import('../terminal/background.ts')).askBackground(),
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
          process.once(signal, () => resolve());
      }),
    withoutInterrupt: async (work) => {
      const ignore = (): void => undefined;
      process.on('SIGINT', ignore);
      try {
        return await work();
      } finally {
        process.off('SIGINT', ignore);
      }
    },
  };
}

/** The major number of Linux's memory devices: /dev/null, /dev/full and their kin. */
const memoryDevices = 1;

/** Whether a descriptor is a terminal. Asking Node loads its network code, 5 ms, so files, pipes and /dev/null are told first. */
function isScreen(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    if (
      !stat.isCharacterDevice() ||
      (process.platform === 'linux' && stat.rdev >> 8 === memoryDevices)
    )
      return false;
  } catch {
    return false;
  }
  const { isatty } = process.getBuiltinModule('node:tty');
  return isatty(descriptor);
}

/** More than this from a pipe is no review; what comes after it is left unread. */
const longestInput = 16 * 1024 * 1024;

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > longestInput) break;
  }
  return Buffer.concat(chunks);
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await prompt.question(question);
  } finally {
    prompt.close();
  }
}
