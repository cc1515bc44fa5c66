// What a large library costs beside find, ripgrep and Hugo: `node bench/scale/figures.js [COUNT] [FOLDER]`. Ratios of runs that take turns, medians of
// five; each with what it must be at 100,000 and what is aimed at. A folder that was generated before is used as it is.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHugoSite } from './hugo.js';
import { phrase, rareWord, writeLibrary } from './library.js';
import { measure, measureOther, median, scratch } from './run.js';

const [count = '10000', given] = process.argv.slice(2);
const folder = given ?? join(scratch, 'library');
if (!existsSync(folder) || readdirSync(folder).length === 0) writeLibrary(folder, Number(count));
const small = join(scratch, 'small');
writeLibrary(small, 10);
const out = join(scratch, 'out');
mkdirSync(out);

const runs = 5;
const ours =
  (args, library = folder, more = {}) =>
  () =>
    measure([...args, '--library', library], { cwd: out, more }).seconds;
const other = (command, args) => () => measureOther(command, args, folder);
const find = other('find', ['.', '-printf', '%T@ %s\n']);
const ripgrep = (word) => other('rg', ['-l', '-i', word]);
const titleOf = (library) => {
  const file = readdirSync(library, { recursive: true }).find((name) => name.endsWith('.md'));
  const text = readFileSync(join(library, file), 'utf8');
  return { id: file.slice(0, -3), title: /^\w+: (.*)$/m.exec(text)[1] };
};

/** Runs in turn, so that a busy machine slows both. */
function ratio(one, beside) {
  const [a, b] = [[], []];
  for (let at = 0; at < runs; at++) {
    a.push(one());
    b.push(beside());
  }
  return { ratio: median(a) / median(b), seconds: median(a), beside: median(b) };
}

const rows = [];
function row(name, one, beside, must, aim) {
  one();
  const { ratio: measured, seconds, beside: than } = ratio(one, beside);
  const figures = Number.isNaN(measured)
    ? 'not installed'
    : `${measured.toFixed(2)} (${seconds.toFixed(2)} s : ${than.toFixed(2)} s)`;
  rows.push(`| ${name} | ${must} | ${aim} | ${figures} |`);
  console.log(rows.at(-1));
}

console.log(`${count} reviews, node ${process.version}\n`);
console.log('| | must | aim | measured |\n|---|---|---|---|');
measure(['cache', '--build', '--library', folder], { cwd: out });
row('`list`, warm ÷ `find -printf`', ours(['list']), find, 7, 4);
row(
  '`list kind:film rating:4..`, warm ÷ the same',
  ours(['list', 'kind:film', 'rating:4..']),
  find,
  4,
  2.5,
);
for (const word of [rareWord, 'the', phrase])
  row(`\`search ${word}\`, warm ÷ \`rg -l\``, ours(['search', word]), ripgrep(word), 2, 0.8);
row(
  '`search story film`, warm ÷ `rg -l story`',
  ours(['search', 'story', 'film']),
  ripgrep('story'),
  2,
  0.8,
);
const [large, little] = [titleOf(folder), titleOf(small)];
for (const [how, of] of [
  ['id', ({ id }) => id],
  ['last part of the id', ({ id }) => id.slice(id.lastIndexOf('/') + 1)],
  ['title', ({ title }) => title],
])
  row(
    `\`show\` by ${how} ÷ in a library of 10`,
    ours(['show', of(large)]),
    ours(['show', of(little)], small),
    1.6,
    1.2,
  );
const touched = join(folder, `${large.id}.md`);
row(
  '`list` after one file changed ÷ `list`',
  () => {
    appendFileSync(touched, '\n');
    return ours(['list'])();
  },
  ours(['list']),
  1.3,
  1.1,
);
row('`stats`, warm ÷ `list`', ours(['stats']), ours(['list']), 1.5, 1.1);
for (const args of [['list'], ['search', 'the'], ['show', large.title]]) {
  const { memory } = measure([...args, '--library', folder], { cwd: out });
  rows.push(`| memory of \`${args[0]}\`, warm | 200 MB | 120 MB | ${memory.toFixed(0)} MB |`);
  console.log(rows.at(-1));
}
const check = measure(['check', '--library', folder], { cwd: out });
console.log(
  `| \`check\`, CPU seconds a 1,000 | 1.2 | 0.6 | ${((check.cpu / Number(count)) * 1000).toFixed(2)}, ${check.memory.toFixed(0)} MB |`,
);

const hugoSite = writeHugoSite(join(scratch, 'hugo'), folder);
row(
  '`list`, nothing remembered ÷ `hugo list all`',
  ours(['list'], folder, { REVIEW_CACHE: 'off' }),
  () => measureOther('hugo', ['list', 'all'], hugoSite),
  1,
  0.5,
);
// Once each: they take minutes.
const site = measure(
  ['export', '--all', '--html', '-o', join(scratch, 'site/'), '--library', folder],
  { cwd: out },
);
const hugo = measureOther('hugo', ['--quiet', '-d', join(scratch, 'hugo-site')], hugoSite);
console.log(
  `| a site ÷ Hugo’s | 0.5 | 0.25 | ${(site.seconds / hugo).toFixed(2)} (${site.seconds.toFixed(0)} s : ${hugo.toFixed(0)} s), ${site.memory.toFixed(0)} MB |`,
);
