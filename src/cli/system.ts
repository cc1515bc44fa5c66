import { isatty } from 'node:tty';
import { type SyncStream, syncStream } from './streams.ts';

/** What a run has around it: the process's own streams and environment, or a test's. */
export interface System {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdout: SyncStream;
  readonly stderr: SyncStream;
  /** Whether standard output is a terminal, and its size in columns and lines (0 when it is none). */
  readonly screen: () => { readonly isTerminal: boolean; readonly columns: number; readonly rows: number };
  readonly readInput: () => Promise<Uint8Array>;
  /** Asks on standard error; null when nobody sits there. */
  readonly ask: ((question: string) => Promise<string>) | null;
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
      const isTerminal = isatty(1);
      // Looking at process.stdout loads Node's stream code, so only where there is a size to learn.
      return isTerminal ? { isTerminal, columns: process.stdout.columns ?? 0, rows: process.stdout.rows ?? 0 } : { isTerminal, columns: 0, rows: 0 };
    },
    readInput,
    ask: isatty(0) && isatty(2) ? ask : null,
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
