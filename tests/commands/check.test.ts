import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { schemaOfCommand } from '../../src/commands/output/json-schemas.ts';
import { fixAll } from '../../src/lint/apply.ts';
import { lint } from '../../src/lint/lint.ts';
import { readReview } from '../../src/readers/formats.ts';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { markdownSamples } from '../readers/samples.ts';

const mendable =
  '---\nfilm: Mission: Impossible # sic\nauhtor: Ann\ndate: 2025-06-06\n---\n\nSee [it](#No).\n';
const mended =
  '---\nfilm: "Mission: Impossible" # sic\nauthor: Ann\ndate: 2025-06-06\n---\n\nSee [it](#No).\n';

describe('formats', () => {
  const cwd = () => folderOf({ 'reviews/a.md': mendable });

  test('a line each where nobody looks, with what was left to do on stderr', async () => {
    expect(await review('check', { cwd: cwd() })).toEqual({
      status: 0,
      stdout: [
        'reviews/a.md:1:1: info: The review has no rating. [rating-missing]',
        'reviews/a.md:1:1: info: Nothing says who wrote the review. [author-missing]',
        'reviews/a.md:2:7: warning: `Mission: Impossible` is no plain YAML value: it wants quotes. It was read as text. [yaml-quotes-missing]',
        'reviews/a.md:3:1: warning: `auhtor` is no key that is known; it is much like `author`. [key-typo]',
        'reviews/a.md:7:10: warning: No section has the id `No`. [link-broken]',
        '',
      ].join('\n'),
      stderr: '1 file: 0 errors, 3 warnings, 2 notes\n',
    });
  });

  test('lines and carets in a terminal, in colour', async () => {
    const screen = { columns: 60, rows: 100 };
    const ran = await review('check', { cwd: cwd(), screen, env: { TERM: 'xterm' } });
    expect(ran.stdout).toContain('\u001B[33m^^^^^^\u001B[39m');
    const bare = await review('check --format pretty', { cwd: cwd() });
    expect(bare.stdout).not.toContain('\u001B');
    expect(bare.stdout).toContain(' 3 │ auhtor: Ann\n   │ ^^^^^^\n 4 │ date: 2025-06-06\n');
    expect((await review('check --format pretty --width 0', { cwd: cwd() })).stdout).toContain('^');
  });

  test.each(['json', 'sarif'])('%s is JSON', async (format) => {
    const { stdout } = await review(`check --format ${format}`, { cwd: cwd() });
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stdout).toContain('key-typo');
  });

  test('GitHub', async () => {
    const { stdout } = await review('check --format github', { cwd: cwd() });
    expect(stdout).toContain(
      '::warning file=reviews/a.md,line=3,endLine=3,col=1,endColumn=7,title=key-typo::',
    );
  });

  test('--json is --format json, and nothing else', async () => {
    const folder = cwd();
    const json = await review('check --json', { cwd: folder });
    expect(json).toEqual(await review('check --json --format json', { cwd: folder }));
    expect(await review('check --json --format line', { cwd: folder })).toMatchObject({
      status: 2,
      stdout: '',
    });
    expect((await review('check --format xml')).status).toBe(2);
  });

  test('nothing to say is an empty page', async () => {
    expect(await review('check ballerina --format pretty')).toEqual({
      status: 0,
      stdout: '',
      stderr: '1 file: 0 errors, 0 warnings\n',
    });
  });
});

test('what check --json writes has the shape of the schema that ships', async () => {
  const schema = schemaOfCommand('check');
  const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
  const cwd = folderOf({ 'reviews/a.md': mendable, 'review.config.yaml': 'rules: 3\n' });
  const { stdout } = await review('check --fix --json', { cwd });
  const found = JSON.parse(stdout) as object[];
  expect(found.length).toBeGreaterThan(4);
  for (const each of found) expect(validate(each), JSON.stringify(validate.errors)).toBe(true);
  expect(Object.keys(found[0] as object).slice(0, 3)).toEqual(['code', 'severity', 'message']);
});

describe('rules', () => {
  const a = '---\nfilm: Heat\n---\nText.\n';

  test('are turned off and raised by the configuration', async () => {
    const cwd = folderOf({
      'reviews/a.md': a,
      'review.config.yaml':
        'rules: { rating-missing: off, date-missing: error, author-missing: warning }\n',
    });
    expect(await review('check', { cwd })).toEqual({
      status: 1,
      stdout:
        'reviews/a.md:1:1: warning: Nothing says who wrote the review. [author-missing]\n' +
        'reviews/a.md:1:1: error: Nothing says when the review was written. [date-missing]\n',
      stderr: '1 file: 1 error, 1 warning\n',
    });
  });

  test('a mistake in them is an error with a place, and the others count', async () => {
    const cwd = folderOf({
      'reviews/a.md': a,
      'review.config.yaml':
        'rules:\n  rating-mising: off\n  date-missing: loud\n  author-missing: off\n  nonsense: off\n',
    });
    const { status, stdout } = await review('check a', { cwd });
    expect(status).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'review.config.yaml:2:3: error: `rating-mising` is the code of no diagnostic; `rating-missing` is. [config-invalid]',
      'review.config.yaml:3:17: error: A rule is `off`, `info`, `warning` or `error`. [config-invalid]',
      'review.config.yaml:5:3: error: `nonsense` is the code of no diagnostic; `review check` names the code of each fault in brackets. [config-invalid]',
      'reviews/a.md:1:1: info: The review has no rating. [rating-missing]',
      'reviews/a.md:1:1: info: Nothing says when the review was written. [date-missing]',
      '',
    ]);
  });
});

