// What `import` costs at 1, 2, 4 and 8 times as many rows: `node bench/import.js [ROWS]`, 12,500 by default, so that the largest export has 100,000. Its memory
// should stay under 300 MB and the exponent of its processor time under 1.15; the second run, in which nothing has changed, is measured too.
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure, scratch } from './scale/run.js';

const [rows = 12_500] = process.argv.slice(2);
const counts = [1, 2, 4, 8].map((factor) => factor * Number(rows));
const header =
  'Book Id,Title,Author,ISBN,ISBN13,My Rating,Average Rating,Number of Pages,Original Publication Year,Date Read,Date Added,Bookshelves,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count\n';

/** A row of an export, with a review of some 250 letters in the HTML of the service. */
function rowOf(index) {
  const day = String(1 + (index % 28)).padStart(2, '0');
  const text = `A <b>fine</b> book, number ${index}.<br/><br/>${'And so on, as reviews go. '.repeat(8)}`;
  return `${index},"Book ${index} of the shelf",Author ${index % 997},"=""0123456789""","=""""",${index % 6},3.9,${100 + (index % 700)},${1950 + (index % 70)},2020/01/${day},2019/05/05,"sea, night",read,"${text}",,,1\n`;
}

async function writeExport(folder, count) {
  mkdirSync(join(folder, 'reviews'), { recursive: true });
  const file = createWriteStream(join(folder, 'books.csv'));
  file.write(header);
  for (let index = 0; index < count; index++)
    if (!file.write(rowOf(index))) await new Promise((resolve) => file.once('drain', resolve));
  await new Promise((resolve) => file.end(resolve));
}

console.log(`node ${process.version}; rows, processor seconds and MB: brought home, and again`);
const runs = [];
for (const count of counts) {
  const cwd = join(scratch, `import-${count}`);
  await writeExport(cwd, count);
  const [first, again] = [1, 2].map(() => measure(['import', 'books.csv'], { cwd }));
  runs.push({ first, again });
  const figures = [first, again].map(({ cpu, memory, status }) =>
    status === 0 ? `${cpu.toFixed(1)} s ${memory.toFixed(0)} MB` : `status ${status}`,
  );
  console.log(`${count} ${figures.join(', ')}`);
  rmSync(cwd, { recursive: true });
}
const [smallest, largest] = [runs.at(0), runs.at(-1)];
for (const name of ['first', 'again'])
  console.log(
    `exponent, ${name}: ${(Math.log2(largest[name].cpu / smallest[name].cpu) / 3).toFixed(2)}`,
  );
