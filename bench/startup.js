// Start-up as a ratio to a bare node: `node bench/startup.js [PAIRS]`. Runs take turns, so that a busy machine slows both.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pairs = Math.max(20, Number(process.argv[2] ?? 20));
const root = fileURLToPath(new URL('..', import.meta.url));
const review = join(root, 'bin/review.js');
const scratch = mkdtempSync(join(tmpdir(), 'review-bench-'));
const empty = join(scratch, 'empty.cjs');
writeFileSync(empty, '');

// Extra certificates cost every start some 45 ms, which would flatter the ratio.
const { NODE_EXTRA_CA_CERTS: _, NO_COLOR: __, ...inherited } = process.env;
const base = { ...inherited, XDG_CACHE_HOME: join(scratch, 'cache') };

function time(args, env) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env,
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function measure(args, env) {
  time([review, ...args], env);
  time([review, ...args], env);
  const bare = [];
  const ours = [];
  for (let pair = 0; pair < pairs; pair++) {
    bare.push(time([empty], env));
    ours.push(time([review, ...args], env));
  }
  return { bare: median(bare), ours: median(ours) };
}

const warm = base;
const cold = { ...base, REVIEW_CACHE: 'off' };
const cases = [
  ['show ballerina', 'cache warm', warm, 3.2],
  ['show ballerina', 'without cache', cold, 4.2],
  ['show ballerina --color=always', 'cache warm', warm, null],
  ['section verdict --text', 'cache warm', warm, 2.6],
  ['section verdict --text', 'without cache', cold, null],
  ['--version', 'cache warm', warm, 1.6],
  ['--version', 'without cache', cold, null],
  ['list', 'cache warm', warm, null],
  ['export --html', 'cache warm', warm, null],
];
console.log(`node ${process.version}, ${pairs} pairs each, medians in ms\n`);
for (const [line, how, env, limit] of cases) {
  const { bare, ours } = measure(line.split(' '), env);
  const bound = limit === null ? '' : `  (must: ${limit})`;
  console.log(
    `${`review ${line}`.padEnd(38)} ${how.padEnd(14)} ${ours.toFixed(1).padStart(6)} / ${bare.toFixed(1)} = ${(ours / bare).toFixed(2)}${bound}`,
  );
}
rmSync(scratch, { recursive: true, force: true });
