import { describe, expect, test } from 'vitest';
import { filterFields, readFilter } from '../../src/library/filter.ts';
import { entryOf } from '../../src/library/query.ts';
import { readReview } from '../../src/readers/formats.ts';

const entry = (id: string, front: string, body = 'Some words.') => {
  const read = readReview(`---\n${front}\n---\n${body}\n`, { format: 'markdown', sections: false });
  return entryOf({ ...read, review: { ...read.review, id }, file: `${id}.md` });
};

const entries = [
  entry(
    'films/heat',
    'film: Heat\ndirector: Michael Mann\nyear: 1995\nrating: 4/5\ndate: 2024-01-02\nauthor: Zoé\ntags: [crime, neo noir]',
  ),
  entry(
    'emma',
    'book: Emma\nyear: 1815\nrating: 9/10\ndate: 2023-12-31T10:00\nreviewer: Ada\nauthor: Jane Austen',
  ),
  entry(
    'm',
    'title: "Mission: Impossible"\nkind: film\nyear: 1996\nrating: 50%',
    'word '.repeat(9),
  ),
  entry('bare', 'title: Untold'),
];

const found = (...words: string[]): string => {
  const reading = readFilter(words);
  if ('problem' in reading) return reading.problem;
  return entries
    .filter(reading.filter)
    .map(({ id }) => id)
    .join(' ');
};

describe('words', () => {
  test.each([
    [[], 'films/heat emma m bare'],
    [['heat'], 'films/heat'],
    [['ZOE', 'crime'], 'films/heat'],
    [['zoé', 'emma'], ''],
    [['18'], 'emma'],
    [['film'], 'films/heat m'],
    [['mann'], 'films/heat'],
    // A colon alone makes no field.
    [['mission: imp'], 'm'],
    [['impossible:'], ''],
  ])('%j', (words, ids) => {
    expect(found(...words)).toBe(ids);
  });
});

describe('fields', () => {
  test.each([
    ['kind:movie', 'films/heat m'],
    ['type:Book', 'emma'],
    ['tag:Crime', 'films/heat'],
    ['tags:neo noir', 'films/heat'],
    ['tag:neo', ''],
    ['title:untold', 'bare'],
    ['item:heat', 'films/heat'],
    ['by:mann', 'films/heat'],
    ['critic:zoe', 'films/heat'],
    ['critic:ada', 'emma'],
    ['critic:jane', ''],
    ['author:jane', 'emma'],
    ['author:zoe', 'films/heat'],
    ['by:austen', 'emma'],
    ['id:films/', 'films/heat'],
    ['rating:4', 'films/heat'],
    ['stars:4..', 'films/heat emma'],
    ['rating:>=4', 'films/heat emma'],
    ['rating:>4', 'emma'],
    ['rating:>8/10', 'emma'],
    ['rating:★★★★', 'films/heat'],
    ['rating:..2.5', 'm'],
    ['rating:<50%', ''],
    ['rating:<=50%', 'm'],
    ['year:1995', 'films/heat'],
    ['year:1900..1999', 'films/heat m'],
    ['year:<1900', 'emma'],
    ['date:2024', 'films/heat'],
    ['date:2024-01', 'films/heat'],
    ['published:..2023', 'emma'],
    ['date:>2023', 'films/heat'],
    ['date:>=2023-12-31', 'films/heat emma'],
    ['date:<2024-01-02', 'emma'],
    ['words:>5', 'm'],
    ['WORDS:2..2', 'films/heat emma bare'],
    ['no:rating', 'bare'],
    ['no:date', 'm bare'],
    ['no:tag', 'emma m bare'],
    ['no:author', 'm bare'],
    ['no:kind', 'bare'],
    ['not:heat', 'emma m bare'],
    ['not:kind:film', 'emma bare'],
    ['not:no:rating', 'films/heat emma m'],
    ['not:not:heat', 'films/heat'],
  ])('%s', (word, ids) => {
    expect(found(word)).toBe(ids);
  });

  test('all must hold', () => {
    expect(found('kind:film', 'rating:3..', 'heat')).toBe('films/heat');
  });

  test.each([
    ['year:soon', "'year:soon': year: takes a year of release: `1999`, `1990..1999`, `>=2020`"],
    ['year:..', /^'year:\.\.': year: takes /],
    ['year:1..x', /year: takes /],
    ['rating:good', /rating: takes /],
    ['rating:', /rating: takes /],
    ['rating:>', /rating: takes /],
    ['date:yesterday', /date: takes /],
    ['kind:stone', /kind: takes what is reviewed/],
    ['not:year:x', /year: takes /],
    ['no:colour', /^'no:colour': there is no field 'colour' here; there is kind, tag, /],
  ])('%s is a problem', (word, problem) => {
    if (typeof problem === 'string') expect(found(word)).toBe(problem);
    else expect(found(word)).toMatch(problem);
  });

  test('each says what it takes', () => {
    for (const { name, takes } of filterFields) {
      expect(name).toMatch(/^[a-z]+$/);
      expect(takes).not.toBe('');
    }
  });
});
