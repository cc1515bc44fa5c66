import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keymap } from '../../src/screen/keymap.ts';
import { step } from '../../src/screen/steps/step.ts';
import {
  acted,
  emptyState,
  footer,
  libraryState,
  pressed,
  settled,
  shown,
  stateOf,
  topRow,
} from './states.ts';

const lines = (count: number, word = 'word'): string =>
  Array.from({ length: count }, (_, at) => `${word} ${at}`).join('\n\n');

const review = `---
title: The Salt Road
rating: 4/5
---
An opening.

## One

${lines(30)}

## Weaknesses

Short.[^n] [A link](#one)

### Pace

Slow.

## Last

End.

[^n]: The note.
`;

const many = Array.from({ length: 12 }, (_, at) => `## Part ${at + 1}\n\n${lines(20)}\n`).join(
  '\n',
);

describe('scrolling', () => {
  const page = stateOf(review);
  test('lines, screens less one, halves, both ends', () => {
    expect(pressed(page, 'jj').page?.top).toBe(2);
    expect(pressed(page, ' ').page?.top).toBe(22);
    expect(pressed(page, ' b').page?.top).toBe(0);
    expect(pressed(page, 'd').page?.top).toBe(11);
    expect(pressed(page, 'du').page?.top).toBe(0);
    expect(pressed(page, '<Enter>').page?.top).toBe(1);
    const end = pressed(page, 'G');
    expect(shown(end).at(-2)).toBe('End.');
    expect(pressed(end, 'j<Down> f').page?.top).toBe(end.page?.top);
    expect(footer(end)).toContain('100%');
    expect(pressed(end, 'gk').page?.top).toBe(0);
  });

  test('a section that is jumped to stands in the top row, even the last', () => {
    const last = pressed(page, '3');
    expect(topRow(last)).toBe('Last');
    expect(
      shown(last)
        .slice(0, -1)
        .filter((row) => row !== ''),
    ).toEqual(['Last', '────', 'End.']);
    expect(topRow(pressed(last, 'j'))).toBe('Last');
    expect(topRow(pressed(last, 'k'))).toBe('');
    expect(acted(last, 'y').effects).toEqual([{ kind: 'copy' }]);
  });
});

describe('sections', () => {
  const page = stateOf(review);
  test('by number, at once; more digits refine it, any other key ends it', () => {
    const parts = stateOf(many);
    expect(topRow(pressed(parts, '1'))).toBe('Part 1');
    expect(topRow(pressed(parts, '12'))).toBe('Part 12');
    expect(topRow(pressed(parts, '1<Ctrl-X>2'))).toBe('Part 2');
    expect(topRow(pressed(parts, '13'))).toBe('Part 3');
    expect(topRow(pressed(page, '2.1'))).toBe('▸ Pace');
    expect(footer(pressed(page, '2.'))).toContain('section 2.');
    expect(topRow(pressed(page, '0'))).toBe('An opening.');
    expect(footer(pressed(page, '9'))).toContain('no section 9');
    expect(topRow(pressed(page, '29'))).toBe('Weaknesses');
    expect(topRow(pressed(page, '1j'))).toBe('───');
  });

  test('the next, the start of this one, the one before', () => {
    const one = pressed(page, ']]');
    expect(topRow(one)).toBe('One');
    expect(topRow(pressed(one, 'jj['))).toBe('One');
    expect(topRow(pressed(one, '['))).toBe('An opening.');
    expect(topRow(pressed(one, '[['))).toBe('The Salt Road');
    expect(footer(pressed(page, '3]'))).toContain('the last section');
  });

  test.each([
    ['cons', 'Weaknesses'],
    ['weak', 'Weaknesses'],
    ['2.1', '▸ Pace'],
    ['weaknesess', 'Weaknesses'],
  ])('by name: %s', (name, title) => {
    const typing = pressed(page, `s${name}`);
    expect(footer(typing)).toContain(`Section: ${name}`);
    expect(topRow(typing)).toMatch(/^▶/);
    expect(topRow(pressed(typing, '<Enter>'))).toBe(title);
  });

  test('by name: what is unknown, or could be several, is said; the arrows choose', () => {
    expect(footer(pressed(page, 's!!!<Enter>'))).toContain("no section '!!!'");
    const parts = stateOf(many);
    expect(footer(pressed(parts, 'spart 1'))).toContain('Section: part 1');
    expect(footer(pressed(parts, 'spart<Enter>'))).toContain("'part' could be Part 1, Part 2");
    expect(topRow(pressed(parts, 's<Down><Down><Enter>'))).toBe('Part 2');
    expect(pressed(parts, 'sx<Backspace><Backspace>').prompt).toBeNull();
  });
});

