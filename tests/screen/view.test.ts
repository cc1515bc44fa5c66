import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameOf } from '../../src/screen/drawing/paint.ts';
import { looksOf } from '../../src/screen/outside/looks.ts';
import { step } from '../../src/screen/steps/step.ts';
import { pictureOf } from '../../src/screen/view.ts';
import { displayWidth } from '../../src/text/width.ts';
import { root } from '../cli/run.ts';
import { footer, libraryState, pressed, settled, shown, stateOf } from './states.ts';

const naughty: readonly string[] = JSON.parse(
  readFileSync(join(root, 'tests/fixtures/naughty-strings.json'), 'utf8'),
);
const steering = [
  '\u001B[2J\u001B[31m',
  '\u202Ertl',
  '\u0007',
  'a\u0300'.repeat(40),
  '👩‍👩‍👧‍👦'.repeat(9),
  '語'.repeat(50),
];
const hostile = `---
title: ${JSON.stringify(steering.join(' '))}
author: ${JSON.stringify(naughty.slice(100, 110).join(' '))}
---
${steering.join(' ')} [${steering[0]}](x${steering[5]}) text[^1]

[^1]: ${steering.join('')}

${naughty
  .slice(0, 25)
  .map((text) => `## ${text}\n\n${text}\n`)
  .join('\n')}
`;

const screens: readonly (readonly [name: string, keys: string])[] = [
  ['page', ''],
  ['found', '/a<Enter>n'],
  ['a prompt', '/語語語語語語語語語語語語語語語語'],
  ['a link', '<Tab>'],
  ['a note', '<Tab><Tab><Enter>'],
  ['links', 'o'],
  ['contents', 'c'],
  ['a section by name', 'sa'],
  ['help', '?'],
  ['spoilers', 'x5'],
];

test.each(screens)('no row is wider than the screen, whatever is in it: %s', (_, keys) => {
  const start = pressed(stateOf(hostile, 60, 9), keys);
  for (const columns of [
    1, 2, 3, 5, 8, 13, 19, 20, 21, 30, 59, 60, 61, 79, 99, 100, 101, 137, 200,
  ]) {
    const size = { columns, rows: columns % 7 === 0 ? 3 : 9 };
    const state = settled(step(start, { kind: 'size', size }).state);
    const { rows, cursor } = pictureOf(state);
    expect(rows).toHaveLength(size.rows);
    for (const row of rows) {
      const text = row.map((each) => each.text).join('');
      expect(displayWidth(text), `${columns}: ${text}`).toBeLessThanOrEqual(columns);
    }
    if (cursor !== null) expect(cursor.column).toBeLessThan(columns);
  }
});

test('every width from 1 to 200, page and library', () => {
  const page = stateOf(hostile, 200, 12);
  const library = libraryState(200, 12);
  for (let columns = 1; columns <= 200; columns++)
    for (const start of [page, library]) {
      const state = step(start, { kind: 'size', size: { columns, rows: 12 } }).state;
      for (const row of pictureOf(state).rows)
        expect(row.reduce((sum, { text }) => sum + displayWidth(text), 0)).toBeLessThanOrEqual(
          columns,
        );
    }
});

test('nothing but our own styles steers the terminal', () => {
  const state = pressed(stateOf(hostile, 80, 24), '/a<Enter>');
  const { rows } = frameOf(pictureOf(state), 80, looksOf(3, 'dark').painter(1, null));
  const own = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');
  for (const { parts } of rows)
    expect(parts.join('').replace(own, '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
});

test('without colours, what is found and where one is can still be seen', () => {
  const state = pressed(stateOf('one two one', 80, 5), '/one<Enter>');
  const { rows } = frameOf(pictureOf(state), 80, looksOf(0, undefined).painter(0, null));
  const text = rows.flatMap((row) => row.parts).join('\n');
  expect(text).toContain('\u001B[1;4;7mone');
  expect(text).toContain('\u001B[7mone');
  expect(text).not.toMatch(/\[[\d;]*(?:3[0-8]|9[0-7])m/);
});

test('the footer gives way from the right', () => {
  const review = `---\ntitle: A title of some length\n---\n${'words '.repeat(900)}\n\n## Weaknesses\n\nw\n`;
  const at = (columns: number): string => footer(stateOf(review, columns, 10));
  expect(at(70)).toMatch(/^A title of some length › Introduction|^A title of some length/);
  expect(at(70)).toMatch(/\d+% · 4 min left · \? help$/);
  expect(at(42)).toMatch(/^A title of some length +\d+% · 4 min left$/);
  expect(at(30)).toMatch(/^A title of some length +\d+%$/);
  expect(at(20)).toMatch(/^A title of some… +\d+%$/);
});

test('contents: beside the page from 100 columns, the section at hand marked and bold', () => {
  const review = `## One\n\none\n\n## Two\n\ntwo\n`;
  expect(shown(stateOf(review, 99))[0]).not.toContain('│');
  const state = pressed(stateOf(review, 100), '2');
  expect(shown(state)[0]).toMatch(/^ 1 {2}One │ Two$/);
  const [, row] = pictureOf(state).rows;
  expect(row?.[0]).toMatchObject({ text: '▶2  Two', look: 'strong' });
});
