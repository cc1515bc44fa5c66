// What a web page weighs and how long it takes to write: a review of 3,000 words, in one process.
import { read, write } from 'review';

const words = 'the quick story of a film that nobody has seen and everybody remembers well '.split(
  ' ',
);
const paragraph = (at) => {
  const text = Array.from({ length: 75 }, (_, index) => words[(at + index) % (words.length - 1)]);
  return `${text.slice(0, 30).join(' ')} **${text[30]}** [${text[31]}](https://x.example/${at}) ${text.slice(32).join(' ')}.`;
};
const body = Array.from({ length: 40 }, (_, at) =>
  at % 5 === 0 ? `## Section ${at}\n\n${paragraph(at)}` : paragraph(at),
).join('\n\n');
const source = `---\nfilm: Heat\nrating: 4.5/5\nauthor: Ann\ndate: 2025-06-09\n---\n\n${body}\n`;

const plain = await write(read(source).review, { to: 'text', columns: 0 });
const page = await write(read(source).review, { to: 'html' });
const data = /<script type="application\/ld\+json">[\s\S]*?<\/script>/.exec(page)[0];

const times = [];
for (let run = 0; run < 200; run++) {
  // A fresh review each time, so that nothing of it is lexed yet but by the reader, as in `export`.
  const { review } = read(source);
  const start = process.hrtime.bigint();
  await write(review, { to: 'html' });
  times.push(Number(process.hrtime.bigint() - start) / 1e6);
}
const first = times[0];
times.sort((one, other) => one - other);

const kilobytes = (text) => `${(Buffer.byteLength(text) / 1024).toFixed(1)} KiB`;
console.log(`words            ${body.split(/\s+/).length}`);
console.log(`text             ${kilobytes(plain)}`);
console.log(`page             ${kilobytes(page)}, of which data for machines ${kilobytes(data)}`);
console.log(
  `page beyond text ${((Buffer.byteLength(page) - Buffer.byteLength(plain)) / 1024).toFixed(1)} KiB (aim: under 40)`,
);
console.log(
  `writing          first ${first.toFixed(1)} ms, median ${times[100].toFixed(1)} ms, slowest ${times.at(-1).toFixed(1)} ms (aim: under 20)`,
);
