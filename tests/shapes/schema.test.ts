import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../src/library/config/config-schema.ts';
import { readConfig } from '../../src/library/config/read-config.ts';
import { diagnosticKinds } from '../../src/model/diagnostic.ts';
import type { JsonMap } from '../../src/model/json.ts';
import { roles } from '../../src/model/roles.ts';
import { reviewSchema } from '../../src/shapes/review-schema.ts';
import { builtInSpellings } from '../../src/vocabulary/spelling-lookup.ts';
import { review, root } from '../cli/run.ts';
import { dialects } from '../readers/dialects.ts';

const ajv = new Ajv({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  allowMatchingProperties: true,
});
const isReview = ajv.compile(reviewSchema());
const isConfig = ajv.compile(configSchema());

function errors(validate: typeof isReview, value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The keys of a Markdown file or a YAML file, as an editor's YAML parser reads them. */
function keysOf(source: string): unknown {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(source);
  return parse(front?.[1] ?? source) as unknown;
}

test.each([
  ['review.schema.json', ''],
  ['review.config.schema.json', '--config'],
  ['review-user-config.schema.json', '--user'],
  ['review-export.schema.json', '--json'],
  ['section.schema.json', '--of section'],
  ['toc.schema.json', '--of toc'],
  ['list.schema.json', '--of list'],
  ['search.schema.json', '--of search'],
  ['stats.schema.json', '--of stats'],
  ['check.schema.json', '--of check'],
  ['import.schema.json', '--of import'],
])('schema/%s is what `review schema %s` prints', async (name, option) => {
  const ran = await review(`schema ${option}`.trim());
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  await expect(ran.stdout).toMatchFileSnapshot(join(root, 'schema', name));
  expect(JSON.parse(ran.stdout)).toHaveProperty(
    '$schema',
    'http://json-schema.org/draft-07/schema#',
  );
});

test.each([
  ['section', 'section weaknesses'],
  ['toc', 'toc ballerina'],
  ['list', 'list'],
  ['search', 'search water'],
  ['stats', 'stats'],
  ['export', 'export ballerina'],
])('what %s --json writes has the shape of its schema', async (command, line) => {
  const { stdout: schema } = await review(`schema --of ${command}`);
  const validate = new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(schema));
  const { stdout } = await review(`${line} --json`);
  const value = JSON.parse(stdout) as unknown;
  const each = Array.isArray(value) ? value : [value];
  expect(each.length).toBeGreaterThan(0);
  for (const one of each) expect(errors(validate, one)).toEqual([]);
});

test('one schema at a time', async () => {
  expect(await review('schema --of list --json')).toMatchObject({ status: 2, stdout: '' });
  expect(await review('schema --of nothing')).toMatchObject({ status: 2, stdout: '' });
  expect(await review('schema --config --json')).toMatchObject({ status: 2, stdout: '' });
});

describe('the schema of a review', () => {
  const schema = reviewSchema();

  test('has every spelling, as it is written in code and in any other way', () => {
    const { properties, patternProperties } = schema as {
      properties: JsonMap;
      patternProperties: JsonMap;
    };
    const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
    for (const [spelling] of builtInSpellings()) {
      expect(properties).toHaveProperty([spelling]);
      const words = spelling.replace(/(?=[A-Z])/g, '_');
      for (const key of [
        spelling,
        spelling.toUpperCase(),
        words.toLowerCase(),
        words.replaceAll('_', '-'),
        words.replaceAll('_', ' '),
        `:${spelling}`,
        `@${spelling}`,
      ])
        expect(
          patterns.filter((pattern) => pattern.test(key)),
          key,
        ).toHaveLength(1);
    }
  });

  test('describes every property', () => {
    for (const [key, property] of Object.entries(schema.properties as JsonMap))
      expect(property, key).toHaveProperty('description', expect.stringMatching(/^[A-Z].*\.$/));
  });

  const samples = (readdirSync(join(root, 'reviews'), { recursive: true }) as string[]).filter(
    (name) => /\.(?:md|ya?ml)$/.test(name) && !name.includes('config'),
  );

  test.each(samples)('holds of reviews/%s', (name) => {
    const source = readFileSync(join(root, 'reviews', name), 'utf8');
    if (/^---\n/.test(source) || name.endsWith('.yaml'))
      expect(errors(isReview, keysOf(source))).toEqual([]);
  });

  // A bare `***` is an alias to an editor.
  const yaml = dialects.filter(
    ({ source, path }) =>
      (source.startsWith('---\n') || path === 'review.yaml') && !/: \*/.test(source),
  );

  test.each(yaml)('holds of $name', ({ source }) => {
    expect(errors(isReview, keysOf(source))).toEqual([]);
  });

  test.each<[keys: object, path: string]>([
    [{ rating: { value: [4] } }, '/rating'],
    [{ rating: -1 }, '/rating'],
    [{ Release_Date: { day: 1 } }, '/Release_Date'],
    [{ draft: [true] }, '/draft'],
    [{ author: 7, tags: { a: 1 } }, '/tags'],
    [{ sections: [{ heading: 'A', role: 'nonsense' }] }, '/sections'],
    [{ title: ['REC'] }, '/title'],
    [{ isbn: [1] }, '/isbn'],
    [{ scores: { story: [1, { a: 1 }], sound: { value: { a: 1 } } } }, '/scores'],
  ])('does not hold of %j', (keys, path) => {
    expect(errors(isReview, keys).some((error) => error.startsWith(path))).toBe(true);
  });

  test.each([
    { foo: { any: ['thing'] }, 'x-y': null },
    { review: { rating: '4/5', 'release date': 1995 } },
    { film: { name: 'Heat', cast: ['A'] }, director: [{ name: 'B' }] },
    {
      sections: { weaknesses: 'x', strengths: ['a'], plot: { body: 'x', sections: { end: 'y' } } },
    },
    { rating: '★★★★☆', ratings: { food: 4, service: { value: 3, best: 5 } } },
    {
      title: 1917,
      year: '1917',
      isbn: '0375826696',
      draft: 'yes',
      thumbs: '👍',
      kind: 'Video Game',
    },
    { dateRead: ['2024-01-01', { date: '2025-01-01', repeat: true }], watched: true },
  ])('holds of %j', (keys) => {
    expect(errors(isReview, keys)).toEqual([]);
  });
});

