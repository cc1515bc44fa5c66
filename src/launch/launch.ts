import { join } from 'node:path';
import { openCodeCache } from './code-cache.ts';
import { createLoader, type Pack } from './loader.ts';

/** A hash over the chunks, which the build puts in. */
declare const BUILD: string;
/** Which chunks are in one file; the build puts it in, too. */
declare const PACK: Pack;

// This is `dist/cli`, where the chunks are; the package lies two folders up.
const args = process.argv.slice(2);
const cache = openCodeCache({
  env: args.includes('--no-cache') ? { ...process.env, REVIEW_CACHE: 'off' } : process.env,
  flags: process.execArgv,
  build: BUILD,
  command: args[0] ?? '',
});
const load = createLoader(__dirname, cache, PACK);
const { main } = load('./main.cjs') as {
  main: (argv: readonly string[], root: string) => Promise<number>;
};
main(args, join(__dirname, '..', '..')).then((status) => {
  // All output is written by now, since it is written synchronously; what Node would still wait for are V8's own threads.
  process.exit(status);
});
