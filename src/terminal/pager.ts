import { spawn } from 'node:child_process';

/** The command that pages long output, or null when there is to be none. */
export function pagerCommand(env: Readonly<Record<string, string | undefined>>): string | null {
  const command = env.REVIEW_PAGER ?? env.PAGER ?? 'less';
  return command.trim() === '' || command.trim() === 'cat' ? null : command;
}

/** Options for less: leave a short text on the screen, show colours, do not clear; of one's own, only the colours are added. */
export function lessOptions(own: string | undefined): string {
  if (own === undefined) return 'FRX';
  if (/(?:^|\s)-?[a-zA-Z]*R|--RAW-CONTROL-CHARS/.test(own)) return own;
  return own.trim() === '' ? 'R' : `${own} -R`;
}

/**
 * Shows `text` through the pager and waits until it is closed. False when the pager could not be started; nothing has been
 * shown then. The pager quitting early is no error.
 */
export function runPager(
  command: string,
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', command], {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...env, LESS: lessOptions(env.LESS) },
    });
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status !== 126 && status !== 127));
    // Quitting before the end closes the pipe; that is what quitting means.
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}
