// A library of any size for measuring, the same bytes for the same size on every machine: `node bench/scale/library.js FOLDER COUNT`.
// docs/scale.md describes it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Numbers from 0 to 1 that look random and depend on the seed alone (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const plainWords =
  'the a of and to in is it that was with for as on but at by this from not are all what one story film book game scene pace light ending hour page level voice music room cast plot'.split(
    ' ',
  );
const syllables =
  'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya zu bren cal dor fen gil hol'.split(
    ' ',
  );

const ofSyllables = (random, count) =>
  Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join('');

/** Words by how often they are used: half of a text are the plain ones, the others thin out as in any language (Zipf). */
const vocabulary = (() => {
  const random = randomOf(7);
  return [
    ...plainWords,
    ...Array.from({ length: 6000 }, () => ofSyllables(random, 2 + Math.floor(random() * 3))),
  ];
})();

const word = (random) =>
  vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** random()) - 1)];
const pick = (random, list) => list[Math.floor(random() * list.length)];
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(random) {
  const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => word(random));
  const at = Math.floor(random() * words.length);
  const style = random();
  if (style < 0.1) words[at] = `*${words[at]}*`;
  else if (style < 0.15) words[at] = `[${words[at]}](https://example.org/${word(random)})`;
  return `${capital(words.join(' '))}.`;
}

const paragraph = (random) =>
  Array.from({ length: 3 + Math.floor(random() * 4) }, () => sentence(random)).join(' ');

const kinds = ['film', 'book', 'game', 'album', 'restaurant'];
const makers = { film: 'director', book: 'author', game: 'developer', album: 'artist' };
const headings = ['Plot', 'Strengths', 'Weaknesses', 'Sound', 'Pace', 'Verdict', 'Craft', 'Cast'];
const ratings = [
  (value) => `${value / 2}/5`,
  (value) => `${value}/10`,
  (value) => `${value * 10}%`,
  (value) => '★'.repeat(Math.floor(value / 2)) + (value % 2 === 1 ? '½' : ''),
];

/** The word that only every 997th review has, and the two that stand in a row in every 499th. */
export const rareWord = 'flamethrower';
export const phrase = 'velvet anchor';

/** The texts and paths of a library of so many reviews, one after the other. */
export function* reviewsOf(count) {
  for (let index = 0; index < count; index++) yield reviewAt(index);
}

function reviewAt(index) {
  const random = randomOf(index * 2654435761 + 1);
  const name = (words) => Array.from({ length: words }, () => capital(word(random))).join(' ');
  const person = () => `${capital(ofSyllables(random, 2))} ${capital(ofSyllables(random, 3))}`;
  const kind = pick(random, kinds);
  const year = 1950 + Math.floor(random() * 75);
  const title = `${name(1 + Math.floor(random() * 3))} ${index}`;
  const score = 1 + Math.floor(random() * 10);
  const critic = pick(random, critics);
  const date = `${2005 + Math.floor(random() * 20)}-${two(1 + random() * 12)}-${two(1 + random() * 28)}`;
  const tags = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, tagNames));
  const slug = title.toLowerCase().replace(/[^a-z\d]+/g, '-');
  if (index % 50 === 49)
    return {
      path: `${kind}/${date.slice(0, 4)}/${slug}.yaml`,
      text: `${kind}: ${title}\nrating: ${ratings[1](score)}\nreviewer: ${critic}\ndate: ${date}\nbody: |\n${bodyOf(index, random).replace(/^(?=.)/gm, '  ')}`,
    };
  const maker = makers[kind];
  const keys = [
    `${kind}: ${title}`,
    ...(maker === undefined ? [] : [`${maker}: ${person()}`]),
    `year: ${year}`,
    ...(random() < 0.05 ? [] : [`rating: ${pick(random, ratings)(score)}`]),
    `reviewer: ${critic}`,
    `date: ${date}`,
    random() < 0.5
      ? `tags: [${[...new Set(tags)].join(', ')}]`
      : `tags:\n${[...new Set(tags)].map((tag) => `  - ${tag}`).join('\n')}`,
    ...(random() < 0.2 ? [`title: "${capital(sentence(random)).slice(0, 40)}"`] : []),
    ...(random() < 0.2 ? [`summary: >\n  ${sentence(random)}\n  ${sentence(random)}`] : []),
  ];
  return {
    path: `${kind}/${date.slice(0, 4)}/${slug}.md`,
    text: `---\n${keys.join('\n')}\n---\n\n${bodyOf(index, random)}`,
  };
}

function bodyOf(index, random) {
  const sections = Array.from({ length: 5 + Math.floor(random() * 4) }, (_, at) =>
    [
      ...(at === 0 ? [] : [`## ${headings[at - 1]}`]),
      paragraph(random),
      ...(random() < 0.3 ? [`- ${sentence(random)}\n- ${sentence(random)}`] : []),
      paragraph(random),
    ].join('\n\n'),
  );
  if (index % 997 === 5) sections.push(`## Notes\n\nA ${rareWord} is seen once.`);
  if (index % 499 === 7)
    sections.push(`The ${phrase} holds. The ||${word(random)} dies|| at last.`);
  return `${sections.join('\n\n')}\n`;
}

const two = (value) => String(Math.floor(value)).padStart(2, '0');
const critics = (() => {
  const random = randomOf(11);
  return Array.from(
    { length: 200 },
    () => `${capital(ofSyllables(random, 2))} ${capital(ofSyllables(random, 2))}`,
  );
})();
const tagNames = (() => {
  const random = randomOf(13);
  return Array.from({ length: 60 }, () => ofSyllables(random, 2));
})();

/** Writes the library of so many reviews into a folder. */
export function writeLibrary(folder, count) {
  const made = new Set();
  for (const { path, text } of reviewsOf(count)) {
    const target = join(folder, path);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    writeFileSync(target, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder, count] = process.argv;
  if (folder === undefined || !Number.isInteger(Number(count)))
    throw new Error('node bench/scale/library.js FOLDER COUNT');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'review.config.yaml'), '# A library for measuring.\n');
  writeLibrary(folder, Number(count));
}
