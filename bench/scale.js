// Cost against size: `node bench/scale.js [REVIEWS] [KIB]`. Each command runs on 1, 2, 4 and 8 times the input; time and memory
// should grow no faster. Figures are whole runs, start-up included.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [reviews = 100, kibibytes = 128] = process.argv.slice(2).map(Number);
const factors = [1, 2, 4, 8];
const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin/review.js');
const scratch = mkdtempSync(join(tmpdir(), 'review-scale-'));
const { NODE_EXTRA_CA_CERTS: _, NO_COLOR: __, ...inherited } = process.env;
const env = { ...inherited, XDG_CACHE_HOME: join(scratch, 'cache') };

// Says at the end how much memory the run has taken.
const meter = join(scratch, 'meter.cjs');
writeFileSync(
  meter,
  `process.on('exit', () => require('node:fs').writeSync(2, '\\nMEMORY ' + process.resourceUsage().maxRSS));`,
);

/** Seconds and mebibytes of one run. */
function measure(args, cwd) {
  const start = process.hrtime.bigint();
  const { stderr } = spawnSync(process.execPath, ['--require', meter, program, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const memory = Number(/MEMORY (\d+)$/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
  return { seconds, memory };
}

function report(name, sizes, run) {
  const measured = sizes.map(run);
  const cells = measured.map(
    ({ seconds, memory }) =>
      `${seconds.toFixed(2).padStart(6)} s ${memory.toFixed(0).padStart(4)} MB`,
  );
  const growth = (measured.at(-1).seconds / measured.at(-2).seconds).toFixed(2);
  console.log(`${name.padEnd(34)} ${cells.join('   ')}   last step: × ${growth}`);
}

const sample = readFileSync(join(root, 'reviews/ballerina.md'), 'utf8');

function libraryOf(count) {
  const folder = join(scratch, `library-${count}`);
  mkdirSync(join(folder, 'reviews'), { recursive: true });
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, 'reviews', `review-${index}.md`), sample);
  return folder;
}

const paragraph = `${'Some *words* of a [link](https://example.org) and `code`, as they come. '.repeat(6)}\n\n`;
const shapes = {
  paragraphs: (size) => paragraph.repeat(size / paragraph.length),
  'one paragraph': (size) => 'Some *words* and more of them. '.repeat(size / 31),
  'list items': (size) => '- An item with **bold** words in it\n'.repeat(size / 36),
  sections: (size) => '## A section\n\nIts text.\n\n'.repeat(size / 25),
  'table rows': (size) => `| a | b |\n|---|---|\n${'| a cell | another |\n'.repeat(size / 21)}`,
  quotes: (size) => '> A quoted line\n\n'.repeat(size / 17),
  code: (size) => `\`\`\`js\n${'const answer = 42; // so\n'.repeat(size / 25)}\`\`\`\n`,
  Chinese: (size) => `${'評論是一種文體，'.repeat(12)}\n\n`.repeat(size / 290),
  'open brackets': (size) => '['.repeat(size / 4),
  'bare lines': (size) => 'Rating: 4/5\n'.repeat(size / 12),
};

function fileOf(shape, size) {
  const path = join(scratch, `${shape.replace(' ', '-')}-${size}.md`);
  writeFileSync(path, `---\nfilm: Heat\nrating: 4/5\n---\n\n${shapes[shape](size)}`);
  return path;
}

try {
  console.log(`a library of ${factors.map((factor) => factor * reviews).join(', ')} reviews`);
  const libraries = factors.map((factor) => libraryOf(factor * reviews));
  for (const args of [
    ['list'],
    ['search', 'flamethrower'],
    ['stats'],
    ['check'],
    ['export', '--all', '--html', '-o', 'out'],
    ['export', '--all', '--json'],
  ])
    report(args.join(' '), libraries, (folder) => measure(args, folder));
  const sizes = factors.map((factor) => factor * kibibytes * 1024);
  console.log(`\none review of ${factors.map((factor) => factor * kibibytes).join(', ')} KiB`);
  for (const shape of Object.keys(shapes))
    for (const args of [
      ['show', '--color=always'],
      ['export', '--html'],
    ])
      report(`${shape}: ${args[0]}`, sizes, (size) =>
        measure([args[0], fileOf(shape, size), ...args.slice(1)], scratch),
      );
} finally {
  rmSync(scratch, { recursive: true });
}
