import fc from 'fast-check';
import { expect } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';
import { layoutOf, meaningOf } from '../../src/readers/same-review.ts';

/** Words that stand nowhere else: none of them may be lost, and none may become more. */
const word = fc.integer({ min: 0, max: 40 }).map((number) => `w${number}k`);
const value = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom(
    '4/5',
    '3.50',
    '007',
    '1e3',
    'true',
    'null',
    '~',
    '""',
    '2025-06-06',
    '6 June 2025',
  ),
  fc.constantFrom('film', 'flim', 'a: b', '#Alive', '[a', '{a: 1}', "'it''s'", '!!str x', 'n/a'),
  word.map((each) => `&a ${each}`),
  fc.constantFrom('*a', '|', '>-', '"a\\u0000b"', '★★★★', 'x  # why'),
  fc.tuple(word, word).map(([a, b]) => `[${a}, ${b}]`),
  fc.tuple(word, word).map(([a, b]) => `{name: ${a}, url: ${b}}`),
  fc.tuple(word, word).map(([a, b]) => `\n  - ${a}\n  - ${b}`),
  fc.tuple(word, word).map(([a, b]) => `|\n  ${a}\n\n  ${b}`),
  fc.tuple(word, word).map(([a, b]) => `\n  # c\n  name: ${a}\n  foo: ${b}`),
);
const key = fc.constantFrom(
  ...['film', 'Movie', 'book', 'item', 'title', 'name', 'kind', 'type', 'rating', 'stars', 'score'],
  ...[
    'author',
    'by',
    'reviewer',
    'date',
    'pubDate',
    'tags',
    'tags',
    'genre',
    'pros',
    'cons',
    'year',
  ],
  ...[
    'foo',
    'raiting',
    'auhtor',
    'scores',
    'best',
    'sections',
    'body',
    'review',
    'id',
    'isbn',
    'url',
  ],
  ...[
    'summary',
    'watched',
    'itemReviewed',
    'item.name',
    '"quoted key"',
    'layout',
    'version',
    'extra',
  ],
);
const pair = fc.tuple(key, value).map(([name, each]) => `${name}: ${each}`);
const comment = word.map((each) => `# ${each}`);
const keys = fc
  .array(fc.oneof({ weight: 8, arbitrary: pair }, comment, fc.constant('')), { maxLength: 7 })
  .map((lines) => lines.join('\n'));

