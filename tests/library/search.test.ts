import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHold } from '../../src/library/search/look.ts';
import { matchParts, partsOf, type SearchPart } from '../../src/library/search/parts.ts';
import { lineOf } from '../../src/library/search/place.ts';
import { packStandings, rank } from '../../src/library/search/rank.ts';
import { searchTerms } from '../../src/library/search/terms.ts';
import { shownReview } from '../../src/markdown/redact/redact.ts';
import { readFile } from '../../src/readers/formats.ts';
import { fold } from '../../src/text/fold.ts';
import { indexWords, wordRow } from '../../src/text/words.ts';

const part = (heading: string, text: string): SearchPart => ({ section: null, heading, text });
const card = (id: string) => part(`The card of ${id}`, `The card of ${id}`);

const documents: Readonly<Record<string, readonly SearchPart[]>> = {
  heat: [
    card('heat'),
    part('Pace', 'A slow burn, then a heist.'),
    part(
      'The end',
      'No more heist talk, and a long chase by the sea, by the sea, by the sea. Written in c++.',
    ),
  ],
  tea: [card('tea'), part('The heist', 'None.'), part('Notes', 'Notice the price of café crème.')],
  ran: [card('ran'), part('物語', '黒澤明の映画である。 ★★★')],
};

const search = (words: readonly string[], limit = 99) => {
  const terms = searchTerms(words);
  const names = Object.keys(documents);
  const found = names.flatMap((name, review) =>
    matchParts(documents[name] ?? [], terms).map(({ part: at, lengthStep, standings }) => ({
      review,
      part: at,
      lengthStep,
      standings: packStandings(standings),
    })),
  );
  return rank(found, terms.length, limit).map(
    ({ review, part: at }) => `${names[review]}#${documents[names[review] ?? '']?.[at]?.heading}`,
  );
};

describe('search', () => {
  test.each([
    [['heist'], ['tea#The heist', 'heat#Pace', 'heat#The end']],
    [
      ['HEIST', 'slow'],
      ['heat#Pace', 'heat#The end'],
    ],
    [['slow burn'], ['heat#Pace']],
    // A phrase is words in a row, whatever stands between them.
    [['burn then'], ['heat#Pace']],
    [['slow-burn'], ['heat#Pace']],
    [['burn slow'], []],
    [['cafe'], ['tea#Notes']],
    [['CREME'], ['tea#Notes']],
    // The start of a word is enough, its middle is not.
    [['hei'], ['tea#The heist', 'heat#Pace', 'heat#The end']],
    [['ice'], []],
    [['映画'], ['ran#物語']],
    [['画'], ['ran#物語']],
    [['画映'], []],
    [['澤明の映'], ['ran#物語']],
    [['heist', 'nowhere'], []],
    [['card of ran'], ['ran#The card of ran']],
    // Signs that are no punctuation are looked for as they stand.
    [['c++'], ['heat#The end']],
    [['★★'], ['ran#物語']],
  ])('%j', (words, hits) => {
    expect(search(words)).toEqual(hits);
  });

  test('of many, the best', () => {
    expect(search(['heist'], 2)).toEqual(['tea#The heist', 'heat#Pace']);
  });

  test('of nothing is nothing', () => {
    expect(rank([], 1, 20)).toEqual([]);
    expect(searchTerms(['', '  ', 'A  B']).map(({ text }) => text)).toEqual(['a b']);
  });

  test('twelve terms are as good as ten', () => {
    const words = 'no more heist talk and a long chase by the sea written'.split(' ');
    expect(search(words)).toEqual(['heat#The end', 'heat#Pace', 'heat#The card of heat']);
  });
});

test.each([
  ['a slow-burn 4.5', ['a', 'slow', 'burn', '4', '5']],
  ['人々', ['人々', '々']],
  ['iphone版', ['iphone', '版']],
  ['東京 物語', ['東京', '京', '物語', '語']],
  ['x'.repeat(70), ['x'.repeat(64)]],
  ['ÿé', ['ÿé']],
])('the words of %j', (text, words) => {
  expect(indexWords(text)).toEqual(words);
});

test('a text is found where it stands', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab 東京物-'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (before, wanted, after) => {
      const row = wordRow(wanted);
      if (row === null) return;
      const whole = `${before} ${wanted}${after}`;
      const [match] = matchParts([part('', whole)], [{ text: wanted, row }]);
      expect(match, whole).toBeDefined();
    }),
  );
});

describe('the quick look', () => {
  const look = (source: string, path: string, ...words: string[]) =>
    mayHold(source, path, searchTerms(words));

  test('looks for words, however they are spaced, in the text and the path', () => {
    expect(look('A slow\n  burn', 'x.md', 'slow burn')).toBe(true);
    expect(look('A slow', 'x.md', 'slow burn')).toBe(false);
    expect(look('A slow', 'a/burn.md', 'slow burn')).toBe(true);
    expect(look('Words', 'x.md', 'film')).toBe(true);
  });

  test.each([
    'flame**thrower**',
    '[flame](x)thrower',
    'fl<b>amethrower</b>',
    '<i>flame</i>thrower',
    'fl&#97;methrower',
    'flame\\thrower',
    'flame\u00ADthrower',
    '==flame==thrower',
  ])('%j may show what does not stand there', (source) => {
    expect(look(source, 'x.md', 'flamethrower')).toBe(true);
  });

  const pieces = fc.constantFrom(
    ...['a', 'bc', 'd', ' ', '\n', '*', '**', '_', '`', '[', '](x)', '<b>', '</b>', '<!-- e -->'],
    ...['~~', '==', '[[', ']]', '|', '&amp;', '\\', '||', '[^1]', '\n\n[^1]: ', '- ', '# ', '> '],
    ...[
      '%%',
      '{{',
      '}}',
      '<br>',
      '$',
      '^',
      '!',
      '\n\n',
      '1. ',
      '<x@y.z>',
      'https://e.f/g',
      'é',
      '東',
      '京',
    ],
  );
  test('is sure when it says no', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (made) => {
        const source = `---\nfilm: Q\n---\n${made.join('')}`;
        const [record] = readFile(source, { path: 'x.md' }).records;
        const parts = partsOf(shownReview((record as NonNullable<typeof record>).review));
        const words = new Set(
          parts.flatMap(({ text, heading }) => indexWords(fold(`${text}\n${heading}`))),
        );
        for (const word of words)
          expect(mayHold(source, 'x.md', searchTerms([word])), word).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('lineOf counts from 1, from the section on', () => {
  expect(lineOf('heat\r\nx\ry\nHeat again', { line: 2, offset: 6 }, 99, ['heat'])).toBe(4);
  expect(lineOf('heat\nx', { line: 2, offset: 5 }, 99, ['heat'])).toBe(2);
  expect(lineOf('heat\nx\nslow heat\nheat slow', { line: 1, offset: 0 }, 99, ['heat slow'])).toBe(
    4,
  );
  expect(lineOf('x\nslow\nburn', { line: 1, offset: 0 }, 99, ['slow burn'])).toBe(2);
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
