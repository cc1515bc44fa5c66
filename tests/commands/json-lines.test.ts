import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { review, root } from '../cli/run.ts';
import { zipOf } from '../exchange/zip.ts';
import { folderOf } from '../library/folder.ts';

const samples = join(root, 'reviews');
const specs = await Promise.all(commands.map(async ({ load }) => (await load()).spec));
const jsonOption = /^--json\b/;
const piped = / \| jq /;

const lines = specs.flatMap(({ examples }) =>
  examples.map(({ line }) => line).filter((line) => piped.test(line)),
);

function withExport(): string {
  const cwd = folderOf({});
  const ratings =
    'Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,https://boxd.it/1,4\n';
  writeFileSync(join(cwd, 'letterboxd.zip'), zipOf(new Map([['ratings.csv', ratings]])));
  return cwd;
}

const hasJq = (() => {
  try {
    execFileSync('jq', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return process.env.CI !== undefined;
  }
})();

describe('JSON for jq', () => {
  test('every command that writes JSON has a line with jq in its help', () => {
    const silent = specs.filter(
      ({ options, examples }) =>
        options.some(({ flags }) => jsonOption.test(flags)) &&
        !examples.some(({ line }) => piped.test(line)),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(12);
  });

  test.each(lines)('%s', async (line) => {
    const [command = '', filter = ''] = line.split(piped);
    const env = { HOME: '/nowhere', PATH: process.env.PATH ?? '' };
    const around = { cwd: withExport(), env };
    // The samples are named, so that all of them may be taken.
    const library = command.startsWith('review import') ? [] : ['--library', 'samples'];
    const words = [command.replace(/^review /, ''), ...library].join(' ');
    const { stdout, status } = await review(words.replace('samples', samples), around);
    expect(status).toBe(0);
    const texts = command.includes('--jsonl') ? stdout.trim().split('\n') : [stdout];
    for (const text of texts) expect(() => JSON.parse(text)).not.toThrow();
    if (!hasJq) return;
    const found = execFileSync('sh', ['-c', `jq ${filter}`], { input: stdout, encoding: 'utf8' });
    expect(found.trim()).not.toBe('');
    expect(found.trim()).not.toMatch(/^(?:null|\[\])?$/m);
  });
});