describe('search', () => {
  const page = stateOf(review);
  test('jumps while it is typed, Esc goes back, what is not there is said', () => {
    const typing = pressed(page, '/word 29');
    expect(shown(typing)).toContain('word 29');
    expect(footer(typing)).toBe('/word 29 1 found');
    expect(pressed(typing, '<Esc>').page?.top).toBe(0);
    expect(footer(pressed(page, '/nowhere<Enter>'))).toContain('not found: nowhere');
    expect(footer(pressed(page, '/word 2<Enter>'))).toMatch(/ 1\/11 /);
    expect(footer(pressed(page, 'n'))).toContain('nothing is searched for');
  });

  test('smart case, accents, the end of a line, characters of patterns', () => {
    const text = stateOf(`Café CAFE cafe.* (a|b)\n\n${'long words '.repeat(20)}end`, 30);
    const count = (words: string): number | undefined =>
      pressed(text, `/${words}`).page?.search?.hits.count;
    expect(count('cafe')).toBe(3);
    expect(count('café')).toBe(3);
    expect(count('Cafe')).toBe(1);
    expect(count('CAFE')).toBe(1);
    expect(count('.*')).toBe(1);
    expect(count('(a|b)')).toBe(1);
    expect(count('words long')).toBe(19);
    expect(count('words end')).toBe(1);
    expect(count(' ')).toBeUndefined();
  });

  test('text without spaces goes on in the next line', () => {
    const text = stateOf('日本語の長い文章です。'.repeat(10), 30);
    expect(pressed(text, '/長い文章').page?.search?.hits.count).toBe(10);
  });

  test('in a list that is long, hits are marked where they stand', () => {
    const found = pressed(page, '/word<Enter>');
    const row = shown(found).indexOf('word 0');
    expect(row).toBeGreaterThan(0);
  });
});

describe('what Esc takes back, one thing at a time', () => {
  test('on a page', () => {
    const busy = pressed(stateOf(review), '/short<Enter><Tab>');
    const unselected = pressed(busy, '<Esc>');
    expect(unselected.page).toMatchObject({ selected: null, search: { at: 0 } });
    const free = pressed(unselected, '<Esc>');
    expect(free.page?.search).toBeNull();
    expect(footer(pressed(free, '<Esc>'))).toContain('q quits');
  });

  test('in the library: the filter, then it says how to quit', () => {
    const library = pressed(libraryState(), '/film<Enter>');
    expect(library.shelf.shown).toHaveLength(1);
    const all = pressed(library, '<Esc>');
    expect(all.shelf.shown).toHaveLength(4);
    expect(footer(pressed(all, '<Esc>'))).toContain('q quits');
  });
});

describe('the library', () => {
  const library = libraryState();
  test('in the order of titles, then by what S says', () => {
    expect(shown(library)[0]).toMatch(/^▶ Ballerina: a waltz .* film +4\/5/);
    expect(footer(library)).toMatch(/^4 reviews · by title +\/ filter {2}S sort {2}\? help$/);
    const rated = pressed(library, 'gS');
    expect(footer(rated)).toContain('by rating');
    expect(rated.shelf.shown.map(({ entry }) => entry?.item.name)).toEqual([
      'Blue Train',
      'Lantern Deep',
      'Ballerina',
      'The Copper Pan',
    ]);
  });

  test('the filter is the query of list, while it is typed; Esc brings all back', () => {
    expect(footer(pressed(library, '/rating:4.5.. '))).toContain('1 of 4');
    expect(footer(pressed(library, '/kind:gam'))).toContain('kind:');
    expect(pressed(library, '/zzz<Esc>').shelf.shown).toHaveLength(4);
    expect(shown(pressed(library, '/zzz'))[0]).toContain('No review matches');
  });

  test('opens what is chosen', () => {
    for (const key of ['<Enter>', 'l', '<Right>'])
      expect(acted(library, `j${key}`).effects).toMatchObject([
        { kind: 'open', way: 'library', file: { id: 'albums/blue-train' } },
      ]);
    expect(acted(library, 'h<Left>').effects).toEqual([]);
  });

  test('before its files are read: ids, in their order; the choice stays at the top', () => {
    const rows = ['a', 'b'].map((id) => ({ file: { id, path: `/${id}.md` }, entry: null }));
    const unread = step(emptyState(), { kind: 'shelf', rows, read: 0, files: 2 }).state;
    expect(shown(unread).slice(0, 2)).toEqual(['▶ a', '  b']);
    expect(footer(unread)).toContain('reading 0/2');
  });
});

