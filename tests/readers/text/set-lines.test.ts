import { describe, expect, test } from 'vitest';
import { textReader } from '../../../src/readers/text.ts';

const words = 'Some words that stand here and make a sentence.';
const read = (source: string) => textReader.open(source, {}).one().review;
const bodyOf = (text: string) =>
  read(`Heat\n\n${words}\n\n${text}\n\n${words}\n`).sections[0]?.body;
const around = (body: string) => `${words}\n\n${body}\n\n${words}`;

describe('items and the lines that belong to them', () => {
  test.each([
    ['1. a\n   more of a\n2. b', '1. a\n   more of a\n2. b'],
    [
      '1) the first\n2) the last ten\n   minutes\n   of it',
      '1) the first\n2) the last ten\n   minutes\n   of it',
    ],
    ['- a point\n  that goes on\n- another', '- a point\n  that goes on\n- another'],
    ['• a point\n\tthat goes on\n• another', '- a point\n  that goes on\n- another'],
  ])('%j', (text, list) => {
    const { sections } = read(`Heat\n\n${words}\n\nThe Ugly\n${text}\n\nThe Bad\n${words}\n`);
    expect(sections.map(({ title, body }) => [title, body])).toEqual([
      ['Introduction', words],
      ['The Ugly', list],
      ['The Bad', words],
    ]);
  });

  test('a line at the margin is no part of an item', () => {
    expect(bodyOf('1. a\n2. b\nAnd so it goes on here.')).toBe(
      around('1. a\n2. b\n\nAnd so it goes on here.'),
    );
  });
});

describe('lines set by hand are kept as lines', () => {
  const verse = '    The rose is red,\n      the violet blue,\n    and so are you.';
  test('a verse', () => {
    expect(bodyOf(`It says:\n\n${verse}`)).toBe(
      around('It says:\n\n```\nThe rose is red,\n  the violet blue,\nand so are you.\n```'),
    );
  });

  test.each([
    ['cells that start together', 'Food       4/5\nService    3/5\nThe price  2/5'],
    ['cells that end together', 'Film       3\nBook      44\nAlbum    120'],
    ['three columns', 'Name      Kind   Stars\nHeat      film   4\nThe Pan   place  3'],
    ['tabs', 'Food\t4/5\nBill\t3/5'],
  ])('a table of %s', (_, table) => {
    const body = bodyOf(`We rate:\n\n${table}`) ?? '';
    expect(body).toContain('```');
    const code = /```\n([\s\S]*?)\n```/.exec(body)?.[1]?.split('\n');
    expect(code).toEqual(table.split('\n'));
  });

  test('what Markdown would take for a fence does not end it', () => {
    expect(bodyOf('It says:\n\n    ```\n    x ```` y')).toContain('`````\n```\nx ```` y\n`````');
  });

  test.each([
    ['a paragraph that hangs', `${words.slice(0, 30)}\n    and it goes on\n    and on here`],
    ['an indented first line', `    ${words} ${words} ${words}\n    ${words} ${words} ${words}`],
    ['two blanks behind a full stop', 'It is one.  It is two.\nIt was it.  It was so.'],
    ['keys', 'Director:   Ann\nYear:       1995'],
    ['one line', '    alone'],
    ['what is hidden', '    he ||dies||\n    in the end'],
    ['a hidden block', ':::spoiler\n    he dies\n    in the end :::\n:::'],
    ['points below their heading', 'The good\n    fast cars\n    loud music'],
  ])('%s is none', (_, text) => {
    expect(
      read(`Heat\n\n${words}\n\n${text}\n\n${words}\n`)
        .sections.map(({ body }) => body)
        .join(),
    ).not.toContain('```');
  });
});

describe('a signature', () => {
  test.each(['-- ', '--'])('%j is no part of the text, and the rating stands above it', (mark) => {
    const review = read(`Heat\n\n${words}\n\nStars: 4/5\n${mark}\nAda Quill\n`);
    expect(review.rating).toMatchObject({ value: 4, best: 5 });
    expect(review.author).toEqual([{ name: 'Ada Quill' }]);
    expect(review.sections.map(({ title, body }) => [title, body])).toEqual([
      ['Introduction', words],
    ]);
  });

  test('loses no line', () => {
    const review = read(
      `Heat\nBy Ben Hur\n\n${words}\n\n4/5\n-- \nAda Quill\nwrites from the sea\n`,
    );
    expect(review.author).toEqual([{ name: 'Ben Hur' }]);
    expect(review.rating?.value).toBe(4);
    expect(review.sections.at(-1)?.body).toContain('Ada Quill\nwrites from the sea');
    const other = read(`Heat\n\n${words}\n\n-- \nsent from the sea.\n`);
    expect(other.author).toEqual([]);
    expect(other.sections[0]?.body).toBe(`${words}\n\nsent from the sea.`);
  });

  test('is none when more than a few lines stand below', () => {
    const below = Array.from({ length: 9 }, (_, at) => `${words} ${at}`).join('\n');
    expect(read(`Heat\n\n${words}\n--\n${below}\n`).sections[0]?.body).toContain(`${words} 8`);
  });
});

test.each(['Cons:', 'The bad:', 'CONS :'])('%j is a heading without its colon', (line) => {
  const { sections } = read(`Heat\n\n${words}\n\n${line}\n\n${words}\n`);
  expect(sections[1]).toMatchObject({ title: line.replace(/\s*:$/, ''), role: 'weaknesses' });
});
