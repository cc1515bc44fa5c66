import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** One file each that once hung, aborted or stopped a run, or might. */
const hostile: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'blank CRLF lines': ['bad.md', `---\r\nfilm: Bad\r\n---\r\n${'\r\n'.repeat(4000)}x`],
  'blank CRLF lines at the top': ['bad.md', `${'\r\n'.repeat(4000)}x`],
  'front matter that stays open': ['bad.md', `---\r\nfilm: Bad\r\n${'\r\n'.repeat(4000)}`],
  'nested sequences': ['bad.yaml', `film: Bad\n${'- '.repeat(1500)}x\nsections: {a: b}\n`],
  'nested brackets behind quotes': ['bad.yaml', `film: Bad\na: ${'["]",'.repeat(3000)}`],
  'nested YAML in front matter': ['bad.md', `---\nfilm: Bad\na: ${'['.repeat(3000)}\n---\n\nx\n`],
  'nested JSON': ['bad.json', `{"film":"Bad","a":${'['.repeat(30_000)}`],
  'nested TOML': ['bad.md', `+++\nfilm = "Bad"\na = ${'['.repeat(3000)}\n+++\n\nx\n`],
  'nested quotes': ['bad.md', `---\nfilm: Bad\n---\n\n${'>'.repeat(25_000)} x\n`],
  'nested spoilers': ['bad.md', `---\nfilm: Bad\n---\n\n${':::spoiler\n'.repeat(4000)}x\n`],
  'blanks in a value': ['bad.yaml', `film: Bad\nsummary: a: b${' '.repeat(64_000)}d\n`],
  'lines of colons': ['bad.md', `---\nfilm: Bad\n---\n\n${':::\n'.repeat(8000)}`],
};

const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

describe.each(Object.entries(hostile))('%s in a library of ten', (_, [file, text]) => {
  const files = Object.fromEntries(
    names.map((name) => [
      `reviews/${name}.md`,
      `---\nfilm: Title ${name}\nauthor: Ann\ndate: 2025-02-01\nrating: 4/5\n---\n\nA ferry crosses.\n`,
    ]),
  );
  const library = () => folderOf({ 'review.config.yaml': '', ...files, [`reviews/${file}`]: text });

  test.each([['list'], ['search', 'ferry']])('%s shows the other nine', async (...argv) => {
    const { stdout, status } = await review(argv, { cwd: library() });
    for (const name of names) expect(stdout).toContain(`Title ${name}`);
    expect([0, 2]).toContain(status);
  });

  test('stats counts them', async () => {
    const { stdout } = await review(['stats'], { cwd: library() });
    expect(stdout).toMatch(/\b(?:9|10) reviews/);
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
