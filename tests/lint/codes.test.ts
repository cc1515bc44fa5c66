import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/library/config/read-config.ts';
import { applyFixes } from '../../src/lint/apply.ts';
import { lint } from '../../src/lint/lint.ts';
import { type Diagnostic, diagnosticKinds } from '../../src/model/diagnostic.ts';
import { readReview } from '../../src/readers/formats.ts';
import { readTheme } from '../../src/writers/terminal/theme-file.ts';
import { type Case, cases } from './cases.ts';

function found({
  source,
  format = 'markdown',
  files = false,
}: Pick<Case, 'source' | 'format' | 'files'>): readonly Diagnostic[] {
  if (format === 'config') return readConfig(String(source), 'review.config.yaml').diagnostics;
  if (format === 'theme') return readTheme(String(source), 'theme.yaml').diagnostics;
  return lint(readReview(source, { format }), { fileExists: () => files });
}

function placeOf({ range }: Diagnostic): string {
  if (range === undefined) return 'nowhere';
  const { start, end } = range;
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** What no review says by itself: tests/readers/many.test.ts, siblings.test.ts and tests/library/library.test.ts have their cases. */
const ofSeveral = ['id-shared', 'several-reviews', 'rating-scale-folder'];

describe('every code', () => {
  test('has a case, and one with a fix when it is fixable', () => {
    const codes = Object.keys(diagnosticKinds).toSorted();
    const tried = new Set([...cases.map(({ code }) => code), ...ofSeveral]);
    expect([...tried].toSorted()).toEqual(codes);
    const fixable = Object.entries(diagnosticKinds)
      .filter(([, kind]) => 'fixable' in kind)
      .map(([code]) => code);
    const fixed = cases.filter((each) => each.fixed !== undefined).map(({ code }) => code);
    expect([...new Set(fixed)].toSorted()).toEqual(fixable.toSorted());
  });

  test('has advice that a reader has at hand: docs/ is not in the package', () => {
    for (const { hint } of Object.values(diagnosticKinds))
      expect(hint).not.toMatch(/docs\/|format page|\bschema\//);
  });

  test.each(cases.map((each) => [each.code, each.at, each] as const))(
    '%s at %s',
    (code, at, each) => {
      const places = found(each).filter((diagnostic) => diagnostic.code === code);
      expect(places.map(placeOf)).toContain(at);
      const [diagnostic] = places;
      expect(diagnostic).toMatchObject({
        severity: diagnosticKinds[code].severity,
        hint: expect.stringMatching(/\S/),
        message: expect.stringMatching(/^[A-Z`].*\.$/),
      });
      if (each.fixed === undefined)
        expect(places.filter(({ fix }) => fix !== undefined)).toEqual([]);
      else expectFix(each, each.fixed);
    },
  );
});

/** The fix gives the text wanted, mends its diagnostic, and there is nothing more to fix then. */
function expectFix({ code, source, format }: Case, wanted: string): void {
  const before = found({ source, format });
  const { text, fixed } = applyFixes(
    String(source),
    before.filter((diagnostic) => diagnostic.code === code),
  );
  expect(text).toBe(wanted);
  expect(fixed.length).toBeGreaterThan(0);
  const after = found({ source: text, format });
  expect(after.filter((diagnostic) => diagnostic.code === code)).toEqual([]);
  expect(applyFixes(text, after)).toEqual({ text, fixed: [] });
}