describe('links and notes', () => {
  const page = stateOf(review);
  test('selects in order, goes round, says where they lead', () => {
    expect(footer(pressed(page, '<Tab>'))).toContain('note 1');
    const link = pressed(page, '<Tab><Tab>');
    expect(footer(link)).toContain('#one');
    expect(acted(link, '<Enter>').effects).toEqual([
      { kind: 'follow', target: { kind: 'address', address: '#one' } },
    ]);
    expect(footer(pressed(link, '<Tab>'))).toContain('from the first link again');
    expect(footer(pressed(link, '<Shift-Tab>'))).toContain('note 1');
  });

  test('a note stands above the footer until any key', () => {
    const note = pressed(page, '<Tab><Enter>');
    expect(shown(note).at(-2)).toBe('[1] The note.');
    expect(shown(pressed(note, 'j')).at(-2)).not.toBe('[1] The note.');
    expect(acted(note, 'q').effects).toEqual([{ kind: 'end', status: 0 }]);
  });

  test('the list of them takes numbers', () => {
    expect(acted(page, 'o2<Enter>').effects).toMatchObject([{ kind: 'follow' }]);
    expect(shown(pressed(page, 'o'))[1]).toContain('A link  #one');
  });
});

describe('the place is kept', () => {
  const page = stateOf(`## A\n\n${'some words in a row '.repeat(60)}\n\n## B\n\nb`, 80, 10);
  test('through sizes and back, and in what is read again', () => {
    const down = pressed(page, 'jjjjjj');
    const words = topRow(down);
    let now = down;
    for (const columns of [40, 23, 120, 61, 80])
      now = settled(step(now, { kind: 'size', size: { columns, rows: 10 } }).state);
    expect(topRow(now)).toBe(words);
  });

  test('at a line of rules and at a blank one', () => {
    for (const keys of ['j', 'jj', 'Gk']) {
      const before = pressed(page, keys);
      const after = pressed(before, 'wwww');
      expect(after.page?.top).toBe(before.page?.top);
    }
  });
});

test('the number of a footnote with two digits is one of the list', () => {
  const page = stateOf(Array.from({ length: 12 }, (_, at) => `[l${at + 1}](p${at + 1})`).join(' '));
  expect(acted(page, 'o12<Enter>').effects).toEqual([
    { kind: 'follow', target: { kind: 'address', address: 'p12' } },
  ]);
});

const everyKey = [
  ...new Set(keymap.flatMap(({ keys }) => keys)),
  'a',
  'é',
  '語',
  'Left',
  'h',
  'Alt-x',
  'F1',
];

test('no keys in any order throw, and nothing is beyond its bounds', () => {
  const starts = [
    stateOf(review, 100),
    stateOf('', 30, 5),
    libraryState(120, 10),
    emptyState(20, 2),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      fc.array(fc.constantFrom(...everyKey), { maxLength: 25 }),
      (start, keys) => {
        let state = start;
        for (const key of keys) state = settled(step(state, { kind: 'key', key }).state);
        const { page, shelf } = state;
        if (page !== null && page.book.lines.length > 0)
          expect(page.book.lines[page.top]).toBeDefined();
        if (shelf.shown.length > 0) expect(shelf.shown[shelf.at]).toBeDefined();
        expect(shown(state).length).toBe(state.size.rows);
      },
    ),
    { numRuns: 150 },
  );
});