describe('the schema of the configuration', () => {
  test.each<[config: string, valid: boolean]>([
    ['default: ballerina\nscale: 10\n', true],
    ['grades: {A: 1, B+: 87%, C: 0.5}\n', true],
    ['roles: {weaknesses: [gripes], verdict: so}\n', true],
    ['spellings: {rating: [punkte], item.name: werk, director: regie}\n', true],
    ['kinds: {books: book, films: film}\n', true],
    ['rules: {rating-missing: off, section-empty: error}\n', true],
    ['author: Ada Quill\nsite: {title: Late, baseUrl: https://example.org/a, lang: pt-BR}\n', true],
    ['include: [a/**]\nexclude: drafts\nmany: {"logs/*.md": true, a: false}\n', true],
    ['folders: {books: {kind: book, scale: 10, author: Ada, lang: en}, films: {}}\n', true],
    ['import: {Name: title, Stars: rating}\n', true],
    ['include:\nsite: {title: }\nauthor:\nfolders: {a: {kind: }}\n', true],
    ['site: {name: Late}\n', false],
    ['site: {baseUrl: example.org}\n', false],
    ['site: {lang: "in English"}\n', false],
    ['site: Late\n', false],
    ['author: [a]\n', false],
    ['include: {a: b}\n', false],
    ['many: {a: perhaps}\n', false],
    ['folders: {books: book}\n', false],
    ['folders: {books: {kind: sandwich}}\n', false],
    ['folders: {books: {kinds: book}}\n', false],
    ['import: {Name: [title]}\n', false],
    ['', true],
    ['scale: 0\n', false],
    ['scale: five\n', false],
    ['grades: {A: 2}\n', false],
    ['grades: [A]\n', false],
    ['roles: {nonsense: [x]}\n', false],
    ['roles: {verdict: {a: 1}}\n', false],
    ['spellings: {nonsense: [x]}\n', false],
    ['kinds: {books: sandwich}\n', false],
    ['rules: {nonsense: off}\n', false],
    ['rules: {rating-missing: loud}\n', false],
    ['scales: 5\n', false],
    ['- a\n', false],
  ])('%j', (config, valid) => {
    expect(errors(isConfig, parse(config)).length === 0).toBe(valid);
    expect(readConfig(config, 'review.config.yaml').diagnostics.length === 0).toBe(valid);
  });

  test('holds of the samples’ own', () => {
    const text = readFileSync(join(root, 'reviews/review.config.yaml'), 'utf8');
    expect(errors(isConfig, parse(text))).toEqual([]);
  });

  test('knows every role and every diagnostic', () => {
    const { properties } = configSchema() as {
      properties: Record<string, { propertyNames: { enum: string[] } }>;
    };
    expect(properties.roles?.propertyNames.enum).toEqual(roles);
    expect(properties.rules?.propertyNames.enum).toEqual(Object.keys(diagnosticKinds));
  });
});
