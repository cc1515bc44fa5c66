import { openCodeCache } from './code-cache.ts';
import { createLoader, type Pack } from './loader.ts';

/** As in launch.ts. */
declare const BUILD: string;
declare const PACK: Pack;

// What a thread of the program starts with.
const env = process.argv.includes('--no-cache')
  ? { ...process.env, REVIEW_CACHE: 'off' }
  : process.env;
const cache = openCodeCache({ env, flags: process.execArgv, build: BUILD, command: 'thread' });
const { work } = createLoader(__dirname, cache, PACK)('./main.cjs') as {
  work: () => Promise<void>;
};
void work();
