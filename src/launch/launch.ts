import { join } from 'node:path';
import { openCodeCache } from './code-cache.ts';
import { createLoader } from './loader.ts';

/** A hash over the chunks, which the build puts in. */
declare const BUILD: string;

// This is `dist/cli`, where the chunks are; the package lies two folders up.
const args = process.argv.slice(2);
const cache = openCodeCache({
  env: process.env,
  flags: process.execArgv,
  build: BUILD,
  command: args[0] ?? '',
});
const load = createLoader(__dirname, cache);
const { main } = load('./main.cjs') as {
  main: (argv: readonly string[], root: string) => Promise<number>;
};
main(args, join(__dirname, '..', '..')).then((status) => {
  // Set, not called: what is still pending is finished first.
  process.exitCode = status;
});
