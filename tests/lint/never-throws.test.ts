import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixAll } from '../../src/lint/apply.ts';
import { lint } from '../../src/lint/lint.ts';
import { lineStarts } from '../../src/model/position.ts';
import { readReview } from '../../src/readers/formats.ts';
import { prettyLines } from '../../src/reports/pretty.ts';
import { lineWidth } from '../../src/text/wrap.ts';

const naughty = JSON.parse(
  readFileSync(new URL('../fixtures/naughty-strings.json', import.meta.url), 'utf8'),
) as string[];

/** Checks, mends and reports a text; every range must be a place in it, and no line wider than the page. */
function expectSound(source: string, format: string): void {
  const lintText = (text: string) =>
    lint(readReview(text, { format, path: 'a' }), { fileExists: () => false });
  const read = readReview(source, { format });
  const starts = lineStarts(read.source);
  const found = lintText(source);
  for (const { range, fix = [] } of found) {
    for (const each of [range, ...fix.map((edit) => edit.range)]) {
      if (each === undefined) continue;
      expect(each.end.offset).toBeGreaterThanOrEqual(each.start.offset);
      for (const { line, column, offset } of [each.start, each.end])
        expect((starts[line - 1] as number) + column - 1).toBe(offset);
    }
  }
  const report = {
    diagnostics: found,
    fixed: found,
    sources: new Map([['a', read.source]]),
    nameOf: (file: string) => file,
  };
  for (const line of prettyLines(report, 40)) expect(lineWidth(line)).toBeLessThanOrEqual(40);
  const once = fixAll(read.source, lintText);
  expect(fixAll(once.text, lintText).text).toBe(once.text);
}

describe('checking never throws, and says where', () => {
  test.each(['markdown', 'yaml', 'json', 'text'])('naughty strings as %s', (format) => {
    for (const each of naughty.filter((_, index) => index % 3 === 0)) expectSound(each, format);
    for (const each of naughty.filter((_, index) => index % 5 === 1))
      expectSound(
        `---\nfilm: ${each}\nraiting: ${each}\n---\n\n## ${each}\n\n[a](#${each}) ||${each}\n`,
        format,
      );
  });

  test('any text of pieces', () => {
    const piece = fc.constantFrom(
      '---',
      'film: Heat',
      'raiting: 4/5',
      'title: a',
      'title: a',
      'tags:',
      '  - x',
      '# a',
      '### b',
      '### B',
      '[x](#B)',
      '![y](z.png)',
      '> [q](#nope)',
      '- ||open',
      '| a | b |\n|---|---|\n| [c](#d) | ![e](f) |',
      ':::spoiler',
      '[spoiler]',
      '\u0007',
      '\t',
      '日本 [語](#章)',
      '',
      'Rating: 2/5',
      '`[code](#no)`',
      '    [code](#no)',
      '[r]: #gone',
      '[s][r]',
      '{"a": 1}',
      '\u202Ex',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 15 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('markdown', 'yaml', 'json', 'text'),
        (pieces, eol, format) => expectSound(pieces.join(eol), format),
      ),
      { numRuns: 100 },
    );
  });
});
