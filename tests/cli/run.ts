import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';
import type { System } from '../../src/cli/system.ts';

/** The package's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The words of a command line as a shell would cut it: at spaces outside quotes. */
function wordsOf(line: string): string[] {
  return (line.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? []).map((word) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Around {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly screen?: { readonly columns: number; readonly rows: number };
  readonly answer?: string;
  /** What the terminal says of its background when it is asked. */
  readonly background?: 'dark' | 'light';
  readonly showsProgress?: boolean;
  /** What happens whenever something is written to standard error, or nothing is. */
  readonly onError?: () => void;
  /** Gets all that is written, to either stream, in its order. */
  readonly onText?: (text: string) => void;
  /** What happens until the person ends the program; gets what was written to standard output so far. */
  readonly meanwhile?: (stdout: string) => Promise<void>;
}

/** Runs the program in this process with streams, environment and terminal of the test's own. */
export async function review(args: readonly string[] | string, around: Around = {}): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const { answer, screen } = around;
  const system: System = {
    env: around.env ?? {},
    cwd: around.cwd ?? root,
    stdout: {
      write: (text) => {
        around.onText?.(text);
        stdout += text;
      },
      isClosed: () => false,
    },
    stderr: {
      write: (text) => {
        around.onError?.();
        around.onText?.(text);
        stderr += text;
      },
      isClosed: () => false,
    },
    screen: () =>
      screen === undefined
        ? { isTerminal: false, columns: 0, rows: 0 }
        : { isTerminal: true, ...screen },
    showsProgress: () => around.showsProgress === true,
    readInput: async () =>
      typeof around.stdin === 'string'
        ? new TextEncoder().encode(around.stdin)
        : (around.stdin ?? new Uint8Array()),
    ask: () => (answer === undefined ? null : async () => answer),
    background: async () => around.background ?? null,
    interrupted: async () => around.meanwhile?.(stdout),
    withoutInterrupt: (work) => work(),
  };
  const status = await main(typeof args === 'string' ? wordsOf(args) : args, root, system);
  return { status, stdout, stderr };
}
