import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Ran, review, root } from '../cli/run.ts';

/** A folder of made-up exports. */
export const fixture = (name: string): string => join(root, 'tests/fixtures/exchange', name);

/** Runs the program on a day that is always the same. */
export async function on(
  day: string,
  args: readonly string[],
  cwd: string,
  stdin?: Uint8Array,
): Promise<Ran> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T12:00:00`) });
  try {
    return await review(args, { cwd, ...(stdin === undefined ? {} : { stdin }) });
  } finally {
    vi.useRealTimers();
  }
}

/** The files below a folder by their paths, in order. */
export function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Files as one text, each byte of them. */
export function joined(files: ReadonlyMap<string, string>): string {
  return [...files].map(([path, text]) => `======== ${path}\n${text}`).join('');
}

/** When files were last written, by their paths. */
export function timesIn(folder: string): Map<string, number> {
  return new Map(
    [...filesIn(folder).keys()].map((path) => [path, statSync(join(folder, path)).mtimeMs]),
  );
}
