import { describe, expect, test } from 'vitest';
import {
  lineOf,
  mayHold,
  type SearchDocument,
  search,
  searchTerms,
} from '../../src/library/search.ts';
import { fold } from '../../src/text/fold.ts';

const part = (id: string, title: string, text: string) => ({
  section: { id, number: '1', title },
  text,
});
const document = (id: string, ...parts: SearchDocument['parts']): SearchDocument => ({
  id,
  title: id.toUpperCase(),
  file: `${id}.md`,
  parts: [{ section: null, text: `The card of ${id}` }, ...parts],
});

const documents = [
  document(
    'heat',
    part('pace', 'Pace', 'A slow burn, then a heist.'),
    part(
      'end',
      'The end',
      'No more heist talk, and a long chase by the sea, by the sea, by the sea.',
    ),
  ),
  document(
    'tea',
    part('heist', 'The heist', 'None.'),
    part('notes', 'Notes', 'Notice the price of café crème.'),
  ),
  document('ran', part('story', '物語', '黒澤明の映画である。')),
];

const found = (...words: string[]) =>
  search(documents, searchTerms(words)).map(({ id, section }) => `${id}#${section?.id ?? ''}`);

describe('search', () => {
  test.each([
    [['heist'], ['tea#heist', 'heat#pace', 'heat#end']],
    [
      ['HEIST', 'slow'],
      ['heat#pace', 'heat#end'],
    ],
    [['slow burn'], ['heat#pace']],
    [['burn slow'], []],
    [['cafe'], ['tea#notes']],
    [['CREME'], ['tea#notes']],
    // The start of a word is enough, its middle is not.
    [['hei'], ['tea#heist', 'heat#pace', 'heat#end']],
    [['ice'], []],
    [['映画'], ['ran#story']],
    [['heist', 'nowhere'], []],
    [['card of ran'], ['ran#']],
  ])('%j', (words, hits) => {
    expect(found(...words)).toEqual(hits);
  });

  test('of nothing is nothing', () => {
    expect(search([], ['x'])).toEqual([]);
    expect(searchTerms(['', '  ', 'A  B'])).toEqual(['a b']);
  });
});

test('mayHold looks for words, however they are spaced', () => {
  expect(mayHold('A slow\n  burn', ['slow burn'])).toBe(true);
  expect(mayHold('A slow', ['slow burn'])).toBe(false);
});

test('lineOf counts from 1, from the section on', () => {
  expect(lineOf('heat\r\nx\ry\nHeat again', 2, ['heat'])).toBe(4);
  expect(lineOf('heat\nx', 2, ['heat'])).toBe(2);
});

test.each([
  ['Crème Brûlée', 'creme brulee'],
  ['ＡＢＣ', 'abc'],
  ['ﬁlm', 'film'],
  ['Straße', 'strasse'],
  ['한국', '한국'],
  ['cho\u00adreo\u00adgraphy', 'choreography'],
  ['می\u200cخواهم', 'میخواهم'],
  ['zero\u200bwidth\u2060 \ufeffmarks', 'zerowidth marks'],
  ['Œuvre', 'oeuvre'],
  ['Æsir', 'aesir'],
  ['Bjørk', 'bjork'],
  ['ŁÓDŹ', 'lodz'],
  ['Topkapı İstanbul', 'topkapi istanbul'],
  ['Þórður', 'thordur'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['don’t “well‑known” 1–2', 'don\'t "well-known" 1-2'],
])('fold %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});

// Where a word is found is looked up in the folded letters, each of which knows the one it came from.
test('a text is folded letter by letter', () => {
  const text = 'Æsir Łódź cho\u00adreo ΟΔΟΣ İstanbul ﬁn “x”';
  expect(Array.from(text, fold).join('')).toBe(fold(text));
});
