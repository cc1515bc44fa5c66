import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** One file each that once hung, aborted or stopped a run, or might. */
/** How much of it is read: all, a part (its text but not its keys), or nothing. What is not read is named, with status 2. */
type Extent = 'all' | 'part' | 'nothing';

const hostile: Readonly<Record<string, readonly [file: string, text: string, read: Extent]>> = {
  'blank CRLF lines': ['bad.md', `---\r\nfilm: Bad\r\n---\r\n${'\r\n'.repeat(4000)}x`, 'all'],
  'blank CRLF lines at the top': ['bad.md', `${'\r\n'.repeat(4000)}x`, 'all'],
  'front matter that stays open': ['bad.md', `---\r\nfilm: Bad\r\n${'\r\n'.repeat(4000)}`, 'part'],
  'front matter of 70 KiB': [
    'bad.md',
    `---\nfilm: Bad\na: ${'b'.repeat(70_000)}\n---\n\nx\n`,
    'part',
  ],
  'nested sequences': [
    'bad.yaml',
    `film: Bad\n${'- '.repeat(1500)}x\nsections: {a: b}\n`,
    'nothing',
  ],
  'nested brackets behind quotes': ['bad.yaml', `film: Bad\na: ${'["]",'.repeat(3000)}`, 'nothing'],
  'nested YAML in front matter': [
    'bad.md',
    `---\nfilm: Bad\na: ${'['.repeat(3000)}\n---\n\nx\n`,
    'part',
  ],
  'nested JSON': ['bad.json', `{"film":"Bad","a":${'['.repeat(30_000)}`, 'nothing'],
  'JSON that breaks off': ['bad.json', '{"film":"Bad","rating":"4/5",', 'nothing'],
  'JSON of another shape': ['bad.json', '{"schemaVersion":1,"title":"Bad","rating":4}', 'part'],
  'nested JSON before a text': ['bad.md', `{"film":"Bad","a":${'['.repeat(3000)}}\n\nx\n`, 'part'],
  'a line of JSON that breaks off': [
    'bad.jsonl',
    '{"film":"Bad","rating":"4/5"}\n{"film":\n',
    'part',
  ],
  'nested TOML': ['bad.md', `+++\nfilm = "Bad"\na = ${'['.repeat(3000)}\n+++\n\nx\n`, 'part'],
  'TOML that breaks off': ['bad.toml', 'film = "Bad"\nrating = "4/5"\na = [', 'nothing'],
  'a quote that stays open in CSV': [
    'bad.csv',
    'title,rating,author\n"Bad,4/5,x\nWorse,1/5,y\n',
    'nothing',
  ],
  'nested quotes': ['bad.md', `---\nfilm: Bad\n---\n\n${'>'.repeat(25_000)} x\n`, 'all'],
  'nested lists': ['bad.md', `---\nfilm: Bad\n---\n\n${'- '.repeat(10_000)} x\n`, 'all'],
  'nested spoilers': ['bad.md', `---\nfilm: Bad\n---\n\n${':::spoiler\n'.repeat(4000)}x\n`, 'all'],
  'nested details': ['bad.md', `---\nfilm: Bad\n---\n\n${'<details>\n'.repeat(4000)}x\n`, 'all'],
  'emphasis without end': ['bad.md', `---\nfilm: Bad\n---\n\n${'*a **a '.repeat(2000)}x\n`, 'all'],
  'blanks in a value': ['bad.yaml', `film: Bad\nsummary: a: b${' '.repeat(64_000)}d\n`, 'all'],
  'lines of colons': ['bad.md', `---\nfilm: Bad\n---\n\n${':::\n'.repeat(8000)}`, 'all'],
  'aliases that multiply': ['bad.yaml', `film: Bad\n${bomb()}`, 'part'],
  'ten thousand sections': [
    'bad.md',
    `---\nfilm: Bad\n---\n\n${'## x\n\ny\n\n'.repeat(10_000)}`,
    'all',
  ],
  'zero bytes': ['bad.md', `---\nfilm: Bad\n---\n\n${'\0'.repeat(10_000)}`, 'all'],
  'a line of a mebibyte': ['bad.txt', `Bad\n\n${'x'.repeat(1024 * 1024)}`, 'all'],
};

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const refs = level === 0 ? 'x' : Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ');
    return `k${level}: &a${level} [${refs}]`;
  });
  return `${levels.join('\n')}\n`;
}

const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

describe.each(Object.entries(hostile))('%s in a library of ten', (_, [file, text, read]) => {
  const files = Object.fromEntries(
    names.map((name) => [
      `reviews/${name}.md`,
      `---\nfilm: Title ${name}\nauthor: Ann\ndate: 2025-02-01\nrating: 4/5\n---\n\nA ferry crosses.\n`,
    ]),
  );
  const library = () => folderOf({ 'review.config.yaml': '', ...files, [`reviews/${file}`]: text });

  // What was not read is named where it stands; what was, is nobody's failure.
  const expectNamed = ({ status, stderr }: Awaited<ReturnType<typeof review>>): void => {
    expect(status).toBe(read === 'all' ? 0 : 2);
    if (read === 'all') expect(stderr).not.toContain(file);
    else expect(stderr).toMatch(new RegExp(`reviews/${file}:\\d+:\\d+: error: `));
  };

  test.each([['list'], ['search', 'ferry']])('%s shows the other nine', async (...argv) => {
    const found = await review(argv, { cwd: library() });
    for (const name of names) expect(found.stdout).toContain(`Title ${name}`);
    if (argv[0] === 'list') expectNamed(found);
  });

  test('stats counts them', async () => {
    const found = await review(['stats'], { cwd: library() });
    expect(found.stdout).toMatch(read === 'nothing' ? /\b9 reviews/ : /\b10 reviews/);
    expectNamed(found);
  });

  test('printed alone, it is a failure when nothing of it was read', async () => {
    for (const argv of [
      ['show', 'bad'],
      ['toc', 'bad'],
      ['section', '1', 'bad'],
    ]) {
      const { status, stdout, stderr } = await review(argv, { cwd: library() });
      if (read === 'nothing') expect([status, stdout]).toEqual([2, '']);
      expect(stderr).not.toContain('a fault');
    }
  });

  test('check names it and no other file, and fmt --check no other', async () => {
    const cwd = library();
    const checked = await review(['check'], { cwd });
    const formatted = await review(['fmt', '--check'], { cwd });
    expect(checked.stdout).toContain(`reviews/${file}:`);
    for (const { status, stdout, stderr } of [checked, formatted]) {
      expect([0, 1, 2]).toContain(status);
      expect(stderr).not.toContain('a fault');
      for (const name of names) expect(stdout + stderr).not.toContain(`${name}.md`);
    }
  });

  test('export --all writes them', async () => {
    const out = mkdtempSync(join(tmpdir(), 'review-'));
    const { status, stdout, stderr } = await review(['export', '--all', '--text', '-o', out], {
      cwd: library(),
    });
    for (const name of names) expect(stdout + stderr + filesOf(out)).toContain(name);
    // Named where not all of it was read.
    if (status !== 0) expect(status).toBe(2);
    if (status === 2) expect(stderr).toContain(file);
  });
});

function filesOf(folder: string): string {
  return readdirSync(folder).join(' ');
}
