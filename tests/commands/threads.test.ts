import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Context, Outcome } from '../../src/commands/command.ts';
import { eachTask } from '../../src/commands/tasks/each-file.ts';
import { createLibrary } from '../../src/library/library.ts';
import { placeOf } from '../../src/library/locate.ts';
import { root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** Enough files for threads: some that cannot be read, some with something to be said of, some that hold several. */
function manyFiles(): Record<string, string> {
  const files: Record<string, string> = { 'review.config.yaml': '# A library.\n' };
  for (let at = 0; at < 2100; at++) {
    const name = `${at % 7}/${String(at).padStart(4, '0')}`;
    if (at % 100 === 3) files[`${name}.md`] = `---\nfilm: "Heat ${at}\nrating: [\n---\nWords.\n`;
    else if (at % 100 === 5) files[`${name}.yaml`] = `- film: A ${at}\n  rating: 3/5\n- film: B\n`;
    else if (at % 100 === 7) files[`${name}.md`] = `---\nfilm: C ${at}\nraing: 3\n---\n||Dies||.\n`;
    else files[`${name}.md`] = `---\nfilm: D ${at}\nrating: ${at % 6}/5\n---\n\nWords of ${at}.\n`;
  }
  return files;
}

const hasTaskset = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
const reason =
  availableParallelism() < 2 ? 'one processor' : hasTaskset ? '' : 'no taskset to leave one';

describe.skipIf(reason !== '')(
  `several threads and one${reason && ` (skipped: ${reason})`}`,
  () => {
    const run = (folder: string, args: readonly string[], isAlone: boolean) => {
      const command = [process.execPath, join(root, 'bin/review.js'), ...args, '--no-cache'];
      const [program = '', ...rest] = isAlone ? ['taskset', '-c', '0', ...command] : command;
      const { status, stdout, stderr } = spawnSync(program, rest, {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      return { status, stdout, stderr };
    };

    test('say the same, byte for byte', { timeout: 300_000 }, () => {
      const folder = folderOf(manyFiles());
      for (const args of [
        ['check', '--library', folder],
        ['check', '--format', 'pretty', '--all', '--library', folder],
        ['list', '--json', '--library', folder],
        ['stats', '--library', folder],
      ]) {
        const several = run(folder, args, false);
        expect(several, args[0]).toEqual(run(folder, args, true));
        expect(several.stdout, args[0]).not.toBe('');
        // What cannot be read was named.
        expect(several.stderr + several.stdout, args[0]).toContain('0/0903.md');
      }
    });
  },
);

test('of a thread that dies its files are named, and the run has failed', {
  timeout: 60_000,
}, async () => {
  const folder = folderOf(manyFiles());
  const thread = join(folder, 'thread.cjs');
  writeFileSync(
    thread,
    `const { parentPort } = require('node:worker_threads');
parentPort.on('message', (files) => {
  if (files === null) return parentPort.close();
  if (files.some(({ path }) => path.endsWith('0014.md'))) throw new Error('out of memory');
  parentPort.postMessage(files.map(({ path }) => ({ said: [], result: { value: { file: path, remaining: [], text: '' } } })));
});`,
  );
  const notes: string[] = [];
  const outcomes: Outcome[] = [];
  const context = {
    cwd: folder,
    env: {},
    thread,
    note: (line: string) => notes.push(line),
    now: () => new Date(0),
    progress: () => undefined,
    terminal: { interactive: false },
  } as unknown as Context;
  const library = createLibrary(placeOf(folder, 'option'));
  const read: string[] = [];
  for await (const { file } of eachTask(context, library, outcomes, 'check', { texts: false }))
    read.push(file.path);
  const said = notes.filter((line) => line.includes('died'));
  if (availableParallelism() < 2) return;
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^review: the thread that read these files died \(out of memory\): \//);
  expect(said[0]).toContain('0014.md');
  expect(outcomes).toEqual(Array(32).fill('failed'));
  expect(read).toHaveLength(library.walk().files.length - 32);
  for (const path of read) expect(said[0]).not.toContain(path);
});
