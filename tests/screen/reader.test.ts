import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { folderOf } from '../library/folder.ts';
import { endAll, hasScript, inTerminal, type Running } from './pseudo-terminal.ts';

afterEach(endAll);

const where = hasScript ? 'in a terminal' : 'in a terminal (skipped: no `script` of util-linux)';
const off =
  '\u001B[?2026l\u001B[?1000l\u001B[?1006l\u001B[?1007l\u001B[?2004l\u001B[?7h\u001B[0m\u001B[?25h\u001B[?1049l';

const salt = `---
title: The Salt Road
kind: book
rating: 4/5
---
Where it begins.[^1] See [the pier](places/pier.md#boats), [[Heat]] and [the web](https://example.org/salt).

[^1]: A note of some length.

## Strengths

${'The road goes on, and the reader with it. '.repeat(30)}

## Weaknesses

It is long. ||The miller did it.|| [Out](../outside.md)

### The middle

A lull.

## Verdict

Go.
`;
const library = () =>
  folderOf({
    'reviews/salt.md': salt,
    'reviews/places/pier.md':
      '---\ntitle: The Pier\nkind: place\nrating: 2/5\n---\nCold.\n\n## Boats\n\nNone. See [salt](../salt.md).\n',
    'reviews/Heat.md': '---\ntitle: Heat\nkind: film\nrating: 9/10\n---\nLoud.\n',
    'outside.md': '# Outside\n',
  });

async function reading(line = 'read salt', around: Parameters<typeof inTerminal>[1] = {}) {
  const cwd = around.cwd ?? library();
  const reader = inTerminal(line, { ...around, cwd });
  await reader.shows(/\? help|Esc back/);
  return { ...reader, cwd };
}

const footer = (rows: readonly string[]): string => rows.at(-1) ?? '';
const top = (title: string) => (rows: readonly string[]) => rows[0]?.trimEnd() === title;

/** Whether the terminal is as it was: its screen, its modes, its cursor. */
function isWhole({ terminal, written }: Running): void {
  expect(written()).toContain(off);
  expect(terminal.buffer.active.type).toBe('normal');
  expect(terminal.modes).toMatchObject({
    bracketedPasteMode: false,
    mouseTrackingMode: 'none',
    wraparoundMode: true,
  });
}

