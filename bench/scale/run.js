// Runs of the program, measured from inside: processor time, so that a busy machine tells the same, and the most memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = join(root, 'bin/review.js');

/** A folder for the run, removed at its end; its `cache` is where the program keeps what it remembers. */
export const scratch = mkdtempSync(join(tmpdir(), 'review-scale-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const { NODE_EXTRA_CA_CERTS: _, NO_COLOR: __, REVIEW_LIBRARY: ___, ...inherited } = process.env;
export const env = { ...inherited, XDG_CACHE_HOME: join(scratch, 'cache') };

const meter = join(scratch, 'meter.cjs');
writeFileSync(
  meter,
  `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
require('node:fs').writeSync(2, '\\nUSED ' + maxRSS + ' ' + (userCPUTime + systemCPUTime)); });`,
);

/** Wall and processor seconds and mebibytes of one run of `review`; `status` too, and what it said on stderr. */
export function measure(args, { cwd = root, more = {} } = {}) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', meter, program, ...args], {
    cwd,
    env: { ...env, ...more },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const [, kibibytes = Number.NaN, microseconds = Number.NaN] =
    /USED (\d+) (\d+)$/.exec(stderr ?? '') ?? [];
  return { seconds, cpu: microseconds / 1e6, memory: kibibytes / 1024, status, stderr };
}

/** Wall seconds of another program; NaN where it is not installed. */
export function measureOther(command, args, cwd) {
  const start = process.hrtime.bigint();
  const { error } = spawnSync(command, args, { cwd, stdio: 'ignore' });
  return error === undefined ? Number(process.hrtime.bigint() - start) / 1e9 : Number.NaN;
}

export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
