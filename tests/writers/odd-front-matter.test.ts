import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';
import { writeFormats } from '../../src/writers/formats.ts';

/** Keys of every field, some more than others in many spellings, and some that nobody knows. */
const keys = [
  ...['film', 'book', 'item', 'title', 'kind', 'type', 'year', 'released', 'director', 'author'],
  ...['critic', 'rating', 'stars', 'score', 'scores', 'best', 'worst', 'scale', 'recommended'],
  ...[
    'summary',
    'pros',
    'cons',
    'date',
    'updated',
    'watched',
    'started',
    'rewatch',
    'venue',
    'with',
  ],
  ...[
    'tags',
    'lang',
    'draft',
    'spoilers',
    'url',
    'image',
    'isbn',
    'ids',
    'imdb',
    'details',
    'pages',
  ],
  ...['body', 'sections', 'review', 'extra', 'creators', 'cast', 'series', 'status', 'verdict'],
  ...['phone', 'note', 'Camera Body', 'layout', 'aliases', 'foo.bar', 'x/y', 'überschrift'],
];

const scalars = [
  ...[
    '0xF',
    '1e3',
    '012',
    '~',
    'null',
    'true',
    'no',
    '.5',
    '5.',
    '+1',
    '1_000',
    '0o7',
    '-0',
    '.inf',
    '.nan',
  ],
  ...[
    '2024-01-02',
    '2024-13-45',
    '2024',
    '4/5',
    '8',
    '★★★',
    '85%',
    'B+',
    'loved it',
    '5/4',
    '1-5',
    '"quoted"',
  ],
  ...[
    "'single'",
    '""',
    "''",
    'Heat',
    '"a: b"',
    '"# no comment"',
    '"- x"',
    '"\\u00a0b"',
    '"a  b"',
    '"c\\td"',
  ],
  ...[
    '"\\u200bz\\u200e"',
    '"l1\\nl2"',
    '"p1\\n\\np2"',
    '[REC]',
    '"[link](https://ex.org)"',
    '"[[wiki|W]]"',
    '**b**',
  ],
  ...[
    '"||hid||"',
    '"%%x%%"',
    '"a, b"',
    'https://ex.org/a',
    'film',
    'yes',
    '"@x"',
    '"*"',
    '"true"',
    '"012"',
    '"1e3"',
  ],
];

const scalar = fc.constantFrom(...scalars);
const inner: fc.Arbitrary<string> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3, depthIdentifier: 'odd' }, scalar, tie('list'), tie('map')),
  list: fc
    .array(tie('value') as fc.Arbitrary<string>, { maxLength: 3 })
    .map((items) => `[${items.join(', ')}]`),
  map: fc
    .array(
      fc.tuple(
        fc.constantFrom(...['name', 'value', 'best', 'a b', '""', 'date', 'note', 'url', 'x']),
        tie('value') as fc.Arbitrary<string>,
      ),
      {
        maxLength: 3,
      },
    )
    .map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`),
})).value as fc.Arbitrary<string>;

const lines = fc.array(
  fc.constantFrom('text', '', '- a', '> q', '  deep', '1. x', 'b  c', '#h', 'a: b'),
  { minLength: 1, maxLength: 5 },
);
const block = fc.oneof(
  lines.map((each) => `|\n${each.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}`),
  lines.map((each) => `>-\n${each.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}`),
  fc
    .array(scalar, { minLength: 1, maxLength: 3 })
    .map((items) => `\n${items.map((item) => `  - ${item}`).join('\n')}`),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('name', 'aspect', 'acting', 'value', 'overall', 'best', 'date', 'role'),
        scalar,
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((pairs) => `\n${pairs.map(([key, value]) => `  ${key}: ${value}`).join('\n')}`),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('name', 'aspect', 'acting'),
        scalar,
        fc.constantFrom('value', 'rating', 'url', 'foo'),
        scalar,
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((rows) => `\n${rows.map(([a, x, b, y]) => `  - ${a}: ${x}\n    ${b}: ${y}`).join('\n')}`),
);

const entry = fc
  .tuple(
    fc.constantFrom(...keys),
    fc.oneof({ weight: 4, arbitrary: inner }, { weight: 2, arbitrary: block }),
  )
  .map(([key, value]) => `${key}:${value.startsWith('\n') ? '' : ' '}${value}`);

const bodies = fc.constantFrom(
  'Text.\n',
  '',
  '## A\u00A0B\n\nx\u200By\n\n## C  D\n\nz\u2028w\n',
  'Intro.\n\n## E\tF\n\n- a\n- b\n\n4/5\n',
  '# Title ★★★\n\nText.\n\n## Verdict\n\nGood.\n\nRating: 7/10\n',
  '## ||He dies||\n\ntext\n\n## Spoilers\n\nx\n',
);

const texts = fc
  .tuple(
    fc.uniqueArray(entry, { minLength: 1, maxLength: 6, selector: (line) => line.split(':')[0] }),
    bodies,
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([entries, body, eol]) =>
    `---\n${entries.join('\n')}\n---\n\n${body}`.replaceAll('\n', eol),
  );

/** A review without what says where things stood. */
function withoutRanges(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRanges);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'range')
      .map(([key, each]) => [key, withoutRanges(each)]),
  );
}

async function there(review: Review, format: string, canonical: boolean): Promise<Review> {
  const found = writeFormats.find(({ name }) => name === format);
  if (found === undefined) throw new Error(format);
  const write = await found.load();
  return readReview(write(review, { canonical } as never), { format }).review;
}

test.each(['markdown', 'yaml', 'json'])(
  'odd front matter is the same review after %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (text, canonical) => {
        const { review } = readReview(text, { format: 'markdown' });
        const back = await there(review, format, canonical);
        expect(withoutRanges(back)).toEqual(withoutRanges(review));
      }),
      { numRuns: 600 },
    );
  },
  60_000,
);
