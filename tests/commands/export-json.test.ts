import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = (title: string) => `---\nfilm: ${title}\nrating: 4/5\n---\nWords.\n`;
const two = () => folderOf({ 'reviews/a.md': film('Alien'), 'reviews/b.md': film('Brazil') });

describe('several reviews in one', () => {
  test('an array, written as if at once', async () => {
    const { stdout } = await review('export --all --json', { cwd: two() });
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
    expect(JSON.parse(stdout)).toMatchObject([{ id: 'a' }, { id: 'b' }]);
    const named = await review('export a b --json', { cwd: two() });
    expect(named.stdout).toBe(stdout);
  });

  test('--compact: the same without white space', async () => {
    const cwd = two();
    const { stdout } = await review('export --all --json --compact', { cwd });
    const pretty = await review('export --all --json', { cwd });
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(pretty.stdout))}\n`);
  });

  test('--jsonl: one a line, each of which reads back', async () => {
    const cwd = two();
    const { stdout } = await review('export --all --jsonl', { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBe(2);
    for (const [at, line] of lines.entries()) {
      const alone = await review(['export', at === 0 ? 'a' : 'b', '--jsonl'], { cwd });
      expect(alone.stdout).toBe(`${line}\n`);
      expect((await review('export - --jsonl', { cwd, stdin: line })).stdout).toBe(`${line}\n`);
    }
  });

  test('none at all', async () => {
    const cwd = folderOf({ 'reviews/x': '' });
    for (const line of ['export --all --json', 'export --all --jsonl', 'export --all --text'])
      expect(await review(line, { cwd })).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(
          /^review: no reviews in .*: review new film "Heat" starts one\n$/,
        ),
      });
  });

  test('to a file: the same bytes; one that cannot be written exits 2 and is named once', async () => {
    const cwd = two();
    const { stdout } = await review('export --all --json', { cwd });
    expect((await review('export --all -o all.json', { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'all.json'), 'utf8')).toBe(stdout);
    expect((await review('export --all -o all.jsonl', { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'all.jsonl'), 'utf8').split('\n').length).toBe(3);
    const ran = await review('export --all -o /proc/nothing/all.json', { cwd });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr.match(/all\.json/g)).toHaveLength(1);
  });

  test('a review of the library is not overwritten', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('Alien'), 'reviews/all.json': '{"film": "X"}' });
    const ran = await review('export --all -o reviews/all.json', { cwd });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'reviews/all.json'), 'utf8')).toBe('{"film": "X"}');
  });
});

describe('--fields', () => {
  test.each([
    ['export ballerina --json --fields id,rating.value', { id: 'ballerina', rating: { value: 4 } }],
    ['export --json ballerina --compact --fields title', { title: expect.any(String) as string }],
    ['export ballerina#weaknesses --json --fields role', [{ role: 'weaknesses' }]],
    ['export ballerina --jsonl --fields author.name', { author: [{ name: 'Marta Quill' }] }],
  ])('%s', async (line, expected) => {
    const ran = await review(line);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toEqual(expected);
  });

  test('of a listing', async () => {
    const { stdout } = await review('list ballerina --json --fields id,words');
    expect(JSON.parse(stdout)).toEqual([{ id: 'ballerina', words: expect.any(Number) as number }]);
  });

  test.each([
    ['export ballerina --json --fields titel', /no field 'titel'; there is title, /],
    ['export ballerina --json --fields title.x', /no field 'title\.x': nothing is within it/],
    ['export ballerina --json --fields title,', /an empty name in --fields/],
    ['export ballerina --json --fields', /argument missing/],
    ['export ballerina --html --fields title', /--fields is for JSON, not for html/],
    ['export ballerina --text --compact', /--compact is for JSON, not for text/],
    ['list --fields id', /--fields is for JSON, CSV and TSV; add --json/],
    ['list --json --fields sections', /no field 'sections'/],
  ])('%s is wrong usage', async (line, message) => {
    const ran = await review(line);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });
});
