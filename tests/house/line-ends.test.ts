import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';
import { readSources } from './sources.ts';

/** A line end that may be repeated, whatever way it is written. */
const mayRepeatLineEnds = /\\[rns]|\[\^|\./;
const repeats = /[*+]|\{\d+,/;

const lineEnds = ['\n', '\r\n', '\r'] as const;
/** What may stand around many line ends, so that a pattern gets so far and then fails. */
const befores = ['', 'a', '---', '--- ', 'a: b', '# a', '> a', '"', '[', '<', '```'] as const;
const afters = ['', 'x', '\u0000', ' x', '--', '"'] as const;
const fillings = ['', ' ', 'a', '#'] as const;

interface Found {
  readonly source: string;
  readonly lines: number;
  readonly milliseconds: number;
}

/** Of a pattern, the first text of few line ends on which it takes more time than any way through it in line would. */
function ambiguous(literal: string): Found | null {
  const [, source = '', flags = ''] = /^\/([\s\S]*)\/([a-z]*)$/.exec(literal) ?? [];
  if (!mayRepeatLineEnds.test(source) || !repeats.test(source)) return null;
  const pattern = new RegExp(source, flags);
  const timeOf = (text: string): number => {
    pattern.lastIndex = 0;
    const start = performance.now();
    pattern.test(text);
    return performance.now() - start;
  };
  for (const end of lineEnds)
    for (const filling of fillings)
      for (const before of befores)
        for (const after of afters) {
          const text = (lines: number): string => before + (filling + end).repeat(lines) + after;
          // Each line doubles the time where it can be matched in two ways: seen long before it hurts.
          for (const lines of [12, 16, 20]) {
            const times = [timeOf(text(lines)), timeOf(text(lines)), timeOf(text(lines))];
            const best = Math.min(...times);
            if (best > 2) return { source, lines, milliseconds: best };
          }
        }
  return null;
}

describe('patterns that repeat line ends', () => {
  const patterns = [...readSources()].flatMap(([path, source]) =>
    scan(source).patterns.map((pattern) => ({ path, pattern })),
  );

  it('are found', () => {
    expect(patterns.filter(({ pattern }) => /\\r|\\n/.test(pattern)).length).toBeGreaterThan(50);
  });

  it('match each line end in one way', () => {
    const found = patterns.filter(({ pattern }) => ambiguous(pattern) !== null);
    expect(found).toEqual([]);
  });

  it.each([
    '/^(?:[ \\t]*(?:\\r\\n?|\\n))*---/',
    '/^(?:\\r\\n|[\\r\\n])*a/',
    '/^(\\r\\n|\\r|\\n)+b/',
    '/^(?:\\s*\\n)+a/',
  ])('would be found: %s', (planted) => {
    expect(ambiguous(planted)).not.toBeNull();
  });
});
