import { unwatchFile, watch, watchFile } from 'node:fs';

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

/** As many milliseconds pass without a change before one is told of: an editor that saves makes several. */
const quiet = 100;

/** Calls back when something in a folder, or in one below it, was saved, made or removed, until the function that comes back is called. */
export function watchFolder(folder: string, changed: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true, persistent: false }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, quiet);
  });
  // What cannot be watched any more is shown as it was until the page is loaded again.
  watcher.on('error', () => undefined);
  return () => {
    clearTimeout(waiting);
    watcher.close();
  };
}
