import { expect, test } from 'vitest';
import { helpRows } from '../../src/screen/drawing/help.ts';
import { runsWidth } from '../../src/screen/drawing/runs.ts';
import { actionOf, type KeyScreen, keymap, shownKeys } from '../../src/screen/keymap.ts';

const screens: readonly KeyScreen[] = ['page', 'library', 'list', 'help'];

test.each(screens)('no key does two things: %s', (screen) => {
  const keys = keymap.filter(({ does }) => does[screen] !== undefined).flatMap(({ keys }) => keys);
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
});

test('h and ← do nothing on a page, l and → open in the library', () => {
  for (const key of ['h', 'Left', 'l', 'Right']) expect(actionOf(key, 'page')).toBeNull();
  for (const key of ['l', 'Right', 'Enter']) expect(actionOf(key, 'library')).toBe('enter');
});

test.each([20, 34, 60, 80, 120])('the help says every row, %i columns wide', (columns) => {
  const rows = helpRows(columns);
  const words = rows
    .map((row) => row.map(({ text }) => text).join(''))
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const binding of keymap) {
    expect(words).toContain(shownKeys(binding).join(' '));
    for (const does of Object.entries(binding.does)
      .filter(([screen]) => screen !== 'help')
      .map(([, text]) => text))
      expect(words.replaceAll(' ', '')).toContain(does.replaceAll('`', '').replaceAll(' ', ''));
  }
  expect(words).toContain('--plain');
  expect(Math.max(...rows.map(runsWidth))).toBeLessThanOrEqual(columns);
});