const block = fc.oneof(
  word,
  word.map((each) => `## ${each}`),
  word.map((each) => `${each}\n---`),
  word.map((each) => `${each} #\n===`),
  fc.constantFrom(
    '**The bad:**',
    '__Pros__:',
    '# #',
    '#',
    '---',
    '+++',
    '***',
    '```',
    '~~~',
    '<!--',
    '-->',
  ),
  fc.constantFrom(
    'Rating: 4/5',
    '    Indented *text*.',
    '\tcode',
    ':::spoiler',
    ':::',
    '<details>',
    '||x||',
  ),
  fc.constantFrom(
    '[a](#The-Bad)',
    '[^1]',
    '[^1]: n',
    'a\u0007b',
    '\u001b[31mred',
    'x\fy',
    '> q',
    '>! s',
  ),
  fc.constantFrom(
    '',
    '',
    'a | b\n--|--\n1 | 2',
    'title: x',
    'item: y',
    '- a\n  - b',
    '1. n',
    '- [ ] t',
  ),
  fc.tuple(word, word).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| 1 | 2 |`),
  fc.tuple(word, word).map(([a, b]) => `- ${a}: ${b}\n- ${b}: ${a}`),
);
const body = fc.array(block, { maxLength: 7 }).map((blocks) => blocks.join('\n'));

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 5, arbitrary: word },
    fc.constantFrom<unknown>(
      null,
      true,
      4,
      4.5,
      '4/5',
      '',
      [],
      {},
      'film',
      'flim',
      '2025-06-06',
      '\u0000',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('map'),
  ),
  map: fc.dictionary(key, tie('value'), { maxKeys: 6 }),
}));
const exported = fc.tuple(keys, body).map(([head, text]) => {
  const { review } = readReview(`---\n${head}\n---\n${text}`, { format: 'markdown' });
  return JSON.stringify({ schemaVersion: 1, ...review });
});

const plainKey = fc.constantFrom(
  'Movie',
  'stars',
  'by',
  'pubDate',
  'genre',
  'foo',
  'summary',
  'year',
  'lang',
  'auhtor',
  'note',
);
/** Reviews that nothing is wrong with and that are not in canonical form. */
const plain = fc
  .tuple(
    fc.uniqueArray(
      fc.tuple(plainKey, word).map(([name, each]) => {
        if (name === 'stars') return 'stars: 4/5';
        if (name === 'note') return `note: ${each}: ${each}`;
        if (name === 'pubDate') return 'pubDate: 6 June 2025';
        if (name === 'year') return 'year: 1999';
        return name === 'lang' ? 'lang: en' : `${name}: ${each}`;
      }),
      { minLength: 2, maxLength: 6, selector: (line) => line.split(':')[0] },
    ),
    fc.array(
      word.map((each) => `${each}\n-----\n\ntext ${each}`),
      { maxLength: 3 },
    ),
  )
  .map(([lines, sections]) => `---\n${lines.join('\n')}\n---\n\n${sections.join('\n\n')}\n`);

const real = fc.oneof(
  { weight: 12, arbitrary: plain },
  fc.tuple(keys, body).map(([head, text]) => `---\n${head}\n---\n${text}`),
  fc.tuple(keys, body).map(([head, text]) => `\n\n---\n${head}\n...\n\n${text}`),
  fc.tuple(keys, body).map(([head, text]) => `${head}\n\n${text}`),
  fc
    .tuple(word, word, body)
    .map(([a, b, text]) => `+++\ntitle = "${a}"\nfoo = "${b}"\n+++\n${text}`),
  fc.tuple(json.map, body).map(([head, text]) => `${JSON.stringify(head, null, 2)}\n\n${text}`),
  keys,
  fc.array(keys, { minLength: 2, maxLength: 3 }).map((all) => all.join('\n---\n')),
  fc
    .array(keys, { maxLength: 3 })
    .map((all) => all.map((each) => `- ${each.replaceAll('\n', '\n  ')}`).join('\n')),
  fc
    .array(keys, { maxLength: 3 })
    .map(
      (all) => `---\n${all.map((each) => `- ${each.replaceAll('\n', '\n  ')}`).join('\n')}\n---\n`,
    ),
  json.map.map((each) => JSON.stringify(each)),
  fc.array(json.map, { maxLength: 3 }).map((each) => JSON.stringify(each, null, 1)),
  fc
    .array(json.map, { maxLength: 3 })
    .map((all) => all.map((each) => JSON.stringify(each)).join('\n')),
  exported,
  exported.map((each) => each.replace('{', '{"schema": "w99k", ')),
  body,
  fc.tuple(word, word).map(([a, b]) => `title,rating\n${a},4/5\n${b},3/5\n`),
);

/** A slice taken out, doubled or put elsewhere; line ends and a byte order mark. */
export const mutated = fc
  .tuple(
    real,
    fc.array(fc.tuple(fc.constantFrom('cut', 'double', 'move', 'put'), fc.nat(), fc.nat(60)), {
      maxLength: 2,
    }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.constantFrom('', '', '', '\uFEFF'),
  )
  .map(([text, changes, eol, mark]) => {
    let now = text;
    for (const [what, at, length] of changes) {
      const from = now.length === 0 ? 0 : at % now.length;
      const slice = now.slice(from, from + length);
      const rest = now.slice(0, from) + now.slice(from + length);
      if (what === 'cut') now = rest;
      else if (what === 'double') now = now.slice(0, from) + slice + now.slice(from);
      else if (what === 'move') now = slice + rest;
      else now = `${now.slice(0, from)}\n---\n${now.slice(from)}`;
    }
    return mark + now.replaceAll('\n', eol);
  });
/** Names of files in every notation, and of some that are never reviews. */
export const name = fc.constantFrom(
  ...[
    'a.md',
    'a.md',
    'a.txt',
    'a.json',
    'a.json',
    'a.jsonl',
    'a.yaml',
    'a.yaml',
    'a.csv',
    'a.toml',
  ],
  ...['package.json', '_config.yml', 'README.md'],
);

const words = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [each] of text.matchAll(/w\d+k/g)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
};

/** A key that stands twice with the same value goes once; all other words stay. */
export function expectKept(before: string, after: string, mayDrop: boolean): void {
  const now = words(after);
  for (const [each, count] of words(before))
    expect(now.get(each) ?? 0, each).toBeGreaterThanOrEqual(mayDrop ? 1 : count);
}

export function expectSame(before: string, after: string, path: string): void {
  const [one, other] = [before, after].map((text) => readReview(text, { path }));
  if (one === undefined || other === undefined) return;
  expect(other.format).toBe(one.format);
  expect(other.records).toBe(one.records);
  expect(meaningOf(other.review)).toBe(meaningOf(one.review));
  expect(layoutOf(other.review)).toBe(layoutOf(one.review));
}
