// Cost against size of one review: `node bench/scale/one-review.js [KIB]`. Each command runs on 1, 2, 4 and 8 times the input; time and
// memory should grow no faster. Figures are whole runs, start-up included.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, scratch } from './run.js';

const [kibibytes = 128] = process.argv.slice(2).map(Number);
const factors = [1, 2, 4, 8];

function report(name, sizes, run) {
  const measured = sizes.map(run);
  const cells = measured.map(
    ({ seconds, memory }) =>
      `${seconds.toFixed(2).padStart(6)} s ${memory.toFixed(0).padStart(4)} MB`,
  );
  const growth = (measured.at(-1).seconds / measured.at(-2).seconds).toFixed(2);
  console.log(`${name.padEnd(34)} ${cells.join('   ')}   last step: × ${growth}`);
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

const sizes = factors.map((factor) => factor * kibibytes * 1024);
console.log(`one review of ${factors.map((factor) => factor * kibibytes).join(', ')} KiB`);
for (const shape of Object.keys(shapes))
  for (const args of [
    ['show', '--color=always'],
    ['export', '--html'],
  ])
    report(`${shape}: ${args[0]}`, sizes, (size) =>
      measure([args[0], fileOf(shape, size), ...args.slice(1)], { cwd: scratch }),
    );
