// The full-screen reader on a pseudo-terminal, beside `show` and a bare node: `node bench/reader.js [RUNS [PART…]]`, the parts being
// starts, keys, markdown, text and library. Needs util-linux's `script`. Runs take turns,
// so that a busy machine slows all of them. Everything is timed from outside: a frame is there when its last byte is.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runs = Math.max(3, Number(process.argv[2] ?? 15));
const root = fileURLToPath(new URL('..', import.meta.url));
const review = join(root, 'bin/review.js');
const scratch = mkdtempSync(join(tmpdir(), 'review-bench-'));
const empty = join(scratch, 'empty.cjs');
writeFileSync(empty, '');

const { NODE_EXTRA_CA_CERTS: _, NO_COLOR: __, CI: ___, ...inherited } = process.env;
const env = {
  ...inherited,
  TERM: 'xterm-256color',
  SHELL: '/bin/sh',
  PAGER: '',
  XDG_CACHE_HOME: join(scratch, 'cache'),
};
const frameEnd = '\u001B[?2026l';
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const now = () => Number(process.hrtime.bigint()) / 1e6;

/** A program in a terminal of 120 columns and 20 rows. */
function inTerminal(line, cwd = root) {
  const command = `stty cols 120 rows 20; exec '${process.execPath}' ${line}`;
  const child = spawn('script', ['-qefc', command, '/dev/null'], { cwd, env });
  const start = now();
  let text = '';
  let wake = () => undefined;
  child.stdout.on('data', (bytes) => {
    text += bytes.toString('latin1');
    wake();
  });
  const ended = new Promise((resolve) => child.on('close', () => resolve(now() - start)));
  /** Waits until what was written from an offset on satisfies; milliseconds since the start, or since `from`. */
  const until = (isDone, from = start) =>
    new Promise((resolve) => {
      wake = () => {
        if (isDone(text)) resolve(now() - from);
      };
      wake();
    });
  return {
    ended,
    until,
    length: () => text.length,
    text: () => text,
    /** Presses keys; milliseconds to the end of the next frame, and its bytes. */
    press: async (keys) => {
      const before = text.length;
      const from = now();
      child.stdin.write(keys);
      const time = await until((all) => all.includes(frameEnd, before), from);
      return { time, bytes: text.length - before };
    },
    /** The resident memory of the program, in MB. */
    memory: () => {
      const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(
        ' ',
      );
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    cpu: () => {
      const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(
        ' ',
      );
      const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .split(' ')
        .slice(2);
      return (Number(user) + Number(system)) * 10;
    },
    quit: async () => {
      child.stdin.write('q');
      await ended;
    },
  };
}

const painted = (text) => text.includes(frameEnd);
const row = (name, value, bound) =>
  console.log(`${name.padEnd(58)} ${value.padStart(18)}   ${bound}`);
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function firstPaint(line, cwd) {
  const reader = inTerminal(`'${review}' read ${line}`, cwd);
  const time = await reader.until(painted);
  await reader.quit();
  return time;
}

async function starts() {
  const times = { bare: [], show: [], read: [] };
  for (let run = 0; run < runs + 2; run++) {
    const bare = await inTerminal(`'${empty}'`).ended;
    const show = await inTerminal(`'${review}' show ballerina`).ended;
    const read = await firstPaint('ballerina');
    if (run < 2) continue;
    times.bare.push(bare);
    times.show.push(show);
    times.read.push(read);
  }
  const [bare, show, read] = [times.bare, times.show, times.read].map(median);
  row('bare node', `${bare.toFixed(0)} ms`, '');
  row('show ballerina', `${show.toFixed(0)} ms`, '');
  row('read ballerina, first paint', `${read.toFixed(0)} ms`, '');
  row('first paint ÷ show', (read / show).toFixed(2), 'at most 1.2');
  row('first paint ÷ bare node', (read / bare).toFixed(2), 'at most 3.4');
}

async function keys() {
  const reader = inTerminal(`'${review}' read ballerina`);
  await reader.until(painted);
  await wait(300);
  const times = [];
  const bytes = [];
  for (let at = 0; at < 30; at++) {
    const down = await reader.press('j');
    times.push(down.time);
    bytes.push(down.bytes);
  }
  row('key to paint, a line down, 120×20', `${median(times).toFixed(1)} ms`, 'at most 5 ms');
  row('its bytes', `${median(bytes)}`, 'at most 2,048');
  const before = reader.cpu();
  await wait(2000);
  row('CPU of two idle seconds', `${reader.cpu() - before} ms`, 'the look at one file');
  await reader.quit();
}

const words = 'the road goes on and the reader goes with it past fields of salt'.split(' ');

/** Text of so many bytes, the same each time. */
function textOf(bytes, isMarkdown) {
  const parts = [];
  let length = 0;
  for (let at = 0; length < bytes; at++) {
    const line = Array.from(
      { length: 60 },
      (_, word) => words[(at * 7 + word * 3) % words.length],
    ).join(' ');
    const head = isMarkdown && at % 12 === 0 ? `## Part ${at / 12 + 1}\n\n` : '';
    parts.push(`${head}${line}. *${at}*\n\n`);
    length += line.length + head.length + 8;
  }
  return parts.join('');
}

async function large(name, bytes, isMarkdown, bounds) {
  const file = join(scratch, `large-${bytes}.${isMarkdown ? 'md' : 'txt'}`);
  writeFileSync(file, textOf(bytes, isMarkdown));
  const paints = [];
  for (let run = 0; run < 3; run++) paints.push(await firstPaint(`'${file}'`));
  const reader = inTerminal(`'${review}' read '${file}'`);
  await reader.until(painted);
  await wait(1500);
  const times = [];
  for (const key of [
    'j',
    ' ',
    'G',
    'k',
    'g',
    ']',
    ']',
    '[',
    '/',
    's',
    'a',
    'l',
    't',
    '\r',
    'n',
    'N',
    'y',
    '?',
    'j',
    '?',
    'c',
  ])
    times.push([key, (await reader.press(key)).time]);
  const [slowest, most] = times.toSorted((a, b) => b[1] - a[1])[0];
  row(`${name}: first paint`, `${(median(paints) / 1000).toFixed(2)} s`, bounds[0]);
  row(`${name}: the slowest key`, `${JSON.stringify(slowest)} ${most.toFixed(1)} ms`, bounds[1]);
  row(`${name}: memory`, `${reader.memory().toFixed(0)} MB`, bounds[2]);
  await reader.quit();
}

async function library() {
  const folder = join(scratch, 'library/reviews');
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < 10_000; at++)
    writeFileSync(
      join(folder, `review-${at}.md`),
      `---\ntitle: Title ${(at * 7919) % 10_000}\nitem: { name: Thing ${at}, kind: film }\nrating: ${at % 6}/5\nauthor: Ann\ndate: 2020-01-0${(at % 9) + 1}\ntags: [a, b]\n---\n\n${textOf(4000, true)}`,
    );
  const reader = inTerminal(`'${review}' read`, join(scratch, 'library'));
  const paint = await reader.until(painted);
  const during = [];
  for (let at = 0; at < 10; at++) during.push((await reader.press('j')).time);
  const all = await reader.until((text) => {
    const plain = text.slice(-400_000);
    return (
      plain.lastIndexOf('by title') > plain.lastIndexOf('reading ') && /10000 reviews/.test(plain)
    );
  });
  const typed = [];
  await reader.press('/');
  for (const key of 'title 12') typed.push((await reader.press(key)).time);
  row('library of 10,000, cold: first paint', `${(paint / 1000).toFixed(2)} s`, 'at most 0.3 s');
  row(
    '… the slowest key while it is read',
    `${Math.max(...during).toFixed(0)} ms`,
    'at most 50 ms',
  );
  row('… all read', `${(all / 1000).toFixed(2)} s`, 'at most 4.5 s');
  row('… the slowest letter of the filter', `${Math.max(...typed).toFixed(0)} ms`, 'at most 50 ms');
  row('… memory', `${reader.memory().toFixed(0)} MB`, 'at most 180 MB');
  await reader.press('\u001B');
  await reader.quit();
}

try {
  console.log(`node ${process.version}, ${runs} runs, medians\n`);
  const parts = {
    starts,
    keys,
    markdown: () =>
      large('1 MB Markdown', 1_000_000, true, ['at most 0.8 s', 'at most 10 ms', 'at most 128 MB']),
    text: () =>
      large('10 MB text', 10_000_000, false, ['at most 3 s', 'at most 10 ms', 'at most 400 MB']),
    library,
  };
  const wanted = process.argv.slice(3);
  for (const [name, part] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) await part();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exit();
