import { describe, expect, test } from 'vitest';
import { topFields, withoutWikiMarks } from '../../src/data/inline-fields.ts';
import { readReview } from '../../src/readers/formats.ts';
import { tidy } from '../../src/tidy/tidy.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';

const read = (source: string) => readReview(source, { path: 'notes/two coats.md' }).review;

describe('fields at the top of a text', () => {
  test.each([
    ['lines', 'category:: [[Movies]]\ndirector:: [[Ann]], [[x/Ben|Bo]]\nrating:: 8/10\n\nText.\n'],
    ['bold lines', '**Director**:: Ann, Bo\n**rating:** x\n'],
    ['bullets', '- director:: Ann\n  rating:: 8/10\n- Text.\n'],
    ['a heading, then lines', '# Two Coats\n\ndirector:: Ann\nrating:: 8/10\n\nText.\n'],
    ['no blank behind the colons', 'director::[[Ann]]\nrating::8/10\n\nText.\n'],
    ['under a line of tags', '#movie #2010s\n\ndirector:: Ann\n\nText.\n'],
    ['a line of parts', 'Director: [[Ann]] | Year: [[2010s|2016]] | 1h 59min\n\nText.\n'],
    ['a line of parts with dots', 'Director: Ann · Rating: 8/10\n\nText.\n'],
  ])('%s are fields and leave the text', (_, source) => {
    const review = read(source);
    expect(review.item.creators[0]?.name).toBe('Ann');
    expect(JSON.stringify(review.sections)).not.toMatch(/Director|director|::[^:]*Ann/);
  });

  test('a line of tags above them is tags, and one above a text is text', () => {
    expect(read('#movie #x/slow\n\ndirector:: Ann\n').tags).toEqual(['movie', 'x/slow']);
    expect(read('#movie #slow\n\nText.\n').tags).toEqual([]);
    expect(read('std::vector is a list.\n\nText.\n').extra).toEqual({});
    expect(read('status::open\n\nText.\n').extra).toEqual({});
  });

  test('their values are read as those of keys', () => {
    const review = read(
      'category:: [[Movies]]\ndirector:: [[Ann]], [[x/Ben|Bo]]\nyear:: 2016\nrating:: 8/10\nstatus:: seen\n\nText.\n',
    );
    expect(review.item).toMatchObject({
      kind: 'film',
      year: 2016,
      creators: [
        { role: 'director', name: 'Ann' },
        { role: 'director', name: 'Bo' },
      ],
    });
    expect(review.rating).toMatchObject({ value: 8, best: 10 });
    expect(review.extra.status).toBe('seen');
    expect(review.sections.map(({ body }) => body)).toEqual(['Text.']);
  });

  test('front matter weighs more, and a heading above them is the title', () => {
    const review = read(
      '---\nyear: 2016\n---\n\n# The **coats**\n\nyear:: 1999\nrating:: 4/5\n\nText.\n',
    );
    expect(review.item.year).toBe(2016);
    expect(review.title).toBe('The coats');
    expect(review.sections.map(({ body }) => body)).toEqual(['Text.']);
  });

  test.each([
    ['prose', 'A sentence:: that goes on.\n\nText.\n'],
    ['unknown keys alone', 'foo:: bar\nbaz:: qux\n\nText.\n'],
    ['one known part', '[[Noir]] | Director: Ann | and so on\n'],
    ['a long part', `[[Noir]] | Director: Ann | Rating: 4/5 ${'x'.repeat(90)}\n`],
    ['a table', '| Director | Rating |\n|---|---|\n| Ann | 4/5 |\n'],
    ['code', '    rating:: 4/5\n\n```\nrating:: 4/5\n```\n'],
    ['a line further down', 'Text.\n\nrating:: 4/5 was what I thought.\n'],
  ])('%s stays text', (_, source) => {
    const review = read(source);
    expect(review.sections.map(({ body }) => body).join('\n')).toContain(
      source.trim().split('\n')[0]?.trim(),
    );
  });

  test('the file keeps its bytes', () => {
    const source = '# Two Coats\n\n- director:: [[Ann]]\n  rating::   8/10\n\nText.\n';
    const { review } = readReview(source, { path: 'a.md' });
    expect(tidy(source, { path: 'a.md' })).toBe(source);
    const alone = readReview(source).review;
    expect(writeMarkdown(alone)).toBe(source);
    expect(review.rating).toMatchObject({ value: 8, best: 10 });
  });

  test('any text at all is looked at', () => {
    for (const source of ['', '#', '# ', '::', 'a::', '- ::', '|', '·', '[[', ':: | ::'])
      expect(() => topFields(source, 0, () => true)).not.toThrow();
  });
});

test.each([
  ['[[a]]', 'a'],
  ['[[a|b]]', 'b'],
  ['[[x/y/a]]', 'a'],
  ['[[a#b]], [[c]]', 'a, c'],
  ['[a](b)', '[a](b)'],
  ['[[', '[['],
])('%j without marks is %j', (text, plain) => {
  expect(withoutWikiMarks(text)).toBe(plain);
});

describe('ratings in the text', () => {
  const rated = (body: string) => read(`---\nfilm: A\n---\n\n${body}`);

  test.each([
    ['## Rating: ★★★☆☆\n\nGood.\n', 3, 5],
    ['## Nose\n\nPear.\n\n# Score: 6/10\n\n# Value: so-so\n', 6, 10],
    ['Text.\n\n### My rating: ★★★½\n\nMore.\n', 3.5, 5],
    ['## Rating: 4/5\n\na\n\n## Final score: 2/5\n\nb\n', 2, 5],
    ['8,6/10 Punkten\n\nText.\n', 8.6, 10],
    ['[[8 Punkte|8,6]]/10 Punkten\n\nText.\n', 8.6, 10],
    ['4 stars\n\nText.\n', 4, 5],
    ['3 étoiles\n\nText.\n', 3, 5],
  ])('%j', (body, value, best) => {
    expect(rated(body).rating).toMatchObject({ value, best });
  });

  test.each([
    '## Rating: 6\n\nText.\n',
    '```\n## Rating: 4/5\n```\n\nText.\n',
    '<!--\n## Rating: 4/5\n-->\n\nText.\n',
    '## 4/5 of the way\n\nText.\n',
    '12 songs\n\nText.\n',
    '3 stars of the show sing.\n\nText.\n',
    '## The score: by Zimmer\n\nText.\n',
  ])('%j is none', (body) => {
    expect(rated(body).rating).toBeNull();
  });

  test('a heading with a role rates a part', () => {
    const review = rated(
      '## Graphics: 6/10\n\na\n\n## Sound – 8/10\n\nb\n\n## Rating: 7/10\n\nc\n',
    );
    expect(review.scores.map(({ aspect, value }) => [aspect, value])).toEqual([
      ['Graphics', 6],
      ['Sound', 8],
    ]);
    expect(review.rating).toMatchObject({ value: 7, best: 10 });
  });
});
