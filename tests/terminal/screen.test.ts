import { expect, test } from 'vitest';
import { type Frame, frameText, modesOff, modesOn, mouseOn } from '../../src/terminal/screen.ts';

/** The private modes that are on, and whether raw text would be styled, after these sequences on a fresh terminal. */
function modesAfter(text: string): readonly string[] {
  // What a fresh terminal has on.
  const on = new Set(['7', '25']);
  const sequence = new RegExp(`${String.fromCharCode(27)}\\[\\?([\\d;]+)([hl])`, 'g');
  for (const [, modes = '', to] of text.matchAll(sequence))
    for (const mode of modes.split(';')) to === 'h' ? on.add(mode) : on.delete(mode);
  return [...on].toSorted();
}

test('off after on is nothing, whatever was on', () => {
  const fresh = modesAfter('');
  for (const on of [modesOn, modesOn + mouseOn, `${modesOn}\u001B[?2026h`, '']) {
    expect(modesAfter(on + modesOff)).toEqual(fresh);
  }
  expect(modesAfter(modesOn)).not.toEqual(fresh);
});

const frame = (rows: readonly string[], cursor: Frame['cursor'] = null): Frame => ({
  rows: rows.map((text) => ({ parts: text.split('|'), split: 2, isFull: text.length >= 4 })),
  cursor,
});

test('a frame writes what differs, in one synchronized update', () => {
  const first = frame(['abcd', 'ef', '']);
  expect(frameText(first, null)).toBe(
    '\u001B[?2026h\u001B[0m\u001B[2J\u001B[1;1Habcd\u001B[2;1Hef\u001B[K\u001B[3;1H\u001B[K\u001B[?2026l',
  );
  expect(frameText(first, first)).toBe('');
  expect(frameText(frame(['abcd', 'eg', '']), first)).toBe(
    '\u001B[?2026h\u001B[2;1Heg\u001B[K\u001B[?2026l',
  );
});

test('of two panes, the one that changed', () => {
  const before = frame(['ab|c']);
  expect(frameText(frame(['ab|d']), before)).toBe('\u001B[?2026h\u001B[1;3Hd\u001B[?2026l');
  expect(frameText(frame(['xy|c']), before)).toBe('\u001B[?2026h\u001B[1;1Hxy\u001B[?2026l');
  expect(frameText(frame(['xy|']), before)).toBe(
    '\u001B[?2026h\u001B[1;1Hxy\u001B[1;3H\u001B[K\u001B[?2026l',
  );
});

test('the cursor is shown where something is typed, and hidden while rows are written', () => {
  const before = frame(['a'], { row: 0, column: 1 });
  expect(frameText(before, frame(['a']))).toBe('\u001B[?2026h\u001B[1;2H\u001B[?25h\u001B[?2026l');
  expect(frameText(frame(['a']), before)).toBe('\u001B[?2026h\u001B[?25l\u001B[?2026l');
  expect(frameText(frame(['ab'], { row: 0, column: 2 }), before)).toBe(
    '\u001B[?2026h\u001B[?25l\u001B[1;1Hab\u001B[K\u001B[1;3H\u001B[?25h\u001B[?2026l',
  );
});