test('an image is looked for beside its review', async () => {
  const cwd = folderOf({
    'reviews/sub/a.md':
      '---\nposter: b c.png\n---\n![x](b%20c.png) ![y](../no.png) ![z](/root.png) ![w](https://x.y/z.png)\n',
    'reviews/sub/b c.png': '',
  });
  const { stdout } = await review('check', { cwd });
  expect(stdout.match(/.*image-missing.*/g)).toEqual([
    'reviews/sub/a.md:4:22: warning: There is no file `../no.png`. [image-missing]',
    "reviews/sub/a.md:4:38: info: `/root.png` is neither in the library's folder nor in a published folder beside it. [image-missing]",
  ]);
});

describe('--fix', () => {
  test('mends, says what, and what is left; again there is nothing to do', async () => {
    const cwd = folderOf({ 'reviews/a.md': mendable });
    const path = join(cwd, 'reviews/a.md');
    const ran = await review('check --fix', { cwd });
    expect(readFileSync(path, 'utf8')).toBe(mended);
    expect(ran.stdout).toMatch(
      /^reviews\/a\.md:2:7: fixed: .*\nreviews\/a\.md:3:1: fixed: .*\nreviews\/a\.md:1:1: info: .*\nreviews\/a\.md:7:10: warning: .*\n$/,
    );
    expect(ran.stderr).toBe('1 file: 0 errors, 1 warning, 1 note, 2 fixed\n');
    const again = await review('check --fix --json', { cwd });
    expect(readFileSync(path, 'utf8')).toBe(mended);
    expect(JSON.parse(again.stdout)).toMatchObject([
      { code: 'rating-missing' },
      { code: 'link-broken' },
    ]);
    expect(readdirSync(join(cwd, 'reviews'))).toEqual(['a.md']);
  });

  test('JSON says of each whether it was mended', async () => {
    const cwd = folderOf({ 'reviews/a.md': mendable });
    const { stdout } = await review('check a --fix --json', { cwd });
    expect(JSON.parse(stdout)).toMatchObject([
      { fixed: true },
      { fixed: true },
      { code: 'rating-missing' },
      {},
    ]);
  });

  test.each<[name: string, encode: (text: string) => Buffer]>([
    ['a byte order mark and CRLF', (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, the other way round', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['a NUL', (text) => Buffer.from(text.replace('sic', 's\0c'))],
    ['no newline at the end', (text) => Buffer.from(text.trimEnd())],
  ])('keeps %s', async (_, encode) => {
    const cwd = folderOf({ 'reviews/a.md': '' });
    const path = join(cwd, 'reviews/a.md');
    writeFileSync(path, encode(mendable));
    chmodSync(path, 0o640);
    await review('check --fix', { cwd });
    expect(readFileSync(path).equals(encode(mended))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('bytes that are no text could not be kept: the file is left alone and named', async () => {
    const cwd = folderOf({ 'reviews/a.md': '' });
    const bytes = Buffer.concat([Buffer.from(mendable), Buffer.from([0xff])]);
    writeFileSync(join(cwd, 'reviews/a.md'), bytes);
    const ran = await review('check --fix', { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('a.md: its bytes are not all UTF-8\n');
    expect(ran.stdout).toContain('[key-typo]');
    expect(readFileSync(join(cwd, 'reviews/a.md')).equals(bytes)).toBe(true);
  });

  test('a fix that would lay bare an error is not made, the others are', async () => {
    const cwd = folderOf({ 'reviews/a.md': '---\nauhtor: Ann\nraiting: 9/5\n---\nText.\n' });
    const { stdout } = await review('check --fix --json', { cwd });
    const left = (JSON.parse(stdout) as { code: string; fixed?: true; fix?: object }[]).filter(
      ({ fixed }) => fixed !== true,
    );
    expect(left.map(({ code }) => code)).toContain('key-typo');
    expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(
      '---\nauthor: Ann\nraiting: 9/5\n---\nText.\n',
    );
  });

  test('a rule that is off mends nothing', async () => {
    const cwd = folderOf({
      'reviews/a.md': mendable,
      'review.config.yaml': 'rules: { key-typo: off, yaml-quotes-missing: false }\n',
    });
    await review('check --fix', { cwd });
    expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(mendable);
  });

  test('standard input is no file', async () => {
    const ran = await review('check --fix -', { stdin: mendable });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('standard input is none');
  });

  test.each(Object.entries(markdownSamples))('twice is once: %s', (_, source) => {
    const lintText = (text: string) => lint(readReview(text, { format: 'markdown' }));
    const once = fixAll(source, lintText);
    expect(once.remaining).toEqual(lintText(once.text));
    expect(fixAll(once.text, lintText)).toEqual({ ...once, fixed: [] });
  });
});
