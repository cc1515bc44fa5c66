import { spawn } from 'node:child_process';

/** The program that opens an address on a system, with its arguments. None goes through a shell. */
export function browserCommand(platform: string, url: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

/** Opens an address in the person's browser and does not wait for it. Null when that began well, else what went wrong, in words. */
export function openBrowser(
  url: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: string = process.platform,
): Promise<string | null> {
  const [program, ...args] = browserCommand(platform, url);
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: { ...env }, detached: true, stdio: 'ignore' });
    child.once('error', (error) => resolve(`${program}: ${error.message}`));
    child.once('spawn', () => {
      child.unref();
      resolve(null);
    });
  });
}
