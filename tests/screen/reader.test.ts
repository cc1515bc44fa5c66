import { afterEach, describe, expect, test } from 'vitest';
import { endAll, hasScript, inTerminal } from './pseudo-terminal.ts';

afterEach(endAll);

const where = hasScript ? 'in a terminal' : 'in a terminal (skipped: no `script` of util-linux)';
const off =
  '\u001B[?2026l\u001B[?1000l\u001B[?1006l\u001B[?1007l\u001B[?2004l\u001B[?7h\u001B[0m\u001B[?25h\u001B[?1049l';

describe.skipIf(!hasScript)(where, () => {
  test('a page is shown, scrolls, and quits', async () => {
    const reader = inTerminal('read ballerina');
    await reader.shows('min left · ? help');
    expect(reader.terminal.buffer.active.type).toBe('alternate');
    expect(reader.rows()[0]).toBe('Ballerina: a waltz with a flamethrower');
    reader.press('j');
    await reader.until((rows) => rows[0] === 'Ballerina · Film · 2025 · Len Wiseman');
    reader.press('6');
    await reader.until((rows) => rows[0] === 'Weaknesses');
    reader.press('q');
    expect(await reader.ended).toBe(0);
    expect(reader.terminal.buffer.active.type).toBe('normal');
    expect(reader.written()).toContain(off);
    expect(reader.written()).not.toContain('\u001B[3J');
  });
});
