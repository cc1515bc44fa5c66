// What the commands of a library cost at 1, 2, 4 and 8 times as many reviews: `node bench/scale.js [THOUSANDS] [COMMAND]`. The exponent is
// that of the processor time above what an empty run takes, from the smallest library to the largest; it should stay under 1.15.
// `node bench/scale/figures.js` has the figures of a large library beside other programs; `node bench/scale/one-review.js` long reviews.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { phrase, rareWord, writeLibrary } from './scale/library.js';
import { measure, measureOther, scratch } from './scale/run.js';

const [thousands = 1, only = ''] = process.argv.slice(2);
const counts = [1, 2, 4, 8].map((factor) => Math.round(factor * Number(thousands) * 1000));
const most = 1.15;

const out = join(scratch, 'out');
const commands = [
  ['list'],
  ['list', 'kind:film', 'rating:4..'],
  ['list', '--sort', 'title', '--json'],
  ['stats'],
  ['search', rareWord],
  ['search', 'the'],
  ['search', 'story', 'film'],
  ['search', phrase],
  ['show', 'zzz nowhere zzz'],
  ['toc', 'zzz nowhere zzz'],
  ['check'],
  ['fmt', '--check'],
  ['export', '--all', '--json', '-o', `${out}/all.json`],
  ['export', '--all', '--jsonl', '-o', `${out}/all.jsonl`],
  ['export', '--all', '--html', '-o', `${out}/site/`],
];

const cells = (values, digits, unit) =>
  values.map((value) => `${value.toFixed(digits).padStart(7)}${unit}`).join(' ');

console.log(`node ${process.version}; processor seconds and MB with ${counts.join(', ')} reviews`);
const libraries = counts.map((count) => {
  const folder = join(scratch, `library-${count}`);
  writeLibrary(folder, count);
  return folder;
});
const empty = join(scratch, 'empty');
mkdirSync(empty);

for (const [how, more] of [
  ['without a cache', { REVIEW_CACHE: 'off' }],
  ['warm', {}],
]) {
  console.log(`\n${how}`);
  for (const args of commands.filter((each) => each.join(' ').startsWith(only))) {
    const base = measure([...args, '--library', empty], { cwd: scratch, more }).cpu;
    const measured = libraries.map((folder) => {
      const run = () => {
        rmSync(out, { recursive: true, force: true });
        mkdirSync(out);
        return measure([...args, '--library', folder], { cwd: scratch, more });
      };
      if (how === 'warm') run();
      return run();
    });
    const growing = measured.map(({ cpu }) => Math.max(cpu - base, 0.005));
    const exponent = Math.log(growing.at(-1) / growing[0]) / Math.log(8);
    const seconds = measured.map(({ cpu }) => cpu);
    const memory = measured.map(({ memory }) => memory);
    console.log(
      `${args.join(' ').replaceAll(`${out}/`, '').padEnd(38)} ${cells(seconds, 2, ' s')} ${cells(memory, 0, '')}   ${exponent.toFixed(2)}${exponent > most ? '  OVER' : ''}`,
    );
  }
}

console.log('\nbeside them');
for (const [name, command, args] of [
  ['find -printf', 'find', ['.', '-printf', '%T@ %s\n']],
  ['ripgrep -l of every file', 'rg', ['-l', 'the']],
  ['ripgrep -l of none', 'rg', ['-l', 'zzzzzz']],
]) {
  const seconds = libraries.map((folder) => measureOther(command, args, folder));
  console.log(`${name.padEnd(38)} ${cells(seconds, 2, ' s')}  wall`);
}
