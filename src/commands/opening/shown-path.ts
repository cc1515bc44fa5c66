import { isAbsolute, relative, sep } from 'node:path';
import type { Context } from '../command.ts';

/**
 * A file as results and messages name it: from the folder that the program runs in when it lies below it, else whole. What is no absolute path
 * (what was typed, the name of standard input) stays. Not visible text yet.
 */
export function shownPath({ cwd }: Pick<Context, 'cwd'>, file: string): string {
  if (!isAbsolute(file)) return file;
  const near = relative(cwd, file);
  return near.split(sep)[0] === '..' || isAbsolute(near) ? file : near;
}