describe.skipIf(!hasScript)(where, () => {
  test('a page is shown, scrolls, and quits; nothing of the scrollback is wiped', async () => {
    const reader = await reading();
    expect(reader.terminal.buffer.active.type).toBe('alternate');
    expect(reader.rows()[0]).toBe('The Salt Road');
    expect(footer(reader.rows())).toMatch(/^The Salt Road +\d+% · 2 min left · \? help$/);
    expect(reader.written()).not.toContain('\u001B[?1000h');
    reader.press('j');
    await reader.until(top('Book'));
    reader.press('2');
    await reader.until(top('Weaknesses'));
    expect(footer(reader.rows())).toContain('The Salt Road › Weaknesses');
    reader.press('.1');
    await reader.until(top('▸ The middle'));
    reader.press('q');
    expect(await reader.ended).toBe(0);
    isWhole(reader);
    expect(reader.written()).not.toContain('\u001B[3J');
    expect(reader.written().split('\u001B[2J')).toHaveLength(2);
  });

  test('sections by name, search with n and N, Esc step by step', async () => {
    const reader = await reading();
    reader.press('scons');
    await reader.shows('Section: cons');
    reader.press('\r');
    await reader.until(top('Weaknesses'));
    reader.press('g/READER');
    await reader.shows('/READER 0 found');
    reader.press('\u0015reader');
    await reader.shows('/reader 30 found');
    reader.press('\r');
    await reader.shows('1/30 ');
    reader.press('N');
    await reader.shows('search went round to the last hit');
    reader.press('n');
    await reader.shows('search went round to the first hit');
    reader.press('\u001B');
    await reader.lacks('1/30');
    reader.press('\u001B');
    await reader.shows('q quits');
  });

  test('a note, a link to a section of another review, back and forward', async () => {
    const reader = await reading();
    reader.press('\t');
    await reader.shows('note 1');
    reader.press('\r');
    await reader.until((rows) => rows.at(-2)?.includes('[1] A note of some length.') === true);
    reader.press('x');
    await reader.until((rows) => rows.at(-2)?.includes('A note') !== true);
    expect(footer(reader.rows())).not.toContain('spoilers');
    reader.press('\t');
    await reader.shows('places/pier.md#boats');
    reader.press('\r');
    await reader.until(top('Boats'));
    reader.press('\u007F');
    await reader.until(top('The Salt Road'));
    reader.press('\u001B[1;3C');
    await reader.until(top('Boats'));
    reader.press('\u001B[1;3D');
    await reader.until(top('The Salt Road'));
    reader.press('o');
    await reader.shows(/2 {2}the pier {2}places\/pier.md#boats/);
    reader.press('3\r');
    await reader.until(top('Heat'));
    reader.press('\u007F');
    await reader.until(top('The Salt Road'));
    reader.press('o5\r');
    await reader.shows('not in the library: ../outside.md');
  });

  test('what is hidden is neither shown nor found until x', async () => {
    const reader = await reading();
    reader.press('2/miller');
    await reader.shows('/miller 0 found');
    expect(reader.written()).not.toContain('did it');
    reader.press('\u001B');
    await reader.lacks('/miller');
    reader.press('x');
    await reader.shows('The miller did it.');
    reader.press('/miller');
    await reader.shows('/miller 1 found');
  });

  test('the place is kept through sizes, widths and contents; too small is no end', async () => {
    const reader = await reading('read salt', { columns: 120 });
    await reader.shows('│');
    reader.press('2');
    await reader.until(
      (rows) => /│ Weaknesses$/.test(rows[0] ?? '') && /^▶2 +Weaknesses/.test(rows[2] ?? ''),
    );
    reader.resize(40, 12);
    await reader.until(top('Weaknesses'));
    reader.resize(15, 3);
    await reader.until((rows) => rows[0] === 'Weaknesses' && rows.length === 3);
    reader.resize(80, 24);
    await reader.until((rows) => rows[0] === 'Weaknesses' && rows.length === 24);
    reader.press('w');
    await reader.shows('width: all there is');
    reader.press('wc');
    await reader.until((rows) => rows[0]?.endsWith('│ Weaknesses') === true);
    reader.press('c');
    await reader.until(top('Weaknesses'));
  });

  test('below 60 columns contents are a screen of their own', async () => {
    const reader = await reading('read salt', { columns: 40, rows: 12 });
    reader.press('c');
    await reader.until((rows) => /^contents +Esc back$/.test(footer(rows)));
    expect(reader.rows()[0]).toBe('▶0    Introduction');
    reader.press('2\r');
    await reader.until(top('Weaknesses'));
  });

  test('the file is read again when it is saved; while it is gone the page stays', async () => {
    const reader = await reading();
    const file = join(reader.cwd, 'reviews/salt.md');
    reader.press('2');
    await reader.until(top('Weaknesses'));
    writeFileSync(file, salt.replace('It is long.', 'It is far too long.'));
    await reader.shows('It is far too long.');
    expect(reader.rows()[0]).toBe('Weaknesses');
    rmSync(file);
    await reader.shows('salt: no such file or folder');
    expect(reader.rows()[0]).toBe('Weaknesses');
    writeFileSync(`${file}.new`, salt.replace('It is long.', 'It was renamed.'));
    renameSync(`${file}.new`, file);
    await reader.shows('It was renamed.');
    writeFileSync(file, salt.replace('rating: 4/5', 'rating: 9/5'));
    await reader.shows(/\(review check\)/);
  });

  test('the section is copied, and the editor opens at it', async () => {
    const reader = await reading('read salt', {
      env: {
        EDITOR: `sh -c 'printf "%s\\n" "$@" > args; stty -a >> args; sed -i s/long/short/ reviews/salt.md' vi`,
      },
    });
    reader.press('2y');
    await reader.shows('copied: Weaknesses');
    const data = reader.written().split('\u001B]52;c;')[1]?.split('\u001B')[0] ?? '';
    const copied = Buffer.from(data, 'base64').toString('utf8');
    expect(copied).toMatch(/^## Weaknesses\n\nIt is long\. [\s\S]*### The middle\n\nA lull\.\n$/);
    expect(copied).not.toContain('miller');
    reader.press('e');
    await reader.shows('It is short.');
    expect(reader.rows()[0]).toBe('Weaknesses');
    expect(readFileSync(join(reader.cwd, 'args'), 'utf8')).toContain('salt.md');
  });

  test('what is hidden is copied where it is shown, and only there', async () => {
    const reader = await reading();
    reader.press('x2y');
    await reader.shows('copied: Weaknesses');
    const data = reader.written().split('\u001B]52;c;')[1]?.split('\u001B')[0] ?? '';
    expect(Buffer.from(data, 'base64').toString('utf8')).toContain('||The miller did it.||');
  });

  test("the person's own width, where none is asked for", async () => {
    const config = folderOf({ 'review/config.yaml': 'width: 40\n' });
    const env = { XDG_CONFIG_HOME: config };
    const narrow = await reading('read salt', { env });
    const widest = (rows: readonly string[]): number =>
      Math.max(...rows.slice(0, -1).map((row) => row.trimEnd().length));
    await narrow.until((rows) => widest(rows) > 20 && widest(rows) <= 40);
    const asked = await reading('read salt --width 60', { env });
    await asked.until((rows) => widest(rows) > 40 && widest(rows) <= 60);
  });

  test('the library: rows, filter, sort, preview, a review and back', async () => {
    const reader = await reading('read', { columns: 120 });
    await reader.until((rows) => /^3 reviews · by title .*\? help$/.test(footer(rows)));
    await reader.until((rows) => /^▶ Heat +film +9\/10 .*│ Heat$/.test(rows[0] ?? ''));
    reader.press('/rating:3..');
    await reader.shows('Filter: rating:3.. 2 of 3');
    reader.press('\rS');
    await reader.shows('by rating');
    expect(reader.rows()[1]).toContain('The Salt Road');
    reader.press('\u001B');
    await reader.shows('3 reviews · by rating');
    reader.press('Gl');
    await reader.shows('The Pier');
    await reader.shows('min left');
    reader.press('\u001B');
    await reader.shows('3 reviews');
    reader.press('q');
    expect(await reader.ended).toBe(0);
  });

  test('words found in the library, opened at their place', async () => {
    const reader = await reading();
    reader.press('Fcold\r');
    await reader.shows(/^▶ The Pier › Introduction: .*Cold/);
    reader.press('\r');
    await reader.shows('1/1 ');
    await reader.shows('Cold.');
    reader.press('\u001B\u001B');
    await reader.shows('1 place');
    reader.press('\r\u007F');
    await reader.shows('The Salt Road');
  });

  test('the mouse is taken on request, and given back', async () => {
    const reader = await reading('read salt', { columns: 120 });
    reader.press('m');
    await reader.shows('the mouse clicks');
    expect(reader.terminal.modes.mouseTrackingMode).toBe('vt200');
    reader.press('\u001B[<0;3;3M');
    await reader.until((rows) => rows[0]?.includes('│ Weaknesses') === true);
    reader.press('\u001B[<64;3;3M');
    await reader.until((rows) => rows[3]?.includes('│ Weaknesses') === true);
    reader.press('q');
    await reader.ended;
    isWhole(reader);
  });

  test('help, themes, a paste in a prompt and one outside of it', async () => {
    const reader = await reading();
    reader.press('?');
    await reader.shows('On a page');
    reader.press('\u001B');
    await reader.shows('min left');
    reader.press('t');
    await reader.shows('theme: dark');
    reader.press('\u001B[200~q\nq\u001B[201~/\u001B[200~road\ngoes\u001B[201~');
    await reader.shows('/road goes 30 found');
  });
});
