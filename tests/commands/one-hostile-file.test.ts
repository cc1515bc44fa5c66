import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Ran, review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { type Extent, hostile, place } from './hostile-files.ts';

const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const others = Object.fromEntries(
  names.map((name) => [
    `reviews/${name}.md`,
    `---\nfilm: Title ${name}\nauthor: Ann\ndate: 2025-02-01\nrating: 4/5\n---\n\nA ferry crosses.\n`,
  ]),
);

/** What hangs, or takes minutes, runs into the time a test has. */
async function sound(argv: readonly string[], cwd: string): Promise<Ran> {
  const ran = await review(argv, { cwd });
  expect([0, 1, 2]).toContain(ran.status);
  expect(ran.stderr).not.toMatch(/a fault|\n {4}at |RangeError/);
  return ran;
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What was not read is named, by a line where it stands or as a file; what was, is nobody's failure. */
function expectNamed({ status, stderr }: Ran, file: string, read: Extent): void {
  expect(status).toBe(read === 'all' ? 0 : 2);
  if (read === 'all') expect(stderr).not.toContain(file);
  else expect(stderr).toMatch(new RegExp(`/${file}(?::\\d+:\\d+: error: |[^\\n]*: \\S)`));
}

async function expectTheRestDone(cwd: string, file: string, read: Extent): Promise<void> {
  const listed = await sound(['list'], cwd);
  const found = await sound(['search', 'ferry'], cwd);
  for (const name of names)
    for (const { stdout } of [listed, found]) expect(stdout).toContain(`Title ${name}`);
  const counted = await sound(['stats'], cwd);
  expect(counted.stdout).toMatch(read === 'nothing' ? /\b9 reviews/ : /\b10 reviews/);
  for (const ran of [listed, found, counted]) expectNamed(ran, file, read);

  const checked = await sound(['check'], cwd);
  const formatted = await sound(['fmt', '--check'], cwd);
  expect(checked.stdout + checked.stderr).toContain(file);
  for (const { stdout, stderr } of [checked, formatted])
    for (const name of names) expect(stdout + stderr).not.toContain(`${name}.md`);

  const json = await sound(['export', '--all', '--json'], cwd);
  for (const name of names) expect(json.stdout).toContain(`"Title ${name}"`);
  const out = emptyFolder();
  const site = await sound(['export', '--all', '--html', '-o', `${out}/`], cwd);
  for (const name of names) expect(readdirSync(out)).toContain(`${name}.html`);
  for (const { status, stderr } of read === 'all' ? [] : [json, site])
    expect([status, stderr]).toEqual([2, expect.stringContaining(file)]);
}

test.each(Object.entries(hostile))(
  '%s in a library of ten',
  { timeout: 120_000 },
  async (_, row) => {
    const [file, content, read] = row;
    const cwd = folderOf({ 'review.config.yaml': '', ...others });
    place(join(cwd, 'reviews', file), content);
    await expectTheRestDone(cwd, file, read);
    for (const argv of [['show'], ['toc'], ['section', '1']]) {
      const ran = await sound([...argv, 'bad'], cwd);
      if (read === 'nothing')
        expect({ ...ran, stderr: '' }).toEqual({
          status: ran.status === 1 ? 1 : 2,
          stdout: '',
          stderr: '',
        });
    }
  },
);
