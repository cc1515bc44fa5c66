import { describe, expect, test } from 'vitest';
import { createContext } from '../../src/cli/context.ts';
import type { System } from '../../src/cli/system.ts';
import type { Context } from '../../src/commands/command.ts';
import { withProgress } from '../../src/commands/opening/progress.ts';
import { visibleText } from '../../src/text/visible-text.ts';

/** A context whose clock goes on by so many milliseconds whenever it is asked. */
function slowContext(step: number): { context: Context; said: (string | null)[] } {
  const said: (string | null)[] = [];
  let now = 0;
  const clock = () => {
    now += step;
    return new Date(now);
  };
  const progress = (text: string | null) => {
    said.push(text);
  };
  return { context: { now: clock, progress } as Partial<Context> as Context, said };
}

describe('withProgress', () => {
  test('gives every item in order', () => {
    expect([...withProgress(slowContext(0).context, ['a', 'b'], 'reading')]).toEqual(['a', 'b']);
  });

  test('says nothing of a short job', () => {
    const { context, said } = slowContext(10);
    expect([...withProgress(context, Array.from({ length: 40 }), 'reading')]).toHaveLength(40);
    expect(said).toEqual([null]);
  });

  test('says how far a long one has come, not at each item, and takes it away', () => {
    const { context, said } = slowContext(50);
    expect([...withProgress(context, Array.from({ length: 14 }), 'reading')]).toHaveLength(14);
    expect(said).toEqual(['reading 9 of 14', 'reading 11 of 14', 'reading 13 of 14', null]);
  });

  test('takes it away when the caller stops', () => {
    const { context, said } = slowContext(1000);
    for (const item of withProgress(context, [1, 2, 3], 'reading')) if (item === 2) break;
    expect(said).toEqual(['reading 0 of 3', 'reading 1 of 3', null]);
  });
});

describe('the line on standard error', () => {
  function surroundings(shows: boolean, quiet = false): { context: Context; written: string[] } {
    const written: string[] = [];
    const stream = (name: string) => ({
      write: (text: string) => {
        written.push(`${name} ${text}`);
      },
      isClosed: () => false,
    });
    const system: System = {
      env: {},
      cwd: '/',
      stdout: stream('out'),
      stderr: stream('err'),
      screen: () => ({ isTerminal: false, columns: 0, rows: 0 }),
      showsProgress: () => shows,
      readInput: async () => new Uint8Array(),
      ask: () => null,
      background: async () => null,
      interrupted: async () => undefined,
      withoutInterrupt: (work) => work(),
    };
    return { context: createContext({ quiet }, '/', system), written };
  }

  test('is written anew, made visible, and gone before anything else is written', () => {
    const { context, written } = surroundings(true);
    context.progress('one');
    context.progress('two\u001B');
    context.note('review: bad');
    context.note('review: worse');
    context.progress('three');
    context.write(visibleText('page\n'));
    context.progress(null);
    expect(written).toEqual([
      'err \r\u001B[Kone',
      'err \r\u001B[Ktwo␛',
      'err \r\u001B[K',
      'err review: bad\n',
      'err review: worse\n',
      'err \r\u001B[Kthree',
      'err \r\u001B[K',
      'out page\n',
    ]);
  });

  test.each([
    [false, false],
    [true, true],
  ])('is not there when standard error is no terminal, or with --quiet', (shows, quiet) => {
    const { context, written } = surroundings(shows, quiet);
    context.progress('one');
    context.progress(null);
    expect(written).toEqual([]);
  });
});
