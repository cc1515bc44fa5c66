import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeyDecoder, type Input } from '../../src/screen/keys.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function decoded(text: string): Input[] {
  const decoder = createKeyDecoder();
  return [...decoder.feed(bytesOf(text)), ...decoder.flush()];
}

const keysIn = (text: string): string[] =>
  decoded(text).map((input) => (input.kind === 'key' ? input.key : `<${input.kind}>`));

describe('keys as terminals send them', () => {
  test.each<readonly [name: string, bytes: string, keys: string[]]>([
    ['letters and figures', 'jG0.', ['j', 'G', '0', '.']],
    ['other scripts', 'ß語🎬', ['ß', '語', '🎬']],
    [
      'controls',
      ' \r\n\t\u007F\b\u0003\u0006',
      ['Space', 'Enter', 'Enter', 'Tab', 'Backspace', 'Backspace', 'Ctrl-C', 'Ctrl-F'],
    ],
    ['VT100', '\u001B[A\u001B[B\u001BOC\u001BOD', ['Up', 'Down', 'Right', 'Left']],
    [
      'xterm',
      '\u001B[5~\u001B[6~\u001B[H\u001B[F\u001B[1~\u001B[4~',
      ['PgUp', 'PgDn', 'Home', 'End', 'Home', 'End'],
    ],
    ['rxvt', '\u001B[7~\u001B[8~', ['Home', 'End']],
    ['the Linux console', '\u001B[[Aj', ['j']],
    [
      'modifiers',
      '\u001B[1;3D\u001B[1;3C\u001B[1;5A\u001B[Z\u001B\u007F',
      ['Alt-Left', 'Alt-Right', 'Ctrl-Up', 'Shift-Tab', 'Alt-Backspace'],
    ],
    [
      'CSI u',
      '\u001B[106u\u001B[99;5u\u001B[13u\u001B[27u\u001B[106;2u\u001B[9;2u',
      ['j', 'Ctrl-C', 'Enter', 'Esc', 'J', 'Shift-Tab'],
    ],
    ['modifyOtherKeys', '\u001B[27;5;99~', ['Ctrl-C']],
    ['releases', '\u001B[106;1:3uj', ['j']],
    ['a lone Esc', '\u001B', ['Esc']],
    ['Esc twice', '\u001B\u001B', ['Esc', 'Esc']],
    ['Esc and a key that came together', '\u001Bq', ['Esc', 'q']],
    ['Esc and a bracket', '\u001B[', ['Esc', '[']],
    ['what is broken off', '\u001B[1\u0003', ['Ctrl-C']],
    ['what is unknown', '\u001B[?62;c\u001B[12;34R\u001B[I\u001B[99~\u001B[M !!j', ['j']],
    ['a DCS answer', '\u001BP>|xterm(390)\u001B\\j', ['j']],
    ['an APC answer', '\u001B_Gi=1;OK\u001B\\j', ['j']],
    ['an answer that is broken off', '\u001B]11;rgb:00\u0003j', ['Ctrl-C', 'j']],
  ])('%s', (_, bytes, keys) => {
    expect(keysIn(bytes)).toEqual(keys);
  });

  test('a paste is one text, whatever is in it', () => {
    expect(decoded('\u001B[200~q\r\u001B[A\u001B[201~q')).toEqual([
      { kind: 'paste', text: 'q\r\u001B[A' },
      { kind: 'key', key: 'q' },
    ]);
  });

  test('an answer to a question is none of the keys, by either end', () => {
    const answer = { kind: 'answer', text: '11;rgb:1e1e/1e1e/1e1e' };
    expect(decoded('\u001B]11;rgb:1e1e/1e1e/1e1e\u001B\\')).toEqual([answer]);
    expect(decoded('\u001B]11;rgb:1e1e/1e1e/1e1e\u0007')).toEqual([answer]);
  });

  test('presses and the wheel, not releases or motion', () => {
    const mouse = '\u001B[<0;5;3M\u001B[<0;5;3m\u001B[<64;1;1M\u001B[<65;1;1M\u001B[<35;9;9M';
    expect(decoded(mouse)).toEqual([
      { kind: 'mouse', button: 'left', column: 4, row: 2 },
      { kind: 'mouse', button: 'wheel-up', column: 0, row: 0 },
      { kind: 'mouse', button: 'wheel-down', column: 0, row: 0 },
    ]);
  });

  test('Esc waits for what may follow; the rest of a sequence is never keys', () => {
    const decoder = createKeyDecoder();
    expect(decoder.feed(bytesOf('\u001B'))).toEqual([]);
    expect(decoder.waits()).toBe(true);
    expect(decoder.feed(bytesOf('[1;'))).toEqual([]);
    expect(decoder.waits()).toBe(false);
    expect(decoder.flush()).toEqual([]);
    expect(decoder.feed(bytesOf('3D'))).toEqual([{ kind: 'key', key: 'Alt-Left' }]);
  });
});

const pieces = fc.constantFrom(
  ...[
    '\u001B',
    '[',
    ']',
    'O',
    'P',
    '\\',
    '\u0007',
    '\u001B[200~',
    '\u001B[201~',
    '\u001B[<0;3;4M',
    '\u001B[M',
  ],
  ...['1', ';', '~', 'A', 'u', 'é', '語', '🎬', '\u0003', '\r', '11;rgb:', '\u001B_', '\uFEFF'],
);

test('any bytes, cut anywhere, give the same inputs', () => {
  const anyBytes = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((parts) => bytesOf(parts.join(''))),
    fc.uint8Array({ maxLength: 60 }),
  );
  fc.assert(
    fc.property(anyBytes, fc.array(fc.nat(), { maxLength: 8 }), (bytes, cuts) => {
      const whole = createKeyDecoder();
      const expected = [...whole.feed(bytes), ...whole.flush()];
      const places = cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b);
      const cutUp = createKeyDecoder();
      const found: Input[] = [];
      let from = 0;
      for (const place of [...places, bytes.length]) {
        found.push(...cutUp.feed(bytes.subarray(from, place)));
        from = place;
      }
      expect([...found, ...cutUp.flush()]).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
