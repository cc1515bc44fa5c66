import { unwatchFile, watchFile } from 'node:fs';

/** How often files are looked at, in milliseconds: soon enough for an eye, and on every kind of file system. */
const interval = 200;

/** Calls back when one of the files was saved, made or removed, until the function that comes back is called. */
export function watchFiles(paths: readonly string[], changed: () => void): () => void {
  const listener = (now: { mtimeMs: number; size: number }, before: typeof now): void => {
    if (now.mtimeMs !== before.mtimeMs || now.size !== before.size) changed();
  };
  for (const path of paths) watchFile(path, { interval, persistent: false }, listener);
  return () => {
    for (const path of paths) unwatchFile(path, listener);
  };
}
