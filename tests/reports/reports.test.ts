import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { type Diagnostic, diagnose, diagnosticKinds } from '../../src/model/diagnostic.ts';
import { createLocator } from '../../src/model/position.ts';
import { githubReport } from '../../src/reports/github.ts';
import { lineReport } from '../../src/reports/line.ts';
import { prettyLines } from '../../src/reports/pretty.ts';
import type { Findings } from '../../src/reports/report.ts';
import { sarifLog } from '../../src/reports/sarif.ts';
import { lineWidth } from '../../src/text/wrap.ts';
import sarifShape from './sarif-shape.json' with { type: 'json' };

const source = 'film: Heat\nrating: lots\n';
const locator = createLocator(source);
const file = '/home/ann/a,b: 100%.md';
const steering = 'x\u001B]0;y\u0007\u202E\nz';

function findings(diagnostics: readonly Diagnostic[], fixed: readonly Diagnostic[] = []): Findings {
  return {
    diagnostics,
    fixed,
    sources: new Map([[file, source]]),
    nameOf: (name) => name.replace('/home/ann/', ''),
  };
}

const rating = diagnose('rating-unreadable', '`lots` cannot be read.', {
  file,
  range: locator.range(19, 23),
  hint: 'Write 50%\nor so.',
});
const typo = diagnose('key-typo', 'A typo.', {
  file,
  range: locator.range(0, 17),
  fix: [{ range: locator.range(0, 4), text: 'movie' }],
});
const bare: Diagnostic = { code: 'config-invalid', severity: 'error', message: 'Nowhere.' };
const hostile: Diagnostic = { ...rating, file: steering, message: steering, hint: steering };

test('a line each', () => {
  expect(lineReport(findings([rating, bare], [typo]))).toBe(
    'a,b: 100%.md:1:1: fixed: A typo. [key-typo]\n' +
      'a,b: 100%.md:2:9: error: `lots` cannot be read. [rating-unreadable]\n' +
      'review: error: Nowhere. [config-invalid]\n',
  );
});

test('workflow commands, with what they take for marks escaped', () => {
  expect(githubReport(findings([rating, typo, bare]))).toBe(
    '::error file=a%2Cb%3A 100%25.md,line=2,endLine=2,col=9,endColumn=13,title=rating-unreadable::`lots` cannot be read.%0AWrite 50%25%0Aor so.\n' +
      `::warning file=a%2Cb%3A 100%25.md,line=1,col=1,title=key-typo::A typo.%0A${diagnosticKinds['key-typo'].hint}\n` +
      '::error title=config-invalid::Nowhere.\n',
  );
});

test('SARIF 2.1.0 in its shape', () => {
  const log = sarifLog(findings([rating, typo, bare]));
  const validate = new Ajv({ allErrors: true }).compile(sarifShape);
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  const [run] = (
    log as { runs: { tool: { driver: { rules: { id: string }[] } }; results: object[] }[] }
  ).runs;
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(Object.keys(diagnosticKinds));
  const [first, second, third] = run?.results ?? [];
  expect(first).toMatchObject({
    ruleId: 'rating-unreadable',
    ruleIndex: Object.keys(diagnosticKinds).indexOf('rating-unreadable'),
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%2Cb%3A%20100%25.md' },
          region: {
            startLine: 2,
            startColumn: 9,
            endLine: 2,
            endColumn: 13,
            charOffset: 19,
            charLength: 4,
          },
        },
      },
    ],
  });
  expect(second).toMatchObject({
    fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'movie' } }] }] }],
  });
  expect(third).not.toHaveProperty('locations');
  const [absolute] = (
    sarifLog({ ...findings([rating]), nameOf: (name) => name }) as typeof log & {
      runs: [{ results: object[] }];
    }
  ).runs[0].results;
  expect(JSON.stringify(absolute)).toContain('"file:///home/ann/a%2Cb%3A%20100%25.md"');
});

test('a page for a person, at any width', () => {
  const whole = diagnose('date-missing', 'No date.', { file, range: locator.range(0, 0) });
  const text = (columns: number): string[] =>
    prettyLines(findings([rating, whole, bare, typo], [typo]), columns).map((line) =>
      line.map((span) => span.text).join(''),
    );
  expect(text(200)).toEqual([
    'fixed a,b: 100%.md:1:1 A typo. key-typo',
    '',
    'error a,b: 100%.md:2:9 `lots` cannot be read. rating-unreadable',
    ' 1 │ film: Heat',
    ' 2 │ rating: lots',
    '   │         ^^^^',
    'hint Write 50%',
    '  or so.',
    '',
    'info a,b: 100%.md:1:1 No date. date-missing',
    `hint ${diagnosticKinds['date-missing'].hint}`,
    '',
    'error review Nowhere. config-invalid',
    '',
    'warning a,b: 100%.md:1:1 A typo. key-typo',
    ' 1 │ film: Heat',
    '   │ ^^^^^^^^^^',
    ' 2 │ rating: lots',
    `hint ${diagnosticKinds['key-typo'].hint} (--fix does it)`,
    '',
  ]);
  for (const columns of [20, 33, 80])
    for (const line of prettyLines(findings([rating, whole, typo]), columns))
      expect(lineWidth(line)).toBeLessThanOrEqual(columns);
});

test('nothing in a file can steer a terminal', () => {
  const report = findings([hostile], [hostile]);
  const pretty = prettyLines(report, 80).flatMap((line) => line.map(({ text }) => text));
  for (const text of [lineReport(report), githubReport(report), ...pretty])
    expect(
      Array.from(text).filter((each) => each !== '\n' && /[\p{Cc}\u202E]/u.test(each)),
    ).toEqual([]);
  expect(lineReport(report).split('\n')).toHaveLength(3);
  expect(githubReport(report).split('\n')).toHaveLength(2);
});
