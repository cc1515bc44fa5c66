// Long and deep reviews on the terminal page: `node bench/long.js`. Each of a mebibyte must take less than 3 s and 300 MB, 200 nested
// lists less than 1 s; processor time, so that a busy machine tells the same. Figures are whole runs, start-up included.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(fileURLToPath(new URL('..', import.meta.url)), 'bin/review.js');
const scratch = mkdtempSync(join(tmpdir(), 'review-long-'));
const mebibyte = 1024 * 1024;
const filled = (unit, head = '') =>
  head + unit.repeat(Math.floor((mebibyte - head.length) / Buffer.byteLength(unit)));

const sentence =
  'The film opens on a *music box*, and for two hours it never stops [winding](https://x.org) it. ';
const inputs = [
  ['paragraphs', filled(`${sentence.repeat(3)}\n\n`), 3],
  ['one paragraph', filled('word and more words '), 3],
  ['items of a list', filled('- an item with **bold** words in it\n'), 3],
  ['headings', filled('## A heading\n\nText under it.\n\n'), 3],
  ['tables', filled('| a | b |\n|---|--:|\n| some words | 12 |\n| more words | 8 |\n\n'), 3],
  ['rows of a table', filled('| some words | 12 |\n', '| a | b |\n|---|--:|\n'), 3],
  ['quotes', filled('> A quotation of some words\n> that goes on\n\n'), 3],
  ['Japanese', filled('老夫婦が、東京に住む子供たちを訪ねる旅を描く。\n\n'), 3],
  ['50 lists in each other', `${'- '.repeat(50)}x\n`, 1],
  ['100 lists in each other', `${'- '.repeat(100)}x\n`, 1],
  ['200 lists in each other', `${'- '.repeat(200)}x\n`, 1],
];

// Says at the end what the run has taken.
const meter = join(scratch, 'meter.cjs');
writeFileSync(
  meter,
  `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
require('node:fs').writeSync(2, '\\nUSED ' + maxRSS + ' ' + (userCPUTime + systemCPUTime)); });`,
);
const { NODE_EXTRA_CA_CERTS: _, NO_COLOR: __, ...inherited } = process.env;

for (const [name, text, limit] of inputs) {
  const file = join(scratch, 'review.md');
  writeFileSync(file, text);
  const args = ['--require', meter, program, 'show', file, '--color=always', '--width=80'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...inherited, XDG_CACHE_HOME: join(scratch, 'cache') },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [, kilobytes = 0, microseconds = 0] = /USED (\d+) (\d+)$/.exec(stderr) ?? [];
  const [seconds, memory] = [microseconds / 1e6, kilobytes / 1024];
  const isOver = seconds > limit || memory > 300;
  console.log(
    `${name.padEnd(24)} ${seconds.toFixed(2)} s  ${memory.toFixed(0).padStart(4)} MB  ${String(stdout.length).padStart(8)} characters${isOver ? '  OVER' : ''}`,
  );
}
rmSync(scratch, { recursive: true, force: true });
