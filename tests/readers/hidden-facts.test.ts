import { describe, expect, test } from 'vitest';
import { readFile, readReview } from '../../src/readers/formats.ts';

const head = '---\nfilm: Heat\n---\n\n';

/** Texts in which a rating stands hidden, the same words elsewhere in the open. */
const unrated: readonly (readonly [name: string, text: string])[] = [
  ['a fence that is open', 'I would say Rating: 1/5 is harsh.\n\n:::spoiler\n\nRating: 1/5'],
  ['a comment', 'Some say Rating: 1/5\nand err.\n\n<!--\nRating: 1/5\n'],
  ['a spoilers section', 'Not a Rating: 1/5, no.\n\n## Spoilers\n\nHe dies.\n\nRating: 1/5'],
  [
    'a spoilers section that is underlined',
    'Calm.\n\nThe end (spoilers)\n---\n\nHe dies.\n\nRating: 1/5',
  ],
  ['a section within one', 'Calm.\n\n## Spoilers\n\n### More\n\nRating: 1/5'],
  ['a heading within one', 'Calm.\n\n## Spoilers\n\n### Rating: 1/5\n\nx'],
  ['details', 'Rating: 1/5? No.\n\n<details>\n\nRating: 1/5'],
  ['a callout', 'Rating: 1/5? No.\n\n> [!spoiler]\n> Rating: 1/5'],
  ['an item', 'Rating: 1/5? No.\n\n- a\n  - b\n\n    :::spoiler\n\n    Rating: 1/5'],
  ['an item, said twice', '- Rating: 1/5? No.\n\n  :::spoiler\n\n  Rating: 1/5'],
  ['code in an item', '- Rating: 1/5? No.\n\n      Rating: 1/5'],
  ['code by indentation', 'Rating: 1/5? No.\n\n    Rating: 1/5'],
  ['a fence of code', 'Rating: 1/5? No.\n\n```\nRating: 1/5'],
  ['bars over lines', 'Rating: 1/5? No.\n\na ||b\nRating: 1/5\nc||\n'],
  ['the introduction', 'a >!b\nRating: 1/5\nc!< d\n\n## Style\n\nThey say Rating: 1/5.'],
];

describe('a rating that is hidden is none', () => {
  test.each(unrated)('%s', (_, text) => {
    const { review } = readReview(head + text, { format: 'markdown' });
    expect([review.rating, review.ratingText, review.scores]).toEqual([null, undefined, []]);
  });

  test('in sections of YAML', () => {
    const yaml =
      'film: Heat\nsections:\n  Style: Calm.\n  Spoilers: |\n    He dies.\n\n    Rating: 1/5\n';
    expect(readReview(yaml, { path: 'a.yaml' }).review.rating).toBeNull();
    const seen = yaml.replace('Spoilers', 'Verdict');
    expect(readReview(seen, { path: 'a.yaml' }).review.rating?.value).toBe(1);
  });
});

const rated: readonly (readonly [name: string, text: string])[] = [
  ['after a spoiler', 'a ||b|| c\n\n:::spoiler\nRating: 1/5\n:::\n\nRating: 4/5'],
  ['in an item', ':::spoiler\nx\n:::\n\n- a\n- Rating: 4/5'],
  ['in a quote', 'a >!x!<\n\n> Rating: 4/5'],
  ['after a spoilers section', '## Spoilers\n\nx\n\nRating: 1/5\n\n## Verdict\n\nRating: 4/5'],
  ['below a title that warns', '# Heat (spoilers)\n\nx\n\nRating: 4/5'],
  ['in a heading', '||x||\n\n## Rating: 4/5\n\nGood.'],
];

test.each(rated)('a rating that is seen is one: %s', (_, text) => {
  expect(readReview(text, { format: 'markdown' }).review.rating?.value).toBe(4);
});

test('a line of marks in plain text hides nothing', () => {
  const text = 'Heat\n~~~~\n\nCalm and long.\n\nRating: 4/5\n';
  expect(readReview(text, { path: 'a.txt' }).review.rating?.value).toBe(4);
});

describe('what is hidden is not cut, and is no fact', () => {
  const { review } = readReview(
    [
      '---',
      'title: "Review: Heat >!by Mann (1995)!< 4/5"',
      'tags: calm, ||slow, sad|| end, sea',
      'actor: "Ann ||and, Bob||, Cy"',
      'pros: "a >!b\\n- c!< d"',
      'scores: ["acting ||as Kim: 2/5||: 4/5"]',
      'category: "||book||"',
      '"||year||": 1990',
      '---',
      'Text.',
    ].join('\n'),
    { format: 'markdown' },
  );

  test('in fields', () => {
    expect(review.item.name).toBe('Heat >!by Mann (1995)!<');
    expect(review.item.year).toBeUndefined();
    expect(review.item.kind).toBeUndefined();
    expect(review.rating?.value).toBe(4);
    expect(review.tags).toEqual(['calm', '||slow, sad|| end', 'sea']);
    expect(review.item.creators.map(({ name }) => name)).toEqual(['Ann ||and, Bob||', 'Cy']);
    expect(review.pros).toEqual(['a >!b - c!< d']);
    expect(review.scores.map(({ aspect, value }) => [aspect, value])).toEqual([
      ['acting ||as Kim: 2/5||', 4],
    ]);
    expect(review.extra).toMatchObject({ '||year||': 1990 });
  });

  test('in headings of many', () => {
    const text =
      '# Films\n\n## Ran ||by Kurosawa (1985)|| 4/5\n\nx\n\n## Ikiru by Akira (1952) <!-- c --> 5/5\n\ny\n';
    const { records } = readFile(text, { format: 'markdown' });
    expect(records.map(({ key, review: { item } }) => [key, item.name, item.year])).toEqual([
      ['ran', 'Ran ||by Kurosawa (1985)||', undefined],
      ['ikiru', 'Ikiru', undefined],
    ]);
  });

  test('a spoilers section is no review of many, and a table in it holds none', () => {
    const headings = '# Films\n\n## Ran 4/5\n\nx\n\n## Spoilers 5/5\n\ny\n';
    expect(readFile(headings, { format: 'markdown' }).records).toHaveLength(1);
    const rows = '## Spoilers\n\n| film | rating |\n|---|---|\n| Ran | 4/5 |\n| Heat | 3/5 |\n';
    expect(readFile(`Calm.\n\n${rows}`, { format: 'markdown' }).records).toHaveLength(1);
  });
});
